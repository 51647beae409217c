import { makeVisible } from "../core/text.js";

const SVG = "http://www.w3.org/2000/svg";

const DATES = /(\d{4}-\d\d(?:-\d\d)?)/;

// What a reader sees or hears of them; all others are for the page itself.
const SHOWN_ATTRIBUTES = new Set(["title", "aria-label", "placeholder"]);

/**
 * Sets one attribute, property or listener of a node.
 * @param {Element} node
 * @param {string} name
 * @param {any} value
 */
function setAttribute(node, name, value) {
  if (typeof value === "function") node.addEventListener(name, value);
  else if (value === true) node.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) {
    node.setAttribute(name, SHOWN_ATTRIBUTES.has(name) ? makeVisible(value) : String(value));
  }
}

/**
 * Appends children: nodes as they are, anything else as visible text, never as markup.
 * @template {Element} T
 * @param {T} node
 * @param {Child[]} children
 * @returns {T}
 */
function appendChildren(node, children) {
  for (const child of /** @type {any[]} */ (children).flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : makeVisible(String(child)));
  }
  return node;
}

/**
 * Builds an HTML element. A function among the attributes is a listener of that event.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children nodes, texts, lists of both; null and false are left out
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  return appendChildren(node, children);
}

/**
 * Builds a button.
 * @param {string} className
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export function buildButton(className, attributes, ...children) {
  return element("button", { type: "button", class: className, ...attributes }, ...children);
}

/**
 * Builds an SVG element in the same way.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svgElement(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  return appendChildren(node, children);
}

/**
 * Isolates a name or other text of the data from the direction of the text around it.
 * @param {string} text
 * @param {string} [className]
 */
export function isolate(text, className) {
  return element("bdi", { class: className ?? null }, keepDates(text));
}

/**
 * A text of which no line ends within a date.
 * @param {string} text
 * @returns {Child[]}
 */
export function keepDates(text) {
  return text
    .split(DATES)
    .map((part, i) => (i % 2 ? element("span", { class: "date" }, part) : part));
}

/**
 * Isolates the names in a sentence, whatever direction they are written in.
 * @param {string[]} parts from the data and of our own by turns
 */
export function isolateNames(parts) {
  // Brackets behind our own words may name who says so.
  return parts.map((words, i) =>
    words === "" || (i % 2 && /^[ -~]*$/.test(words)) ? keepDates(words) : isolate(words),
  );
}

/**
 * Gets an element of the page's skeleton.
 * @param {string} id
 * @returns {any} of the kind that the skeleton has
 */
export function getPart(id) {
  return document.getElementById(id);
}

/**
 * Replaces what is in a node, and puts the focus back on the control that had it.
 * @param {Element} node
 * @param {...Child} children
 */
export function replaceContent(node, ...children) {
  const focused = /** @type {HTMLElement|null} */ (document.activeElement);
  const key = node.contains(focused) ? focused?.dataset.key : undefined;
  node.replaceChildren();
  appendChildren(node, children);
  if (key === undefined) return;
  const controls = /** @type {HTMLElement[]} */ ([...node.querySelectorAll("[data-key]")]);
  controls.find((control) => control.dataset.key === key)?.focus({ preventScroll: true });
}

/**
 * Gets the context to draw on a canvas with.
 * @param {HTMLCanvasElement} canvas
 */
export function getContext(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
