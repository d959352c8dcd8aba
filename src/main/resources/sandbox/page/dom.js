// The one way to make elements. Data becomes text nodes and attributes, never markup.

/**
 * Makes an element. `on…` props are listeners, `testid` is the hook for browser tests, `data` goes to the
 * dataset, `true` makes an empty attribute, and `null`, `undefined` and `false` leave it out.
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
  append(element, children);
  return element;
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "testid") element.dataset.testid = value;
  else if (name === "data") Object.assign(element.dataset, value);
  else if (name === "value") element.value = value;
  else element.setAttribute(name, value === true ? "" : String(value));
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

let ids = 0;

/** An id that is unique on this page, to tie labels, hints and list boxes to their controls. */
export function freshId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}

const marks = new WeakMap();

/**
 * Makes a parent's children those of `items`, keeping every node whose key and signature did not change, so
 * that focus, selection and scroll position survive an update. A signature is a string, or a list compared by identity.
 */
export function patch(parent, items, { key, signature, create }) {
  const names = new Set(items.map(key));
  const known = new Map();
  // What goes, goes first: else all that follows it would be moved, and a moved node loses focus.
  for (const node of [...parent.children]) {
    const name = marks.get(node)?.name;
    if (names.has(name) && !known.has(name)) known.set(name, node);
    else node.remove();
  }
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = key(item);
    const sign = signature(item);
    let node = known.get(name);
    known.delete(name);
    if (!node || !alike(marks.get(node).sign, sign)) {
      const fresh = create(item);
      marks.set(fresh, { name, sign });
      if (node) {
        if (place === node) place = fresh;
        keepFocus(node, () => node.replaceWith(fresh));
      }
      node = fresh;
    }
    if (node === place) place = place.nextElementSibling;
    else parent.insertBefore(node, place);
  }
}

function alike(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((part, at) => part === other[at]);
}

/** Runs a change that replaces `root`, then gives focus and caret back to the control of the same name. */
export function keepFocus(root, change) {
  const active = document.activeElement;
  const name = root.contains(active) ? active.dataset.focus : undefined;
  const caret = name && "selectionStart" in active ? caretOf(active) : null;
  change();
  if (!name) return;
  const again = document.querySelector(`[data-focus="${CSS.escape(name)}"]`);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (caret && caret.start !== null) again.setSelectionRange(caret.start, caret.end);
}

function caretOf(control) {
  return { start: control.selectionStart, end: control.selectionEnd };
}
