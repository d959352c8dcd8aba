// The page: a Slack workspace as one person sees it. What it knows is in store.js; everything here draws that.

import { Trouble } from "./api.js";
import { drawClock, placeClock } from "./clock.js";
import { drawComposer, placeComposer } from "./composer.js";
import { fill, h } from "./dom.js";
import { drawHead, placeHead } from "./head.js";
import { drawHome } from "./home.js";
import { drawMessages, placeMessages } from "./messages.js";
import { drawModal, placeModal } from "./modal.js";
import { placeNote } from "./note.js";
import { drawSidebar, placeSidebar } from "./sidebar.js";
import { conversation, load, me, nameOf, onChange, start, store } from "./store.js";

const at = (id) => document.getElementById(id);

try {
  await load();
  placeAll();
  onChange(drawAll);
  await start();
} catch (failure) {
  if (!(failure instanceof Trouble)) throw failure;
  document.body.classList.remove("loading");
  fill(at("scroll"), h("p", { class: "beginning", role: "alert" }, failure.message));
}

function placeAll() {
  placeClock(at("strip"));
  placeSidebar(at("sidebar"));
  placeHead(at("head"));
  placeNote(at("note"));
  placeMessages(at("scroll"));
  placeComposer(at("compose"));
  placeModal(document.body);
}

function drawAll() {
  document.body.classList.toggle("offline", !store.connected);
  drawTitle();
  drawClock();
  drawSidebar();
  drawHead();
  drawComposer();
  drawHome(at("scroll"));
  drawMessages();
  drawModal();
  if (store.messages || !store.connected) document.body.classList.remove("loading");
}

function drawTitle() {
  const one = conversation();
  const unread = store.state?.conversations.reduce(
    (sum, other) => sum + (other.kind === "channel" ? other.mentions : other.unread),
    0,
  );
  document.title = `${unread ? `(${unread}) ` : ""}${one ? `${nameOf(one)} · ` : ""}${me().name} – ${store.workspace.name}`;
}
