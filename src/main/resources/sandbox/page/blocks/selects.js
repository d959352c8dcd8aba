// The select menus of Block Kit: each says where its options come from and what shape its value has.

import { wordsOf } from "../richtext.js";
import { nameOf, person, store } from "../store.js";
import { combobox } from "./combobox.js";
import { confirmed } from "./slot.js";

const PAUSE = 200;

export function staticSelect(element, slot) {
  const found = element.option_groups
    ? element.option_groups.map(groupOf)
    : [{ label: null, options: element.options }];
  return optionSelect(element, slot, "here", async () => ({ found }));
}

/** Asks the app while the person types. */
export function externalSelect(element, slot) {
  const least = element.min_query_length ?? 3;
  let turn = 0;
  return optionSelect(element, slot, "there", async (query) => {
    turn += 1;
    const mine = turn;
    if (query.trim().length < least)
      return { found: [], message: `Type ${least === 1 ? "a letter" : `${least} letters`} to search` };
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (mine !== turn) return { found: [] };
    try {
      const answer = await slot.options(query);
      return {
        found: answer.option_groups
          ? answer.option_groups.map(groupOf)
          : [{ label: null, options: answer.options ?? [] }],
      };
    } catch (trouble) {
      return { found: [], message: trouble.message };
    }
  });
}

export function usersSelect(element, slot) {
  const people = store.workspace.people.filter((one) => !one.deleted).map(userOption);
  const id = slot.value ? slot.value.selected_user : element.initial_user;
  return idSelect(element, slot, people, id && person(id) ? userOption(person(id)) : null, "selected_user");
}

/** Conversations, or public channels alone (`channels_select`). */
export function conversationsSelect(element, slot) {
  const channelsOnly = element.type === "channels_select";
  const all = store.state.conversations
    .filter((one) => !channelsOnly || (one.kind === "channel" && !one.private))
    .map((one) => ({
      text: { type: "plain_text", text: `${one.kind === "channel" ? "#" : ""}${nameOf(one)}` },
      value: one.id,
    }));
  const key = channelsOnly ? "selected_channel" : "selected_conversation";
  const id = slot.value ? slot.value[key] : element[channelsOnly ? "initial_channel" : "initial_conversation"];
  return idSelect(element, slot, all, all.find((one) => one.value === id) ?? null, key);
}

const groupOf = (group) => ({ label: wordsOf(group.label), options: group.options });

function userOption(one) {
  const text = { type: "plain_text", text: one.name, emoji: false };
  return { text, value: one.id, description: one.title ? { type: "plain_text", text: one.title, emoji: false } : null };
}

function optionSelect(element, slot, search, groups) {
  const chosen = slot.value ? slot.value.selected_option : element.initial_option;
  const pick = (selected_option) => confirmed(element, () => slot.change({ type: element.type, selected_option }));
  return combobox(element, slot, { groups, chosen: chosen ?? null, pick, search });
}

function idSelect(element, slot, options, chosen, key) {
  const groups = async () => ({ found: [{ label: null, options }] });
  const pick = (option) => confirmed(element, () => slot.change({ type: element.type, [key]: option?.value ?? null }));
  return combobox(element, slot, { groups, chosen, pick, search: "here" });
}
