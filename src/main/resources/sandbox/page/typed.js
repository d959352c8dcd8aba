// Typed text as Slack's client sends it.

import { escape } from "./mrkdwn.js";
import { store } from "./store.js";

const GROUPS = new Set(["here", "channel", "everyone"]);

/** Escaped, with the names that exist as mentions; within code everything stays what it is. */
export function wireForm(text) {
  const names = { users: users(), channels: channels() };
  return escape(text)
    .split(/(```[\s\S]+?```|`[^`\n]+`)/)
    .map((piece, at) => (at % 2 === 1 ? piece : mentioned(piece, names)))
    .join("");
}

function mentioned(text, names) {
  return text
    .replace(/(?<![\w@])@([\p{L}\d_-]+(?: [\p{L}\d_-]+)?)/gu, (typed, words) => mention(typed, words, names.users))
    .replace(/(?<![\w&#])#([\p{L}\d_-]+)/gu, (typed, name) =>
      names.channels.has(name) ? `<#${names.channels.get(name)}|${name}>` : typed,
    );
}

/** A name of two words, else of one, else no mention at all. */
function mention(typed, words, known) {
  const [first] = words.split(" ");
  for (const name of [words, first]) {
    const rest = words.slice(name.length);
    if (known.has(name.toLowerCase())) return `<@${known.get(name.toLowerCase())}>${rest}`;
  }
  return GROUPS.has(first) ? `<!${first}>${words.slice(first.length)}` : typed;
}

function users() {
  const { people, app } = store.workspace;
  const pairs = people.flatMap(({ id, name, handle }) => [
    [name.toLowerCase(), id],
    [handle.toLowerCase(), id],
  ]);
  return new Map([...pairs, [app.name.toLowerCase(), app.botUser]]);
}

function channels() {
  const all = store.state.conversations.filter(({ kind }) => kind === "channel");
  return new Map(all.map(({ id, name }) => [name, id]));
}
