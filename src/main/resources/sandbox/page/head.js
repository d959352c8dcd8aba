// The line above the messages: which conversation this is, and who is in it.

import { fill, h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { authorOf, avatar } from "./people.js";
import { sidebarToggle } from "./sidebar.js";
import { conversation, nameOf, person, store } from "./store.js";
import { showTab } from "./sync.js";

const FACES = 3;

const title = h("div", { class: "head-title" });
const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "Views" });
const members = h("div", { class: "head-end" });

export function placeHead(root) {
  fill(root, sidebarToggle(), title, tabs, members);
  tabs.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = [...tabs.children].find((tab) => tab !== document.activeElement);
    other?.focus();
    other?.click();
  });
}

export function drawHead() {
  const one = conversation();
  if (!one) return;
  patch(title, [one], {
    key: () => "title",
    signature: () => JSON.stringify([one.id, nameOf(one), one.private, one.topic, one.archived]),
    create: drawTitle,
  });
  const home = one.kind === "app" && (store.workspace.app.homeTab || store.state.home);
  patch(tabs, home ? ["home", "messages"] : [], {
    key: (tab) => tab,
    signature: (tab) => `${tab === store.tab}`,
    create: tabButton,
  });
  patch(members, one.kind === "channel" && one.members ? [one] : [], {
    key: () => "members",
    signature: () => one.members.join(),
    create: drawMembers,
  });
}

function drawTitle(one) {
  return h(
    "h2",
    {},
    sign(one),
    h("span", { class: "head-name" }, nameOf(one)),
    one.kind === "app" && h("span", { class: "tag" }, "APP"),
    one.archived && h("span", { class: "tag" }, "ARCHIVED"),
    one.kind === "im" && h("small", {}, person(one.with)?.title),
    one.topic && h("small", { title: one.topic }, one.topic),
  );
}

function tabButton(tab) {
  const here = tab === store.tab;
  return h(
    "button",
    {
      type: "button",
      role: "tab",
      "aria-selected": String(here),
      "aria-controls": "scroll",
      tabindex: here ? 0 : -1,
      testid: `tab-${tab}`,
      data: { focus: `tab/${tab}` },
      onclick: () => showTab(tab),
    },
    tab === "home" ? "Home" : "Messages",
  );
}

function drawMembers({ members: ids }) {
  const all = ids.map((user) => authorOf({ user }));
  const names = all.map(({ name }) => name).join(", ");
  return h(
    "span",
    { class: "members", title: names },
    all.slice(0, FACES).map(avatar),
    h("span", {}, ids.length),
    h("span", { class: "unseen" }, ` members: ${names}`),
  );
}

function sign(one) {
  if (one.kind === "channel") return icon(one.private ? "lock" : "hash");
  const { app } = store.workspace;
  return avatar(
    one.kind === "app" ? { id: app.botUser, name: app.name } : (person(one.with) ?? { id: one.id, name: one.name }),
  );
}
