// One line above the composer for what went wrong, or what is under way.

import { h } from "./dom.js";

const line = h("p", { class: "toast", role: "status", testid: "toast" });
let timer;

/** The element; the composer places it. */
export const toastLine = line;

/** Shows a line; it goes by itself after some seconds. */
export function toast(text) {
  line.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(clearToast, 8000);
}

export function clearToast() {
  line.textContent = "";
}

/** Runs something that asks the server, and says so where it fails; true if it went well. */
export async function attempt(work) {
  clearToast();
  try {
    const answer = await work();
    if (answer?.ok === false && answer.error) toast(answer.error);
    return answer?.ok !== false;
  } catch (trouble) {
    toast(trouble.message);
    return false;
  }
}
