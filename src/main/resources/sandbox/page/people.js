// How people, the app and Slackbot look: a coloured initial, or the app's mark.

import { h } from "./dom.js";
import { person, store } from "./store.js";

const TINTS = 10;

/** Who wrote a message: `{id, name, title, app}`. */
export function authorOf(message) {
  const { app } = store.workspace;
  const known = person(message.user);
  if (known) return { id: known.id, name: known.name, title: known.title, app: false };
  if (message.user === app.botUser || message.botId)
    return { id: app.botUser, name: message.username ?? app.name, title: null, app: true };
  return { id: "USLACKBOT", name: message.username ?? "Slackbot", title: null, app: true };
}

/** An avatar; it says nothing that the name beside it does not say. */
export function avatar({ id, name }) {
  if (id === store.workspace.app.botUser)
    return h("img", { class: "avatar", src: "/assets/icon.svg", alt: "", width: 36, height: 36 });
  return h("span", { class: `avatar tint-${tintOf(id)}`, "aria-hidden": "true" }, [...name][0]?.toUpperCase() ?? "?");
}

function tintOf(id) {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + character.codePointAt(0)) % 9973;
  return sum % TINTS;
}
