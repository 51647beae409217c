/** Read the options and names of a search for paths; what cannot be read is refused. */
import { CONFIDENCE_DUE, parseConfidence } from "./confidence.js";
import { describeWrongDate } from "./date_advice.js";
import { isAskedDate } from "./dates.js";
import { resolve } from "./names.js";
import { quote, refuse, suggestChoice } from "./option_errors.js";

/**
 * How each option is read; what it cannot mean is refused.
 * @type {Record<string, (network: Network, name: string, value: unknown) => any>}
 */
const OPTIONS = {
  only: readTypes,
  avoid: readTypes,
  avoid_actor: (network, name, value) =>
    readWords(name, value).map((word) => resolveActor(network, word).id),
  only_actor: (network, name, value) =>
    readWords(name, value).map((word) => resolveActor(network, word).index),
  kind: readKinds,
  avoid_kind: readKinds,
  at: readDate,
  from: readDate,
  to: readDate,
  certain: readFlag,
  min_confidence: readConfidence,
  unrated: readFlag,
  directed: readFlag,
  limit: readLimit,
};

/**
 * Reads the options, without those that are not given.
 * @param {Network} network
 * @param {PathOptions} options
 * @returns {ParsedPathOptions}
 */
export function readPathOptions(network, options) {
  if (options === null || typeof options !== "object") {
    refuse("options", `${quote(options)} is not an object such as { avoid: ["borders"] }.`);
  }
  /** @type {Record<string, any>} */
  const parsed = {};
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      refuse(name, `there is no such option. ${suggestChoice(name, Object.keys(OPTIONS))}`);
    }
    if (value !== undefined && value !== null) parsed[name] = OPTIONS[name](network, name, value);
  }
  return parsed;
}

/**
 * Finds the only actor that a name or an id can mean.
 * @param {Network} network
 * @param {unknown} query
 * @returns {Actor}
 */
export function resolveActor(network, query) {
  if (typeof query !== "string") return refuse("actor", `${quote(query)} is not a name.`);
  const { actor, candidates, suggestions, refused } = resolve(network, query);
  if (actor) return actor;
  if (refused) {
    const count = Array.from(query.trim()).length;
    throw new Error(
      `A name of ${count} characters names no actor. Give at most 200, or the exact id or name.`,
    );
  }
  if (candidates.length) throw new Error(describeCandidates(query, candidates));
  const near = suggestions.length
    ? `Did you mean ${listActors(suggestions)}?`
    : "No actor has a name near it.";
  throw new Error(`${quote(query)} names no actor. ${near}`);
}

/**
 * @param {string} query
 * @param {Actor[]} candidates
 */
function describeCandidates(query, candidates) {
  const more = candidates.length > 5 ? ` and ${candidates.length - 5} more` : "";
  const listed = listActors(candidates.slice(0, 5));
  return `${quote(query)} names ${candidates.length} actors: ${listed}${more}. Give the id.`;
}

/** @param {Actor[]} actors */
function listActors(actors) {
  const texts = actors.map(({ id, name }) => `${quote(id)} (${name})`);
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}` : texts[0];
}

/**
 * @param {Network} network
 * @param {string} option
 * @param {unknown} value
 */
function readTypes(network, option, value) {
  const choices = network.types.map(({ id }) => id);
  return readWords(option, value).map((word) => {
    if (choices.includes(word)) return word;
    return refuse(
      option,
      `${quote(word)} is not a relation type here. ${suggestChoice(word, choices, "Known")}`,
    );
  });
}

/**
 * @param {Network} network
 * @param {string} option
 * @param {unknown} value
 */
function readKinds(network, option, value) {
  const choices = network.kinds.map(({ id }) => id);
  return readWords(option, value).map((word) => {
    if (choices.includes(word)) return word;
    return refuse(
      option,
      `no actor is of the kind ${quote(word)}. ${suggestChoice(word, choices)}`,
    );
  });
}

/**
 * One word or a list of them.
 * @param {string} option
 * @param {unknown} value
 * @returns {string[]}
 */
function readWords(option, value) {
  const words = Array.isArray(value) ? value : [value];
  for (const word of words) {
    if (typeof word !== "string") {
      refuse(option, `${quote(word)} is not a text. Give one, or a list of them.`);
    }
  }
  return words;
}

/**
 * A year may be a number; an empty text asks for no date.
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {string}
 */
function readDate(_, option, value) {
  const text = String(value);
  if (text !== "" && !isAskedDate(text)) refuse(option, describeWrongDate(text, quote(value)));
  return text;
}

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {boolean}
 */
function readFlag(_, option, value) {
  if (typeof value !== "boolean") refuse(option, `${quote(value)} is neither true nor false.`);
  return value;
}

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {number}
 */
function readConfidence(_, option, value) {
  const share = ["number", "string"].includes(typeof value)
    ? parseConfidence(String(value).trim())
    : null;
  return share ?? refuse(option, `${quote(value)} is not a confidence. ${CONFIDENCE_DUE}`);
}

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {number}
 */
function readLimit(_, option, value) {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    return refuse(option, `${quote(value)} is not a whole number. Give 1 or more.`);
  }
  return value < 1 ? refuse(option, `must be 1 or more, not ${value}.`) : value;
}
