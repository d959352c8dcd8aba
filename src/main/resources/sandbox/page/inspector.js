// The inspector: every request and answer between the workspace and the app, live, newest first.

import * as api from "./api.js";
import { fill, h, patch } from "./dom.js";
import { drawLine, whenOf } from "./exchange.js";
import { icon } from "./icons.js";
import { store } from "./store.js";

const KEPT = 5000;
const PIECE = 120;

let lines = [];
let seenVersion = null;
let chosen = null;
let asking = null;
let room = PIECE;

const search = h("input", {
  class: "input",
  type: "search",
  placeholder: "Filter by method, words or error",
  "aria-label": "Filter",
  testid: "inspector-filter",
  oninput: () => draw(),
});
const kinds = h(
  "select",
  { class: "input", "aria-label": "Which of them", testid: "inspector-kind", onchange: () => draw() },
  [
    ["all", "Everything"],
    ["to_slack", "App → workspace"],
    ["to_app", "Workspace → app"],
    ["refused", "Refused or failed"],
  ].map(([value, text]) => h("option", { value }, text)),
);
const list = h("ol", { class: "exchanges", "aria-label": "Requests and answers" });
const nothing = h("p", { class: "empty", hidden: true }, "Nothing was said that fits.");
const earlier = h("button", { type: "button", class: "button small earlier-button", hidden: true, onclick: showEarlier }, "Show earlier");
const count = h("small", {});
const pane = h(
  "aside",
  { class: "pane inspector", "aria-label": "Inspector", testid: "inspector", hidden: true },
  h(
    "header",
    { class: "head" },
    h("div", { class: "head-title" }, h("h2", {}, "Inspector", count)),
    h(
      "button",
      {
        type: "button",
        class: "icon-button head-end",
        "aria-label": "Close the inspector",
        testid: "inspector-close",
        onclick: () => toggleInspector(false),
      },
      icon("close"),
    ),
  ),
  h("div", { class: "inspector-filter" }, search, kinds),
  h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "What was said" }, list, earlier, nothing),
);

export function placeInspector(root) {
  root.append(pane);
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "i" || !event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggleInspector();
  });
  pane.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || search.value !== "") return;
    event.preventDefault();
    toggleInspector(false);
  });
}

/** Opens or closes it. */
export function toggleInspector(open = pane.hidden) {
  if (open !== pane.hidden) return;
  pane.hidden = !open;
  document.body.classList.toggle("with-inspector", open);
  if (open) {
    seenVersion = null;
    drawInspector();
    search.focus();
  } else {
    document.querySelector("[data-testid=inspector-open]")?.focus();
  }
}

/** Asks what was said since, where the inspector is in sight and something has changed. */
export function drawInspector() {
  if (pane.hidden || !store.state || store.state.version === seenVersion || asking) return;
  seenVersion = store.state.version;
  asking = fetchLines().finally(() => {
    asking = null;
    // What changed while it was asking is asked for now.
    drawInspector();
  });
}

async function fetchLines() {
  let since = lines.at(-1)?.number ?? 0;
  try {
    const { ledger } = await api.ledgerSince(since);
    // A workspace that began anew counts from one again.
    if (ledger.length && ledger.at(-1).number < since) [lines, since] = [[], 0];
    lines = [...lines, ...ledger.filter(({ number }) => number > since)].slice(-KEPT);
    draw();
  } catch (trouble) {
    if (!(trouble instanceof api.Trouble)) throw trouble;
    // The page already says that the workspace does not answer; the next change asks again.
    seenVersion = null;
  }
}

function draw() {
  const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter((line) => isOfKind(line) && words.every((word) => textOf(line).includes(word)));
  const shown = found.slice(-room).reverse();
  earlier.hidden = shown.length === found.length;
  fill(count, found.length === lines.length ? `${lines.length}` : `${found.length} of ${lines.length}`);
  nothing.hidden = shown.length > 0;
  patch(list, shown, {
    key: ({ number }) => `${number}`,
    signature: ({ number }) => `${number === chosen}`,
    create: (line) => drawLine(line, { open: line.number === chosen, toggle: () => choose(line.number) }),
  });
}

function showEarlier() {
  room += PIECE;
  draw();
}

function choose(number) {
  chosen = chosen === number ? null : number;
  draw();
  list.querySelector(`[data-focus="exchange/${number}"]`)?.focus({ preventScroll: true });
}

function isOfKind({ direction, accepted }) {
  return kinds.value === "all" || (kinds.value === "refused" ? !accepted : direction === kinds.value);
}

const texts = new WeakMap();

function textOf(line) {
  if (!texts.has(line)) {
    const { method, error, direction, request, answer, at } = line;
    texts.set(line, JSON.stringify([method, error, direction, whenOf(at), request, answer]).toLowerCase());
  }
  return texts.get(line);
}
