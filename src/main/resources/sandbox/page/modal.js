// The modal: a stack of views in one dialog, the topmost in sight.

import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { textOf } from "./richtext.js";
import { store } from "./store.js";
import { refresh } from "./sync.js";
import { ViewPane } from "./view.js";

const title = h("h2", { id: "modal-title" });
const back = h(
  "button",
  { type: "button", class: "icon-button", "aria-label": "Back", testid: "modal-back", onclick: () => closeTop() },
  icon("back"),
);
const cross = h(
  "button",
  { type: "button", class: "icon-button", "aria-label": "Close", testid: "modal-close", onclick: () => closeAll() },
  icon("close"),
);
const body = h("div", { class: "dialog-body" });
const trouble = h("p", { class: "trouble", role: "alert", testid: "modal-trouble" });
const cancel = h("button", { type: "button", class: "button", testid: "modal-cancel", onclick: () => closeTop() });
const submit = h("button", { type: "submit", class: "button primary", testid: "modal-submit" });
const form = h(
  "form",
  { novalidate: true, onsubmit: send },
  h(
    "header",
    { class: "dialog-head" },
    back,
    h("img", { class: "avatar small", src: "/assets/icon.svg", alt: "", width: 24, height: 24 }),
    title,
    cross,
  ),
  body,
  h("footer", { class: "dialog-foot" }, trouble, cancel, submit),
);
const dialog = h("dialog", { class: "dialog modal", "aria-labelledby": "modal-title", testid: "modal" }, form);

const PATIENCE = 3000;
const TOO_LONG = "This is taking too long. It may still be done; wait, or try again.";

const panes = new Map();
let top = null;
let before = null;

/** Puts the dialog into the page, closed. */
export function placeModal(root) {
  root.append(dialog);
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || dialog.querySelector(":popover-open")) return;
    event.preventDefault();
    closeTop();
  });
  // Some ways of asking to close (a phone's back gesture) come without a key.
  dialog.addEventListener("cancel", (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    closeTop();
  });
}

export function drawModal() {
  const views = store.state?.views ?? [];
  for (const id of panes.keys()) if (!views.some((view) => view.id === id)) panes.delete(id);
  for (const view of views) {
    if (panes.has(view.id)) panes.get(view.id).update(view);
    else panes.set(view.id, new ViewPane(view));
  }
  const view = views.at(-1);
  if (view) show(view, views.length);
  else hide();
}

function show(view, depth) {
  const changed = top?.id !== view.id;
  top = view;
  if (title.textContent !== view.title?.text) fill(title, textOf(view.title));
  fill(cancel, view.close ? textOf(view.close) : view.submit ? "Cancel" : "Close");
  fill(submit, textOf(view.submit));
  submit.hidden = !view.submit;
  back.hidden = depth < 2;
  if (trouble.textContent !== (view.trouble ?? "") && (view.trouble || changed))
    trouble.textContent = view.trouble ?? "";
  if (changed) fill(body, panes.get(view.id).element);
  if (!dialog.open) {
    before = document.activeElement;
    dialog.showModal();
  }
  if (changed) enter(view);
}

function enter(view) {
  busy(false);
  body.scrollTop = 0;
  if (!panes.get(view.id).focus()) (submit.hidden ? cancel : submit).focus();
}

function hide() {
  top = null;
  busy(false);
  if (!dialog.open) return;
  dialog.close();
  body.replaceChildren();
  trouble.textContent = "";
  // A dialog gives focus back by itself, but in Chromium without the caret: a text field would take no keys.
  before?.blur();
  before?.focus();
}

async function send(event) {
  event.preventDefault();
  if (submit.ariaBusy === "true" || submit.hidden) return;
  const view = top;
  const pane = panes.get(view.id);
  trouble.textContent = "";
  await whileBusy(async () => {
    const answer = await api.submitView(store.me, view.id, pane.values());
    await refresh();
    if (answer.errors) pane.showErrors(answer.errors);
    else if (answer.ok === false && (!trouble.textContent || trouble.textContent === TOO_LONG))
      trouble.textContent = answer.error ?? answer.trouble ?? "We had some trouble connecting. Try again?";
  });
}

async function closeTop() {
  const view = top;
  await whileBusy(() => api.closeView(store.me, view.id).then(refresh));
}

/** The cross closes the whole stack. */
async function closeAll() {
  await whileBusy(async () => {
    await api.closeView(store.me, top.id, true);
    await refresh();
    // A workspace that closed only the topmost is asked again, once for each that was open.
    for (const { id } of [...store.state.views].reverse()) await api.closeView(store.me, id, true);
    await refresh();
  });
}

async function whileBusy(work) {
  busy(true);
  const late = setTimeout(() => {
    trouble.textContent = TOO_LONG;
  }, PATIENCE);
  try {
    await work();
    if (trouble.textContent === TOO_LONG) trouble.textContent = top?.trouble ?? "";
  } catch (failure) {
    if (!(failure instanceof api.Trouble)) throw failure;
    trouble.textContent = failure.message;
  } finally {
    clearTimeout(late);
    busy(false);
  }
}

function busy(on) {
  submit.ariaBusy = on ? "true" : null;
  dialog.classList.toggle("busy", on);
}
