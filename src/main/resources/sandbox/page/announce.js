// Says to a screen reader what arrives. The list itself is silent, because it is also filled when one scrolls.

import { h } from "./dom.js";
import { authorOf } from "./people.js";
import { mrkdwn } from "./richtext.js";

const MOST = 300;
const voice = h("div", { class: "unseen", role: "status", "aria-live": "polite", testid: "announcer" });

/** Reads a message out, its author first. */
export function announce(message) {
  if (!voice.isConnected) document.body.append(voice);
  const words = h("div", {}, mrkdwn(message.text ?? "")).textContent;
  voice.textContent = `${authorOf(message).name}: ${words.slice(0, MOST)}`;
}
