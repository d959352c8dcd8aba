// A list of messages as the rows that are drawn: day dividers, the unread line, and messages, some under their
// predecessor's name.

import { drawDay, drawMessage, drawUnreadLine } from "./message.js";
import { authorOf } from "./people.js";
import { businessNow, me } from "./store.js";
import { dayKey, dayTitle, millisOf } from "./times.js";

const TOGETHER = 5 * 60_000;

/** The rows of `messages` from `start` up to `end`; each row has a key, a signature (see patch) and `create()`. */
export function entriesOf(messages, start, end, unreadFrom) {
  const zone = me().tz;
  const now = businessNow();
  const today = dayKey(now, zone);
  const rows = [];
  let before = start > 0 ? seen(messages[start - 1], zone) : null;
  for (const message of messages.slice(start, end)) {
    const one = seen(message, zone);
    const dayBegins = one.day !== before?.day;
    const unread = message.ts === unreadFrom;
    if (dayBegins) rows.push(dayLine(one.day, dayTitle(one.at, now, zone), unread));
    else if (unread) rows.push({ key: "unread", signature: "", create: drawUnreadLine });
    const grouped = !dayBegins && !unread && follows(one, before);
    rows.push({
      key: message.ts,
      signature: [message, grouped, today],
      create: () => drawMessage(message, { grouped }),
    });
    before = one;
  }
  return rows;
}

/** Where what is unread begins with a day, one line says both. */
function dayLine(day, title, unread) {
  return { key: `day/${day}`, signature: `${title} ${unread}`, create: () => drawDay(title, unread) };
}

function seen(message, zone) {
  const at = millisOf(message.ts);
  return { at, day: dayKey(at, zone), author: authorOf(message).id, hidden: !message.ephemeral };
}

function follows(one, before) {
  return before.author === one.author && before.hidden === one.hidden && one.at - before.at < TOGETHER;
}
