// The business clock: what time it is for the person, and how to move it. What is coming is beside it (coming.js).

import * as api from "./api.js";
import { drawComing, placeComing } from "./coming.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { hidePopup, showPopup } from "./blocks/popup.js";
import { businessNow, me, store } from "./store.js";
import { refresh } from "./sync.js";
import { clockText, dayKey, instantOf, placeOf, timeOf } from "./times.js";
import { attempt } from "./toast.js";
import { toolButtons } from "./tools.js";

const TICK = 1000;

const time = h("span", { class: "clock-time", testid: "clock" });
const moves = [
  ["hour", "+1 hour", "+1 hour"],
  ["business_day", "+1 business day", "+1 bus. day"],
  ["next", "To the next thing due", "Next due"],
].map(([move, label, short]) => moveButton(move, label, short));
const day = h("input", { type: "date", class: "input date", "aria-label": "Date", testid: "clock-date" });
const hour = h("input", { type: "time", class: "input time-field", "aria-label": "Time", testid: "clock-time" });
const zone = h("span", { class: "choice-more" });
const when = h(
  "form",
  { id: "when", class: "popup when", popover: "auto", "aria-label": "Move the clock to a date", onsubmit: goTo },
  h("div", { class: "when-fields" }, day, hour),
  zone,
  h("button", { type: "submit", class: "button primary", testid: "clock-go" }, "Go there"),
);
const toDate = h(
  "button",
  {
    type: "button",
    class: "strip-button icon-button",
    "aria-label": "To a date and time",
    title: "To a date and time",
    "aria-haspopup": "dialog",
    popovertarget: "when",
    testid: "clock-to",
  },
  icon("calendar"),
);

/** Puts the strip in place and lets the clock tick. */
export function placeClock(root) {
  fill(
    root,
    h("div", { class: "clock" }, icon("clock"), time),
    h("div", { class: "moves", role: "group", "aria-label": "Move the clock" }, moves, toDate, when),
    h("div", { class: "strip-end" }, toolButtons()),
    placeComing(moveTo),
  );
  when.addEventListener("toggle", (event) => event.newState === "open" && openWhen());
  setInterval(drawTime, TICK);
}

export function drawClock() {
  drawTime();
  if (!store.state) return;
  moves[2].disabled = !store.state.upcoming.some(({ at }) => at > store.state.now);
  drawComing();
}

/** Moves the clock; the app then does what has become due. */
export async function moveTo(move) {
  if (await attempt(() => api.moveClock({ ...move, as: store.me }))) await refresh();
}

function moveButton(move, label, short) {
  const button = h(
    "button",
    { type: "button", class: "strip-button", testid: `clock-${move}`, "aria-label": label, title: label, onclick: go },
    h("span", { class: "wide" }, label),
    h("span", { class: "slim" }, short),
  );
  async function go() {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    await moveTo({ move });
    button.ariaBusy = null;
  }
  return button;
}

function drawTime() {
  if (!store.state) return;
  const text = clockText(businessNow(), me().tz);
  if (time.textContent !== text) time.textContent = text;
}

function openWhen() {
  const { tz } = me();
  day.value = dayKey(businessNow(), tz);
  hour.value = timeOf(businessNow(), tz);
  zone.textContent = `as the clock shows it in ${placeOf(tz)}`;
  showPopup(when, toDate);
  day.focus();
}

async function goTo(event) {
  event.preventDefault();
  if (!day.value || !hour.value) return;
  hidePopup(when);
  await moveTo({ move: "to", to: instantOf(day.value, hour.value, me().tz) });
}
