// The tools at the end of the strip: the inspector, what to try, the keys, and starting over.

import { administer } from "./administer.js";
import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { toggleInspector } from "./inspector.js";
import { menuKeys } from "./menu.js";
import { show as showNote } from "./note.js";
import { hidePopup, showPopup } from "./blocks/popup.js";
import { store } from "./store.js";
import { refresh } from "./sync.js";
import { attempt, toast } from "./toast.js";

const KEYS = [
  ["Ctrl K", "Jump to a conversation, or become somebody"],
  ["↑ ↓", "In an empty field: what was written before. In the messages: from one to the next"],
  ["Enter", "Send; on a message: open its thread"],
  ["Shift Enter", "A new line"],
  ["Tab", "Take the suggestion; go on to the next field"],
  ["Esc", "Close what is open"],
  ["Ctrl I", "The inspector"],
];

const menu = h("div", { id: "tools", class: "popup menu", role: "menu", popover: "auto", "aria-label": "Tools" });
const more = tool("dots", "More", "tools-open", openMenu);
const inspect = tool("inspect", "Inspector: what the app and the workspace say to each other", "inspector-open", () =>
  toggleInspector(),
);

menuKeys(menu);

/** The buttons and their menu. */
export function toolButtons() {
  more.setAttribute("aria-haspopup", "menu");
  inspect.setAttribute("aria-keyshortcuts", "Control+I");
  return [inspect, more, menu];
}

function tool(sign, label, testid, onclick) {
  return h(
    "button",
    { type: "button", class: "strip-button icon-button", "aria-label": label, title: label, testid, onclick },
    icon(sign),
  );
}

function openMenu() {
  fill(
    menu,
    store.workspace.note && item("What to try", "help", "note-open", showNote),
    item("Keys", "keyboard", "keys-open", showKeys),
    item("People and channels…", "people", "administer-open", administer),
    item("Start over…", "reset", "reset", startOver),
  );
  showPopup(menu, more);
  menu.querySelector("[role=menuitem]").focus();
}

function item(text, sign, testid, go) {
  const choose = () => {
    hidePopup(menu);
    go();
  };
  return h("button", { type: "button", role: "menuitem", testid, onclick: choose }, icon(sign), text);
}

function showKeys() {
  const close = h("button", { type: "submit", class: "button" }, "Close");
  const rows = KEYS.map(([keys, does]) => [
    h("dt", {}, keys.split(" ").map((key) => h("kbd", {}, key))),
    h("dd", {}, does),
  ]);
  const dialog = h(
    "dialog",
    { class: "dialog confirm", "aria-label": "Keys", testid: "keys", onclose: () => dialog.remove() },
    h(
      "form",
      { method: "dialog" },
      h("h2", {}, "Keys"),
      h("div", { class: "dialog-body" }, h("dl", { class: "keys-list" }, rows)),
      h("div", { class: "dialog-foot" }, close),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}

async function startOver() {
  const { ask } = await import("./blocks/confirm.js");
  const plain = (text) => ({ type: "plain_text", text, emoji: false });
  const sure = await ask({
    title: plain("Start over?"),
    text: plain("Every message, form and change of this workspace goes, and the clock goes back to the beginning."),
    confirm: plain("Start over"),
    deny: plain("Keep everything"),
    style: "danger",
  });
  if (!sure || !(await attempt(api.reset))) return;
  await refresh();
  toast("Everything is as at the beginning.");
}
