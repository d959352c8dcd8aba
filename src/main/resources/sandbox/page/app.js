// The page: a Slack workspace as one person sees it. What it knows is in store.js; everything here draws that.

import { Trouble } from "./api.js";
import { drawClock, placeClock } from "./clock.js";
import { Composer } from "./composer.js";
import { fill, h } from "./dom.js";
import { drawHead, placeHead } from "./head.js";
import { drawHome } from "./home.js";
import { drawInspector, placeInspector } from "./inspector.js";
import { placeJump } from "./jump.js";
import { drawMessages, placeMessages } from "./messages.js";
import { drawModal, placeModal } from "./modal.js";
import { placeNote } from "./note.js";
import { placeProfiles } from "./profile.js";
import { drawSidebar, placeSidebar } from "./sidebar.js";
import { conversation, load, me, nameOf, onChange, store, titleOf } from "./store.js";
import { start } from "./sync.js";
import { drawThread, placeThread } from "./thread.js";

const at = (id) => document.getElementById(id);
const composer = new Composer({ name: "composer", send: "send" });
const archived = h("p", { class: "archived-bar", hidden: true }, "This channel is archived: it can be read, and nobody writes.");

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
  fill(at("compose"), archived, composer.element);
  placeThread(document.body);
  placeInspector(document.body);
  placeModal(document.body);
  placeJump(document.body);
  placeProfiles(document.body);
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
  drawThread();
  drawInspector();
  drawModal();
  if (store.timeline || !store.connected) document.body.classList.remove("loading");
}

function drawTitle() {
  const one = conversation();
  const unread = store.state?.conversations.reduce(
    (sum, other) => sum + (other.kind === "channel" ? other.mentions : other.unread),
    0,
  );
  document.title = `${unread ? `(${unread}) ` : ""}${one ? `${nameOf(one)} · ` : ""}${me().name} – ${store.workspace.name}`;
}

function drawComposer() {
  const one = conversation();
  if (!one) return;
  archived.hidden = one.archived !== true;
  composer.element.hidden = store.tab !== "messages" || one.archived === true;
  const { me: as, channel, thread } = store;
  const moved = composer.at({
    key: `${as}/${channel}`,
    label: `Message ${titleOf(one)}`,
    as,
    channel,
    commands: true,
  });
  if (moved && !thread) composer.focus();
}
