// What the page knows: who looks, at which conversation, and what the server last said about it.

import * as api from "./api.js";

const listeners = new Set();

/** The page's knowledge. Only this file writes to it. */
export const store = {
  workspace: null,
  me: null,
  channel: null,
  tab: "messages",
  state: null,
  messages: null,
  /** The `ts` of the first message that was unread when the conversation came into sight. */
  unreadFrom: null,
  connected: true,
};

const ASK_EVERY = 500;
const STREAM_AFTER = 5000;

let streaming = false;
let stopListening = null;
let asked = 0;
let running = null;
let clockRead = 0;

/** Calls `draw` after every change. */
export function onChange(draw) {
  listeners.add(draw);
}

/** Loads what does not change: the workspace's people, commands and app. */
export async function load() {
  const workspace = await api.workspace();
  const people = workspace.people.map((one) => ({ ...one, handle: one.name, name: one.realName || one.name }));
  store.workspace = { ...workspace, people };
}

/** Becomes whoever the address names, and follows it and the server from then on. */
export async function start() {
  addEventListener("hashchange", followAddress);
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  askUntilStreaming();
  await followAddress();
}

/** Looks through another person's eyes, at the same channel where that person may see it. */
export function become(userId) {
  go(userId, store.channel);
}

/** Opens a conversation. */
export function open(channel) {
  go(store.me, channel);
}

/** Shows the messages or the Home tab of the app's conversation. */
export async function showTab(tab) {
  store.tab = tab;
  changed();
  if (tab === "home") await api.openHome(store.me);
}

/** Fetches the truth again. Calls that come while one is under way are answered by one more. */
export function refresh() {
  asked += 1;
  running ??= fetchUntilCurrent().finally(() => {
    running = null;
  });
  return running;
}

/** The business clock now, in UTC milliseconds: what the server said, and the time that passed here since. */
export function businessNow() {
  return store.state ? store.state.now + (performance.now() - clockRead) : 0;
}

/** A person of the workspace, or undefined. */
export function person(id) {
  return store.workspace.people.find((candidate) => candidate.id === id);
}

/** The person whose eyes are used. */
export function me() {
  return person(store.me);
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

function go(userId, channel) {
  const hash = channel ? `#${userId}/${channel}` : `#${userId}`;
  if (location.hash === hash) followAddress();
  else location.hash = hash;
}

async function followAddress() {
  const [wanted, channel] = location.hash.slice(1).split("/");
  const known = person(wanted) ?? person("U0SAM") ?? store.workspace.people[0];
  const before = conversation();
  if (known.id !== store.me) {
    // No conversation either, until it is known which of them this person can see.
    Object.assign(store, { me: known.id, channel: null, state: null, messages: null, unreadFrom: null });
    listenAgain();
  }
  store.state ??= await stateFor(known.id);
  if (known.id !== store.me) return;
  choose(channel, before);
  await refresh();
}

function choose(wanted, before) {
  const mine = store.state.conversations;
  const same = mine.find((candidate) => candidate.id === wanted);
  // A direct message with the app has another id for everybody: whoever looked at his own sees the other's next.
  const alike = before?.kind === "app" ? mine.find((candidate) => candidate.kind === "app") : undefined;
  const chosen = (same ?? alike ?? mine[0])?.id ?? null;
  if (chosen !== store.channel) {
    store.channel = chosen;
    store.messages = null;
    store.unreadFrom = null;
    store.tab = "messages";
  }
  const hash = `#${store.me}/${chosen}`;
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

/**
 * At first the page asks by itself; the event stream opens when it has stood for a while. Whatever takes a picture of a
 * page waits until no request is open any more, and a stream never ends.
 */
function askUntilStreaming() {
  const asking = setInterval(refresh, ASK_EVERY);
  setTimeout(() => {
    clearInterval(asking);
    streaming = true;
    listenAgain();
  }, STREAM_AFTER);
}

function listenAgain() {
  stopListening?.();
  if (!streaming) return;
  stopListening = api.listen(
    store.me,
    (version) => version === store.state?.version || refresh(),
    (connected) => {
      if (store.connected === connected) return;
      store.connected = connected;
      changed();
      if (connected) refresh();
    },
  );
}

async function stateFor(userId) {
  const state = await api.stateOf(userId);
  clockRead = performance.now();
  return state;
}

async function fetchUntilCurrent() {
  let seen;
  do {
    seen = asked;
    try {
      await fetchOnce();
    } catch (trouble) {
      if (!(trouble instanceof api.Trouble)) throw trouble;
      // Said on the page; the event stream connects again by itself and then asks anew.
      store.connected = false;
      changed();
    }
  } while (seen !== asked);
}

async function fetchOnce() {
  const { me: as, channel } = store;
  const state = await stateFor(as);
  const unread = state.conversations.find((candidate) => candidate.id === channel)?.unread ?? 0;
  const reading = unread > 0 && !document.hidden;
  const messages = channel ? (await api.messagesOf(as, channel, reading)).messages : null;
  if (as !== store.me || channel !== store.channel) return;
  if (unread > 0) markUnread(messages, unread, as);
  if (reading) state.conversations.find((candidate) => candidate.id === channel).unread = 0;
  store.state = state;
  store.messages = messages;
  store.connected = true;
  changed();
}

function markUnread(messages, unread, as) {
  const others = messages.filter((message) => message.user !== as && !message.ephemeral);
  // While somebody watches the conversation, what arrives is not "new": the line belongs to what waited.
  const arrivedWhileWatching = store.messages !== null && !document.hidden;
  if (!arrivedWhileWatching) store.unreadFrom = others.at(-unread)?.ts ?? null;
}

function changed() {
  for (const draw of listeners) draw();
}
