/** Where the keyboard focus goes when the control that has it goes away. */
import { choosePanel } from "../core/panels.js";
import { getPart } from "./element.js";

/**
 * Remembers what has the focus, before the page is drawn again.
 * @returns {(state: State) => void} puts the focus near to where it was, if it was lost
 */
export function holdFocus() {
  const held = /** @type {HTMLElement|null} */ (document.activeElement);
  if (!held || held === document.body) return () => {};
  const findNext = chooseHeir(held);
  return (state) => {
    const focused = /** @type {HTMLElement|null} */ (document.activeElement);
    if (focused && focused !== document.body && canHoldFocus(focused)) return;
    findNext(state).find(canHoldFocus)?.focus({ preventScroll: true });
  };
}

/**
 * Moves the focus to the panel that is open: to its title where it has one that takes the focus.
 * @param {State} state
 */
export function focusPanel(state) {
  listPanelParts(state).find(canHoldFocus)?.focus({ preventScroll: true });
}

/** @param {HTMLElement} node */
function canHoldFocus(node) {
  return node.isConnected && node.checkVisibility() && !node.matches(":disabled");
}

/**
 * Chooses the parts of the page that may have the focus next, the best first.
 * @param {HTMLElement} held
 * @returns {(state: State) => HTMLElement[]}
 */
function chooseHeir(held) {
  const neighbours = held.closest("#tools") ? listControls("#tools") : [];
  if (held.closest("#panel")) return (state) => [...listPanelParts(state), getPart("canvas")];
  if (held.closest("#filters")) return (state) => [...listControls("#legend"), ...listView(state)];
  if (held.closest("#time")) return (state) => [getPart("time-from"), ...listView(state)];
  return (state) => [...neighbours, ...listView(state)];
}

/** @param {State} state */
function listView({ view }) {
  return /** @type {HTMLElement[]} */ ([
    getPart(view === "network" ? "canvas" : `view-${view}`),
    getPart("main"),
  ]);
}

/** @param {State} state */
function listPanelParts(state) {
  const body = getPart(`panel-${choosePanel(state)}`);
  return /** @type {HTMLElement[]} */ ([...body.querySelectorAll(".card-title[tabindex]"), body]);
}

/** @param {string} place */
function listControls(place) {
  return /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll(`${place} button:not([tabindex="-1"])`),
  ]);
}
