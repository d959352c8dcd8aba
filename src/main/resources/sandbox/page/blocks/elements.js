// Element types. A further type is one more entry of `types`.
//
// A slot is an element's place in its block:
//   focus       the name by which focus finds it again     ids     of its label, hint and error in an input block, else absent
//   value       what was chosen so far, or undefined       label   its accessible name where no label is in sight
//   clearable   whether "nothing" may be chosen            change(value), submit(value)    what the person did
//   options(query)                                         the app's options for an external select

import { h } from "../dom.js";
import { button } from "./button.js";
import { checkboxes, radioButtons } from "./choices.js";
import { datePicker, numberInput, textInput } from "./inputs.js";
import { overflow } from "./overflow.js";
import { conversationsSelect, externalSelect, staticSelect, usersSelect } from "./selects.js";

const types = {
  button,
  overflow,
  static_select: staticSelect,
  external_select: externalSelect,
  users_select: usersSelect,
  conversations_select: conversationsSelect,
  channels_select: conversationsSelect,
  datepicker: datePicker,
  checkboxes,
  radio_buttons: radioButtons,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: numberInput,
};

/** Draws one element in its slot. */
export function drawElement(element, slot) {
  const draw = types[element.type];
  return draw
    ? draw(element, slot)
    : h("span", { class: "unknown" }, `An element of type "${element.type}" is not imitated.`);
}
