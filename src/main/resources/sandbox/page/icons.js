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
