// The strip of what is coming and for whom, and the whole list behind it.

import { h, patch } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { hidePopup, showPopup } from "./blocks/popup.js";
import { mrkdwn } from "./richtext.js";
import { businessNow, me, person, store } from "./store.js";
import { dayKey, distance, shortDay, timeOf, weekdayOf } from "./times.js";

const CHIPS = 6;
const LISTED = 30;

const chips = h("ol", { class: "chips", "aria-label": "What is coming, and for whom" });
const list = h("div", { id: "coming", class: "popup coming", popover: "auto", role: "region", "aria-label": "What is coming" });
const all = h(
  "button",
  { type: "button", class: "strip-button chips-all", testid: "coming", onclick: () => openList(all) },
  h("span", {}, "All"),
  icon("down"),
);
const row = h("div", { class: "coming-strip" }, h("span", { class: "chips-label" }, "Coming"), chips, all, list);
let go = () => {};

/** The element; `moveTo(move)` moves the clock. */
export function placeComing(moveTo) {
  go = moveTo;
  return row;
}

export function drawComing() {
  const ahead = store.state.upcoming;
  all.hidden = ahead.length === 0;
  const zone = me().tz;
  const today = dayKey(businessNow(), zone);
  const near = ahead.slice(0, CHIPS).map((one, at) => ({ ...one, at: one.at, key: `${one.at}/${one.who}/${one.what}/${at}` }));
  patch(chips, near.length ? near : [{ key: "nothing" }], {
    key: ({ key }) => key,
    signature: () => `${zone} ${today}`,
    create: (one) => (one.key === "nothing" ? h("li", { class: "nothing" }, "Nothing is due") : chip(one)),
  });
  if (list.matches(":popover-open")) drawList();
}

function chip(one) {
  const button = h(
    "button",
    { type: "button", class: "chip", onclick: () => openList(button) },
    h("time", { datetime: new Date(one.at).toISOString() }, whenOf(one.at)),
    h("b", {}, whoOf(one)),
    h("span", { class: "chip-what" }, mrkdwn(one.what)),
  );
  return h("li", {}, button);
}

/** Short where it is near: "09:00", "Tue 09:00", "Tue 12 Mar 2024, 09:00". */
function whenOf(at) {
  const zone = me().tz;
  const now = businessNow();
  if (dayKey(at, zone) === dayKey(now, zone)) return timeOf(at, zone);
  return at - now < 6 * 86_400_000 ? `${weekdayOf(at, zone)} ${timeOf(at, zone)}` : shortDay(at, zone);
}

function openList(anchor) {
  drawList();
  showPopup(list, anchor);
  list.querySelector("button")?.focus();
}

function drawList() {
  const { upcoming } = store.state;
  if (upcoming.length === 0) return hidePopup(list);
  const zone = me().tz;
  const now = businessNow();
  return patch(list, upcoming.slice(0, LISTED), {
    key: ({ at, who, what }) => `${at} ${who} ${what}`,
    signature: ({ at }) => `${zone} ${distance(at, now)}`,
    create: (one) => listed(one, zone, now),
  });
}

function listed(one, zone, now) {
  const goThere = () => {
    hidePopup(list);
    go({ move: "to", to: one.at });
  };
  const known = byName(one.who);
  return h(
    "div",
    { class: "coming-row" },
    known ? avatar(known) : icon("clock"),
    h(
      "div",
      { class: "who" },
      h("span", {}, h("strong", {}, whoOf(one)), " ", mrkdwn(one.what)),
      h(
        "time",
        { datetime: new Date(one.at).toISOString() },
        `${shortDay(one.at, zone)}, ${timeOf(one.at, zone)} · ${distance(one.at, now)}`,
      ),
    ),
    one.at > now && h("button", { type: "button", class: "button small", onclick: goThere }, "Go there"),
  );
}

const byName = (who) => person(who) ?? store.workspace.people.find(({ name }) => name === who);
const whoOf = ({ who }) => person(who)?.name ?? who;
