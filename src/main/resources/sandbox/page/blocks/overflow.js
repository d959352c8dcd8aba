// The overflow menu: a button with three dots and up to five choices.

import { freshId, h } from "../dom.js";
import { textOf } from "../richtext.js";
import { icon } from "../icons.js";
import { menuKeys } from "../menu.js";
import { hidePopup, showPopup } from "./popup.js";
import { confirmed } from "./slot.js";

export function overflow(element, slot) {
  const id = freshId("overflow");
  const menu = h("div", { id, class: "popup menu", role: "menu", popover: "auto" }, element.options.map(item));
  const button = h(
    "button",
    {
      type: "button",
      class: "button icon-button",
      "aria-label": slot.label ? `More actions: ${slot.label}` : "More actions",
      "aria-haspopup": "menu",
      testid: `action-${element.action_id}`,
      popovertarget: id,
      data: { focus: slot.focus },
    },
    icon("dots"),
  );
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    showPopup(menu, button);
    menu.querySelector("[role=menuitem]")?.focus();
  });
  menuKeys(menu);

  function item(option) {
    const choose = () => {
      hidePopup(menu);
      confirmed(element, () => slot.change({ type: "overflow", selected_option: option }));
    };
    const text = h(
      "span",
      {},
      textOf(option.text),
      option.description && h("span", { class: "choice-more" }, textOf(option.description)),
    );
    if (!option.url) return h("button", { type: "button", role: "menuitem", onclick: choose }, text);
    const href = /^https?:\/\//i.test(option.url) ? option.url : null;
    return h("a", { role: "menuitem", href, target: "_blank", rel: "noopener noreferrer", onclick: choose }, text);
  }
  return h("span", { class: "overflow" }, button, menu);
}
