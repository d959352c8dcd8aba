// Slack's mrkdwn → a tree of plain objects. Entities are unescaped last and only in leaves, so text that a
// person typed (`&lt;@U1&gt;`, `&lt;b&gt;`) can never become a mention or a tag.
//
// Nodes: {kind: "text" | "code" | "emoji", text}, {kind: "bold" | "italic" | "strike", children}, {kind: "link", url, children},
// {kind: "user" | "channel", id, text}, {kind: "group", text}, {kind: "date", at, format, url, text}, {kind: "break"};
// and for whole lines {kind: "pre", text}, {kind: "quote" | "lines", children}, {kind: "list", ordered, start, items}.

/** `&amp;`, `&lt;` and `&gt;` as the characters they stand for; Slack knows no other entity. */
export const unescape = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">" })[name]);

/** The reverse: what a client does to typed text before it sends it. */
export const escape = (text) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

/** The tree of a whole text. */
export function parse(text) {
  return text.split(/```([\s\S]+?)```/).flatMap((piece, at, all) => {
    if (at % 2 === 1) return [{ kind: "pre", text: leaf(piece.replace(/^\n|\n$/g, "")) }];
    const trimmed = (at > 0 ? piece.replace(/^\n/, "") : piece).replace(at < all.length - 1 ? /\n$/ : /$^/, "");
    return trimmed === "" ? [] : lines(trimmed.split("\n"));
  });
}

const QUOTE = /^(?:&gt;|>) ?/;
const REST_QUOTED = /^(?:&gt;&gt;&gt;|>>>) ?/;
const BULLET = /^(\s*)(?:[•◦▪‣]|-(?= ))\s*(?=\S)/;
const NUMBER = /^(\s*)(\d{1,3})\. (?=\S)/;

function lines(all, quoted = false) {
  const nodes = [];
  for (let at = 0; at < all.length;) {
    const [node, next] = (quoted ? null : quote(all, at)) ?? listOrLines(all, at, quoted);
    nodes.push(node);
    at = next;
  }
  return nodes;
}

/** Quotes do not nest, as on Slack; so no depth of `>` can exhaust the stack. */
function quote(all, at) {
  if (REST_QUOTED.test(all[at])) {
    const rest = [all[at].replace(REST_QUOTED, ""), ...all.slice(at + 1)];
    return [{ kind: "quote", children: lines(rest, true) }, all.length];
  }
  if (QUOTE.test(all[at])) {
    const end = endOf(all, at, (line) => QUOTE.test(line) && !REST_QUOTED.test(line));
    return [
      {
        kind: "quote",
        children: lines(
          all.slice(at, end).map((line) => line.replace(QUOTE, "")),
          true,
        ),
      },
      end,
    ];
  }
  return null;
}

function listOrLines(all, at, quoted) {
  for (const [pattern, ordered] of [
    [BULLET, false],
    [NUMBER, true],
  ]) {
    if (!pattern.test(all[at])) continue;
    const end = endOf(all, at, (line) => pattern.test(line));
    const items = all.slice(at, end).map((line) => inline(line.replace(pattern, "")));
    return [{ kind: "list", ordered, start: ordered ? Number(NUMBER.exec(all[at])[2]) : 1, items }, end];
  }
  const others = quoted ? [BULLET, NUMBER] : [QUOTE, BULLET, NUMBER];
  const end = endOf(all, at, (line) => !others.some((pattern) => pattern.test(line)));
  return [{ kind: "lines", children: inline(all.slice(at, end).join("\n")) }, end];
}

function endOf(all, from, belongs) {
  let end = from + 1;
  while (end < all.length && belongs(all[end])) end += 1;
  return end;
}

