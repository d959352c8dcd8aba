// The multi-select: a combobox that keeps several choices, each a token that can be taken away.

import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { wordsOf } from "../richtext.js";
import { combobox } from "./combobox.js";
import { confirmed } from "./slot.js";

/**
 * Draws one. `groups`, `search` as for a combobox; `chosen` the options chosen so far; `valueOf(options)` makes of them
 * what Slack's `state.values` holds.
 */
export function multiSelect(element, slot, { groups, search, chosen, valueOf }) {
  const most = element.max_selected_items ?? Infinity;
  let all = [...chosen];
  let told = all;
  const tokens = h("ul", { class: "tokens", "aria-label": "Chosen" });
  const has = ({ value }) => all.some((other) => other.value === value);
  const box = combobox(element, slot, {
    groups,
    search,
    chosen: null,
    many: { has, full: () => (all.length >= most ? fullText(most) : null), closed: tell, removeLast },
    pick: (option) => change(has(option) ? without(option) : [...all, option]),
  });
  box.classList.add("many");
  box.prepend(tokens);
  draw();
  return box;

  function without({ value }) {
    return all.filter((other) => other.value !== value);
  }

  function removeLast() {
    if (all.length) change(all.slice(0, -1));
  }

  function change(next) {
    if (next.length > most) return;
    all = next;
    draw();
    // A field of a form only remembers; elsewhere the app hears of it once, when the list is closed.
    if (!slot.tells) {
      told = all;
      slot.change(valueOf(all));
    }
  }

  function tell() {
    if (!slot.tells || same(all, told)) return;
    const before = told;
    told = all;
    confirmed(element, () => slot.change(valueOf(all)), () => {
      all = told = before;
      draw();
    });
  }

  function draw() {
    fill(tokens, all.map(token));
    tokens.hidden = all.length === 0;
    box.querySelector("input")?.setAttribute("placeholder", all.length ? "" : wordsOf(element.placeholder) || "Select options");
  }

  function token(option) {
    const words = wordsOf(option.text);
    const remove = () => {
      change(without(option));
      box.querySelector("input").focus();
      if (slot.tells) tell();
    };
    return h(
      "li",
      { class: "token" },
      h("span", {}, words),
      h("button", { type: "button", tabindex: -1, "aria-label": `Remove ${words}`, onclick: remove }, icon("close")),
    );
  }
}

const fullText = (most) => `No more than ${most} can be chosen`;
const same = (one, other) => one.length === other.length && one.every(({ value }, at) => value === other[at].value);
