// The list above the composer that completes a `/` command.

import { fill, h } from "./dom.js";
import { store } from "./store.js";

const list = h("div", { id: "commands", class: "completion", role: "listbox", "aria-label": "Commands", hidden: true });
let found = [];
let active = 0;
let choose = () => {};

/** The element, and who is told of a chosen command. */
export function placeCompletion(chosen) {
  choose = chosen;
  list.addEventListener("mousedown", (event) => event.preventDefault());
  return list;
}

/** Shows the commands that begin like `text`, or hides the list. */
export function completeFor(text, field) {
  const writing = /^\/\S*$/.test(text);
  found = writing ? store.workspace.commands.filter(({ command }) => command.startsWith(text.toLowerCase())) : [];
  active = 0;
  list.hidden = found.length === 0;
  field.setAttribute("aria-expanded", String(!list.hidden));
  fill(list, found.map(row));
  activate(0, field);
}

/** How the command at the start of `text` is used, or null. */
export function usageOf(text) {
  const name = /^(\/\S+)\s/.exec(text)?.[1];
  const known = store.workspace.commands.find(({ command }) => command === name);
  return known ? `${known.command} ${known.usageHint ?? ""}`.trim() + ` — ${known.description}` : null;
}

/** Handles a key; true if it was meant for the list. */
export function completionKey(event, field) {
  if (list.hidden) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) activate((active + step + found.length) % found.length, field);
  else if (event.key === "Escape") close(field);
  else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && field.value !== found[active].command)) choose(found[active].command);
  else return false;
  event.preventDefault();
  return true;
}

/** Hides the list. */
export function close(field) {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function row(command, at) {
  return h("div", { class: "command", role: "option", id: `command-${at}`, "aria-selected": "false", testid: `command-${command.command.slice(1)}`, onclick: () => choose(command.command) },
    h("span", { class: "command-name" }, command.command),
    command.usageHint && h("span", { class: "command-hint" }, command.usageHint),
    h("span", { class: "command-more" }, command.description),
    h("span", { class: "command-app" }, store.workspace.app.name));
}

function activate(at, field) {
  active = at;
  [...list.children].forEach((child, index) => child.setAttribute("aria-selected", String(index === at)));
  list.children[at]?.scrollIntoView({ block: "nearest" });
  if (list.hidden) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `command-${at}`);
}
