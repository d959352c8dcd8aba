// Date, time, and both, with the browser's own pickers.

import { h } from "../dom.js";
import { me } from "../store.js";
import { dayKey, instantOf, timeOf } from "../times.js";
import { confirmed, controlProps, groupProps } from "./slot.js";

/** A day of the calendar: "2024-03-04". */
export const datePicker = (element, slot) => picker(element, slot, "date", "selected_date", element.initial_date);

/** A time of day: "09:00". */
export const timePicker = (element, slot) => picker(element, slot, "time", "selected_time", element.initial_time);

/** A moment, chosen as the person's own clocks show it; Slack keeps it in seconds of UTC. */
export function dateTimePicker(element, slot) {
  const zone = me().tz;
  const before = slot.value ? slot.value.selected_date_time : element.initial_date_time;
  const props = controlProps(slot);
  const change = () =>
    confirmed(element, () => slot.change({ type: element.type, selected_date_time: seconds() }), restore);
  const day = h("input", {
    ...props,
    type: "date",
    class: "input date",
    "aria-label": slot.ids ? "Date" : `${slot.label ?? ""} date`.trim(),
    autofocus: element.focus_on_load,
    onchange: change,
  });
  const time = h("input", {
    type: "time",
    class: "input time-field",
    "aria-label": "Time",
    "aria-describedby": props["aria-describedby"],
    data: { focus: `${slot.focus}/time`, control: "" },
    onchange: change,
  });
  restore();
  return h("div", { class: "moment", role: "group", ...groupProps(slot) }, day, time);

  function seconds() {
    if (!day.value) return null;
    if (!time.value) time.value = "09:00";
    return Math.floor(instantOf(day.value, time.value, zone) / 1000);
  }

  function restore() {
    day.value = before ? dayKey(before * 1000, zone) : "";
    time.value = before ? timeOf(before * 1000, zone) : "";
  }
}

function picker(element, slot, type, key, initial) {
  const value = (slot.value ? slot.value[key] : initial) ?? "";
  const field = h("input", {
    ...controlProps(slot),
    type,
    class: type === "date" ? "input date" : "input time-field",
    autofocus: element.focus_on_load,
    onchange: () =>
      confirmed(
        element,
        () => slot.change({ type: element.type, [key]: field.value || null }),
        () => {
          field.value = value;
        },
      ),
  });
  field.value = value;
  return field;
}
