// The app's Home tab, in the place of the messages.

import { fill, h } from "./dom.js";
import { store } from "./store.js";
import { ViewPane } from "./view.js";

let pane = null;
let shown = null;

export function drawHome(root) {
  if (store.tab !== "home") {
    shown = null;
    return;
  }
  const view = store.state?.home;
  if (!view) return void fill(root, h("p", { class: "beginning" }, "Nothing is here yet."));
  const place = `${store.me}/${view.id}`;
  if (shown === place) return void pane.update(view);
  shown = place;
  pane = new ViewPane(view);
  fill(root, h("div", { class: "home", testid: "home" }, pane.element));
}
