// Files that hang on a message: pictures of this workspace in sight, everything else as a card.

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** The files of a message, or the choice of a file field; `remove(file)` puts a cross on each. */
export function drawFiles(files, remove) {
  return h(
    "ul",
    { class: "files" },
    files.map((file) => h("li", { class: "file", testid: `file-${file.id}` }, look(file), words(file), cross(file))),
  );

  function cross(file) {
    return (
      remove &&
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": `Remove ${file.name}`,
          onclick: () => remove(file),
        },
        icon("close"),
      )
    );
  }
}

/** Whether an address is of this page's own server: nothing is ever fetched from another. */
export function isOwn(address) {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch {
    // No address at all is nobody's.
    return false;
  }
}

function look(file) {
  const pictured = file.url && isOwn(file.url) && /^image\/(png|jpeg|gif|webp)$/.test(file.mimetype ?? "");
  return pictured
    ? h("img", { class: "file-look", src: file.url, alt: "", width: 40, height: 40, loading: "lazy" })
    : h("span", { class: "file-look" }, icon("file"));
}

function words(file) {
  const name = file.title || file.name || file.id;
  return h(
    "span",
    { class: "file-words" },
    file.url && isOwn(file.url) ? h("a", { href: file.url, download: file.name ?? "", class: "file-name" }, name) : h("b", { class: "file-name" }, name),
    h("span", { class: "choice-more" }, [kindOf(file), sizeOf(file.size)].filter(Boolean).join(" · ")),
  );
}

function kindOf({ name, mimetype }) {
  const ending = /\.(\w{1,5})$/.exec(name ?? "")?.[1];
  return ending?.toUpperCase() ?? mimetype ?? "File";
}

function sizeOf(size) {
  if (!Number.isFinite(size)) return null;
  const [amount, unit] = [
    [1_000_000, "MB"],
    [1000, "kB"],
  ].find(([least]) => size >= least) ?? [1, "bytes"];
  return `${amount === 1 ? size : (size / amount).toFixed(1)} ${unit}`;
}
