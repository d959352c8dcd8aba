// A short note of what to try. Closed once, it stays closed; the strip's question mark brings it back.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./richtext.js";
import { store } from "./store.js";

const KEY = "note-closed";
let root;

export function placeNote(place) {
  root = place;
  if (store.workspace.note && !closedBefore()) show();
}

/** Brings the note back. */
export function show() {
  fill(
    root,
    h(
      "aside",
      { class: "note", "aria-label": "What to try", testid: "note" },
      h("div", { class: "note-text" }, mrkdwn(store.workspace.note.trim())),
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": "Close this note", testid: "note-close", onclick: close },
        icon("close"),
      ),
    ),
  );
}

function close() {
  root.replaceChildren();
  remember();
  document.querySelector("[data-testid=composer]")?.focus();
}

function closedBefore() {
  try {
    return localStorage.getItem(KEY) === store.workspace.team;
  } catch {
    // A browser may forbid storage to local pages; then the note is there every time.
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(KEY, store.workspace.team);
  } catch {
    // As above: nothing is lost but the memory of closing it.
  }
}
