// Buttons, plain and with an address.

import { h } from "../dom.js";
import { textOf } from "../richtext.js";
import { confirmed } from "./slot.js";

/** A button; while the app answers it is busy and a second press does nothing. */
export function button(element, slot) {
  const props = {
    class: ["button", element.style].filter(Boolean).join(" "),
    testid: `action-${element.action_id}`,
    "aria-label": element.accessibility_label,
    data: { focus: slot.focus },
  };
  const value = { type: "button", ...(element.value === undefined ? {} : { value: element.value }) };
  if (element.url) {
    const address = /^https?:\/\//i.test(element.url) ? element.url : null;
    return h(
      "a",
      { ...props, href: address, target: "_blank", rel: "noopener noreferrer", onclick: () => void slot.change(value) },
      textOf(element.text),
    );
  }
  const drawn = h(
    "button",
    { ...props, type: "button", onclick: () => confirmed(element, press) },
    textOf(element.text),
  );
  async function press() {
    if (drawn.ariaBusy === "true") return;
    drawn.ariaBusy = "true";
    await slot.change(value);
    drawn.ariaBusy = null;
  }
  return drawn;
}
