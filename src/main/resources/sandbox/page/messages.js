// The message list of the open conversation: only a window of it is drawn, patched and not rebuilt, and held where the
// reader is.

import { announce } from "./announce.js";
import { fill, h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { entriesOf } from "./entries.js";
import { followPointer, walkMessages } from "./toolbar.js";
import { conversation, nameOf, store, titleOf } from "./store.js";
import { fetchEarlier } from "./sync.js";

const NEAR = 80;
/** So close to the end of what is drawn, more is drawn. */
const AHEAD = 1600;
const STEP = 50;
/** More than this is never in the page at once. */
const MOST = 220;

let root;
let top;
let list = null;
let shown = null;
let atEnd = true;
let newest = null;
/** The `ts` of the first message in the page, and of the last; `to` is null where the list goes on to the newest. */
let from = null;
let to = null;
let growing = false;
/** What stood at the upper edge when the list was last scrolled. */
let seen = null;
const jump = h(
  "button",
  { type: "button", class: "jump", hidden: true, testid: "jump", onclick: () => toNewest() },
  icon("arrow"),
  "New messages",
);

/** Puts the list in place; `scroll` is the element that scrolls. */
export function placeMessages(scroll) {
  root = scroll;
  root.addEventListener("scroll", scrolled, { passive: true });
  new ResizeObserver(resized).observe(root);
  followPointer(root);
  walkMessages(root);
}

export function drawMessages() {
  if (!store.timeline || store.tab !== "messages") {
    if (store.tab !== "messages") shown = null;
    return;
  }
  const place = `${store.me}/${store.channel}`;
  const opened = shown !== place;
  if (opened) openList(place);
  // Asked now: a window in the background hears of scrolling late.
  else atEnd = to === null && isNearEnd();
  if (atEnd && to === null) trimStart();
  if (opened || atEnd) draw();
  else holding(draw);
  settle(opened);
}

function openList(place) {
  shown = place;
  atEnd = true;
  newest = null;
  to = null;
  from = startOf(store.timeline.messages.length - STEP);
  if (store.unreadFrom !== null && store.unreadFrom < from) from = store.unreadFrom;
  jump.hidden = true;
  list = h("div", {
    class: "log",
    role: "log",
    "aria-live": "off",
    "aria-label": `Messages in ${nameOf(conversation())}`,
  });
  top = h("div", { class: "list-top" });
  fill(root, h("div", { class: "filler" }), top, list, h("div", { class: "jump-place" }, jump));
}

function draw() {
  const { messages } = store.timeline;
  const [start, end] = [indexOf(from), to === null ? messages.length : indexOf(to) + 1];
  const begins = start === 0 && !store.timeline.more;
  patch(top, [begins ? "beginning" : "earlier"], {
    key: (what) => what,
    signature: () => shown,
    create: (what) => (what === "beginning" ? beginning() : h("p", { class: "earlier" }, "Earlier messages…")),
  });
  patch(list, entriesOf(messages, start, end, store.unreadFrom), {
    key: (entry) => entry.key,
    signature: (entry) => entry.signature,
    create: (entry) => entry.create(),
  });
}

function beginning() {
  const one = conversation();
  const name = titleOf(one);
  const text = {
    channel: `This is the very beginning of ${name}.`,
    im: `This is the beginning of your messages with ${name}.`,
    app: `This is where ${name} writes to you. Only you see it.`,
  }[one.kind];
  return h("p", { class: "beginning" }, h("strong", {}, name), text);
}

const startOf = (at) => store.timeline.messages[Math.max(0, at)]?.ts ?? null;

function indexOf(ts) {
  if (ts === null) return 0;
  const { messages } = store.timeline;
  const at = messages.findIndex((message) => message.ts >= ts);
  return at < 0 ? Math.max(0, messages.length - 1) : at;
}

/** Whoever sits at the end and lets messages come in does not gather all of them. */
function trimStart() {
  const { length } = store.timeline.messages;
  if (length - indexOf(from) > MOST) from = startOf(length - STEP);
}

/** Changes the list and keeps in place what the reader sees. */
function holding(change) {
  const held = firstInSight();
  change();
  putBack(held);
}

/** What stands at the upper edge, and how far from it. */
function firstInSight() {
  const edge = root.getBoundingClientRect().top;
  const node = [...list.children].find((child) => child.getBoundingClientRect().bottom > edge);
  return node ? { node, offset: node.getBoundingClientRect().top - edge } : null;
}

function putBack(held) {
  if (!held?.node.isConnected) return;
  root.scrollTop += held.node.getBoundingClientRect().top - root.getBoundingClientRect().top - held.offset;
}

/** The window, a pane or the composer changed what room there is: whoever was at the end stays there, others where they were. */
function resized() {
  if (!list?.isConnected) return;
  if (atEnd) toEnd();
  else putBack(seen);
}

function scrolled() {
  if (!list?.isConnected) return;
  atEnd = to === null && isNearEnd();
  if (atEnd) jump.hidden = true;
  seen = firstInSight();
  if (root.scrollTop < AHEAD) growUp();
  else if (root.scrollHeight - root.scrollTop - root.clientHeight < AHEAD) growDown();
}

async function growUp() {
  if (growing) return;
  growing = true;
  try {
    if (indexOf(from) === 0 && !(store.timeline.more && (await fetchEarlier()))) return;
    const { messages } = store.timeline;
    const start = Math.max(0, indexOf(from) - STEP);
    from = startOf(start);
    if ((to === null ? messages.length : indexOf(to) + 1) - start > MOST) {
      to = startOf(start + MOST);
      jumpLabel("Newest messages");
    }
    holding(draw);
  } finally {
    growing = false;
  }
}

function growDown() {
  if (growing || to === null) return;
  const { messages } = store.timeline;
  const end = indexOf(to) + STEP;
  to = end >= messages.length - 1 ? null : startOf(end);
  const start = Math.max(indexOf(from), Math.min(end, messages.length) - MOST);
  from = startOf(start);
  holding(draw);
}

function isNearEnd() {
  return root.scrollHeight - root.scrollTop - root.clientHeight < NEAR;
}

function settle(opened) {
  const last = store.timeline.messages.at(-1);
  const arrived = last !== undefined && last.ts !== newest;
  const mine = last?.user === store.me;
  newest = last?.ts ?? null;
  if (arrived && !opened && !mine) announce(last);
  if (opened) toBeginningOfNews();
  else if (arrived && mine && !atEnd) toNewest();
  else if (atEnd) toEnd();
  else if (arrived) jumpLabel("New messages");
}

function jumpLabel(text) {
  jump.lastChild.textContent = text;
  jump.hidden = false;
}

function toBeginningOfNews() {
  toEnd();
  const unread = list.querySelector("[data-new]");
  const above = unread ? unread.offsetTop - root.offsetTop - 40 : Infinity;
  if (above < root.scrollTop) root.scrollTop = above;
}

function toNewest() {
  to = null;
  from = startOf(store.timeline.messages.length - STEP);
  draw();
  toEnd();
}

function toEnd() {
  root.scrollTo({ top: root.scrollHeight, behavior: "instant" });
  atEnd = true;
  jump.hidden = true;
}
