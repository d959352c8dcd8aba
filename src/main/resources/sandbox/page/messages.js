// The message list of the open conversation: patched, not rebuilt, and held where the reader is.

import { fill, h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { drawDay, drawMessage, drawUnreadLine } from "./message.js";
import { authorOf } from "./people.js";
import { businessNow, conversation, me, nameOf, store } from "./store.js";
import { dayKey, dayTitle, millisOf } from "./times.js";

const NEAR = 80;
const TOGETHER = 5 * 60_000;

let root;
let list;
let shown = null;
let atEnd = true;
let newest = null;
const jump = h(
  "button",
  { type: "button", class: "jump", hidden: true, onclick: () => toEnd("smooth") },
  icon("arrow"),
  "New messages",
);

/** Puts the list in place; `scroll` is the element that scrolls. */
export function placeMessages(scroll) {
  root = scroll;
  root.addEventListener(
    "scroll",
    () => {
      atEnd = isNearEnd();
      if (atEnd) jump.hidden = true;
    },
    { passive: true },
  );
  // The window or the composer changed its height: whoever was at the end stays there.
  new ResizeObserver(() => atEnd && toEnd()).observe(root);
}

export function drawMessages() {
  if (!store.messages || store.tab !== "messages") {
    if (store.tab !== "messages") shown = null;
    return;
  }
  const place = `${store.me}/${store.channel}`;
  const opened = shown !== place;
  if (opened) openList(place);
  // Asked now: a window in the background hears of scrolling late.
  else atEnd = isNearEnd();
  patch(list, entries(), {
    key: (entry) => entry.key,
    signature: (entry) => entry.signature,
    create: (entry) => entry.create(),
  });
  settle(opened);
}

function isNearEnd() {
  return root.scrollHeight - root.scrollTop - root.clientHeight < NEAR;
}

function openList(place) {
  shown = place;
  atEnd = true;
  newest = null;
  // A new element: a log announces what is added to it, and old messages are not news.
  list = h("div", {
    class: "log",
    role: "log",
    "aria-live": "polite",
    "aria-label": `Messages in ${nameOf(conversation())}`,
  });
  fill(root, h("div", { class: "filler" }), beginning(), list, h("div", { class: "jump-place" }, jump));
}

function beginning() {
  const one = conversation();
  const name = one.kind === "channel" ? `#${nameOf(one)}` : nameOf(one);
  const text = {
    channel: `This is the very beginning of ${name}.`,
    im: `This is the beginning of your messages with ${name}.`,
    app: `This is where ${name} writes to you. Only you see it.`,
  }[one.kind];
  return h("p", { class: "beginning" }, h("strong", {}, name), text);
}

function entries() {
  const zone = me().tz;
  const now = businessNow();
  const today = dayKey(now, zone);
  const result = [];
  let before = null;
  for (const message of store.messages) {
    const day = dayKey(millisOf(message.ts), zone);
    const dayBegins = day !== before?.day;
    const author = authorOf(message).id;
    if (dayBegins) result.push(line(`day/${day}`, dayTitle(millisOf(message.ts), now, zone), drawDay));
    if (message.ts === store.unreadFrom) result.push(line("unread", "", drawUnreadLine));
    const grouped = !dayBegins && message.ts !== store.unreadFrom && follows(message, before, author);
    result.push({
      key: `message/${message.ts}`,
      signature: JSON.stringify([message, grouped, today]),
      create: () => drawMessage(message, grouped),
    });
    before = { message, day, author };
  }
  return result;
}

function line(key, text, draw) {
  return { key, signature: text, create: () => draw(text) };
}

function follows(message, before, author) {
  return (
    before.author === author &&
    !message.ephemeral === !before.message.ephemeral &&
    millisOf(message.ts) - millisOf(before.message.ts) < TOGETHER
  );
}

function settle(opened) {
  const last = store.messages.at(-1);
  const arrived = last !== undefined && last.ts !== newest;
  const mine = last?.user === store.me;
  newest = last?.ts ?? null;
  if (opened) toBeginningOfNews();
  else if (arrived && (atEnd || mine)) toEnd();
  else if (atEnd) toEnd();
  else if (arrived) jump.hidden = false;
}

function toBeginningOfNews() {
  toEnd();
  const unread = list.querySelector(".new-line");
  const above = unread ? unread.offsetTop - root.offsetTop - 40 : Infinity;
  if (above < root.scrollTop) root.scrollTop = above;
}

function toEnd(behavior = "instant") {
  root.scrollTo({ top: root.scrollHeight, behavior });
  atEnd = true;
  jump.hidden = true;
}
