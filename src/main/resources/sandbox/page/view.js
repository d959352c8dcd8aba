// A view (a modal's or App Home's) as a surface of blocks: it keeps what was typed when the app draws it anew.

import * as api from "./api.js";
import { drawBlock, showError } from "./blocks/blocks.js";
import { h, patch } from "./dom.js";
import { store } from "./store.js";
import { refresh } from "./sync.js";
import { attempt } from "./toast.js";

const CONTROL = "[data-control], [role=radiogroup] input, [role=group] input";

/** A view's blocks with their state. `element` goes into the page, `update` brings it up to date. */
export class ViewPane {
  #as = store.me;
  #view;
  #typed = new Map();
  #unsent = new Set();
  #errorsSeen = "";

  constructor(view) {
    this.element = h("div", { class: "view" });
    this.update(view);
  }

  /** Draws the blocks that changed. A field that keeps its block_id and action_id keeps its value, focus and caret. */
  update(view) {
    this.#view = view;
    const blocks = view.blocks.map((block, at) => (block.block_id ? block : { ...block, block_id: `at-${at}` }));
    this.#forgetAllBut(blocks);
    patch(this.element, blocks, {
      key: (block) => block.block_id,
      signature: (block) => JSON.stringify(block),
      create: (block) => drawBlock(block, this.#surface()),
    });
    const errors = JSON.stringify(view.errors ?? {});
    if (errors !== this.#errorsSeen) this.#markErrors(view.errors ?? {});
    this.#errorsSeen = errors;
  }

  /** What the fields hold, in the shape of Slack's `state.values`. */
  values() {
    const values = {};
    for (const { block_id: blockId, element, type } of this.#view.blocks) {
      const value = type === "input" ? this.#value(blockId, element.action_id) : undefined;
      if (value !== undefined) values[blockId] = { [element.action_id]: value };
    }
    return values;
  }

  /** Puts each error under its field, clears the others, and goes to the first. */
  showErrors(errors) {
    const first = this.#markErrors(errors);
    this.#errorsSeen = JSON.stringify(errors);
    first?.querySelector(CONTROL)?.focus();
    first?.scrollIntoView({ block: "nearest" });
  }

  /** Gives focus to the field that asks for it, else to the first; false where there is none. */
  focus() {
    const control = this.element.querySelector("[autofocus]") ?? this.element.querySelector(CONTROL);
    control?.focus();
    return control !== null;
  }

  #markErrors(errors) {
    let first = null;
    for (const field of this.element.querySelectorAll(".field")) {
      const text = errors[field.dataset.field] ?? null;
      showError(field, text);
      if (text !== null) first ??= field;
    }
    return first;
  }

  #surface() {
    return {
      name: this.#view.id,
      value: (...at) => this.#value(...at),
      record: (blockId, actionId, value) => this.#record(blockId, actionId, value),
      act: (blockId, actionId, value) => this.#act(blockId, actionId, value),
      options: (blockId, actionId, query) =>
        api.optionsFor({ as: this.#as, viewId: this.#view.id, blockId, actionId, query }),
    };
  }

  #value(blockId, actionId) {
    return this.#typed.get(keyOf(blockId, actionId)) ?? this.#view.values?.[blockId]?.[actionId];
  }

  #record(blockId, actionId, value) {
    this.#typed.set(keyOf(blockId, actionId), value);
    this.#unsent.add(keyOf(blockId, actionId));
    const field = [...this.element.querySelectorAll(".field.wrong")].find((one) => one.dataset.field === blockId);
    if (field) showError(field, null);
  }

  /** Tells the app; first the server learns what was typed elsewhere, because the app is told that too. */
  async #act(blockId, actionId, value) {
    const key = keyOf(blockId, actionId);
    if (value.type !== "button" && value.type !== "overflow") this.#record(blockId, actionId, value);
    this.#unsent.delete(key);
    const went = await attempt(async () => {
      for (const unsent of [...this.#unsent]) await this.#send(...JSON.parse(unsent), this.#typed.get(unsent));
      return this.#send(blockId, actionId, value);
    });
    if (went) await refresh();
  }

  #send(blockId, actionId, value) {
    this.#unsent.delete(keyOf(blockId, actionId));
    return api.sendAction({ as: this.#as, viewId: this.#view.id, blockId, actionId, value });
  }

  #forgetAllBut(blocks) {
    const kept = new Set(
      blocks.flatMap((block) =>
        [block.element, block.accessory, ...(block.type === "actions" ? block.elements : [])]
          .filter(Boolean)
          .map((element) => keyOf(block.block_id, element.action_id)),
      ),
    );
    for (const key of this.#typed.keys()) if (!kept.has(key)) this.#typed.delete(key);
    for (const key of this.#unsent) if (!kept.has(key)) this.#unsent.delete(key);
  }
}

const keyOf = (blockId, actionId) => JSON.stringify([blockId, actionId]);
