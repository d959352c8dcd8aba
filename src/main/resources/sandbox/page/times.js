// Instants (UTC milliseconds) in the words of the person who reads them, in that person's zone.

const formats = new Map();

function format(zone, options) {
  const name = zone + JSON.stringify(options);
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  return formats.get(name);
}

/** A message's `ts` ("1709542800.000100") in UTC milliseconds. */
export const millisOf = (ts) => Math.floor(Number(ts) * 1000);

/** "09:00" */
export const timeOf = (at, zone) => format(zone, { hour: "2-digit", minute: "2-digit", hour12: false }).format(at);

/** "09:00:05" */
export const timeWithSeconds = (at, zone) =>
  format(zone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).format(at);

/** "14:03:09.120", in this browser's own zone. */
export function timeWithMillis(at) {
  const date = new Date(at);
  const pad = (number, length = 2) => String(number).padStart(length, "0");
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`;
}

/** "Tue" */
export const weekdayOf = (at, zone) => partsOf(at, zone, { weekday: "short" }).weekday;

/** The instant at which the clocks of a zone show a day ("2024-03-04") and a time ("09:00"). */
export function instantOf(day, time, zone) {
  const shown = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
  const ahead = (at) => Date.parse(`${dayKey(at, zone)}T${timeWithSeconds(at, zone)}Z`) - at;
  // Twice: near a change of summer time the first guess has the offset of the other side.
  const guess = shown - ahead(shown);
  return shown - ahead(guess);
}

/** "2024-03-04": two instants of one day in a zone have the same. */
export function dayKey(at, zone) {
  const part = partsOf(at, zone, { year: "numeric", month: "2-digit", day: "2-digit" });
  // Padded: while somebody types a year, it is for a moment the year 2.
  return `${part.year.padStart(4, "0")}-${part.month}-${part.day}`;
}

/** "Mon 4 Mar 2024" */
export function shortDay(at, zone) {
  const part = partsOf(at, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return `${part.weekday} ${part.day} ${part.month} ${part.year}`;
}

/** "Today", "Yesterday", "Tomorrow", or "Monday, 4 March" (with the year where it is another one). */
export function dayTitle(at, now, zone) {
  return nearDay(at, now, zone) ?? longDay(at, now, zone);
}

/** "Today", "Yesterday", "Tomorrow", or null where the day is none of these. */
export function nearDay(at, now, zone) {
  const days = (Date.parse(dayKey(at, zone)) - Date.parse(dayKey(now, zone))) / 86_400_000;
  return { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[days] ?? null;
}

function longDay(at, now, zone) {
  const part = partsOf(at, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const year = dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4) ? "" : ` ${part.year}`;
  return `${part.weekday}, ${part.day} ${part.month}${year}`;
}

/** "New York" for America/New_York, "UTC" for UTC. */
export const placeOf = (zone) => zone.split("/").at(-1).replaceAll("_", " ");

/** "Mon 4 Mar 2024, 09:00 in New York · 14:00 UTC" */
export function clockText(at, zone) {
  const here = `${shortDay(at, zone)}, ${timeOf(at, zone)}`;
  const place = placeOf(zone);
  if (place === "UTC") return `${here} UTC`;
  const other = dayKey(at, zone) === dayKey(at, "UTC") ? "" : `${partsOf(at, "UTC", { weekday: "short" }).weekday} `;
  return `${here} in ${place} · ${other}${timeOf(at, "UTC")} UTC`;
}

/** "in 3 hours", "2 days ago": Slack's `{ago}`, and how far away the next thing is. */
export function distance(at, now) {
  const minutes = Math.round((at - now) / 60_000);
  const [amount, unit] = [
    [60 * 24, "day"],
    [60, "hour"],
    [1, "minute"],
  ]
    .map(([size, name]) => [Math.round(Math.abs(minutes) / size), name])
    .find(([count]) => count >= 1) ?? [0, "minute"];
  if (amount === 0) return "now";
  const words = `${amount} ${unit}${amount === 1 ? "" : "s"}`;
  return minutes > 0 ? `in ${words}` : `${words} ago`;
}

/** One of Slack's `<!date>` words, such as `{date_short_pretty}`; unknown ones come back as they were. */
export function dateWord(word, at, now, zone) {
  const day = (options) => format(zone, options).format(at);
  const pretty = (text) => nearDay(at, now, zone)?.toLowerCase() ?? text;
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const middle = { day: "numeric", month: "long", year: "numeric" };
  const short = { day: "numeric", month: "short", year: "numeric" };
  switch (word) {
    case "{date_num}":
      return dayKey(at, zone);
    case "{date_slash}":
      return day({ day: "2-digit", month: "2-digit", year: "numeric" });
    case "{date}":
      return day(middle);
    case "{date_short}":
      return day(short);
    case "{date_long}":
      return day(long);
    case "{date_pretty}":
      return pretty(day(middle));
    case "{date_short_pretty}":
      return pretty(day(short));
    case "{date_long_pretty}":
      return pretty(day(long));
    case "{day_divider_pretty}":
      return dayTitle(at, now, zone);
    case "{time}":
      return timeOf(at, zone);
    case "{time_secs}":
      return timeWithSeconds(at, zone);
    case "{ago}":
      return distance(at, now);
    default:
      return word;
  }
}

function partsOf(at, zone, options) {
  return Object.fromEntries(
    format(zone, options)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}
