// The tree of mrkdwn, and Slack's text objects, as elements.

import { h } from "./dom.js";
import { withEmoji, emojiNamed } from "./emoji.js";
import { parse, unescape } from "./mrkdwn.js";
import { businessNow, me, person, store } from "./store.js";
import { open } from "./sync.js";
import { clockText, dateWord } from "./times.js";

/** A text object (`plain_text` or `mrkdwn`), or a plain string, as nodes. */
export function textOf(object) {
  if (!object) return [];
  if (typeof object === "string") return mrkdwn(object);
  return object.type === "mrkdwn" ? mrkdwn(object.text) : plain(object);
}

/** The words of a text object alone, for labels, placeholders and search. */
export function wordsOf(object) {
  if (!object) return "";
  return typeof object === "string" ? unescape(object) : withEmoji(unescape(object.text));
}

/** mrkdwn as nodes. */
export function mrkdwn(text) {
  return drawNodes(parse(text));
}

/** A tree of text (see mrkdwn.js) as nodes. */
export const drawNodes = (tree) => tree.map(draw);

function plain(object) {
  const text = unescape(object.text);
  return (object.emoji === false ? text : withEmoji(text))
    .split("\n")
    .flatMap((line, at) => (at ? [h("br"), line] : [line]));
}

function draw(node) {
  const children = () => node.children.map(draw);
  switch (node.kind) {
    case "text":
      return document.createTextNode(node.text);
    case "break":
      return h("br");
    case "code":
      return h("code", {}, node.text);
    case "pre":
      return h("pre", { tabindex: 0 }, h("code", {}, node.text));
    case "emoji":
      return emoji(node.text);
    case "bold":
      return h("strong", {}, children());
    case "italic":
      return h("em", {}, children());
    case "strike":
      return h("s", {}, children());
    case "underline":
      return h("u", {}, children());
    case "link":
      return anchor(node.url, children());
    case "user":
      return userMention(node);
    case "channel":
      return channelMention(node);
    case "group":
      return h("span", { class: "mention loud" }, node.text);
    case "date":
      return date(node);
    case "quote":
      return h("blockquote", {}, children());
    case "list":
      return list(node);
    default:
      return h("div", { class: "line" }, children());
  }
}

function emoji(name) {
  const character = emojiNamed(name);
  return character
    ? h("span", { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " ") }, character)
    : `:${name}:`;
}

/** A link that opens beside the workspace and tells the other side nothing. */
export function anchor(url, children) {
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, children);
}

function userMention(node) {
  const { app } = store.workspace;
  const name = person(node.id)?.name ?? (node.id === app.botUser ? app.name : (node.text ?? node.id));
  return h(
    "button",
    {
      type: "button",
      class: node.id === store.me ? "mention loud" : "mention",
      tabindex: -1,
      data: { personCard: node.id },
    },
    `@${name}`,
  );
}

function channelMention(node) {
  const known = store.state?.conversations.find((candidate) => candidate.id === node.id);
  if (!known) return h("span", { class: "mention" }, `#${node.text ?? node.id}`);
  return h("button", { type: "button", class: "mention", onclick: () => open(known.id) }, `#${known.name}`);
}

function date(node) {
  const zone = me().tz;
  const words = node.format.replace(/\{\w+\}/g, (word) => dateWord(word, node.at, businessNow(), zone)) || node.text;
  const text = h("time", { datetime: new Date(node.at).toISOString(), title: clockText(node.at, zone) }, words);
  return node.url && /^https?:\/\//.test(node.url) ? anchor(node.url, [text]) : text;
}

function list(node) {
  const items = node.items.map((item) => h("li", {}, item.map(draw)));
  return node.ordered ? h("ol", { start: node.start }, items) : h("ul", {}, items);
}
