// Who somebody is: a card that opens from a name or a mention.

import * as api from "./api.js";
import { hidePopup, showPopup } from "./blocks/popup.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { authorOf, avatar } from "./people.js";
import { businessNow, person, presenceOf, store } from "./store.js";
import { become, open } from "./sync.js";
import { placeOf, timeOf } from "./times.js";
import { attempt } from "./toast.js";

const card = h("div", { class: "popup profile", popover: "auto", role: "dialog", "aria-label": "Profile", testid: "profile" });

/** Opens the card where a name is pressed: any element with `data-person-card`. */
export function placeProfiles(root) {
  root.append(card);
  root.addEventListener("click", (event) => {
    const name = event.target.closest?.("[data-person-card]");
    if (name) show(name.dataset.personCard, name);
  });
}

function show(id, anchor) {
  const known = person(id);
  const who = authorOf({ user: id });
  fill(
    card,
    h("div", { class: "profile-head" }, avatar(who), h("div", { class: "who" }, h("strong", {}, who.name), title(known))),
    known && h("p", { class: "profile-line" }, icon("clock"), localTime(known.tz)),
    known ? actions(known) : talk(),
  );
  // What lies outside an open dialog cannot be pressed: the card goes where its name is.
  (anchor.closest("dialog") ?? document.body).append(card);
  showPopup(card, anchor);
  card.querySelector("button")?.focus({ preventScroll: true });
}

function title(known) {
  const words = known ? known.title : "App";
  return words && h("span", { class: "choice-more" }, words);
}

function localTime(zone) {
  return `${timeOf(businessNow(), zone)} in ${placeOf(zone)}`;
}

function actions(known) {
  if (known.id === store.me) return h("p", { class: "choice-more" }, "This is you.");
  return h(
    "div",
    { class: "profile-foot" },
    !known.deleted && press("Message", "button", () => talkTo(known.id)),
    press(`Become ${known.name}`, "button", () => become(known.id)),
    h("span", { class: "choice-more" }, presenceOf(known.id)),
  );
}

/** The conversation with somebody, begun where there is none yet. */
async function talkTo(id) {
  await attempt(async () => open((await api.openDirect(store.me, id)).channel));
}

/** The app: its conversation is where one talks to it. */
function talk() {
  const own = store.state.conversations.find(({ kind }) => kind === "app");
  return own && h("div", { class: "profile-foot" }, press("Message", "button", () => open(own.id)));
}

function press(words, classes, go) {
  const choose = () => {
    hidePopup(card);
    go();
  };
  return h("button", { type: "button", class: `${classes} small`, onclick: choose }, words);
}
