// The business clock: what time it is for the person, how to move it, and what is coming.

import * as api from "./api.js";
import { fill, h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { show as showNote } from "./note.js";
import { hidePopup, showPopup } from "./blocks/popup.js";
import { mrkdwn } from "./richtext.js";
import { businessNow, me, person, refresh, store } from "./store.js";
import { clockText, distance, shortDay, timeOf } from "./times.js";
import { attempt } from "./toast.js";

const TICK = 1000;

const time = h("span", { class: "clock-time", testid: "clock" });
const comingText = h("span", { class: "coming-text" });
const list = h("div", {
  id: "coming",
  class: "popup coming",
  popover: "auto",
  role: "region",
  "aria-label": "What is coming",
});
const coming = h(
  "button",
  { type: "button", class: "strip-button coming-button", popovertarget: "coming", testid: "coming" },
  comingText,
  icon("down"),
);
const moves = [
  ["hour", "+1 hour", "+1 hour"],
  ["business_day", "+1 business day", "+1 bus. day"],
  ["next", "To the next thing due", "Next due"],
].map(moveButton);

/** Puts the strip in place and lets the clock tick. */
export function placeClock(root) {
  fill(
    root,
    h("div", { class: "clock" }, icon("clock"), time),
    h("div", { class: "moves", role: "group", "aria-label": "Move the clock" }, moves),
    h(
      "div",
      { class: "strip-end" },
      coming,
      list,
      store.workspace.note &&
        h(
          "button",
          {
            type: "button",
            class: "strip-button icon-button",
            "aria-label": "What to try",
            testid: "note-open",
            onclick: showNote,
          },
          icon("help"),
        ),
    ),
  );
  list.addEventListener("toggle", (event) => (event.newState === "open" ? openList() : undefined));
  setInterval(drawTime, TICK);
}

export function drawClock() {
  drawTime();
  if (!store.state) return;
  const ahead = store.state.upcoming;
  const next = ahead[0];
  // The time first: where the window is narrow, the rest is cut off.
  const text = next ? `Next ${distance(next.at, businessNow())} · ${whoOf(next)} · ${next.what}` : "Nothing is due";
  if (comingText.dataset.text !== text) fill(comingText, mrkdwn(text));
  comingText.dataset.text = text;
  coming.disabled = ahead.length === 0;
  moves[2].disabled = ahead.length === 0;
  if (list.matches(":popover-open")) drawList();
}

function moveButton([move, label, short]) {
  const button = h(
    "button",
    { type: "button", class: "strip-button", testid: `clock-${move}`, "aria-label": label, title: label, onclick: go },
    h("span", { class: "wide" }, label),
    h("span", { class: "slim" }, short),
  );
  async function go() {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    if (await attempt(() => api.moveClock(move))) await refresh();
    button.ariaBusy = null;
  }
  return button;
}

function drawTime() {
  if (!store.state) return;
  const text = clockText(businessNow(), me().tz);
  if (time.textContent !== text) time.textContent = text;
}

function openList() {
  drawList();
  showPopup(list, coming);
}

function drawList() {
  if (store.state.upcoming.length === 0) return hidePopup(list);
  const zone = me().tz;
  return patch(list, store.state.upcoming.slice(0, 30), {
    key: ({ at, who, what }) => `${at} ${who} ${what}`,
    signature: () => zone,
    create: (one) =>
      h(
        "div",
        { class: "coming-row" },
        h("time", { datetime: new Date(one.at).toISOString() }, `${shortDay(one.at, zone)}, ${timeOf(one.at, zone)}`),
        h("span", {}, h("strong", {}, whoOf(one)), " ", mrkdwn(one.what)),
      ),
  });
}

const whoOf = ({ who }) => person(who)?.name ?? who;
