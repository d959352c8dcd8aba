// Where one writes: Enter sends, Shift+Enter begins a line, `/`, `@`, `#` and `:` complete, ↑ brings earlier texts back.

import * as api from "./api.js";
import { Completion, usageOf } from "./completion.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { PlusMenu } from "./plus.js";
import { store } from "./store.js";
import { refresh } from "./sync.js";
import { attempt, clearToast } from "./toast.js";
import { wireForm } from "./typed.js";

const REMEMBERED = 50;
const drafts = new Map();
const earlier = new Map();

/** One composer; `name` and `send` are its hooks for browser tests. */
export class Composer {
  #field;
  #usage = h("p", { class: "usage" });
  #send;
  #completion;
  #place = null;
  #step = 0;

  constructor({ name, send }) {
    this.#completion = new Completion(`completion-${name}`, (begun, whole) => this.#complete(begun, whole));
    this.#field = h("textarea", {
      class: "composer-field",
      rows: 1,
      testid: name,
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.#completion.element.id,
      "aria-expanded": "false",
      autocomplete: "off",
      data: { focus: name },
      oninput: () => this.#written(),
      onkeydown: (event) => this.#onKey(event),
      onblur: () => this.#completion.close(this.#field),
    });
    this.#send = h(
      "button",
      { type: "button", class: "send", "aria-label": "Send", testid: send, disabled: true, onclick: () => this.#go() },
      icon("send"),
    );
    this.element = this.#draw();
  }

  /** Where what is written goes: `{key, label, as, channel, thread, commands}`. The draft of each key is kept. */
  at(place) {
    if (this.#place?.key === place.key) return false;
    if (this.#place) drafts.set(this.#place.key, this.#field.value);
    this.#place = place;
    this.#step = 0;
    this.#field.placeholder = place.label;
    this.#field.setAttribute("aria-label", place.label);
    clearToast();
    this.#write(drafts.get(place.key) ?? "");
    this.#completion.close(this.#field);
    return true;
  }

  /** Where the window is narrow, focus would bring a keyboard up that hides half of what one came to read. */
  focus() {
    if (innerWidth > 720 && !document.querySelector("dialog[open]")) this.#field.focus({ preventScroll: true });
  }

  #draw() {
    const plus = new PlusMenu({
      place: () => this.#place,
      insert: (text) => {
        this.#write(text);
        this.#field.focus();
      },
    });
    return h(
      "div",
      { class: "compose" },
      this.#completion.element,
      h("div", { class: "composer" }, plus.element, this.#field, this.#send),
      h(
        "div",
        { class: "under" },
        this.#usage,
        h("p", { class: "keys", "aria-hidden": "true" }, h("b", {}, "Shift + Enter"), " for a new line"),
      ),
    );
  }

  /** Puts a chosen command or name in the place of what was begun before the caret. */
  #complete(begun, whole) {
    const field = this.#field;
    const caret = field.selectionStart;
    const before = `${field.value.slice(0, caret - begun.length)}${whole} `;
    this.#write(before + field.value.slice(caret).trimStart());
    field.setSelectionRange(before.length, before.length);
  }

  #write(text) {
    this.#field.value = text;
    this.#written();
    this.#field.setSelectionRange(text.length, text.length);
  }

  #written() {
    const field = this.#field;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    this.#send.disabled = field.value.trim() === "";
    this.#usage.textContent = (this.#place?.commands && usageOf(field.value)) || "";
    this.#completion.completeFor(field, this.#place?.commands);
  }

  #onKey(event) {
    if (event.isComposing || this.#completion.onKey(event, this.#field)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#go();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      this.#recall(event);
    }
  }

  #recall(event) {
    const past = earlier.get(store.me) ?? [];
    const browsing = this.#step > 0 && this.#field.value === past.at(-this.#step);
    if (this.#field.value !== "" && !browsing) return;
    const next = Math.min(past.length, this.#step * browsing + (event.key === "ArrowUp" ? 1 : -1));
    if (next < 0 || past.length === 0) return;
    event.preventDefault();
    this.#step = next;
    this.#write(next === 0 ? "" : past.at(-next));
    this.#completion.close(this.#field);
  }

  async #go() {
    const text = this.#field.value.trim();
    if (text === "") return;
    const { as, channel, thread, commands, key } = this.#place;
    this.#remember(as, text);
    this.#write("");
    this.#field.ariaBusy = "true";
    const went = await attempt(() => {
      if (!text.startsWith("/")) return api.sendMessage(as, channel, wireForm(text), thread);
      if (commands) return api.sendCommand(as, channel, text);
      throw new api.Trouble(`${text.split(/\s/)[0]} is not supported in threads. Sorry!`);
    });
    this.#field.ariaBusy = null;
    // What was not taken is given back, unless something else has been written meanwhile.
    if (!went && this.#field.value === "" && this.#place.key === key) this.#write(text);
    await refresh();
  }

  #remember(as, text) {
    const past = (earlier.get(as) ?? []).filter((other) => other !== text);
    earlier.set(as, [...past, text].slice(-REMEMBERED));
    this.#step = 0;
  }
}
