// Arrow keys, Home, End and first letters in a menu.

/** Makes the keys of a menu's items work; Esc and a press elsewhere are the popover's own. */
export function menuKeys(menu) {
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("[role^=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const next =
      { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key] ?? byLetter(items, at, event);
    if (next === null) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  });
}

function byLetter(items, at, { key, ctrlKey, metaKey, altKey }) {
  if (key.length !== 1 || key === " " || ctrlKey || metaKey || altKey) return null;
  const order = items.map((_, step) => (at + 1 + step) % items.length);
  const match = order.find((index) =>
    (items[index].dataset.name ?? items[index].textContent).toLowerCase().startsWith(key.toLowerCase()),
  );
  return match ?? null;
}
