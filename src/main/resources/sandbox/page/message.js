// One message, and the lines between messages.

import * as api from "./api.js";
import { drawBlocks } from "./blocks/blocks.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { authorOf, avatar } from "./people.js";
import { mrkdwn } from "./richtext.js";
import { me, store } from "./store.js";
import { messageSurface } from "./surface.js";
import { clockText, millisOf, timeOf } from "./times.js";
import { attempt } from "./toast.js";

/** A message; `grouped` where it follows another of the same author and needs no name. */
export function drawMessage(message, grouped) {
  const author = authorOf(message);
  const classes = ["message", grouped && "grouped", message.ephemeral && "ephemeral"].filter(Boolean).join(" ");
  return h(
    "article",
    {
      class: classes,
      testid: `message-${message.ts}`,
      "aria-label": `${author.name}, ${timeOf(millisOf(message.ts), me().tz)}`,
    },
    message.ephemeral && h("p", { class: "only-you" }, icon("eye"), "Only visible to you"),
    h("div", { class: "gutter" }, grouped ? time(message) : avatar(author)),
    h(
      "div",
      { class: "said" },
      !grouped &&
        h(
          "p",
          { class: "by" },
          h("span", { class: "author" }, author.name),
          author.app && h("span", { class: "tag" }, "APP"),
          time(message),
        ),
      h("div", { class: "body" }, body(message)),
      message.replyCount > 0 && replies(message),
    ),
  );
}

/** The line that begins a day. */
export const drawDay = (title) => h("div", { class: "day", role: "separator" }, h("span", {}, title));

/** The line above what was not read yet. */
export const drawUnreadLine = () => h("div", { class: "new-line", role: "separator" }, h("span", {}, "New"));

function time({ ts }) {
  const zone = me().tz;
  const at = millisOf(ts);
  return h(
    "time",
    { class: "time", datetime: new Date(at).toISOString(), title: clockText(at, zone) },
    timeOf(at, zone),
  );
}

function body(message) {
  const edited = message.edited && h("span", { class: "edited" }, " (edited)");
  if (message.blocks?.length) return [drawBlocks(message.blocks, messageSurface(message)), edited];
  return [h("div", { class: "text" }, mrkdwn(message.text ?? ""), edited)];
}

/** How many answered, and, once pressed, what they said. */
function replies(message) {
  const { me: as, channel } = store;
  const count = message.replyCount;
  const list = h("div", { class: "replies", hidden: true });
  const toggle = async () => {
    button.setAttribute("aria-expanded", String(list.hidden));
    list.hidden = !list.hidden;
    if (list.hidden) return;
    await attempt(async () => {
      const { messages } = await api.threadOf(as, channel, message.ts);
      list.replaceChildren(...messages.filter(({ ts }) => ts !== message.ts).map((reply) => drawMessage(reply, false)));
    });
  };
  const button = h(
    "button",
    {
      type: "button",
      class: "reply-count",
      "aria-expanded": "false",
      testid: `replies-${message.ts}`,
      onclick: toggle,
    },
    count === 1 ? "1 reply" : `${count} replies`,
  );
  return [button, list];
}
