/**
 * Where the reader has been on the page, for undo and redo; nothing here is ever changed in place.
 */
import { formatHash } from "./hash.js";

const LONGEST_HISTORY = 200;

/**
 * @typedef {import("./hash.js").State} State
 * @typedef {{past: State[], present: State, future: State[]}} History
 */

/**
 * @param {State} state
 * @returns {History}
 */
export function startHistory(state) {
  return { past: [], present: state, future: [] };
}

/**
 * Go on to another state; one that shows the same is no step.
 *
 * @param {History} history
 * @param {State} state
 * @returns {History}
 */
export function visit(history, state) {
  if (formatHash(state) === formatHash(history.present)) return history;
  return {
    past: [...history.past, history.present].slice(-LONGEST_HISTORY),
    present: state,
    future: [],
  };
}

/**
 * @param {History} history
 * @returns {History}
 */
export function undo(history) {
  if (!history.past.length) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present: history.past.at(-1), future };
}

/**
 * @param {History} history
 * @returns {History}
 */
export function redo(history) {
  if (!history.future.length) return history;
  const [present, ...future] = history.future;
  return { past: [...history.past, history.present], present, future };
}

/**
 * Back to how the page opened, as a step that can be undone.
 *
 * @param {History} history
 * @param {State} initial
 * @returns {History}
 */
export function reset(history, initial) {
  return visit(history, initial);
}
