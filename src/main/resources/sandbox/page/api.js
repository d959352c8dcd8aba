// The page's only door to the server: JSON over the origin it came from.

/** An answer that could not be used; `message` is fit to be shown. */
export class Trouble extends Error {}

export const workspace = () => get("/page/workspace");
export const stateOf = (as) => get("/page/state", { as });
export const messagesOf = (as, channel, question) => get("/page/messages", { as, channel, ...question });
export const threadOf = (as, channel, thread) => get("/page/messages", { as, channel, thread });
export const sendCommand = (as, channel, text) => post("/page/command", { as, channel, text });
export const sendMessage = (as, channel, text, thread) => post("/page/message", { as, channel, text, thread });
export const takeShortcut = (shortcut) => post("/page/shortcut", shortcut);
export const sendAction = (action) => post("/page/action", action);
export const submitView = (as, viewId, values) => post("/page/submit", { as, viewId, values });
export const closeView = (as, viewId, all) => post("/page/close", { as, viewId, all });
export const optionsFor = (question) => post("/page/options", question);
/** Begins a conversation with somebody, or finds the one there is; `{channel}`. */
export const openDirect = (as, other) => post("/page/open", { as, with: other });
export const openHome = (as) => post("/page/home", { as });
export const moveClock = (move) => post("/page/clock", move);
/** What an administrator does, or somebody on a journey. */
export const moveTo = (user, zone) => post("/page/zone", { user, zone });
export const deactivate = (user, deleted) => post("/page/deactivate", { user, deleted: String(deleted) });
export const archive = (as, channel, archived) => post("/page/archive", { as, channel, archived: String(archived) });
export const reset = () => post("/page/reset", {});
export const ledgerSince = (since) => get("/page/ledger", { since, checked: 1 });

/** Hands a file over; `{ok, file}`. */
export const upload = (as, file) =>
  call(`/page/upload?${new URLSearchParams({ as, name: file.name })}`, {
    method: "POST",
    headers: { "Content-Type": file.type || "application/octet-stream" },
    body: file,
  });

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
