// Keeps the store true: follows the address, listens to the server, and fetches again whatever changed.

import * as api from "./api.js";
import { changed, conversation, load, me, person, store } from "./store.js";
import { keepingSame, Timeline } from "./timeline.js";

const ASK_EVERY = 500;
const STREAM_AFTER = 5000;

let streaming = false;
let stopListening = null;
let asked = 0;
let running = null;

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

/** Opens the thread of a message of the open conversation. */
export function openThread(ts) {
  go(store.me, store.channel, ts);
}

export function closeThread() {
  go(store.me, store.channel);
}

/** Shows the messages or the Home tab of the app's conversation. */
export function showTab(tab) {
  go(store.me, store.channel, tab === "home" ? "home" : undefined);
}

/** Fetches the truth again. Calls that come while one is under way are answered by one more. */
export function refresh() {
  asked += 1;
  running ??= fetchUntilCurrent().finally(() => {
    running = null;
  });
  return running;
}

/** Fetches what was said earlier in the open conversation; true if there was any. */
export async function fetchEarlier() {
  const { timeline } = store;
  const found = await trying(() => timeline.earlier());
  if (found && timeline === store.timeline) changed();
  return found === true;
}

function go(...parts) {
  const hash = `#${parts.filter(Boolean).join("/")}`;
  if (location.hash === hash) followAddress();
  else location.hash = hash;
}

async function followAddress() {
  const [wanted, channel, more] = location.hash.slice(1).split("/");
  const known = person(wanted) ?? person("U0SAM") ?? store.workspace.people[0];
  const before = conversation();
  if (known.id !== store.me) {
    // No conversation either, until it is known which of them this person can see.
    Object.assign(store, { me: known.id, channel: null, state: null, ...nothingOpen() });
    listenAgain();
  }
  store.state ??= await stateFor(known.id);
  // A conversation that was begun a moment ago is not in what was known before.
  if (channel && !conversation(channel)) store.state = await stateFor(known.id);
  if (known.id !== store.me) return;
  choose(channel, before);
  await chooseInside(more);
  await refresh();
}

const nothingOpen = () => ({ timeline: null, unreadFrom: null, tab: "messages", thread: null, replies: null });

function choose(wanted, before) {
  const mine = store.state.conversations;
  const same = mine.find((candidate) => candidate.id === wanted);
  // A direct message with the app has another id for everybody: whoever looked at his own sees the other's next.
  const alike = before?.kind === "app" ? mine.find((candidate) => candidate.kind === "app") : undefined;
  const chosen = (same ?? alike ?? mine[0])?.id ?? null;
  if (chosen !== store.channel) Object.assign(store, { channel: chosen, ...nothingOpen() });
  const hash = `#${store.me}/${chosen}`;
  if (location.hash !== hash && !location.hash.startsWith(`${hash}/`)) history.replaceState(null, "", hash);
}

/** What is open within the conversation: its Home tab, a thread, or neither. */
async function chooseInside(more) {
  const thread = /^\d+\.\d+$/.test(more ?? "") ? more : null;
  if (thread !== store.thread) Object.assign(store, { thread, replies: null });
  const tab = more === "home" ? "home" : "messages";
  const opened = tab === "home" && store.tab !== "home";
  store.tab = tab;
  changed();
  if (opened) await trying(() => api.openHome(store.me));
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
  store.clockRead = performance.now();
  return state;
}

async function fetchUntilCurrent() {
  let seen;
  do {
    seen = asked;
    await trying(fetchOnce);
  } while (seen !== asked);
}

/** Trouble is said on the page; the event stream connects again by itself and then asks anew. */
async function trying(work) {
  try {
    return await work();
  } catch (trouble) {
    if (!(trouble instanceof api.Trouble)) throw trouble;
    store.connected = false;
    changed();
    return undefined;
  }
}

async function fetchOnce() {
  const { me: as, channel, thread, state: before } = store;
  const state = await stateFor(as);
  const one = state.conversations.find((candidate) => candidate.id === channel);
  const reading = one !== undefined && one.unread > 0 && !document.hidden;
  const known = store.timeline !== null && (thread === null || store.replies !== null);
  const still = known && store.connected && before?.version === state.version;
  if (!still || reading) await fetchMessages({ as, channel, thread, one, reading });
  if (as !== store.me || channel !== store.channel) return;
  if (reading) one.unread = 0;
  if (before && before.people !== state.people) await load();
  store.state = state;
  store.connected = true;
  changed();
}

async function fetchMessages({ as, channel, thread, one, reading }) {
  if (!one) return;
  const watched = store.timeline !== null && !document.hidden;
  const timeline = store.timeline ?? new Timeline(as, channel);
  await timeline.update(reading);
  const replies = thread ? (await api.threadOf(as, channel, thread)).messages : null;
  if (as !== store.me || channel !== store.channel) return;
  // While somebody watches the conversation, what arrives is not "new": the line belongs to what waited.
  if (one.unread > 0 && !watched) store.unreadFrom = firstUnread(timeline.messages, one);
  store.timeline = timeline;
  if (thread === store.thread) store.replies = replies && keepingSame(store.replies, replies);
}

function firstUnread(messages, { unread, readUntil }) {
  const others = messages.filter((message) => message.user !== me().id && !message.ephemeral);
  const first = readUntil === undefined ? others.at(-unread) : others.find(({ ts }) => ts > readUntil);
  return first?.ts ?? null;
}
