// What an administrator of the workspace does: somebody moves or leaves, a channel is archived.

import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { avatar } from "./people.js";
import { load, store } from "./store.js";
import { refresh } from "./sync.js";
import { attempt } from "./toast.js";

const people = h("ul", { class: "administered" });
const channels = h("ul", { class: "administered" });

/** Opens the dialog. */
export function administer() {
  const close = h("button", { type: "submit", class: "button" }, "Close");
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-labelledby": "administer-title", testid: "administer", onclose: () => dialog.remove() },
    h(
      "form",
      { method: "dialog" },
      h("div", { class: "dialog-head" }, h("h2", { id: "administer-title" }, "People and channels")),
      h("div", { class: "dialog-body" }, h("h3", {}, "People"), people, h("h3", {}, "Channels"), channels),
      h("div", { class: "dialog-foot" }, close),
    ),
  );
  draw();
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}

function draw() {
  fill(people, store.workspace.people.map(somebody));
  const known = store.state.conversations.filter((one) => one.kind === "channel");
  fill(channels, known.map(channel));
}

function somebody(person) {
  const zones = [...new Set([person.tz, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
  const zone = h(
    "select",
    {
      class: "input",
      "aria-label": `Time zone of ${person.name}`,
      testid: `zone-${person.id}`,
      onchange: () => change(() => api.moveTo(person.id, zone.value), zone),
    },
    zones.map((name) => h("option", { value: name, selected: name === person.tz }, name.replaceAll("_", " "))),
  );
  const act = person.deleted ? "Let in again" : "Deactivate";
  return h(
    "li",
    { class: person.deleted && "gone" },
    avatar(person),
    h("span", { class: "who" }, h("span", { class: "who-name" }, person.name), h("span", { class: "choice-more" }, person.title)),
    zone,
    press(act, `${act} ${person.name}`, `deactivate-${person.id}`, () => api.deactivate(person.id, !person.deleted)),
  );
}

function channel(one) {
  const act = one.archived ? "Open again" : "Archive";
  return h(
    "li",
    {},
    h("span", { class: "who" }, h("span", { class: "who-name" }, `#${one.name}`)),
    press(act, `${act} #${one.name}`, `archive-${one.id}`, () => api.archive(store.me, one.id, !one.archived)),
  );
}

function press(text, label, testid, work) {
  const button = h(
    "button",
    { type: "button", class: "button small", "aria-label": label, testid, onclick: () => change(work, button) },
    text,
  );
  return button;
}

/** What was changed is drawn anew, and whoever pressed stays where the button was. */
async function change(work, control) {
  const { testid } = control.dataset;
  if (!(await attempt(work))) return;
  await load();
  await refresh();
  draw();
  document.querySelector(`[data-testid="${testid}"]`)?.focus();
}
