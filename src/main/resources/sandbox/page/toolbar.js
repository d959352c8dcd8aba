// What can be done with a message: one small toolbar that goes to the message under the pointer or the focus. One for the
// whole page, so that thousands of messages carry nothing.

import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { menuKeys } from "./menu.js";
import { hidePopup, showPopup } from "./blocks/popup.js";
import { store } from "./store.js";
import { openThread, refresh } from "./sync.js";
import { attempt } from "./toast.js";

const thread = button("Reply in thread", "thread", () => openThread(rootOf(current)));
const more = button("More actions", "dots", openMenu);
more.setAttribute("aria-haspopup", "menu");
const bar = h("div", { class: "toolbar", role: "toolbar", "aria-label": "Message actions" }, thread, more);
const menu = h("div", { class: "popup menu", role: "menu", popover: "auto", "aria-label": "Message actions" });
let current = null;

menuKeys(menu);
document.body.append(menu);

/** Lets the toolbar follow pointer and focus within a list of messages. */
export function followPointer(list) {
  for (const event of ["pointerover", "focusin"]) {
    list.addEventListener(event, ({ target }) => {
      const message = target.closest?.(".message");
      if (message && !menu.matches(":popover-open")) goTo(message);
    });
  }
  list.addEventListener("pointerleave", () => {
    if (!menu.matches(":popover-open") && !bar.contains(document.activeElement)) bar.remove();
  });
}

/** ↑ and ↓ go from message to message, beginning at the newest; Enter opens a message's thread. */
export function walkMessages(list) {
  list.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (at !== list && !at.classList.contains("message")) return;
    const all = [...list.querySelectorAll(".message")];
    const step = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined && all.length) {
      event.preventDefault();
      const to = at === list ? all.length - 1 : Math.max(0, Math.min(all.length - 1, all.indexOf(at) + step));
      all[to].focus({ preventScroll: true });
      all[to].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && at !== list && !list.closest(".thread")) {
      openThread(rootOf(at));
    }
  });
}

function button(label, sign, onclick) {
  return h(
    "button",
    { type: "button", class: "icon-button", "aria-label": label, title: label, testid: `message-${sign}`, onclick },
    icon(sign),
  );
}

function goTo(message) {
  if (bar.parentElement === message) return;
  current = message;
  const { ephemeral } = messageOf(message) ?? {};
  thread.hidden = ephemeral === true || message.closest(".thread") !== null;
  message.append(bar);
}

/** The message as the server told it; one may stand in the list or in the thread's pane. */
function messageOf({ dataset: { ts } }) {
  return store.timeline?.find(ts) ?? store.replies?.find((reply) => reply.ts === ts);
}

function rootOf(message) {
  return messageOf(message)?.threadTs ?? message.dataset.ts;
}

function openMenu() {
  const ofMessages = (store.workspace.shortcuts ?? []).filter(({ type }) => type === "message");
  const message = messageOf(current);
  fill(
    menu,
    item("Copy text", "copy", () => copy(message)),
    !thread.hidden && item("Reply in thread", "thread", () => openThread(rootOf(current))),
    !message?.ephemeral && ofMessages.map((shortcut) => shortcutItem(shortcut, message)),
  );
  showPopup(menu, more);
  menu.querySelector("[role=menuitem]").focus();
}

function item(text, sign, go, more) {
  const choose = () => {
    hidePopup(menu);
    go();
  };
  return h(
    "button",
    { type: "button", role: "menuitem", testid: `do-${sign}`, onclick: choose },
    icon(sign),
    h("span", { class: "who" }, h("span", {}, text), more && h("span", { class: "choice-more" }, more)),
  );
}

function shortcutItem({ name, callbackId }, { ts }) {
  const { me: as, channel, workspace } = store;
  return item(
    name,
    "bolt",
    async () => {
      if (await attempt(() => api.takeShortcut({ as, callbackId, channel, ts }))) await refresh();
    },
    workspace.app.name,
  );
}

async function copy(message) {
  await attempt(async () => {
    try {
      await navigator.clipboard.writeText(message.text ?? "");
    } catch {
      throw new Error("This browser does not let the page copy.");
    }
  });
}
