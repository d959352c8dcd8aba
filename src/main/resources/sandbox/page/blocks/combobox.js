// A field that is typed into to search a list: the shape of every select menu.

import { fill, freshId, h } from "../dom.js";
import { icon } from "../icons.js";
import { wordsOf } from "../richtext.js";
import { hidePopup, showPopup } from "./popup.js";
import { controlProps } from "./slot.js";

/**
 * Draws a combobox.
 *   groups(query)   promises {found: [{label, options}], message}: label null where there are no groups, each option with
 *                   `text`, `value` and perhaps `description`, message what to say where nothing was found
 *   chosen          the option chosen so far, or null
 *   pick(option, undo)   is told of a choice; null takes it back; undo() shows what was chosen before
 *   search          "here" where the list is complete and filtered by what is typed, "there" where the answer already is
 *   many            where several are chosen: {has(option), full(), closed(), removeLast()}; then `chosen` stays null
 */
export function combobox(element, slot, source) {
  return new Combobox(element, slot, source).box;
}

class Combobox {
  #slot;
  #source;
  #input;
  #list;
  #current;
  #shown = [];
  #active = -1;
  #round = 0;

  constructor(element, slot, source) {
    this.#slot = slot;
    this.#source = source;
    this.#current = source.chosen;
    this.#list = h("div", {
      id: freshId("list"),
      class: "popup options",
      role: "listbox",
      popover: "manual",
      "aria-label": slot.label,
      "aria-multiselectable": source.many ? "true" : null,
    });
    this.#input = this.#drawInput(element);
    this.box = h(
      "div",
      { class: "combo" },
      this.#input,
      slot.clearable && !source.many && this.#drawClear(),
      h("span", { class: "chevron" }, icon("down")),
      this.#list,
    );
    this.#listen();
    this.#showCurrent();
  }

  #drawInput(element) {
    return h("input", {
      ...controlProps(this.#slot),
      class: "input",
      type: "text",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
      autocomplete: "off",
      spellcheck: "false",
      autofocus: element.focus_on_load,
      placeholder: wordsOf(element.placeholder) || "Select an option",
    });
  }

  #drawClear() {
    return h(
      "button",
      { type: "button", class: "clear", tabindex: -1, "aria-label": "Clear", onclick: () => this.#choose(null) },
      icon("close"),
    );
  }

  #listen() {
    const input = this.#input;
    input.addEventListener("mousedown", () => (this.#isOpen ? this.#close() : this.#openWith("")));
    input.addEventListener("focus", () => input.select());
    input.addEventListener("input", () => this.#openWith(input.value));
    input.addEventListener("blur", () => this.#close());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    // Pressing an option must not take focus, and with it the list, away.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get #isOpen() {
    return this.#list.matches(":popover-open");
  }

  get #currentWords() {
    return this.#current ? wordsOf(this.#current.text) : "";
  }

  #showCurrent() {
    this.#input.value = this.#currentWords;
    this.box.classList.toggle("chosen", this.#current !== null);
  }

  async #openWith(query) {
    this.#round += 1;
    const mine = this.#round;
    const { groups, search } = this.#source;
    if (search === "there") this.#draw([], "Searching…", query);
    const { found, message } = await groups(query);
    // A later key stroke, or leaving the field, has made this answer stale.
    if (mine !== this.#round) return;
    this.#draw(search === "here" ? filtered(found, query) : found, message ?? "No results", query);
  }

  #draw(found, empty, query) {
    this.#shown = found.flatMap((group) => group.options);
    const full = this.#source.many?.full();
    fill(
      this.#list,
      full && h("div", { class: "empty" }, full),
      this.#shown.length ? found.map((group) => this.#drawGroup(group)) : h("div", { class: "empty" }, empty),
    );
    showPopup(this.#list, this.#input);
    this.#input.setAttribute("aria-expanded", "true");
    if (query === "")
      this.#activate(
        this.#shown.findIndex((option) => option.value === this.#current?.value),
        "center",
      );
    else
      this.#activate(
        Math.max(
          0,
          this.#shown.findIndex((option) => wordsOf(option.text).toLowerCase().startsWith(query.toLowerCase())),
        ),
      );
  }

  #drawGroup({ label, options }) {
    const drawn = options.map((option) => this.#drawOption(option));
    const id = freshId("group");
    return label
      ? h("div", { role: "group", "aria-labelledby": id }, h("div", { class: "group-label", id }, label), drawn)
      : drawn;
  }

  #drawOption(option) {
    const { many } = this.#source;
    const selected = many ? many.has(option) : option.value === this.#current?.value;
    const more = option.description && h("span", { class: "choice-more" }, wordsOf(option.description));
    return h(
      "div",
      {
        id: this.#idOf(this.#shown.indexOf(option)),
        class: "option",
        role: "option",
        "aria-selected": String(selected),
        data: { value: option.value },
        onclick: () => this.#choose(option),
      },
      h("span", {}, wordsOf(option.text), more),
      selected && icon("tick"),
    );
  }

  #idOf(at) {
    return `${this.#list.id}-${at}`;
  }

  #activate(at, block = "nearest") {
    this.#active = this.#shown.length === 0 ? -1 : at;
    this.#list.querySelector(".active")?.classList.remove("active");
    const option = document.getElementById(this.#idOf(this.#active));
    option?.classList.add("active");
    option?.scrollIntoView({ block });
    if (option) this.#input.setAttribute("aria-activedescendant", option.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  #onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const active = this.#isOpen ? this.#shown[this.#active] : undefined;
    if (step) this.#move(step);
    else if (event.key === "Enter") active ? this.#choose(active) : this.#isOpen || this.#openWith("");
    else if (event.key === "Escape" && this.#isOpen) this.#close();
    else if (event.key === "Backspace" && this.#source.many && this.#input.value === "") this.#removeLast();
    else {
      if (event.key === "Tab" && active && this.#input.value !== this.#currentWords) this.#choose(active, false);
      return;
    }
    event.preventDefault();
    // Esc here closes the list, not the dialog around it.
    event.stopPropagation();
  }

  #move(step) {
    const count = this.#shown.length;
    if (!this.#isOpen) this.#openWith("");
    else if (this.#active < 0) this.#activate(step > 0 ? 0 : count - 1);
    else this.#activate((this.#active + step + count) % count);
  }

  #choose(option, goOn = true) {
    const { many, pick } = this.#source;
    if (many) {
      pick(option);
      this.#input.value = "";
      if (goOn) this.#openWith("");
      return;
    }
    const before = this.#current;
    this.#current = option;
    this.#close();
    if (document.activeElement === this.#input) this.#input.select();
    pick(option, () => {
      this.#current = before;
      this.#showCurrent();
    });
  }

  #removeLast() {
    this.#source.many.removeLast();
    if (this.#isOpen) this.#openWith("");
  }

  #close() {
    this.#round += 1;
    hidePopup(this.#list);
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
    this.#source.many?.closed();
    const emptied = this.#input.value === "" && document.activeElement !== this.#input;
    if (emptied && this.#current && this.#slot.clearable) this.#choose(null);
    else this.#showCurrent();
  }
}

/** The options whose own words fit; those whose description fits only where there are no others. */
function filtered(groups, query) {
  const words = query.trim().toLowerCase().split(/\s+/);
  const fitting = (textOf) =>
    groups
      .map((group) => ({
        ...group,
        options: group.options.filter((option) => words.every((word) => textOf(option).toLowerCase().includes(word))),
      }))
      .filter((group) => group.options.length);
  const found = fitting((option) => wordsOf(option.text));
  return found.length ? found : fitting((option) => `${wordsOf(option.text)} ${wordsOf(option.description)}`);
}
