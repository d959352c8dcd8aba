// Where one writes: Enter sends, Shift+Enter begins a line, `/`, `@` and `#` complete, ↑ brings earlier texts back.

import * as api from "./api.js";
import { close, completeFor, completionKey, placeCompletion, usageOf } from "./completion.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { escape } from "./mrkdwn.js";
import { conversation, nameOf, refresh, store } from "./store.js";
import { attempt, clearToast, toastLine } from "./toast.js";

const REMEMBERED = 50;
const drafts = new Map();
const earlier = new Map();
let place = null;
let step = 0;

const field = h("textarea", {
  class: "composer-field",
  rows: 1,
  testid: "composer",
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-controls": "completion",
  "aria-expanded": "false",
  autocomplete: "off",
  data: { focus: "composer" },
  oninput: written,
  onkeydown: onKey,
  onblur: () => close(field),
});
const usage = h("p", { class: "usage" });
const sendButton = h(
  "button",
  { type: "button", class: "send", "aria-label": "Send", testid: "send", disabled: true, onclick: () => send() },
  icon("send"),
);

export function placeComposer(root) {
  fill(
    root,
    placeCompletion(complete),
    h("div", { class: "composer" }, field, sendButton),
    h(
      "div",
      { class: "under" },
      toastLine,
      usage,
      h("p", { class: "keys", "aria-hidden": "true" }, h("b", {}, "Shift + Enter"), " for a new line"),
    ),
  );
}

export function drawComposer() {
  const one = conversation();
  if (!one) return;
  field.closest(".compose").hidden = store.tab !== "messages";
  const now = `${store.me}/${one.id}`;
  if (now === place) return;
  if (place) drafts.set(place, field.value);
  place = now;
  step = 0;
  const label = `Message ${one.kind === "channel" ? "#" : ""}${nameOf(one)}`;
  field.placeholder = label;
  field.setAttribute("aria-label", label);
  clearToast();
  write(drafts.get(place) ?? "");
  close(field);
  if (matchMedia("(hover: hover)").matches && !document.querySelector("dialog[open]"))
    field.focus({ preventScroll: true });
}

/** Puts a chosen command or name in the place of what was begun before the caret. */
function complete(begun, whole) {
  const caret = field.selectionStart;
  const before = `${field.value.slice(0, caret - begun.length)}${whole} `;
  const after = field.value.slice(caret).trimStart();
  write(before + after);
  field.setSelectionRange(before.length, before.length);
}

function write(text) {
  field.value = text;
  written();
  field.setSelectionRange(text.length, text.length);
}

function written() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
  sendButton.disabled = field.value.trim() === "";
  usage.textContent = usageOf(field.value) ?? "";
  completeFor(field);
}

function onKey(event) {
  if (event.isComposing || completionKey(event, field)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    send();
  } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    recall(event);
  }
}

function recall(event) {
  const past = earlier.get(store.me) ?? [];
  const browsing = step > 0 && field.value === past.at(-step);
  if (field.value !== "" && !browsing) return;
  const next = Math.min(past.length, step * browsing + (event.key === "ArrowUp" ? 1 : -1));
  if (next < 0 || past.length === 0) return;
  event.preventDefault();
  step = next;
  write(next === 0 ? "" : past.at(-next));
  close(field);
}

async function send() {
  const text = field.value.trim();
  if (text === "") return;
  const { me: as, channel } = store;
  remember(as, text);
  write("");
  const command = text.startsWith("/");
  field.ariaBusy = "true";
  const went = await attempt(() =>
    command ? api.sendCommand(as, channel, text) : api.sendMessage(as, channel, wireForm(text)),
  );
  field.ariaBusy = null;
  // What was not taken is given back, unless something else has been written meanwhile.
  if (!went && field.value === "" && place === `${as}/${channel}`) write(text);
  await refresh();
}

function remember(as, text) {
  const past = (earlier.get(as) ?? []).filter((other) => other !== text);
  earlier.set(as, [...past, text].slice(-REMEMBERED));
  step = 0;
}

/** Typed text as Slack's client sends it: escaped, with the names that exist as mentions. */
function wireForm(text) {
  const { people, app } = store.workspace;
  const users = new Map([
    ...people.flatMap(({ id, name, handle }) => [
      [name.toLowerCase(), id],
      [handle.toLowerCase(), id],
    ]),
    [app.name.toLowerCase(), app.botUser],
  ]);
  const channels = new Map(
    store.state.conversations.filter(({ kind }) => kind === "channel").map(({ id, name }) => [name, id]),
  );
  return escape(text)
    .replace(/(?<![\w@])@([\p{L}\w-]+)/gu, (typed, name) =>
      users.has(name.toLowerCase()) ? `<@${users.get(name.toLowerCase())}>` : typed,
    )
    .replace(/(?<![\w&#])#([\p{L}\w-]+)/gu, (typed, name) =>
      channels.has(name) ? `<#${channels.get(name)}|${name}>` : typed,
    );
}
