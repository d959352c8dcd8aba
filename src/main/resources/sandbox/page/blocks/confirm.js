// Slack's confirm dialog: a question before an action.

import { freshId, h } from "../dom.js";
import { textOf } from "../richtext.js";

/** Asks; a promise of yes (true) or no. */
export function ask(confirm) {
  const title = freshId("confirm");
  const answer = (value) =>
    h(
      "button",
      {
        type: "submit",
        value,
        class: ["button", value === "yes" ? (confirm.style ?? "primary") : ""].join(" ").trim(),
        testid: `confirm-${value}`,
      },
      textOf(value === "yes" ? confirm.confirm : confirm.deny),
    );
  const dialog = h(
    "dialog",
    { class: "dialog confirm", "aria-labelledby": title, testid: "confirm" },
    h(
      "form",
      { method: "dialog" },
      h("h2", { id: title }, textOf(confirm.title)),
      h("div", { class: "dialog-body" }, textOf(confirm.text)),
      h("div", { class: "dialog-foot" }, answer("no"), answer("yes")),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("[value=yes]").focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
