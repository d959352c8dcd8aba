// Ctrl-K: go to a conversation, or become somebody else, by typing the beginning of a name.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { nameOf, person, store } from "./store.js";
import { become, open } from "./sync.js";

const MOST = 60;

const field = h("input", {
  class: "input",
  type: "text",
  role: "combobox",
  "aria-label": "Jump to",
  "aria-autocomplete": "list",
  "aria-controls": "jump-list",
  "aria-expanded": "true",
  placeholder: "Jump to a conversation, or become somebody",
  autocomplete: "off",
  spellcheck: "false",
  testid: "jump-field",
  oninput: () => draw(),
  onkeydown: onKey,
});
const list = h("div", { id: "jump-list", class: "jump-list", role: "listbox", "aria-label": "Places" });
const dialog = h("dialog", { class: "dialog jump-dialog", "aria-label": "Jump to", testid: "jump-dialog" }, field, list);
let found = [];
let active = 0;

export function placeJump(root) {
  root.append(dialog);
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else if (!document.querySelector("dialog[open]")) openJump();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

/** Opens the list; Esc or a press beside it closes it. */
export function openJump() {
  if (!store.state) return;
  field.value = "";
  dialog.showModal();
  draw();
}

function draw() {
  const words = field.value.trim().toLowerCase().replace(/^[#@]/, "").split(/\s+/);
  const fits = ({ text }) => words.every((word) => text.toLowerCase().includes(word));
  found = [...places(), ...somebody()].filter(fits).slice(0, MOST);
  fill(list, found.length ? found.map(row) : h("div", { class: "empty" }, "Nothing is called that."));
  activate(0);
}

/** Conversations: what calls for the person first. */
function places() {
  return store.state.conversations
    .filter(({ id }) => id !== store.channel)
    .map((one) => ({
      text: nameOf(one),
      name: nameOf(one),
      more: one.unread ? `${one.unread} unread` : null,
      unread: one.unread,
      sign: signOf(one),
      go: () => open(one.id),
      id: one.id,
    }))
    .sort((a, b) => (b.unread > 0) - (a.unread > 0));
}

function somebody() {
  return store.workspace.people
    .filter(({ id, deleted }) => id !== store.me && !deleted)
    .map((one) => ({
      text: `${one.name} ${one.title ?? ""}`,
      name: `Become ${one.name}`,
      more: one.title,
      sign: avatar(one),
      go: () => become(one.id),
      id: one.id,
    }));
}

function signOf(one) {
  if (one.kind === "channel") return icon(one.private ? "lock" : "hash");
  const { app } = store.workspace;
  return avatar(one.kind === "app" ? { id: app.botUser, name: app.name } : (person(one.with) ?? one));
}

function row({ name, more, sign, unread, id }, at) {
  return h(
    "div",
    {
      id: `jump-${at}`,
      class: unread ? "option unread" : "option",
      role: "option",
      "aria-selected": "false",
      testid: `jump-${id}`,
      onclick: () => choose(at),
    },
    h("span", { class: "option-sign" }, sign),
    h("span", { class: "who-name" }, name),
    more && h("span", { class: "choice-more" }, more),
  );
}

function onKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) activate((active + step + found.length) % found.length);
  else if (event.key === "Enter" && found.length) choose(active);
  else return;
  event.preventDefault();
}

function activate(at) {
  active = at;
  list.querySelectorAll("[role=option]").forEach((child, index) => {
    child.setAttribute("aria-selected", String(index === at));
    child.classList.toggle("active", index === at);
  });
  list.children[at]?.scrollIntoView({ block: "nearest" });
  if (found.length) field.setAttribute("aria-activedescendant", `jump-${at}`);
  else field.removeAttribute("aria-activedescendant");
}

function choose(at) {
  dialog.close();
  found[at].go();
}
