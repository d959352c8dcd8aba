// The side pane with one thread: its first message, the answers, and a composer of its own.

import { announce } from "./announce.js";
import { Composer } from "./composer.js";
import { fill, h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { toggleInspector } from "./inspector.js";
import { drawMessage } from "./message.js";
import { conversation, store, titleOf } from "./store.js";
import { closeThread } from "./sync.js";
import { followPointer, walkMessages } from "./toolbar.js";

const NEAR = 80;

const place = h("small", {});
const list = h("div", { class: "log", role: "log", "aria-live": "off", "aria-label": "Messages in this thread" });
const scroll = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Thread" }, list);
const composer = new Composer({ name: "thread-composer", send: "thread-send" });
const pane = h(
  "aside",
  { class: "pane thread", "aria-label": "Thread", testid: "thread", hidden: true },
  h(
    "header",
    { class: "head" },
    h("div", { class: "head-title" }, h("h2", {}, "Thread", place)),
    h(
      "button",
      {
        type: "button",
        class: "icon-button head-end",
        "aria-label": "Close the thread",
        testid: "thread-close",
        onclick: closeThread,
      },
      icon("close"),
    ),
  ),
  scroll,
  composer.element,
);
let shown = null;
let opener = null;

/** Puts the pane in place, closed. */
export function placeThread(root) {
  root.append(pane);
  followPointer(scroll);
  walkMessages(scroll);
  pane.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(".popup:popover-open")) return;
    event.preventDefault();
    closeThread();
  });
}

export function drawThread() {
  const one = conversation();
  const wanted = store.thread && one ? `${store.me}/${store.channel}/${store.thread}` : null;
  if (wanted === null) return hide();
  const opened = shown !== wanted;
  if (opened) show(wanted, one);
  if (!store.replies) return undefined;
  const first = list.childElementCount === 0;
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  const grew = patchReplies();
  const last = store.replies.at(-1);
  if (grew && !first && last.user !== store.me) announce(last);
  if (first || (grew && atEnd)) scroll.scrollTop = scroll.scrollHeight;
  return undefined;
}

function show(wanted, one) {
  if (shown === null) opener = document.activeElement?.dataset.focus;
  shown = wanted;
  // The two share a place: whoever asks for a thread wants to see it.
  toggleInspector(false);
  list.replaceChildren();
  fill(place, titleOf(one));
  pane.hidden = false;
  document.body.classList.add("with-thread");
  composer.at({
    key: wanted,
    label: "Reply…",
    as: store.me,
    channel: store.channel,
    thread: store.thread,
    commands: false,
  });
  composer.focus();
}

function hide() {
  if (shown === null) return;
  shown = null;
  pane.hidden = true;
  document.body.classList.remove("with-thread");
  // By name: what opened the thread may have been drawn anew since, with another count of replies.
  const from = opener && document.querySelector(`[data-focus="${CSS.escape(opener)}"]`);
  (from ?? document.querySelector("[data-focus=composer]"))?.focus({ preventScroll: true });
}

function patchReplies() {
  const before = list.childElementCount;
  const [root, ...replies] = store.replies;
  if (!root) {
    fill(list, h("p", { class: "beginning" }, "This thread is gone."));
    return false;
  }
  const count = replies.length === 1 ? "1 reply" : `${replies.length} replies`;
  const rows = [row(root), ...(replies.length ? [{ key: "count", signature: count }] : []), ...replies.map(row)];
  patch(list, rows, {
    key: ({ key }) => key,
    signature: ({ signature }) => signature,
    create: ({ message }) =>
      message
        ? drawMessage(message, { inThread: true })
        : h("div", { class: "day thread-count", role: "separator" }, h("span", {}, count)),
  });
  return list.childElementCount > before;
}

const row = (message) => ({ key: message.ts, signature: [message], message });
