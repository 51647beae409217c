import { makeVisible } from "../core/text.js";

const SVG = "http://www.w3.org/2000/svg";

// What a reader sees or hears of them; all others are for the page itself.
const SAID = new Set(["title", "aria-label", "placeholder"]);

/** Sets one attribute, property or listener of a node built by `element`. */
function setAttribute(node, name, value) {
  if (typeof value === "function") node.addEventListener(name, value);
  else if (value === true) node.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) {
    node.setAttribute(name, SAID.has(name) ? makeVisible(value) : String(value));
  }
}

/** Appends children: nodes as they are, anything else as visible text, never as markup. */
function appendChildren(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : makeVisible(String(child)));
  }
  return node;
}

/**
 * Builds an HTML element. A function among the attributes is a listener of that event.
 * @param {string} tag
 * @param {Object<string, *>} [attributes]
 * @param {...*} children nodes, texts, lists of both; null and false are left out
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  return appendChildren(node, children);
}

/**
 * Builds an SVG element in the same way.
 * @param {string} tag
 * @param {Object<string, *>} [attributes]
 * @param {...*} children
 * @returns {SVGElement}
 */
export function svgElement(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  return appendChildren(node, children);
}

/**
 * A name or other text from the data, kept apart from the direction of the text around it.
 * @param {string} text
 * @param {string} [className]
 */
export function isolate(text, className) {
  return element("bdi", { class: className ?? null }, text);
}

/**
 * A sentence whose names keep to themselves, whatever direction they are written in.
 * @param {string[]} parts from the data and of our own by turns
 */
export function isolateNames(parts) {
  return parts.map((words, i) => (words === "" || i % 2 ? words : isolate(words)));
}

/**
 * Finds an element of the page's skeleton.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function getPart(id) {
  return document.getElementById(id);
}

/**
 * Replaces what is in a node, and puts the focus back on the control that had it.
 * @param {HTMLElement} node
 * @param {...*} children
 */
export function replaceContent(node, ...children) {
  const held = node.contains(document.activeElement)
    ? document.activeElement.dataset.key
    : undefined;
  node.replaceChildren();
  appendChildren(node, children);
  if (held === undefined) return;
  const again = [...node.querySelectorAll("[data-key]")].find(
    (other) => other.dataset.key === held,
  );
  again?.focus({ preventScroll: true });
}
