/** What of the page's state has changed. */
import { hasTurnedStep } from "./announce_change.js";

/**
 * Whether any of these fields has changed; at first everything has.
 * @param {State} state
 * @param {State|null} before
 * @param {...(keyof State)} names
 */
export function hasChanged(state, before, ...names) {
  return before === null || names.some((name) => before[name] !== state[name]);
}

/**
 * Whether a change is described in a panel, which on small screens is a sheet. A step of the story
 * opens none.
 * @param {State} state
 * @param {State|null} before
 */
export function opensPanel(state, before) {
  const isChosen =
    (state.actor || state.relation) && hasChanged(state, before, "actor", "relation");
  const isAsked = (state.path || state.ask) && hasChanged(state, before, "path", "ask");
  const isOpened = state.panel && state.panel !== before?.panel;
  return Boolean(isChosen || isAsked || isOpened) && !hasTurnedStep(state, before);
}
