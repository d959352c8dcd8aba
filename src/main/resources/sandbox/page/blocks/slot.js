// What every control in a slot has in common.

/** The attributes that name a control, describe it, and let focus return to it. */
export function controlProps(slot) {
  const described = slot.ids ? { "aria-describedby": `${slot.ids.error} ${slot.ids.hint}` } : {};
  return {
    id: slot.ids?.control,
    "aria-label": slot.ids ? null : slot.label,
    data: { focus: slot.focus, control: "" },
    ...described,
  };
}

/** The same for a group of controls. */
export function groupProps(slot) {
  return {
    "aria-labelledby": slot.ids?.label,
    "aria-describedby": slot.ids ? `${slot.ids.error} ${slot.ids.hint}` : null,
    "aria-label": slot.ids ? null : slot.label,
  };
}

/** A confirm dialog, where the element asks for one, before `go` runs; `undo` runs where the answer was no. */
export async function confirmed(element, go, undo) {
  if (!element.confirm) return go();
  const { ask } = await import("./confirm.js");
  return (await ask(element.confirm)) ? go() : undo?.();
}
