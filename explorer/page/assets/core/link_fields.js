/** What a field of a page link may hold, and where the state has it: see `page_link.js`. */
import { parseConfidence } from "./confidence.js";
import { isAskedDate } from "./dates.js";
import { makeDefaultState } from "./page_state.js";

/**
 * @typedef {object} HashField
 * @property {(state: State, values: string[], network: Network) => void} read
 * @property {(state: State) => string[]} write
 *
 * @typedef {(state: State) => any} Part the part of a state that a field is in
 * @typedef {"actorById"|"relationById"|"typeById"|"kindById"|"sourceById"} MainIndex
 * @typedef {MainIndex|"changeById"|"claimantById"|"basisById"} Index
 */

/** @type {Part} */
export const getState = (state) => state;
/** @type {Part} */
export const getFilters = (state) => state.filters;

/**
 * Makes a field whose value is read when `accepts` does, and written when it is not as the page
 * opens.
 * @param {Part} part
 * @param {string} name
 * @param {(text: string, network: Network) => boolean} accepts
 * @param {(value: any) => string} [toText]
 * @param {(text: string, network: Network) => any} [fromText]
 * @returns {HashField}
 */
export function makeField(part, name, accepts, toText = String, fromText = String) {
  return {
    read(state, [text], network) {
      if (text !== undefined && accepts(text, network)) part(state)[name] = fromText(text, network);
    },
    write(state) {
      const value = part(state)[name];
      return value === part(makeDefaultState())[name] ? [] : [toText(value)];
    },
  };
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {(network: Network) => string[]} choices
 */
export function makeChoiceField(part, name, choices) {
  return makeField(part, name, (text, network) => choices(network).includes(text));
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {Index} index
 */
export function makeIdField(part, name, index) {
  /**
   * @param {string} text an id, or a former one
   * @param {Network} network
   */
  const find = (text, network) => /** @type {{id: string}} */ (network[index].get(text)).id;
  return makeField(part, name, (text, network) => network[index].has(text), String, find);
}

/** @param {string} name */
export function makeDateField(name) {
  return makeField(getFilters, name, isAskedDate);
}

/** @param {string} name */
export function makeConfidenceField(name) {
  /** @param {string} text */
  const accepts = (text) => parseConfidence(text) !== null;
  return makeField(getFilters, name, accepts, String, parseConfidence);
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {RegExp} pattern
 * @param {number} most
 */
export function makeNumberField(part, name, pattern, most) {
  /** @param {string} text */
  const accepts = (text) => pattern.test(text) && Number(text) <= most;
  return makeField(part, name, accepts, String, Number);
}

/**
 * @param {Part} part
 * @param {string} name
 */
export function makeFlagField(part, name) {
  return makeField(
    part,
    name,
    (text) => text === "yes" || text === "no",
    (value) => (value ? "yes" : "no"),
    (text) => text === "yes",
  );
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {Index} index
 * @returns {HashField}
 */
export function makeSetField(part, name, index) {
  return {
    read(state, texts, network) {
      part(state)[name] = new Set(texts.filter((text) => network[index].has(text)));
    },
    write: (state) => [...part(state)[name]].sort(),
  };
}
