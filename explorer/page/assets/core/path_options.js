/**
 * A question for paths as scripts ask it: every option understood or refused, in the terminal's
 * words.
 */
import { judgeClaims } from "./claims.js";
import { DATE_FORMATS, isPartialDate } from "./dates.js";
import { keepAmong, keepTypes, maskRelations, maskActors } from "./filters.js";
import { measureTextSimilarity } from "./similarity.js";
import { resolve } from "./names.js";
import { findPaths } from "./paths.js";
import { describePath } from "./sentences.js";
import { maskForPaths } from "./versions.js";

const MOST_LISTED = 100;
const NEAR_WORD = 0.6;

/**
 * @typedef {object} ReadOptions
 * @property {string[]} [only]
 * @property {string[]} [avoid]
 * @property {number[]} [only_actor] indexes of actors
 * @property {string[]} [avoid_actor] ids of actors
 * @property {string[]} [kind]
 * @property {string[]} [avoid_kind]
 * @property {string} [at]
 * @property {boolean} [undated]
 * @property {number} [min_confidence]
 * @property {boolean} [unrated]
 * @property {boolean} [directed]
 * @property {number} [limit]
 */

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
  undated: readFlag,
  min_confidence: readConfidence,
  unrated: readFlag,
  directed: readFlag,
  limit: readLimit,
};

/**
 * The shortest paths between two actors, over what the page's filters and the question's keep.
 *
 * @param {Network} network
 * @param {Filters} filters of the page; a question's date and confidence
 *   take their place
 * @param {string} from a name or an id
 * @param {string} to
 * @param {PathOptions} [options]
 * @returns {object} source, target, directed, length, path_count, cut_short and paths, in ids and
 *   sentences
 * @throws {Error} for whatever has no meaning
 */
export function findPathsByName(network, filters, from, to, options = {}) {
  const asked = readOptions(network, options);
  const ends = [from, to].map((query) => resolveActor(network, query));
  const { mask: kept, actors } = applyOptions(network, filters, asked);
  const mask = maskForPaths(network, kept, filters.version);
  for (const { index, name } of ends) {
    if (!actors[index]) refuse("actor", `${quote(name)} is left out by the filters.`);
  }
  const { directed = false, limit = MOST_LISTED } = asked;
  const answer = findPaths(network, ends[0].index, ends[1].index, { mask, directed, limit });
  return toPathIds(network, answer, judgeClaims(network, mask));
}

/**
 * @param {Network} network
 * @param {PathAnswer} answer
 * @param {Claims} claims
 */
function toPathIds(network, answer, claims) {
  /** @param {number} index */
  const idOf = (index) => network.actors[index].id;
  const paths = answer.paths.map((path) => ({
    actors: path.actors.map(idOf),
    relations: path.steps.map((step) => step.relations.map((index) => network.relations[index].id)),
    sentence: describePath(network, path, answer, claims),
  }));
  const { source, target, directed, length, count, cutShort } = answer;
  return {
    source: idOf(source),
    target: idOf(target),
    directed,
    length,
    path_count: count,
    cut_short: cutShort,
    paths,
  };
}

/**
 * The options read, without those that are not given.
 * @param {Network} network
 * @param {PathOptions} options
 * @returns {ReadOptions}
 */
function readOptions(network, options) {
  if (options === null || typeof options !== "object") {
    refuse("options", `${quote(options)} is not an object such as { avoid: ["borders"] }.`);
  }
  /** @type {Record<string, any>} */
  const asked = {};
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      refuse(
        name,
        `there is no such option. ${suggestWord(name, Object.keys(OPTIONS)) || `There are: ${Object.keys(OPTIONS).join(", ")}.`}`,
      );
    }
    if (value !== undefined && value !== null) asked[name] = OPTIONS[name](network, name, value);
  }
  return asked;
}

/**
 * As in the engine, undated goes with a date and unrated with a confidence.
 * @param {Network} network
 * @param {Filters} filters
 * @param {ReadOptions} options
 * @returns {Masks}
 */
function applyOptions(
  network,
  filters,
  {
    only_actor: onlyActors,
    only = [],
    avoid = [],
    avoid_actor: avoidActors = [],
    kind,
    avoid_kind: avoidKinds = [],
    at,
    undated = true,
    min_confidence: minConfidence,
    unrated = true,
  },
) {
  const hiddenKinds = network.kinds
    .map(({ id }) => id)
    .filter((id) => avoidKinds.includes(id) || (kind && !kind.includes(id)));
  const narrowed = {
    ...filters,
    ...(at ? { at, undated } : {}),
    ...(minConfidence === undefined ? {} : { minConfidence, unrated }),
    avoidActor: new Set([...filters.avoidActor, ...avoidActors]),
    avoidKind: new Set([...filters.avoidKind, ...hiddenKinds]),
  };
  const mask = keepTypes(
    network,
    maskRelations(network, narrowed),
    (type) => (!only.length || only.includes(type)) && !avoid.includes(type),
  );
  const actors = maskActors(network, narrowed, mask);
  return onlyActors ? keepAmong(network, { mask, actors }, onlyActors) : { mask, actors };
}

/**
 * @param {Network} network
 * @param {unknown} query
 * @returns {Actor}
 */
function resolveActor(network, query) {
  if (typeof query !== "string") return refuse("actor", `${quote(query)} is not a name.`);
  const { actor, candidates, suggestions, refused } = resolve(network, query);
  if (actor) return actor;
  if (refused) {
    throw new Error(
      `A name of ${Array.from(query.trim()).length} characters names no actor. Give at most 200.`,
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
  return `${quote(query)} names ${candidates.length} actors: ${listActors(candidates.slice(0, 5))}${more}. Give the id.`;
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
  const known = network.types.map(({ id }) => id);
  return readWords(option, value).map((word) => {
    if (!known.includes(word)) {
      refuse(
        option,
        `${quote(word)} is not a relation type here. ${suggestWord(word, known) || `Known: ${known.join(", ")}.`}`,
      );
    }
    return word;
  });
}

/**
 * @param {Network} network
 * @param {string} option
 * @param {unknown} value
 */
function readKinds(network, option, value) {
  const known = network.kinds.map(({ id }) => id);
  return readWords(option, value).map((word) => {
    if (!known.includes(word)) {
      refuse(
        option,
        `no actor is of the kind ${quote(word)}. ${suggestWord(word, known) || `There are: ${known.join(", ")}.`}`,
      );
    }
    return word;
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
  if (text !== "" && !isPartialDate(text)) {
    refuse(option, `${quote(value)} is not a date. ${DATE_FORMATS}`);
  }
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
  if (typeof value !== "number" || !(value >= 0 && value <= 1)) {
    refuse(option, `${quote(value)} is not a confidence. Give 0 to 1.`);
  }
  return value;
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

/**
 * @param {string} word
 * @param {string[]} known
 */
function suggestWord(word, known) {
  let [nearest, most] = ["", 0];
  for (const candidate of known) {
    const similarity = measureTextSimilarity(word.toLowerCase(), candidate);
    if (similarity > most) [nearest, most] = [candidate, similarity];
  }
  return most >= NEAR_WORD ? `Did you mean ${quote(nearest)}?` : "";
}

/** @param {unknown} value */
function quote(value) {
  return typeof value === "string" ? `'${value}'` : String(value);
}

/**
 * @param {string} argument
 * @param {string} what
 * @returns {never}
 */
function refuse(argument, what) {
  throw new Error(`${argument}: ${what}`);
}
