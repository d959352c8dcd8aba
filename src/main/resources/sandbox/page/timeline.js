// The messages of one conversation, as far back as they have been asked for, oldest first. A message that did not change
// stays the same object: whoever draws it compares by identity.

import * as api from "./api.js";

const PIECE = 100;

export class Timeline {
  messages = [];
  /** Whether the server has earlier ones. */
  more = false;

  #as;
  #channel;
  #version = null;
  #earlier = null;

  constructor(as, channel) {
    this.#as = as;
    this.#channel = channel;
  }

  /** Asks what is new. `reading` says that the person sees it. */
  async update(reading) {
    const known = this.#version === null ? {} : { since: this.#version, from: this.messages[0]?.ts ?? "0" };
    const answer = await this.#ask({ limit: PIECE, ...known, ...(reading ? { read: 1 } : {}) });
    // A server that could not tell the difference (after a reset, say) answers with the whole.
    if (answer.since === undefined) this.#replace(answer);
    else this.#merge(answer);
    this.#version = answer.version ?? null;
  }

  /** Fetches a piece of what was said earlier; true if there was any. */
  async earlier() {
    if (!this.more) return false;
    this.#earlier ??= this.#ask({ limit: PIECE, before: this.messages[0].ts }).finally(() => {
      this.#earlier = null;
    });
    const answer = await this.#earlier;
    const first = this.messages[0]?.ts ?? "~";
    const older = answer.messages.filter(({ ts }) => ts < first);
    if (older.length) {
      this.messages = [...older, ...this.messages];
      this.more = answer.more === true;
    }
    return older.length > 0;
  }

  find(ts) {
    return this.messages.find((message) => message.ts === ts);
  }

  #ask(question) {
    return api.messagesOf(this.#as, this.#channel, question);
  }

  #replace({ messages, more }) {
    this.messages = keepingSame(this.messages, messages);
    this.more = more === true;
  }

  #merge({ messages, gone = [] }) {
    if (messages.length === 0 && gone.length === 0) return;
    const all = new Map(this.messages.map((message) => [message.ts, message]));
    for (const ts of gone) all.delete(ts);
    for (const message of keepingSame(this.messages, messages)) all.set(message.ts, message);
    this.messages = [...all.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  }
}

const written = new WeakMap();

/** The new messages, each as the object that it was before if nothing about it changed. */
export function keepingSame(before, after) {
  const known = new Map(before?.map((message) => [message.ts, message]));
  return after.map((message) => {
    const same = known.get(message.ts);
    return same && textOf(same) === textOf(message) ? same : message;
  });
}

function textOf(message) {
  if (!written.has(message)) written.set(message, JSON.stringify(message));
  return written.get(message);
}
