// One exchange of the inspector: a line that says what it was, and, opened, what was sent and what came back.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { jsonTree } from "./json.js";
import { timeWithMillis } from "./times.js";

/** A row; `toggle` opens or closes it. */
export function drawLine(line, { open, toggle }) {
  return h(
    "li",
    { class: open ? "exchange open" : "exchange", testid: `exchange-${line.number}` },
    h(
      "button",
      {
        type: "button",
        class: "exchange-head",
        "aria-expanded": String(open),
        data: { focus: `exchange/${line.number}` },
        onclick: toggle,
      },
      direction(line),
      h("span", { class: "exchange-method" }, line.method),
      result(line),
      h("span", { class: "exchange-time" }, line.millis === undefined ? "" : `${line.millis} ms`),
      h("time", { class: "exchange-time", datetime: new Date(line.at).toISOString() }, whenOf(line.at)),
    ),
    open && detail(line),
  );
}

/** When it was, by the clock of this machine: "14:03:09.120". */
export const whenOf = (at) => timeWithMillis(at);

function direction({ direction: way }) {
  const toApp = way === "to_app";
  return h(
    "span",
    { class: `way ${way}`, title: toApp ? "The workspace asked the app" : "The app asked the workspace" },
    icon(toApp ? "right" : "left"),
    h("span", { class: "unseen" }, toApp ? "to the app:" : "from the app:"),
  );
}

function result({ accepted, error }) {
  return h("span", { class: accepted ? "result fine" : "result wrong" }, accepted ? "ok" : error || "failed");
}

function detail(line) {
  const sent = jsonTree(unfolded(line.request));
  return h(
    "div",
    { class: "exchange-detail" },
    h("p", { class: "facts" }, factsOf(line).map(([name, text]) => h("span", { class: "fact" }, h("b", {}, name), " ", text))),
    reasonsOf(line).map((reason) => reasonLink(reason, sent)),
    h("h3", {}, line.direction === "to_app" ? "Sent to the app" : "Asked by the app"),
    sent.element,
    h("h3", {}, "Answer"),
    jsonTree(unfolded(line.answer)).element,
  );
}

function factsOf({ direction: way, signature, checked, token, number, answer }) {
  const facts = [["No.", String(number)]];
  if (way === "to_app") {
    facts.push(["Signature", signatureText(signature, checked)]);
    if (signature?.retry) facts.push(["Retry", String(signature.retry)]);
    if (answer?.status) facts.push(["HTTP", String(answer.status)]);
  } else if (token) {
    facts.push(["Token", { known: "checked", wrong: "wrong", none: "missing" }[token] ?? token]);
  }
  return facts;
}

function signatureText(signature, checked) {
  const signed = signature?.value ? `${signature.value.slice(0, 15)}…` : "signed";
  if (checked === true) return `${signed}, checked by the app`;
  return checked === false ? `${signed}, NOT checked by the app` : signed;
}

/** Slack's words for what is wrong, each perhaps with the place: "… [json-pointer:/blocks/0/text]". */
function reasonsOf({ answer }) {
  const messages = answer?.response_metadata?.messages ?? [];
  return messages.map((message) => {
    const [, text, pointer] = /^(?:\[ERROR\] )?(.*?)(?: \[json-pointer:(.*)\])?$/s.exec(message);
    return { text, pointer };
  });
}

function reasonLink({ text, pointer }, tree) {
  if (pointer === undefined) return h("p", { class: "reason" }, text);
  return h(
    "p",
    { class: "reason" },
    text,
    " ",
    h(
      "button",
      { type: "button", class: "reason-link", testid: "reason", onclick: () => tree.reveal(pointer) },
      pointer || "the whole payload",
    ),
  );
}

/** Fields of a form carry JSON as text; it is shown as what it is. */
function unfolded(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, parsed(one)]));
}

function parsed(value) {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    // A text that only begins like JSON.
    return value;
  }
}
