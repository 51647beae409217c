/**
 * Where the reader has been on the page, for undo and redo; nothing here is ever changed in place.
 */
import { formatHash } from "./page_link.js";

const LONGEST_HISTORY = 200;

/**
 * @param {State} state
 * @returns {StateHistory}
 */
export function startHistory(state) {
  return { past: [], present: state, future: [] };
}

/**
 * Whether two states show the same, actors at the same positions included.
 *
 * @param {State} one
 * @param {State} other
 * @returns {boolean}
 */
export function isSameState(one, other) {
  const moves = [one.moved, other.moved].map((moved) => (moved?.size ? moved : undefined));
  return moves[0] === moves[1] && formatHash(one) === formatHash(other);
}

/**
 * Go on to another state; one that shows the same is no step.
 *
 * @param {StateHistory} history
 * @param {State} state
 * @returns {StateHistory}
 */
export function visit(history, state) {
  if (isSameState(state, history.present)) return history;
  return {
    past: [...history.past, history.present].slice(-LONGEST_HISTORY),
    present: state,
    future: [],
  };
}

/**
 * @param {StateHistory} history
 * @returns {StateHistory}
 */
export function undo(history) {
  if (!history.past.length) return history;
  const future = [history.present, ...history.future];
  return {
    past: history.past.slice(0, -1),
    present: history.past[history.past.length - 1],
    future,
  };
}

/**
 * @param {StateHistory} history
 * @returns {StateHistory}
 */
export function redo(history) {
  if (!history.future.length) return history;
  const [present, ...future] = history.future;
  return { past: [...history.past, history.present], present, future };
}

/**
 * Back to how the page opened, as a step that can be undone.
 *
 * @param {StateHistory} history
 * @param {State} initial
 * @returns {StateHistory}
 */
export function reset(history, initial) {
  return visit(history, initial);
}
