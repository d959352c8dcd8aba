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
  const place = `${store.me}/${view?.id ?? "none"}`;
  if (shown === place) return void (view && pane.update(view));
  shown = place;
  pane = view ? new ViewPane(view) : null;
  const nothing = h(
    "div",
    { class: "empty-home" },
    h("strong", {}, `${store.workspace.app.name} has nothing here yet`),
    h("p", {}, "What it publishes for you appears here by itself."),
  );
  fill(root, h("div", { class: "home", testid: "home" }, pane ? pane.element : nothing));
}
