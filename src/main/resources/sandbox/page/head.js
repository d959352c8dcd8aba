// The line above the messages: which conversation this is.

import { fill, h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { sidebarToggle } from "./sidebar.js";
import { conversation, nameOf, person, showTab, store } from "./store.js";
import { attempt } from "./toast.js";

const title = h("div", { class: "head-title" });
const tabs = h("div", { class: "tabs", role: "tablist" });

export function placeHead(root) {
  fill(root, sidebarToggle(), title, tabs);
}

export function drawHead() {
  const one = conversation();
  if (!one) return;
  patch(title, [one], {
    key: () => "title",
    signature: () => JSON.stringify([one.id, nameOf(one), one.private]),
    create: () =>
      h(
        "h2",
        {},
        sign(one),
        nameOf(one),
        one.kind === "app" && h("span", { class: "tag" }, "APP"),
        one.kind === "im" && h("small", {}, person(one.with)?.title),
      ),
  });
  const home = one.kind === "app" && (store.workspace.app.homeTab || store.state.home);
  patch(tabs, home ? ["home", "messages"] : [], {
    key: (tab) => tab,
    signature: (tab) => `${tab === store.tab}`,
    create: tabButton,
  });
}

function tabButton(tab) {
  return h(
    "button",
    {
      type: "button",
      role: "tab",
      "aria-selected": String(tab === store.tab),
      testid: `tab-${tab}`,
      data: { focus: `tab/${tab}` },
      onclick: () => attempt(() => showTab(tab)),
    },
    tab === "home" ? "Home" : "Messages",
  );
}

function sign(one) {
  if (one.kind === "channel") return icon(one.private ? "lock" : "hash");
  const { app } = store.workspace;
  return avatar(
    one.kind === "app" ? { id: app.botUser, name: app.name } : (person(one.with) ?? { id: one.id, name: one.name }),
  );
}
