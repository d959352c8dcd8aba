// One message, and the lines between messages.

import { drawBlocks } from "./blocks/blocks.js";
import { h } from "./dom.js";
import { drawFiles } from "./files.js";
import { icon } from "./icons.js";
import { authorOf, avatar } from "./people.js";
import { mrkdwn } from "./richtext.js";
import { businessNow, me } from "./store.js";
import { messageSurface } from "./surface.js";
import { openThread } from "./sync.js";
import { clockText, dayKey, dayTitle, distance, millisOf, timeOf } from "./times.js";

/**
 * A message; `grouped` where it follows another of the same author and needs no name, `inThread` where it stands in a
 * thread's pane.
 */
export function drawMessage(message, { grouped = false, inThread = false }) {
  const author = authorOf(message);
  const classes = ["message", grouped && "grouped", message.ephemeral && "ephemeral"].filter(Boolean).join(" ");
  return h(
    "article",
    {
      class: classes,
      testid: `message-${message.ts}`,
      tabindex: -1,
      data: { ts: message.ts, focus: `${inThread ? "thread" : "list"}/${message.ts}` },
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
          h("button", { type: "button", class: "author", tabindex: -1, data: { personCard: author.id } }, author.name),
          author.app && h("span", { class: "tag" }, "APP"),
          inThread ? longTime(message) : time(message),
        ),
      h("div", { class: "body" }, body(message)),
      message.files?.length > 0 && drawFiles(message.files),
      !inThread && message.replyCount > 0 && replies(message),
    ),
  );
}

/** The line that begins a day; `unread` where what was not read yet begins with it. */
export const drawDay = (title, unread) =>
  h(
    "div",
    { class: unread ? "day new-day" : "day", role: "separator", data: unread ? { new: "" } : {} },
    h("span", {}, title),
    unread && h("b", {}, "New"),
  );

/** The line above what was not read yet. */
export const drawUnreadLine = () =>
  h("div", { class: "new-line", role: "separator", data: { new: "" } }, h("b", {}, "New"));

function time(message, words = (at, zone) => timeOf(at, zone)) {
  const zone = me().tz;
  const at = millisOf(message.ts);
  return h(
    "time",
    { class: "time", datetime: new Date(at).toISOString(), title: clockText(at, zone) },
    words(at, zone),
  );
}

/** A thread may go over days and has no dividers: there the day stands with the time. */
function longTime(message) {
  return time(message, (at, zone) => {
    const day = dayKey(at, zone) === dayKey(businessNow(), zone) ? "" : `${dayTitle(at, businessNow(), zone)}, `;
    return day + timeOf(at, zone);
  });
}

function body(message) {
  const edited = message.edited && h("span", { class: "edited" }, " (edited)");
  if (message.blocks?.length) return [drawBlocks(message.blocks, messageSurface(message)), edited];
  const text = mrkdwn(message.text ?? "");
  // After the last word, as on Slack, unless what ends the text is a block of its own.
  const last = text.at(-1);
  if (edited && last?.classList?.contains("line")) last.append(edited);
  return [h("div", { class: "text" }, text), edited && !edited.parentElement ? edited : null];
}

/** How many answered, who, and when last; pressed, it opens the thread. */
function replies(message) {
  const count = message.replyCount;
  const last = message.latestReply && distance(millisOf(message.latestReply), businessNow());
  return h(
    "button",
    {
      type: "button",
      class: "reply-count",
      testid: `replies-${message.ts}`,
      data: { focus: `replies/${message.ts}` },
      onclick: () => openThread(message.ts),
    },
    h(
      "span",
      { class: "repliers" },
      (message.replyUsers ?? []).slice(0, 4).map((user) => avatar(authorOf({ user }))),
    ),
    h("b", {}, count === 1 ? "1 reply" : `${count} replies`),
    h("span", { class: "last-reply" }, last ? `Last reply ${last}` : "View thread"),
  );
}
