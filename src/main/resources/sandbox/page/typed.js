// Typed text as Slack's client sends it.

import { escape } from "./mrkdwn.js";
import { store } from "./store.js";

const GROUPS = ["here", "channel", "everyone"];
const WORD = /[\p{L}\d_]/u;

/** Escaped, with the names that exist as mentions; within code everything stays what it is. */
export function wireForm(text) {
  const names = { "@": users(), "#": channels() };
  return escape(text)
    .split(/(```[\s\S]+?```|`[^`\n]+`)/)
    .map((piece, at) => (at % 2 === 1 ? piece : mentioned(piece, names)))
    .join("");
}

function mentioned(text, names) {
  let written = "";
  for (let at = 0; at < text.length; ) {
    const found = WORD.test(text[at - 1] ?? " ") ? undefined : nameAt(text, at, names[text[at]]);
    written += found ? found.mention : text[at];
    at += found ? found.name.length + 1 : 1;
  }
  return written;
}

/** The longest name that stands there and ends where a word ends. */
function nameAt(text, at, names) {
  const rest = text.slice(at + 1, at + 81).toLowerCase();
  return names?.find(({ name }) => rest.startsWith(name) && !WORD.test(rest[name.length] ?? " "));
}

function users() {
  const { people, app } = store.workspace;
  const pairs = people.flatMap(({ id, name, handle }) => [
    [name, `<@${id}>`],
    [handle, `<@${id}>`],
  ]);
  return longestFirst([...pairs, [app.name, `<@${app.botUser}>`], ...GROUPS.map((group) => [group, `<!${group}>`])]);
}

function channels() {
  const all = store.state.conversations.filter(({ kind }) => kind === "channel");
  return longestFirst(all.map(({ id, name }) => [name, `<#${id}|${name}>`]));
}

function longestFirst(pairs) {
  return pairs
    .map(([name, mention]) => ({ name: escape(name.toLowerCase()), mention }))
    .sort((one, other) => other.name.length - one.name.length);
}
