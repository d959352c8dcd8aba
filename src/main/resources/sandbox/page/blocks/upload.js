// The file field: files are handed to the workspace at once; the form carries what the workspace made of them.

import * as api from "../api.js";
import { fill, h } from "../dom.js";
import { drawFiles } from "../files.js";
import { icon } from "../icons.js";
import { store } from "../store.js";
import { controlProps } from "./slot.js";

const MOST = 10;

export function fileInput(element, slot) {
  const most = element.max_files ?? MOST;
  let files = slot.value?.files ?? [];
  const field = h("input", {
    ...controlProps(slot),
    type: "file",
    class: "unseen",
    multiple: most > 1,
    accept: element.filetypes?.map((ending) => `.${ending}`).join(","),
    onchange: () => take([...field.files]),
  });
  const list = h("div", {});
  const words = h("span", {});
  const trouble = h("p", { class: "error", role: "alert" });
  const area = h("label", { class: "drop" }, field, icon("upload"), words);
  for (const [event, over] of [
    ["dragover", true],
    ["dragleave", false],
    ["drop", false],
  ]) {
    area.addEventListener(event, (dropped) => {
      dropped.preventDefault();
      area.classList.toggle("over", over);
      if (event === "drop") take([...dropped.dataTransfer.files]);
    });
  }
  draw();
  return h("div", { class: "upload" }, area, trouble, list);

  async function take(chosen) {
    const room = most - files.length;
    const fitting = chosen.filter(({ name }) => fits(name, element.filetypes));
    trouble.textContent = problem(chosen, fitting, room, most, element.filetypes);
    area.setAttribute("aria-busy", "true");
    for (const file of fitting.slice(0, room)) {
      try {
        const answer = await api.upload(store.me, file);
        if (answer.ok === false) trouble.textContent = answer.error;
        else files = [...files, answer.file];
      } catch (failure) {
        if (!(failure instanceof api.Trouble)) throw failure;
        trouble.textContent = failure.message;
      }
    }
    area.removeAttribute("aria-busy");
    field.value = "";
    told();
  }

  function remove(file) {
    files = files.filter((other) => other !== file);
    told();
    field.focus();
  }

  function told() {
    draw();
    slot.change({ type: element.type, files });
  }

  function draw() {
    fill(list, files.length > 0 && drawFiles(files, remove));
    const full = files.length >= most;
    field.disabled = full;
    area.classList.toggle("full", full);
    words.textContent = full ? `${most === 1 ? "One file" : `${most} files`}: no more fit here` : "Choose a file, or drop it here";
  }
}

const fits = (name, endings) =>
  !endings?.length || endings.some((ending) => name.toLowerCase().endsWith(`.${ending.toLowerCase()}`));

function problem(chosen, fitting, room, most, endings) {
  if (fitting.length < chosen.length) return `Only files of these kinds: ${endings.join(", ")}.`;
  return fitting.length > room ? `No more than ${most} ${most === 1 ? "file" : "files"}.` : "";
}
