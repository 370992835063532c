// Elements made of their names, attributes and children; text is text, never markup.
const svgSpace = "http://www.w3.org/2000/svg";

export const html = (name, attributes, ...children) =>
  furnish(document.createElement(name), attributes ?? {}, children);

export const svg = (name, attributes, ...children) =>
  furnish(document.createElementNS(svgSpace, name), attributes ?? {}, children);

function furnish(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** Gives an element new children; the keyboard's focus stays at what has the same key. */
export function fill(box, ...children) {
  const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  box.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (key !== undefined) box.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

export const byId = (id) => document.getElementById(id);
