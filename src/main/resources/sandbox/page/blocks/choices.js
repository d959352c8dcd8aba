// Checkboxes and radio buttons.

import { freshId, h } from "../dom.js";
import { textOf } from "../richtext.js";
import { confirmed } from "./slot.js";

export function checkboxes(element, slot) {
  const chosen = slot.value ? slot.value.selected_options : (element.initial_options ?? []);
  return choices(element, slot, "checkbox", chosen ?? [], (selected_options) => ({
    type: "checkboxes",
    selected_options,
  }));
}

export function radioButtons(element, slot) {
  const chosen = slot.value ? slot.value.selected_option : element.initial_option;
  return choices(element, slot, "radio", chosen ? [chosen] : [], ([selected_option = null]) => ({
    type: "radio_buttons",
    selected_option,
  }));
}

function choices(element, slot, type, chosen, valueOf) {
  const name = freshId("choice");
  const box = h("div", {
    class: "choices",
    role: type === "radio" ? "radiogroup" : "group",
    "aria-labelledby": slot.ids?.label,
    "aria-describedby": slot.ids ? `${slot.ids.error} ${slot.ids.hint}` : null,
    "aria-label": slot.ids ? null : slot.label,
  });
  const picked = () => element.options.filter((_, at) => box.querySelectorAll("input")[at].checked);
  const changed = () => confirmed(element, () => slot.change(valueOf(picked())));
  box.append(...element.options.map((option, at) => choice(option, at, { name, type, slot, chosen, changed })));
  return box;
}

function choice(option, at, { name, type, slot, chosen, changed }) {
  const input = h("input", { type, name, data: { focus: `${slot.focus}/${at}`, control: "" }, onchange: changed });
  input.checked = chosen.some((other) => other.value === option.value);
  return h(
    "label",
    { class: "choice" },
    input,
    h(
      "span",
      {},
      h("span", { class: "choice-text" }, textOf(option.text)),
      option.description && h("span", { class: "choice-more" }, textOf(option.description)),
    ),
  );
}