const CONTROL = /<([^<>]+)>/y;
const CODE = /`([^`\n]+)`/y;
const EMOJI = /:([a-z0-9_+-]+(?:::skin-tone-\d)?):/y;
const ADDRESS = /https?:\/\/[^\s<>|`*~]+[^\s<>|`*~.,;:!?)'"\]]/y;
/** A longer text object does not exist; looking further would only cost time on hostile text. */
const FARTHEST = 3000;
const STYLES = { "*": "bold", _: "italic", "~": "strike" };

function inline(text) {
  const nodes = [];
  // For each mark: up to where it is known that nothing closes it, so that no stretch is searched twice.
  const searched = {};
  let plain = "";
  const flush = () => {
    if (plain) nodes.push({ kind: "text", text: leaf(plain) });
    plain = "";
  };
  for (let at = 0; at < text.length;) {
    const [node, end] = special(text, at, searched) ?? [null, at + 1];
    if (node) {
      flush();
      nodes.push(node);
    } else {
      plain += text[at];
    }
    at = end;
  }
  flush();
  return nodes;
}

function special(text, at, searched) {
  const starting = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const c = text[at];
  let match;
  if (c === "\n") return [{ kind: "break" }, at + 1];
  if (c === "<" && (match = starting(CONTROL))) return [control(match[1]), CONTROL.lastIndex];
  if (c === "`" && (match = starting(CODE))) return [{ kind: "code", text: leaf(match[1]) }, CODE.lastIndex];
  if (c === ":" && (match = starting(EMOJI))) return [{ kind: "emoji", text: match[1] }, EMOJI.lastIndex];
  if (c === "h" && !/\w/.test(text[at - 1] ?? "") && (match = starting(ADDRESS))) {
    return [link(match[0], [{ kind: "text", text: leaf(match[0]) }]), ADDRESS.lastIndex];
  }
  return STYLES[c] ? styled(text, at, searched) : null;
}

function styled(text, at, searched) {
  const mark = text[at];
  if (/[\w*~]/.test(text[at - 1] ?? "") || /^(?:\s|$)/.test(text.slice(at + 1, at + 2))) return null;
  const last = Math.min(text.length, at + FARTHEST);
  let end = Math.max(at + 2, searched[mark] ?? 0);
  for (; end < last && text[end] !== "\n"; end += 1) {
    // A mark inside <…> or in code belongs to what stands there.
    const skip = { "<": ">", "`": "`" }[text[end]];
    const close = skip ? text.indexOf(skip, end + 1) : -1;
    if (close > 0 && close < last) end = close;
    else if (text[end] === mark && !/\s/.test(text[end - 1]) && !/\w/.test(text[end + 1] ?? ""))
      return [{ kind: STYLES[mark], children: inline(text.slice(at + 1, end)) }, end + 1];
  }
  searched[mark] = end;
  return null;
}

function control(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : inside.slice(bar + 1);
  if (/^@[UWB]\w+$/.test(target)) return { kind: "user", id: target.slice(1), text: label && leaf(label) };
  if (/^#[CGD]\w+$/.test(target)) return { kind: "channel", id: target.slice(1), text: label && leaf(label) };
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!"))
    return { kind: "group", text: leaf(label ?? `@${target.slice(1).split("^")[0]}`).replace(/^@?/, "@") };
  return link(target, label ? inline(label) : [{ kind: "text", text: leaf(target.replace(/^mailto:/, "")) }]);
}

function date(target, fallback) {
  const [, seconds, format = "", url] = target.split("^");
  const text = leaf(fallback ?? "");
  if (!/^\d{1,11}$/.test(seconds)) return { kind: "text", text };
  return { kind: "date", at: Number(seconds) * 1000, format: leaf(format), url: url ? leaf(url) : null, text };
}

/** Only addresses that a browser opens without running them are links; anything else stays the text it was. */
function link(address, children) {
  const url = leaf(address);
  return /^(https?:\/\/|mailto:|tel:)/i.test(url)
    ? { kind: "link", url, children }
    : { kind: "text", text: `<${url}>` };
}

const leaf = unescape;
