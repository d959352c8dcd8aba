// rich_text: Slack's own formatted text, as the same tree that mrkdwn becomes.

import { h } from "../dom.js";
import { drawNodes } from "../richtext.js";

const parts = {
  rich_text_section: (part) => h("div", { class: "line" }, inline(part.elements)),
  rich_text_preformatted: (part) => h("pre", { tabindex: 0 }, h("code", {}, wordsOf(part.elements))),
  rich_text_quote: (part) => h("blockquote", {}, h("div", { class: "line" }, inline(part.elements))),
};

/** The whole block. */
export function richText(block) {
  const drawn = [];
  for (let at = 0; at < block.elements.length; ) {
    const part = block.elements[at];
    const [node, next] = part.type === "rich_text_list" ? list(block.elements, at) : [other(part), at + 1];
    drawn.push(node);
    at = next;
  }
  return h("div", { class: "block rich" }, drawn);
}

function other(part) {
  const draw = parts[part.type];
  return draw ? draw(part) : h("p", { class: "unknown" }, `A part of type "${part.type}" is not imitated.`);
}

/** Slack tells nested lists as a row of flat ones, each with its depth; here they become nested again. */
function list(all, from) {
  const root = part(all[from]);
  const stack = [{ depth: all[from].indent ?? 0, element: root }];
  let at = from + 1;
  for (; all[at]?.type === "rich_text_list"; at += 1) {
    const depth = all[at].indent ?? 0;
    while (stack.length > 1 && stack.at(-1).depth > depth) stack.pop();
    const top = stack.at(-1);
    if (depth > top.depth) {
      const element = part(all[at]);
      (top.element.lastElementChild ?? top.element).append(element);
      stack.push({ depth, element });
    } else if (top.element.tagName === tagOf(all[at])) {
      top.element.append(...items(all[at]));
    } else if (stack.length > 1) {
      stack.pop();
      const element = part(all[at]);
      stack.at(-1).element.lastElementChild.append(element);
      stack.push({ depth, element });
    } else {
      break;
    }
  }
  return [root, at];
}

const tagOf = ({ style }) => (style === "ordered" ? "OL" : "UL");

function part(one) {
  const start = one.style === "ordered" && one.offset ? one.offset + 1 : null;
  const indent = one.indent ? `indent-${Math.min(8, one.indent)}` : null;
  return h(tagOf(one).toLowerCase(), { start, class: [one.border && "bordered", indent].filter(Boolean).join(" ") || null }, items(one));
}

const items = (one) => one.elements.map((section) => h("li", {}, inline(section.elements)));

function inline(elements) {
  return drawNodes(elements.flatMap(nodesOf));
}

function wordsOf(elements) {
  return elements.map(({ text, url, name }) => text ?? url ?? (name ? `:${name}:` : "")).join("");
}

/** One element as nodes of mrkdwn's tree (see mrkdwn.js). */
function nodesOf(element) {
  const plain = (text) =>
    text.split("\n").flatMap((line, at) => [...(at ? [{ kind: "break" }] : []), { kind: "text", text: line }]);
  const styled = (nodes) => {
    const { bold, italic, strike, underline, code } = element.style ?? {};
    const inner = code ? [{ kind: "code", text: wordsOf([element]) }] : nodes;
    return [
      [underline, "underline"],
      [strike, "strike"],
      [italic, "italic"],
      [bold, "bold"],
    ].reduce((children, [on, kind]) => (on ? [{ kind, children }] : children), inner);
  };
  switch (element.type) {
    case "text":
      return styled(plain(element.text));
    case "link":
      return styled(link(element.url, plain(element.text ?? element.url)));
    case "emoji":
      return [{ kind: "emoji", text: element.name }];
    case "user":
      return styled([{ kind: "user", id: element.user_id }]);
    case "channel":
      return styled([{ kind: "channel", id: element.channel_id }]);
    case "usergroup":
      return styled([{ kind: "group", text: `@${element.usergroup_id}` }]);
    case "broadcast":
      return styled([{ kind: "group", text: `@${element.range}` }]);
    case "date":
      return styled([
        { kind: "date", at: element.timestamp * 1000, format: element.format, url: element.url, text: element.fallback ?? "" },
      ]);
    case "color":
      return [{ kind: "code", text: element.value }];
    default:
      return plain(`[${element.type}]`);
  }
}

/** As in mrkdwn, only an address that a browser opens without running it is a link. */
function link(url, children) {
  return /^(https?:\/\/|mailto:|tel:)/i.test(url) ? [{ kind: "link", url, children }] : children;
}
