// Element types. A further type is one more entry of `types`.
//
// A slot is an element's place in its block:
//   focus       the name by which focus finds it again     ids     of its label, hint and error in an input block, else absent
//   value       what was chosen so far, or undefined       label   its accessible name where no label is in sight
//   clearable   whether "nothing" may be chosen            tells   whether the app hears of every change at once
//   change(value), submit(value)    what the person did    options(query)    the app's options for an external select

import { h } from "../dom.js";
import { button } from "./button.js";
import { checkboxes, radioButtons } from "./choices.js";
import { numberInput, textInput } from "./inputs.js";
import { sidePicture } from "./media.js";
import { datePicker, dateTimePicker, timePicker } from "./moments.js";
import { overflow } from "./overflow.js";
import { select } from "./selects.js";
import { fileInput } from "./upload.js";

const types = {
  button,
  overflow,
  image: sidePicture,
  static_select: select,
  external_select: select,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  multi_static_select: select,
  multi_external_select: select,
  multi_users_select: select,
  multi_conversations_select: select,
  multi_channels_select: select,
  datepicker: datePicker,
  timepicker: timePicker,
  datetimepicker: dateTimePicker,
  checkboxes,
  radio_buttons: radioButtons,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: numberInput,
  file_input: fileInput,
};

/** Draws one element in its slot. */
export function drawElement(element, slot) {
  const draw = types[element.type];
  return draw
    ? draw(element, slot)
    : h("span", { class: "unknown" }, `An element of type "${element.type}" is not imitated.`);
}
