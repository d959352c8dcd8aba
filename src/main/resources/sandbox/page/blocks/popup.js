// A list that hangs below (or above) its control, over everything else, also over a dialog that clips.

const GAP = 4;
const EDGE = 8;

/** Shows a popover under `anchor`, at least as wide, and keeps it there until `hidePopup`. */
export function showPopup(popup, anchor) {
  if (popup.matches(":popover-open")) return place(popup, anchor);
  popup.showPopover();
  const follow = () => place(popup, anchor);
  addEventListener("scroll", follow, true);
  addEventListener("resize", follow);
  popup.addEventListener("toggle", function closed(event) {
    if (event.newState !== "closed") return;
    removeEventListener("scroll", follow, true);
    removeEventListener("resize", follow);
    popup.removeEventListener("toggle", closed);
  });
  return follow();
}

export function hidePopup(popup) {
  if (popup.matches(":popover-open")) popup.hidePopover();
}

function place(popup, anchor) {
  const box = anchor.getBoundingClientRect();
  const below = innerHeight - box.bottom - GAP - EDGE;
  const above = box.top - GAP - EDGE;
  const up = below < Math.min(popup.scrollHeight, 240) && above > below;
  popup.style.minWidth = `${box.width}px`;
  popup.style.maxHeight = `${Math.max(120, Math.min(320, up ? above : below))}px`;
  popup.style.left = `${Math.max(EDGE, Math.min(box.left, innerWidth - popup.offsetWidth - EDGE))}px`;
  popup.style.top = up ? "auto" : `${box.bottom + GAP}px`;
  popup.style.bottom = up ? `${innerHeight - box.top + GAP}px` : "auto";
}
