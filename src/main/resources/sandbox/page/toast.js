// A line at the foot of the page for what went wrong, or what was done; over everything, also over a dialog.

import { h } from "./dom.js";

const SHOWN_FOR = 8000;
const line = h("p", { class: "toast", role: "status", popover: "manual", testid: "toast" });
let timer;

/** Shows a line; it goes by itself after some seconds. */
export function toast(text) {
  if (!line.isConnected) document.body.append(line);
  line.textContent = text;
  // Shown anew, so that it lies over whatever has been opened since.
  if (line.matches(":popover-open")) line.hidePopover();
  line.showPopover();
  clearTimeout(timer);
  timer = setTimeout(clearToast, SHOWN_FOR);
}

export function clearToast() {
  if (line.matches(":popover-open")) line.hidePopover();
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
