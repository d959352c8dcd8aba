// The "+" of a composer: the app's global shortcuts, and its commands for whoever does not know them by heart.

import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { menuKeys } from "./menu.js";
import { avatar } from "./people.js";
import { hidePopup, showPopup } from "./blocks/popup.js";
import { store } from "./store.js";
import { refresh } from "./sync.js";
import { attempt } from "./toast.js";

export class PlusMenu {
  #menu = h("div", { class: "popup menu plus", role: "menu", popover: "auto", "aria-label": "Shortcuts" });
  #button;
  #place;
  #insert;

  /** `place()` says where the composer writes; `insert(text)` puts a text into it. */
  constructor({ place, insert }) {
    this.#place = place;
    this.#insert = insert;
    menuKeys(this.#menu);
    this.#button = h(
      "button",
      {
        type: "button",
        class: "icon-button plus-button",
        "aria-label": "Shortcuts",
        title: "Shortcuts",
        "aria-haspopup": "menu",
        testid: "plus",
        onclick: () => this.#open(),
      },
      icon("plus"),
    );
    this.element = h("span", { class: "plus-place" }, this.#button, this.#menu);
  }

  #open() {
    const { shortcuts = [], commands } = store.workspace;
    const globals = shortcuts.filter(({ type }) => type === "global");
    const typed = this.#place().commands ? commands : [];
    fill(
      this.#menu,
      globals.length > 0 && h("div", { class: "group-label", role: "presentation" }, "Shortcuts"),
      globals.map((one) => this.#item(one.name, one.description, () => this.#take(one))),
      typed.length > 0 && h("div", { class: "group-label", role: "presentation" }, "Commands"),
      typed.map((one) => this.#item(one.command, one.description, () => this.#insert(`${one.command} `))),
      globals.length + typed.length === 0 && h("div", { class: "empty" }, "There are no shortcuts here."),
    );
    showPopup(this.#menu, this.#button);
    this.#menu.querySelector("[role=menuitem]")?.focus();
  }

  #item(name, more, go) {
    const { app } = store.workspace;
    const choose = () => {
      hidePopup(this.#menu);
      go();
    };
    return h(
      "button",
      { type: "button", role: "menuitem", data: { name: name.replace("/", "") }, onclick: choose },
      avatar({ id: app.botUser, name: app.name }),
      h("span", { class: "who" }, h("span", { class: "who-name" }, name), more && h("span", { class: "choice-more" }, more)),
    );
  }

  async #take({ callbackId }) {
    const { as, channel } = this.#place();
    if (await attempt(() => api.takeShortcut({ as, callbackId, channel }))) await refresh();
  }
}
