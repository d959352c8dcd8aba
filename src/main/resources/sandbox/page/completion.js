// The list above the composer that completes a `/` command, a person's `@` name or a `#` channel.

import { fill, h } from "./dom.js";
import { store } from "./store.js";

const list = h("div", {
  id: "completion",
  class: "completion",
  role: "listbox",
  "aria-label": "Suggestions",
  hidden: true,
});
let begun = "";
let found = [];
let active = 0;
let choose = () => {};

/** The element; `chosen(begun, whole)` is told of a choice. */
export function placeCompletion(chosen) {
  choose = chosen;
  list.addEventListener("mousedown", (event) => event.preventDefault());
  return list;
}

/** Shows what begins like the word before the caret, or hides the list. */
export function completeFor(field) {
  const before = field.value.slice(0, field.selectionStart);
  begun = /^\/\S*$/.exec(before)?.[0] ?? /(?<=^|[\s(])[@#][\p{L}\w-]*$/u.exec(before)?.[0] ?? "";
  found =
    begun === "" ? [] : candidates(begun[0]).filter(({ whole }) => whole.toLowerCase().startsWith(begun.toLowerCase()));
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
  const enters = event.key === "Enter" && !event.shiftKey && begun.toLowerCase() !== found[active].whole.toLowerCase();
  if (step) activate((active + step + found.length) % found.length, field);
  else if (event.key === "Escape") close(field);
  else if (event.key === "Tab" || enters) choose(begun, found[active].whole);
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

function candidates(sign) {
  const { app, commands, people } = store.workspace;
  if (sign === "/") {
    return commands.map(({ command, usageHint, description }) => ({
      whole: command,
      hint: usageHint,
      more: description,
      side: app.name,
    }));
  }
  if (sign === "@") {
    const humans = people.filter((one) => !one.deleted).map(({ name, title }) => ({ whole: `@${name}`, hint: title }));
    return [...humans, { whole: `@${app.name}`, hint: "App" }];
  }
  return (store.state?.conversations ?? [])
    .filter(({ kind }) => kind === "channel")
    .map(({ name }) => ({ whole: `#${name}` }));
}

function row({ whole, hint, more, side }, at) {
  return h(
    "div",
    {
      class: "command",
      role: "option",
      id: `completion-${at}`,
      "aria-selected": "false",
      testid: `complete-${whole.slice(1)}`,
      onclick: () => choose(begun, whole),
    },
    h("span", { class: "command-name" }, whole),
    hint && h("span", { class: "command-hint" }, hint),
    more && h("span", { class: "command-more" }, more),
    side && h("span", { class: "command-side" }, side),
  );
}

function activate(at, field) {
  active = at;
  [...list.children].forEach((child, index) => child.setAttribute("aria-selected", String(index === at)));
  list.children[at]?.scrollIntoView({ block: "nearest" });
  if (list.hidden) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `completion-${at}`);
}
