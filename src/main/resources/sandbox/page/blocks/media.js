// Pictures and files. A picture of another host is never fetched: Slack would show it through its own servers, and this
// page asks nobody but its own. Its words and its address stand in its place.

import { drawFiles, isOwn } from "../files.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { anchor, textOf } from "../richtext.js";

/** An image block. */
export function imageBlock(block) {
  return h(
    "figure",
    { class: "block image" },
    block.title && h("figcaption", {}, textOf(block.title)),
    picture(block, "picture"),
  );
}

/** A small picture: in a context block, or beside a section. */
export const smallPicture = (element) => picture(element, "picture small");
export const sidePicture = (element) => picture(element, "picture side");

function picture(element, classes) {
  const address = element.image_url ?? element.slack_file?.url ?? "";
  if (address !== "" && isOwn(address)) return h("img", { class: classes, src: address, alt: element.alt_text, loading: "lazy" });
  const host = hostOf(address);
  return h(
    "span",
    { class: `${classes} elsewhere`, role: "img", "aria-label": element.alt_text, title: element.alt_text },
    icon("picture"),
    h("span", { class: "picture-words" }, element.alt_text),
    host && h("span", { class: "choice-more" }, "Not fetched: ", anchor(address, host)),
  );
}

function hostOf(address) {
  try {
    const { protocol, host } = new URL(address);
    return /^https?:$/.test(protocol) ? host : null;
  } catch {
    // A file of the workspace by its id has no address.
    return null;
  }
}

/** A file block: a remote file that somebody shared; an app cannot send one. */
export function fileBlock(block) {
  const file = block.file ?? {};
  const shown = { id: file.id ?? block.external_id, name: file.name, title: file.title ?? block.external_id, ...file };
  return h("div", { class: "block" }, drawFiles([shown]));
}
