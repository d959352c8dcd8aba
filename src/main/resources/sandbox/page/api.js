// The page's only door to the server: JSON over the origin it came from.

/** An answer that could not be used; `message` is fit to be shown. */
export class Trouble extends Error {}

export const workspace = () => get("/page/workspace");
export const stateOf = (as) => get("/page/state", { as });
export const messagesOf = (as, channel, read) => get("/page/messages", { as, channel, ...(read ? { read: 1 } : {}) });
export const threadOf = (as, channel, thread) => get("/page/messages", { as, channel, thread });
export const sendCommand = (as, channel, text) => post("/page/command", { as, channel, text });
export const sendMessage = (as, channel, text) => post("/page/message", { as, channel, text });
export const sendAction = (action) => post("/page/action", action);
export const submitView = (as, viewId, values) => post("/page/submit", { as, viewId, values });
export const closeView = (as, viewId) => post("/page/close", { as, viewId });
export const optionsFor = (question) => post("/page/options", question);
export const openHome = (as) => post("/page/home", { as });
export const moveClock = (move) => post("/page/clock", { move });

/** Calls `changed(version)` whenever something this person can see has changed; returns how to stop. */
export function listen(as, changed, connected) {
  const source = new EventSource(`/page/events?${new URLSearchParams({ as })}`);
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  source.onmessage = (event) => changed(JSON.parse(event.data).version);
  return () => source.close();
}

function get(path, query) {
  return call(query ? `${path}?${new URLSearchParams(query)}` : path, { headers: { Accept: "application/json" } });
}

function post(path, body) {
  return call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

async function call(path, init) {
  let answer;
  try {
    answer = await fetch(path, { ...init, cache: "no-store" });
  } catch {
    throw new Trouble("The workspace does not answer. Is the demo still running?");
  }
  const json = await answer.json().catch(() => null);
  if (json === null || !answer.ok) throw new Trouble(json?.error ?? `The workspace answered ${answer.status}.`);
  return json;
}
