// The side bar: the workspace, who one is, and the conversations.

import { becomeButton, drawBecome } from "./become.js";
import { fill, h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { openJump } from "./jump.js";
import { nameOf, person, presenceOf, store } from "./store.js";
import { open } from "./sync.js";

const sections = [
  { title: "Channels", kind: "channel" },
  { title: "Direct messages", kind: "im" },
  { title: "Apps", kind: "app" },
].map((section) => ({ ...section, list: h("ul", { class: "conversations" }) }));

/** Puts the side bar's unchanging parts in place. */
export function placeSidebar(root) {
  fill(
    root,
    h("div", { class: "workspace" }, h("h1", {}, store.workspace.name), jumpButton()),
    becomeButton,
    sections.map(({ title, list }) => h("section", { class: "group", "aria-label": title }, h("h2", {}, title), list)),
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector(".popup:popover-open")) hideSidebar();
  });
  // Where the side bar lies over the rest, a press beside it meets the veil, which is `main` itself.
  document.addEventListener("click", (event) => event.target.id === "main" && hideSidebar());
}

function jumpButton() {
  const open = () => {
    hideSidebar();
    openJump();
  };
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "Jump to (Ctrl K)",
      title: "Jump to (Ctrl K)",
      "aria-keyshortcuts": "Control+K",
      testid: "jump-open",
      onclick: open,
    },
    icon("search"),
  );
}

function hideSidebar() {
  document.body.classList.remove("side-open");
}

/** The button that shows the side bar where the window is narrow. */
export function sidebarToggle() {
  return h(
    "button",
    {
      type: "button",
      class: "icon-button side-toggle",
      "aria-label": "Conversations",
      testid: "side-toggle",
      onclick: () => document.body.classList.toggle("side-open"),
    },
    icon("menu"),
  );
}

export function drawSidebar() {
  drawBecome();
  if (!store.state) return;
  for (const { kind, list } of sections) {
    const all = store.state.conversations.filter((one) => one.kind === kind);
    list.parentElement.hidden = all.length === 0;
    patch(list, all, {
      key: (one) => one.id,
      signature: (one) =>
        JSON.stringify([nameOf(one), one.private, one.unread, one.mentions, one.id === store.channel, presence(one)]),
      create: item,
    });
  }
}

function item(one) {
  const here = one.id === store.channel;
  const count = one.kind === "channel" ? one.mentions : one.unread;
  const name = nameOf(one);
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: ["conversation", here && "here", one.unread > 0 && !here && "unread"].filter(Boolean).join(" "),
        testid: `conversation-${one.id}`,
        data: { focus: `conversation/${one.id}` },
        "aria-current": here ? "page" : null,
        "aria-label": [name, presence(one), one.unread > 0 && !here && `${one.unread} unread`].filter(Boolean).join(", "),
        onclick: () => {
          hideSidebar();
          open(one.id);
        },
      },
      sign(one),
      h("span", { class: "conversation-name" }, name),
      count > 0 && !here && h("span", { class: "badge" }, count),
    ),
  );
}

function sign(one) {
  if (one.kind === "channel") return icon(one.private ? "lock" : "hash");
  const other =
    one.kind === "app" ? { id: store.workspace.app.botUser, name: store.workspace.app.name } : person(one.with);
  return h(
    "span",
    { class: "sign" },
    avatar(other ?? { id: one.id, name: one.name }),
    one.kind === "im" && h("span", { class: `presence ${presence(one)}` }),
  );
}

const presence = (one) => (one.kind === "im" ? presenceOf(one.with) : null);
