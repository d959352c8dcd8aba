// What the page knows: who looks, at which conversation, and what the server last said about it. sync.js keeps it true.

import * as api from "./api.js";

const listeners = new Set();

/** The page's knowledge. Only sync.js writes to it. */
export const store = {
  workspace: null,
  me: null,
  channel: null,
  /** "messages", or "home" for the app's Home tab. */
  tab: "messages",
  /** The `ts` of the message whose thread is open, or null. */
  thread: null,
  state: null,
  /** The open conversation's Timeline, or null before it is known. */
  timeline: null,
  /** The open thread's messages, its root first, or null before they are known. */
  replies: null,
  /** The `ts` of the first message that was unread when the conversation came into sight. */
  unreadFrom: null,
  connected: true,
  /** When `state.now` was read, by `performance.now()`. */
  clockRead: 0,
};

/** Calls `draw` after every change. */
export function onChange(draw) {
  listeners.add(draw);
}

/** Tells everybody who draws. */
export function changed() {
  for (const draw of listeners) draw();
}

/** Loads what does not change: the workspace's people, commands and app. */
export async function load() {
  const workspace = await api.workspace();
  const people = workspace.people.map((one) => ({ ...one, handle: one.name, name: one.realName || one.name }));
  store.workspace = { ...workspace, people };
  byId = new Map(people.map((one) => [one.id, one]));
}

let byId = new Map();

/** A person of the workspace, or undefined. */
export function person(id) {
  return byId.get(id);
}

/** The person whose eyes are used. */
export function me() {
  return person(store.me);
}

/** Whether somebody is at the desk: "active" or "away". */
export function presenceOf(id) {
  return store.state?.presence?.[id] ?? person(id)?.presence ?? "active";
}

/** The open conversation, or undefined before the first answer. */
export function conversation(id = store.channel) {
  return store.state?.conversations.find((candidate) => candidate.id === id);
}

/** What a conversation is called in this person's side bar. */
export function nameOf(candidate) {
  if (candidate.kind === "im") return person(candidate.with)?.name ?? candidate.name;
  if (candidate.kind === "app") return candidate.name || store.workspace.app.name;
  return candidate.name;
}

/** The same where it stands among words: "#general", "Baton". */
export function titleOf(candidate) {
  return candidate.kind === "channel" ? `#${nameOf(candidate)}` : nameOf(candidate);
}

/** The business clock now, in UTC milliseconds: what the server said, and the time that passed here since. */
export function businessNow() {
  return store.state ? store.state.now + (performance.now() - store.clockRead) : 0;
}
