// The list above a composer that completes a `/` command, a person's `@` name, a `#` channel or an emoji's `:` name.

import { fill, h } from "./dom.js";
import { emojiBeginning } from "./emoji.js";
import { avatar } from "./people.js";
import { presenceOf, store } from "./store.js";

const MOST = 40;
const COMMAND = /^\/\S*$/;
const NAME = /(?<=^|[\s(])[@#][\p{L}\d_-]*$/u;
const EMOJI = /(?<=^|[\s(]):[a-z0-9_+-]{2,}$/;

/** One list; `chosen(begun, whole)` is told of a choice. */
export class Completion {
  #chosen;
  #begun = "";
  #found = [];
  #active = 0;

  constructor(id, chosen) {
    this.#chosen = chosen;
    this.element = h("div", { id, class: "completion", role: "listbox", "aria-label": "Suggestions", hidden: true });
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** Shows what begins like the word before the caret, or hides the list. */
  completeFor(field, commands) {
    const before = field.value.slice(0, field.selectionStart);
    const begun = [commands && COMMAND, NAME, EMOJI].filter(Boolean).map((pattern) => pattern.exec(before)?.[0]);
    this.#begun = begun.find(Boolean) ?? "";
    this.#found = this.#begun === "" ? [] : candidates(this.#begun).slice(0, MOST);
    this.element.hidden = this.#found.length === 0;
    field.setAttribute("aria-expanded", String(!this.element.hidden));
    fill(
      this.element,
      this.#found.map((one, at) => this.#row(one, at)),
    );
    this.#activate(0, field);
  }

  /** Handles a key; true if it was meant for the list. */
  onKey(event, field) {
    if (this.element.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { whole } = this.#found[this.#active];
    const enters = event.key === "Enter" && !event.shiftKey && this.#begun.toLowerCase() !== whole.toLowerCase();
    if (step) this.#activate((this.#active + step + this.#found.length) % this.#found.length, field);
    else if (event.key === "Escape") this.close(field);
    else if (event.key === "Tab" || enters) this.#chosen(this.#begun, whole);
    else return false;
    event.preventDefault();
    return true;
  }

  /** Hides the list. */
  close(field) {
    this.element.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  #row({ whole, hint, more, side, sign }, at) {
    return h(
      "div",
      {
        class: "command",
        role: "option",
        id: `${this.element.id}-${at}`,
        "aria-selected": "false",
        testid: `complete-${whole.replace(/^[/@#]/, "")}`,
        onclick: () => this.#chosen(this.#begun, whole),
      },
      sign,
      h("span", { class: "command-name" }, whole),
      hint && h("span", { class: "command-hint" }, hint),
      more && h("span", { class: "command-more" }, more),
      side && h("span", { class: "command-side" }, side),
    );
  }

  #activate(at, field) {
    this.#active = at;
    [...this.element.children].forEach((child, index) => child.setAttribute("aria-selected", String(index === at)));
    this.element.children[at]?.scrollIntoView({ block: "nearest" });
    if (this.element.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `${this.element.id}-${at}`);
  }
}

/** How the command at the start of `text` is used, or null. */
export function usageOf(text) {
  const name = /^(\/\S+)\s/.exec(text)?.[1];
  const known = store.workspace.commands.find(({ command }) => command === name);
  return known ? `${known.command} ${known.usageHint ?? ""}`.trim() + ` — ${known.description}` : null;
}

function candidates(begun) {
  const like = begun.toLowerCase();
  const named = { "/": commandsLike, "@": peopleLike, "#": channelsLike }[begun[0]];
  return named ? named(like) : emojiBeginning(begun.slice(1)).map(([name, sign]) => ({ whole: `:${name}:`, sign: h("span", {}, sign) }));
}

function commandsLike(begun) {
  const { app, commands } = store.workspace;
  return commands
    .filter(({ command }) => command.startsWith(begun))
    .map(({ command, usageHint, description }) => ({
      whole: command,
      hint: usageHint,
      more: description,
      side: app.name,
    }));
}

function peopleLike(begun) {
  const { app, people } = store.workspace;
  const wanted = begun.slice(1);
  const fits = ({ name, handle }) =>
    [name, handle, ...name.split(" ")].some((word) => word?.toLowerCase().startsWith(wanted));
  const humans = people
    .filter((one) => !one.deleted && fits(one))
    .map((one) => ({
      whole: `@${one.name}`,
      hint: one.title,
      side: one.id === store.me ? "you" : presenceOf(one.id) === "away" ? "away" : null,
      sign: avatar(one),
    }));
  const bot = fits(app) ? [{ whole: `@${app.name}`, hint: "App", sign: avatar({ id: app.botUser, name: app.name }) }] : [];
  const groups = [
    { whole: "@here", hint: "Everybody here who is active" },
    { whole: "@channel", hint: "Everybody here" },
  ].filter(({ whole }) => whole.startsWith(begun) && wanted !== "");
  return [...humans, ...bot, ...groups];
}

function channelsLike(begun) {
  return (store.state?.conversations ?? [])
    .filter(({ kind, name }) => kind === "channel" && `#${name}`.includes(begun.slice(1)))
    .map(({ name, topic }) => ({ whole: `#${name}`, hint: topic }));
}
