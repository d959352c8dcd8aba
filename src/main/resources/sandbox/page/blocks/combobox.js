// A field that is typed into to search a list: the shape of every select menu.

import { fill, freshId, h } from "../dom.js";
import { icon } from "../icons.js";
import { wordsOf } from "../richtext.js";
import { hidePopup, showPopup } from "./popup.js";
import { controlProps } from "./slot.js";

/**
 * Draws a combobox. `groups(query)` promises `[{label, options}]` (label null where there are no groups), each option with
 * `text`, `value` and perhaps `description`; `chosen` is the option chosen so far or null; `pick(option | null)` is told of
 * a choice; `search` is "here" where the list is complete and filtered by what is typed, "there" where the answer is.
 */
export function combobox(element, slot, { groups, chosen, pick, search }) {
  const listId = freshId("list");
  const list = h("div", { id: listId, class: "popup options", role: "listbox", popover: "manual", "aria-label": slot.label });
  const input = h("input", {
    ...controlProps(slot),
    class: "input",
    type: "text",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    autocomplete: "off",
    spellcheck: "false",
    autofocus: element.focus_on_load,
    placeholder: wordsOf(element.placeholder) || "Select an option",
  });
  const clear = h("button", { type: "button", class: "clear", tabindex: -1, "aria-label": "Clear" }, icon("close"));
  const box = h("div", { class: "combo" }, input, slot.clearable && clear, h("span", { class: "chevron" }, icon("down")), list);

  let current = chosen ?? null;
  let shown = [];
  let active = -1;
  let round = 0;
  showCurrent();

  input.addEventListener("mousedown", () => (list.matches(":popover-open") ? close() : openWith("")));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("input", () => openWith(input.value));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", onKey);
  clear.addEventListener("click", () => choose(null));
  list.addEventListener("mousedown", (event) => event.preventDefault());

  function showCurrent() {
    input.value = current ? wordsOf(current.text) : "";
    box.classList.toggle("chosen", current !== null);
  }

  async function openWith(query) {
    round += 1;
    const mine = round;
    input.setAttribute("aria-expanded", "true");
    if (search === "there") draw([], "Searching…");
    const { found, message } = await groups(query);
    // A later key stroke, or leaving the field, has made this answer stale.
    if (mine === round) draw(search === "here" ? filtered(found, query) : found, message ?? "No results", query);
  }

  function draw(found, empty, query = "") {
    shown = found.flatMap((group) => group.options);
    fill(list, shown.length ? found.map(drawGroup) : h("div", { class: "empty" }, empty));
    showPopup(list, input);
    const same = shown.findIndex((option) => option.value === current?.value);
    activate(query === "" ? same : Math.max(0, same), query === "");
  }

  function drawGroup(group) {
    const id = freshId("group");
    const options = group.options.map(drawOption);
    return group.label ? h("div", { role: "group", "aria-labelledby": id }, h("div", { class: "group-label", id }, group.label), options) : options;
  }

  function drawOption(option) {
    const selected = option.value === current?.value;
    return h("div", {
      id: `${listId}-${shown.indexOf(option)}`,
      class: "option",
      role: "option",
      "aria-selected": String(selected),
      data: { value: option.value },
      onclick: () => choose(option),
    }, h("span", {}, wordsOf(option.text), option.description && h("span", { class: "choice-more" }, wordsOf(option.description))), selected && icon("tick"));
  }

  function activate(at, centre = false) {
    active = shown.length === 0 ? -1 : at;
    list.querySelector(".active")?.classList.remove("active");
    const option = active < 0 ? null : list.querySelector(`#${listId}-${active}`);
    option?.classList.add("active");
    option?.scrollIntoView({ block: centre ? "center" : "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function onKey(event) {
    const isOpen = list.matches(":popover-open");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) openWith("");
      else if (shown.length) activate((active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + shown.length) % shown.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen && active >= 0) choose(shown[active]);
      else if (!isOpen) openWith("");
    } else if (event.key === "Tab" && isOpen && active >= 0 && input.value !== (current ? wordsOf(current.text) : "")) {
      choose(shown[active]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  function choose(option) {
    current = option;
    close();
    if (document.activeElement === input) input.select();
    pick(option);
  }

  function close() {
    round += 1;
    hidePopup(list);
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    // Emptying the field and leaving it is how a choice is taken back by keyboard.
    if (slot.clearable && current && input.value === "" && document.activeElement !== input) {
      current = null;
      pick(null);
    }
    showCurrent();
  }

  return box;
}

function filtered(groups, query) {
  const words = query.trim().toLowerCase().split(/\s+/);
  const fits = (option) => {
    const text = `${wordsOf(option.text)} ${option.description ? wordsOf(option.description) : ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups.map((group) => ({ ...group, options: group.options.filter(fits) })).filter((group) => group.options.length);
}
