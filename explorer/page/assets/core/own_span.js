/**
 * The span of time that a page was made for: its filter unless the address names a date. Whoever
 * lifts it gets the address #at= with no date.
 */
import { makeDefaultFilters } from "./filters.js";
import { formatHash, parseHash } from "./page_link.js";

const NAMES_A_DATE = /(?:^#?|&)(?:at|from|to)=/;

/**
 * @param {Network} network
 * @returns {Filters} those of a page as it was made
 */
export function makeOwnFilters({ span }) {
  return { ...makeDefaultFilters(), ...span };
}

/**
 * @param {string} text the hash of an address
 * @param {Network} network
 * @returns {State} what it asks for, within the page's own span unless it names a date
 */
export function readHash(text, network) {
  const state = parseHash(text, network);
  const { span } = network;
  if (!span || NAMES_A_DATE.test(text)) return state;
  const certain = state.filters.certain || span.certain;
  return { ...state, filters: { ...state.filters, ...span, certain } };
}

/**
 * @param {State} state
 * @param {Network} network
 * @returns {string} the hash from which `readHash` reads it
 */
export function writeHash(state, network) {
  const hash = formatHash(state);
  const { at, from, to } = state.filters;
  return network.span && !at && !from && !to ? `${hash ? `${hash}&` : "#"}at=` : hash;
}
