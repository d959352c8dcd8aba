// The select menus of Block Kit, for one choice or several: each says where its options come from and what shape its value has.

import { wordsOf } from "../richtext.js";
import { authorOf } from "../people.js";
import { person, store, titleOf } from "../store.js";
import { combobox } from "./combobox.js";
import { multiSelect } from "./multi.js";
import { confirmed } from "./slot.js";

const PAUSE = 200;

/** Draws any of them. */
export function select(element, slot) {
  const [, multi, kind] = /^(multi_)?(\w+)_select$/.exec(element.type);
  const source = sources[kind](element, slot);
  return multi ? many(element, slot, source) : one(element, slot, source);
}

/**
 * Where options come from. `key` names what is chosen: "option" where Slack keeps the whole option, else "user",
 * "conversation" or "channel" where it keeps an id, of which `optionOf(id)` makes an option.
 */
const sources = {
  static: (element) => ({ key: "option", search: "here", groups: async () => ({ found: given(element) }) }),
  external: (element, slot) => ({ key: "option", search: "there", groups: asking(element, slot) }),
  users: () => ({
    key: "user",
    search: "here",
    groups: async () => ({ found: [{ label: null, options: store.workspace.people.filter(here).map(userOption) }] }),
    optionOf: (id) => (person(id) ? userOption(person(id)) : plainOption(id, authorOf({ user: id }).name)),
  }),
  conversations: (element) => conversations("conversation", element, fitting(element.filter)),
  channels: (element) => conversations("channel", element, (one) => one.kind === "channel" && !one.private),
};

function conversations(key, element, fits) {
  const optionFor = (one) => plainOption(one.id, titleOf(one));
  const all = store.state.conversations.filter(fits).map(optionFor);
  const current = element.default_to_current_conversation ? store.channel : undefined;
  const optionOf = (id) => all.find(({ value }) => value === id) ?? plainOption(id, id);
  return { key, current, search: "here", groups: async () => ({ found: [{ label: null, options: all }] }), optionOf };
}

function fitting(filter) {
  const kinds = filter?.include ?? ["public", "private", "mpim", "im"];
  return ({ kind, private: closed }) => {
    if (kind === "app") return kinds.includes("im") && filter?.exclude_bot_users !== true;
    return kinds.includes(kind === "im" ? "im" : closed ? "private" : "public");
  };
}

function one(element, slot, { key, search, groups, optionOf, current }) {
  const whole = key === "option";
  const now = slot.value ? slot.value[`selected_${key}`] : (element[`initial_${key}`] ?? current);
  const chosen = now ? (whole ? now : optionOf(now)) : null;
  const valueOf = (option) => ({ type: element.type, [`selected_${key}`]: whole ? option : (option?.value ?? null) });
  const pick = (option, undo) => confirmed(element, () => slot.change(valueOf(option)), undo);
  return combobox(element, slot, { groups, search, chosen, pick });
}

function many(element, slot, { key, search, groups, optionOf }) {
  const whole = key === "option";
  const now = (slot.value ? slot.value[`selected_${key}s`] : element[`initial_${key}s`]) ?? [];
  const valueOf = (all) => ({
    type: element.type,
    [`selected_${key}s`]: whole ? all : all.map(({ value }) => value),
  });
  return multiSelect(element, slot, { groups, search, chosen: whole ? now : now.map(optionOf), valueOf });
}

/** Asks the app while the person types, when the typing pauses. */
function asking(element, slot) {
  const least = element.min_query_length ?? 3;
  let turn = 0;
  return async (query) => {
    turn += 1;
    const mine = turn;
    if (query.trim().length < least)
      return { found: [], message: `Type ${least === 1 ? "a letter" : `${least} letters`} to search` };
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (mine !== turn) return { found: [] };
    try {
      const answer = await slot.options(query);
      return answer.ok === false ? { found: [], message: answer.error } : { found: given(answer) };
    } catch (trouble) {
      return { found: [], message: trouble.message };
    }
  };
}

function given({ options, option_groups: groups }) {
  return groups
    ? groups.map((group) => ({ label: wordsOf(group.label), options: group.options }))
    : [{ label: null, options: options ?? [] }];
}

const here = ({ deleted }) => !deleted;
const plainOption = (value, text, more) => ({
  text: { type: "plain_text", text, emoji: false },
  value,
  description: more ? { type: "plain_text", text: more, emoji: false } : null,
});
const userOption = ({ id, name, title }) => plainOption(id, name, title);
