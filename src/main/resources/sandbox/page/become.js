// "you are Sam ▾": the menu to look through somebody else's eyes.

import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { menuKeys } from "./menu.js";
import { avatar } from "./people.js";
import { me, presenceOf, store } from "./store.js";
import { become } from "./sync.js";

const name = h("span", { class: "become-name" });
const title = h("span", { class: "become-title" });
const face = h("span", { class: "become-face" });
const dot = h("span", { class: "become-dot", hidden: true, title: "Somebody else has unread messages" });
const menu = h("div", {
  id: "people",
  class: "popup menu people",
  role: "menu",
  popover: "auto",
  "aria-label": "Become somebody else",
});
const button = h(
  "button",
  {
    type: "button",
    class: "become",
    testid: "become",
    popovertarget: "people",
    "aria-haspopup": "menu",
  },
  face,
  h("span", { class: "become-text" }, h("span", { class: "become-line" }, "you are ", name, icon("down")), title),
  dot,
);

menuKeys(menu);
menu.addEventListener("toggle", async (event) => {
  if (event.newState !== "open") return;
  drawMenu(store.state?.others ?? {});
  place();
  menu.querySelector("[aria-checked=true]")?.focus();
  if (!store.state?.others) showCounts(await countOthers());
});

/** The button and its menu, for the side bar. */
export const becomeButton = [button, menu];

/** Draws who the person is now. */
export function drawBecome() {
  const person = me();
  if (name.textContent === person.name) return drawDot();
  name.textContent = person.name;
  title.textContent = person.title ?? "";
  fill(face, avatar(person));
  drawDot();
}

function drawDot() {
  const others = Object.entries(store.state?.others ?? {});
  dot.hidden = !others.some(([id, unread]) => id !== store.me && unread > 0);
}

function place() {
  const box = button.getBoundingClientRect();
  menu.style.left = `${box.left}px`;
  menu.style.top = `${box.bottom + 4}px`;
  menu.style.maxHeight = `${innerHeight - box.bottom - 16}px`;
}

function drawMenu(unread) {
  fill(
    menu,
    store.workspace.people
      .filter((person) => !person.deleted)
      .map((person) =>
        h(
          "button",
          {
            type: "button",
            role: "menuitemradio",
            "aria-checked": String(person.id === store.me),
            testid: `person-${person.id}`,
            data: { name: person.name, person: person.id },
            onclick: () => {
              menu.hidePopover();
              become(person.id);
            },
          },
          h("span", { class: "sign" }, avatar(person), h("span", { class: `presence ${presenceOf(person.id)}` })),
          h(
            "span",
            { class: "who" },
            h("span", { class: "who-name" }, person.name),
            h("span", { class: "choice-more" }, person.title ?? ""),
          ),
          h("span", { class: "badge", hidden: true }),
        ),
      ),
  );
  showCounts(unread);
}

function showCounts(unread) {
  for (const item of menu.children) {
    const count = item.dataset.person === store.me ? 0 : (unread[item.dataset.person] ?? 0);
    const badge = item.querySelector(".badge");
    badge.hidden = count === 0;
    badge.textContent = count;
    badge.setAttribute("aria-label", `${count} unread`);
  }
}

async function countOthers() {
  const counted = store.workspace.people.map(async ({ id }) => {
    const { conversations } = await api.stateOf(id);
    return [id, conversations.reduce((sum, one) => sum + one.mentions, 0)];
  });
  return Object.fromEntries(await Promise.all(counted));
}
