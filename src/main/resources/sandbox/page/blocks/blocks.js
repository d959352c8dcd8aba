// Block types. A further type is one more entry of `types`.
//
// A surface is where blocks stand, a message or a view:
//   name                                 what its controls' focus names begin with
//   value(blockId, actionId)             what the person chose there so far, or undefined
//   record(blockId, actionId, value)     keeps it, in the shape of Slack's `state.values`
//   act(blockId, actionId, value)        keeps it and tells the app; a promise
//   options(blockId, actionId, query)    asks the app for the options of an external select; a promise

import { freshId, h } from "../dom.js";
import { textOf } from "../richtext.js";
import { drawElement } from "./elements.js";
import { fileBlock, imageBlock, smallPicture } from "./media.js";
import { richText } from "./rich.js";

const types = {
  section,
  header,
  context,
  divider,
  actions,
  input,
  image: imageBlock,
  rich_text: richText,
  file: fileBlock,
};

/** What a control is called that has neither a placeholder nor a text beside it. */
const KINDS = { datepicker: "Date", timepicker: "Time", datetimepicker: "Date and time", overflow: null, button: null };
const FIELD_GROUPS = new Set(["checkboxes", "radio_buttons", "datetimepicker"]);

/** Draws one block. */
export function drawBlock(block, surface) {
  const draw = types[block.type];
  return draw
    ? draw(block, surface)
    : h("p", { class: "block unknown" }, `A block of type "${block.type}" is not imitated.`);
}

/** Draws blocks that never change in place, as in a message. */
export function drawBlocks(blocks, surface) {
  return blocks.map((block, at) => drawBlock(block.block_id ? block : { ...block, block_id: `at-${at}` }, surface));
}

function section(block, surface) {
  const fields = block.fields?.map((field) => h("div", { class: "section-field" }, textOf(field)));
  return h(
    "div",
    { class: block.accessory ? "block section with-accessory" : "block section" },
    h(
      "div",
      { class: "section-text" },
      block.text && h("div", {}, textOf(block.text)),
      fields && h("div", { class: "section-fields" }, fields),
    ),
    block.accessory &&
      h("div", { class: "accessory" }, drawElement(block.accessory, slot(block, block.accessory, surface))),
  );
}

function header(block) {
  return h("h3", { class: "block header" }, textOf(block.text));
}

function context(block) {
  return h(
    "div",
    { class: "block context" },
    block.elements.map((element) =>
      element.type === "image" ? smallPicture(element) : h("span", {}, textOf(element)),
    ),
  );
}

function divider() {
  return h("hr", { class: "block divider" });
}

function actions(block, surface) {
  return h(
    "div",
    { class: "block actions" },
    block.elements.map((element) => drawElement(element, slot(block, element, surface))),
  );
}

/** An element's place in a section or an actions block: whatever happens there is told to the app at once. */
function slot(block, element, surface) {
  const at = [block.block_id, element.action_id];
  return {
    focus: [surface.name, ...at].join("/"),
    label: element.accessibility_label ?? element.placeholder?.text ?? block.text?.text ?? kindOf(element),
    value: surface.value(...at),
    clearable: false,
    tells: true,
    change: (value) => surface.act(...at, value),
    submit: null,
    options: (query) => surface.options(...at, query),
  };
}

const kindOf = ({ type }) => (type in KINDS ? KINDS[type] : "Choices");

function input(block, surface) {
  const { element } = block;
  const at = [block.block_id, element.action_id];
  const ids = { control: freshId("control"), label: freshId("label"), hint: freshId("hint"), error: freshId("error") };
  const tell = block.dispatch_action ? surface.act : surface.record;
  const typed = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const typing = /text_input|number_input/.test(element.type);
  const place = {
    focus: [surface.name, ...at].join("/"),
    ids,
    value: surface.value(...at),
    clearable: block.optional === true,
    tells: block.dispatch_action === true,
    change:
      typing && !typed.includes("on_character_entered")
        ? (value) => surface.record(...at, value)
        : (value) => tell(...at, value),
    submit:
      block.dispatch_action && typing && typed.includes("on_enter_pressed")
        ? (value) => surface.act(...at, value)
        : null,
    options: (query) => surface.options(...at, query),
  };
  const many = FIELD_GROUPS.has(element.type);
  return h(
    "div",
    { class: "block field", testid: `field-${block.block_id}`, data: { field: block.block_id } },
    h(
      many ? "div" : "label",
      { class: "label", id: ids.label, for: many ? null : ids.control },
      textOf(block.label),
      block.optional && h("span", { class: "optional" }, " (optional)"),
    ),
    drawElement(element, place),
    h("p", { class: "error", id: ids.error, role: "alert" }),
    block.hint && h("p", { class: "hint", id: ids.hint }, textOf(block.hint)),
  );
}

/** Shows or clears (`null`) the error of a field that `drawBlock` made. */
export function showError(field, text) {
  field.classList.toggle("wrong", text !== null);
  field.querySelector(":scope > .error").textContent = text ?? "";
  for (const control of field.querySelectorAll("[data-control]")) {
    if (text === null) control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
  }
}
