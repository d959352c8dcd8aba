// Fields that are typed into.

import { h } from "../dom.js";
import { wordsOf } from "../richtext.js";
import { controlProps } from "./slot.js";

const KEYBOARDS = { email_text_input: "email", url_text_input: "url", plain_text_input: "text" };

/** Text on one line or several, an e-mail address, or a link. */
export function textInput(element, slot) {
  // Not type=email or type=url: a browser "cleans" those, and Slack sends what was typed.
  const props = { ...typingProps(element, slot), inputmode: KEYBOARDS[element.type] };
  const field = element.multiline ? h("textarea", { ...props, rows: 4 }) : h("input", { ...props, type: "text" });
  return typed(field, element, slot);
}

/** A number; Slack carries it as text. */
export function numberInput(element, slot) {
  const inputmode = element.is_decimal_allowed ? "decimal" : "numeric";
  return typed(h("input", { ...typingProps(element, slot), type: "text", inputmode }), element, slot);
}

function typingProps(element, slot) {
  return {
    ...controlProps(slot),
    class: "input",
    placeholder: wordsOf(element.placeholder),
    autocomplete: "off",
    autofocus: element.focus_on_load,
  };
}

function typed(field, element, slot) {
  const value = () => ({ type: element.type, value: field.value === "" ? null : field.value });
  field.value = (slot.value ? slot.value.value : element.initial_value) ?? "";
  field.addEventListener("input", () => slot.change(value()));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || (element.multiline && !event.metaKey && !event.ctrlKey)) return;
    if (slot.submit) {
      event.preventDefault();
      slot.submit(value());
    } else if (element.multiline) {
      event.preventDefault();
      field.form?.requestSubmit();
    }
  });
  const { min_length: min = 0, max_length: max } = element;
  return min > 0 || max ? [field, counter(field, min, max)] : field;
}

/** Counts up to the least and down to the most, once either is near; going over is allowed, as on Slack, and refused when sent. */
function counter(field, min, max = Infinity) {
  const left = h("span", { class: "counter", "aria-live": "polite" });
  const count = () => {
    const { length } = field.value;
    const rest = max - length;
    const short = length > 0 && length < min;
    left.textContent = short ? `${min - length} more` : rest <= Math.max(10, max / 5) ? String(rest) : "";
    left.classList.toggle("over", rest < 0);
  };
  field.addEventListener("input", count);
  count();
  return left;
}
