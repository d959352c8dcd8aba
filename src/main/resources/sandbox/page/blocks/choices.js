// Checkboxes and radio buttons.

import { freshId, h } from "../dom.js";
import { textOf } from "../richtext.js";
import { confirmed, groupProps } from "./slot.js";

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
    ...groupProps(slot),
  });
  const inputs = () => [...box.querySelectorAll("input")];
  let before = chosen;
  const changed = () => {
    const picked = element.options.filter((_, at) => inputs()[at].checked);
    const go = () => {
      before = picked;
      return slot.change(valueOf(picked));
    };
    confirmed(element, go, () => {
      element.options.forEach((option, at) => {
        inputs()[at].checked = before.some(({ value }) => value === option.value);
      });
    });
  };
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
