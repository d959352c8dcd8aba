// The few signs of the page, drawn here so that nothing is fetched for them.

const SVG = "http://www.w3.org/2000/svg";

const paths = {
  hash: "M8 3 6 17M14 3l-2 14M3.5 7.5h14M2.5 12.5h14",
  lock: "M5.5 9V6.5a4.5 4.5 0 0 1 9 0V9M4 9h12v8H4z",
  send: "M3 3.5 17.5 10 3 16.5 5 10zM5 10h7",
  down: "m5 7.5 5 5 5-5",
  back: "m12 4.5-6 5.5 6 5.5",
  close: "m5 5 10 10M15 5 5 15",
  clock: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v4.5l3 1.8",
  eye: "M1.8 10S4.8 4.8 10 4.8 18.2 10 18.2 10 15.2 15.2 10 15.2 1.8 10 1.8 10zM10 7.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  help: "M7.3 7.4a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3 1-1.3 1.9M10 14.6v.4M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
  tick: "m4.5 10.5 3.5 3.5 7.5-8",
  thread: "M4 4h12v9H9l-4 3.5V13H4z",
  copy: "M7 7h9v10H7zM4 13V3h9",
  bolt: "m11 2-6 9.5h4.5L9 18l6-9.5h-4.5z",
  plus: "M10 4v12M4 10h12",
  search: "M8.8 3a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8.8 3zM13 13l4.5 4.5",
  file: "M5 2.5h6.5L16 7v10.5H5zM11.5 2.5V7H16",
  picture: "M3 4h14v12H3zM3 13.5l4-4 3.5 3.5L13 10.5l4 4M12.5 7.2v.1",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
  inspect: "M2.5 6.5h11.5M11 3.5l3 3-3 3M17.5 13.5H6M9 10.5l-3 3 3 3",
  people: "M7.5 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM2 16.5c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5M12.5 4.3a3 3 0 0 1 0 5.5M14.5 12.3c2 .6 3.2 2 3.5 4.2",
  reset: "M4.5 8a6 6 0 1 1-.3 4M4 4v4h4",
  keyboard: "M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.7h7",
  right: "M3 10h13M11.5 5.5 16 10l-4.5 4.5",
  left: "M17 10H4M8.5 5.5 4 10l4.5 4.5",
  upload: "M10 13V4M6.5 7 10 3.5 13.5 7M4 13v3.5h12V13",
  arrow: "M10 4v11M5.5 10.5 10 15l4.5-4.5",
};

/** A sign of 20 × 20; it says nothing to a screen reader, so its button or text must. */
export function icon(name) {
  const svg = element("svg", {
    viewBox: "0 0 20 20",
    class: `icon icon-${name}`,
    "aria-hidden": "true",
    focusable: "false",
  });
  if (name === "dots") {
    for (const cx of [4.5, 10, 15.5]) svg.append(element("circle", { cx, cy: 10, r: 1.5, fill: "currentColor" }));
  } else {
    svg.append(
      element("path", {
        d: paths[name],
        fill: "none",
        stroke: "currentColor",
        "stroke-width": 1.6,
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
      }),
    );
  }
  return svg;
}

function element(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
