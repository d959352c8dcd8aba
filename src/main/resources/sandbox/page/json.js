// JSON to look at: indented, foldable, and with a name for every place in it, so that one of them can be shown.

import { h } from "./dom.js";

/** So deep it is unfolded at first. */
const DEEP = 3;
const LONG = 600;

/** `element` to show, and `reveal(pointer)`, which unfolds, marks and scrolls to a place ("/blocks/0/text"). */
export function jsonTree(value) {
  const places = new Map();
  const element = h("div", { class: "json", tabindex: 0, role: "group", "aria-label": "JSON" }, node(value, null, "", 0, places));
  return { element, reveal: (pointer) => reveal(element, places, pointer) };
}

function node(value, key, pointer, depth, places) {
  const name = key === null ? null : h("span", { class: "json-key" }, typeof key === "number" ? `${key}` : key, ": ");
  const inside = value !== null && typeof value === "object" ? Object.entries(value) : null;
  const drawn =
    inside === null || inside.length === 0
      ? h("div", { class: "json-leaf" }, name, leaf(value))
      : branch(value, inside, name, pointer, depth, places);
  places.set(pointer, drawn);
  return drawn;
}

function branch(value, inside, name, pointer, depth, places) {
  const list = Array.isArray(value);
  const kind = list ? `${inside.length} ${inside.length === 1 ? "item" : "items"}` : (value.type ?? "");
  const drawn = h(
    "details",
    { class: "json-branch", open: depth < DEEP },
    h("summary", {}, name, h("span", { class: "json-kind" }, list ? `[ ${kind} ]` : `{ ${kind} }`)),
  );
  const body = h("div", { class: "json-inside" });
  const draw = () => {
    if (body.childElementCount) return;
    body.append(
      ...inside.map(([key, one]) => node(one, list ? Number(key) : key, `${pointer}/${escaped(key)}`, depth + 1, places)),
    );
  };
  // What nobody has unfolded is not drawn: a payload may have thousands of lines.
  drawn.drawInside = draw;
  drawn.addEventListener("toggle", draw);
  if (depth < DEEP) draw();
  drawn.append(body);
  return drawn;
}

function leaf(value) {
  if (typeof value !== "string") return h("span", { class: "json-plain" }, Array.isArray(value) ? "[ ]" : value !== null && typeof value === "object" ? "{ }" : String(value));
  const text = value.length > LONG ? `${value.slice(0, LONG)}… (${value.length} characters)` : value;
  return h("span", { class: "json-text" }, `"${text}"`);
}

const escaped = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** A payload's pointer may begin inside the view that the request carries; what does not exist is shown by what holds it. */
function reveal(element, places, pointer) {
  for (const marked of element.querySelectorAll(".marked")) marked.classList.remove("marked");
  const found = walk(places, pointer) ?? walk(places, `/view${pointer}`) ?? nearest(places, pointer);
  if (!found) return;
  for (let up = found.parentElement; up && up !== element; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  if (found.tagName === "DETAILS") found.open = true;
  found.classList.add("marked");
  found.scrollIntoView({ block: "center", behavior: "instant" });
  (found.querySelector("summary") ?? element).focus({ preventScroll: true });
}

function walk(places, pointer) {
  const steps = pointer.split("/").slice(1);
  let at = "";
  places.get(at)?.drawInside?.();
  for (const step of steps) {
    at += `/${step}`;
    if (!places.has(at)) return null;
    places.get(at).drawInside?.();
  }
  return places.get(at) ?? null;
}

function nearest(places, pointer) {
  const whole = walk(places, "/view") && walk(places, `/view${pointer.split("/").slice(0, 3).join("/")}`) ? `/view${pointer}` : pointer;
  const steps = whole.split("/");
  while (steps.length > 1) {
    steps.pop();
    const found = walk(places, steps.join("/"));
    if (found) return found;
  }
  return places.get("");
}
