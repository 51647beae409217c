/**
 * A question for paths as scripts ask it: every option understood or refused, in the terminal's
 * words.
 */
import { claimState } from "./claims.js";
import { isPartialDate } from "./dates.js";
import { keepAmong, keepTypes, relationMask, visibleActors } from "./filter.js";
import { indelSimilarity } from "./likeness.js";
import { resolve } from "./names.js";
import { findPaths } from "./paths.js";
import { pathSentence } from "./sentences.js";
import { walkedMask } from "./versions.js";

const MOST_LISTED = 100;
const NEAR_WORD = 0.6;
const DATE_DUE = "Write a year (2022), a month (2022-08) or a day (2022-08-08).";

/**
 * @typedef {import("./document.js").Network} Network
 * @typedef {{only?: string|string[], avoid?: string|string[], without?: string|string[],
 *   actors_only?: string|string[], kinds?: string|string[], at?: string|number, undated?: boolean,
 *   confident?: number, confidence?: number, unrated?: boolean, directed?: boolean, limit?:
 *   number}} Question as Network's filters and path take them; confidence is confident
 */

/** How each option is read; what it cannot mean is refused. */
const OPTIONS = {
  only: readTypes,
  avoid: readTypes,
  without: (network, name, value) =>
    wordsOf(name, value).map((word) => actorMeant(network, word).id),
  actors_only: (network, name, value) =>
    wordsOf(name, value).map((word) => actorMeant(network, word).index),
  kinds: readKinds,
  at: readDate,
  undated: readFlag,
  confident: readConfidence,
  confidence: readConfidence,
  unrated: readFlag,
  directed: readFlag,
  limit: readLimit,
};

/**
 * The shortest paths between two actors, over what the page's filters and the question's keep.
 *
 * @param {Network} network
 * @param {import("./filter.js").Filters} filters of the page; a question's date and confidence take
 *   their place
 * @param {string} from a name or an id
 * @param {string} to
 * @param {Question} [options]
 * @returns {object} source, target, directed, length, count, cut_short and paths, in ids and
 *   sentences
 * @throws {Error} for whatever has no meaning
 */
export function askPaths(network, filters, from, to, options = {}) {
  const asked = readQuestion(network, options);
  const ends = [from, to].map((query) => actorMeant(network, query));
  const { mask: kept, actors } = keptByQuestion(network, filters, asked);
  const mask = walkedMask(network, kept, filters.version);
  for (const { index, name } of ends) {
    if (!actors[index]) refuse("actor", `${quoted(name)} is left out by the filters.`);
  }
  const { directed = false, limit = MOST_LISTED } = asked;
  const answer = findPaths(network, ends[0].index, ends[1].index, { mask, directed, limit });
  return answerInIds(network, answer, claimState(network, mask));
}

function answerInIds(network, answer, claims) {
  const idOf = (index) => network.actors[index].id;
  const paths = answer.paths.map((path) => ({
    actors: path.actors.map(idOf),
    relations: path.steps.map((step) => step.relations.map((index) => network.relations[index].id)),
    sentence: pathSentence(network, path, answer, claims),
  }));
  const { source, target, directed, length, count, cutShort } = answer;
  return {
    source: idOf(source),
    target: idOf(target),
    directed,
    length,
    count,
    cut_short: cutShort,
    paths,
  };
}

/** The options read, without those that are not given. */
function readQuestion(network, options) {
  if (options === null || typeof options !== "object") {
    refuse("options", `${quoted(options)} is no object such as { avoid: ["borders"] }.`);
  }
  const asked = {};
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      refuse(
        name,
        `there is no such option. ${hint(name, Object.keys(OPTIONS)) || `There are: ${Object.keys(OPTIONS).join(", ")}.`}`,
      );
    }
    if (value !== undefined && value !== null) asked[name] = OPTIONS[name](network, name, value);
  }
  return asked;
}

/** As in the engine, undated goes with a date and unrated with a confidence. */
function keptByQuestion(
  network,
  filters,
  {
    actors_only: alone,
    only = [],
    avoid = [],
    without = [],
    kinds,
    at,
    undated = true,
    confident,
    confidence = confident,
    unrated = true,
  },
) {
  const left = kinds ? network.kinds.map(({ id }) => id).filter((id) => !kinds.includes(id)) : [];
  const narrowed = {
    ...filters,
    ...(at ? { at, undated } : {}),
    ...(confidence === undefined ? {} : { confidence, unrated }),
    without: new Set([...filters.without, ...without]),
    hiddenKinds: new Set([...filters.hiddenKinds, ...left]),
  };
  const mask = keepTypes(
    network,
    relationMask(network, narrowed),
    (type) => (!only.length || only.includes(type)) && !avoid.includes(type),
  );
  const actors = visibleActors(network, narrowed, mask);
  return alone ? keepAmong(network, { mask, actors }, alone) : { mask, actors };
}

function actorMeant(network, query) {
  if (typeof query !== "string") refuse("actor", `${quoted(query)} is no name.`);
  const { actor, candidates, suggestions, refused } = resolve(network, query);
  if (actor) return actor;
  if (refused) {
    throw new Error(
      `A name of ${Array.from(query.trim()).length} characters names no actor. Give at most 200.`,
    );
  }
  if (candidates.length) throw new Error(ambiguity(query, candidates));
  const near = suggestions.length
    ? `Did you mean ${listed(suggestions)}?`
    : "No actor has a name near it.";
  throw new Error(`${quoted(query)} names no actor. ${near}`);
}

function ambiguity(query, candidates) {
  const more = candidates.length > 5 ? ` and ${candidates.length - 5} more` : "";
  return `${quoted(query)} names ${candidates.length} actors: ${listed(candidates.slice(0, 5))}${more}. Give the id.`;
}

function listed(actors) {
  const texts = actors.map(({ id, name }) => `${quoted(id)} (${name})`);
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}` : texts[0];
}

function readTypes(network, option, value) {
  const known = network.types.map(({ id }) => id);
  return wordsOf(option, value).map((word) => {
    if (!known.includes(word)) {
      refuse(
        option,
        `${quoted(word)} is no relation type here. ${hint(word, known) || `Known: ${known.join(", ")}.`}`,
      );
    }
    return word;
  });
}

function readKinds(network, option, value) {
  const known = network.kinds.map(({ id }) => id);
  return wordsOf(option, value).map((word) => {
    if (!known.includes(word)) {
      refuse(
        option,
        `no actor is of the kind ${quoted(word)}. ${hint(word, known) || `There are: ${known.join(", ")}.`}`,
      );
    }
    return word;
  });
}

/** One word or a list of them. */
function wordsOf(option, value) {
  const words = Array.isArray(value) ? value : [value];
  for (const word of words) {
    if (typeof word !== "string") {
      refuse(option, `${quoted(word)} is no text. Give one or a list of them.`);
    }
  }
  return words;
}

/** A year may be a number; an empty text asks for no date. */
function readDate(_, option, value) {
  const text = String(value);
  if (text !== "" && !isPartialDate(text)) {
    refuse(option, `${quoted(value)} is no date. ${DATE_DUE}`);
  }
  return text;
}

function readFlag(_, option, value) {
  if (typeof value !== "boolean") refuse(option, `${quoted(value)} is neither true nor false.`);
  return value;
}

function readConfidence(_, option, value) {
  if (typeof value !== "number" || !(value >= 0 && value <= 1)) {
    refuse(option, `${quoted(value)} is no confidence. Give 0 to 1.`);
  }
  return value;
}

function readLimit(_, option, value) {
  if (!Number.isInteger(value)) {
    refuse(option, `${quoted(value)} is no whole number. Give 1 or more.`);
  }
  if (value < 1) refuse(option, `${value} lists no path. Give 1 or more.`);
  return value;
}

function hint(word, known) {
  const scored = known.map((other) => ({
    other,
    score: indelSimilarity(word.toLowerCase(), other),
  }));
  const best = scored.reduce((one, another) => (another.score > one.score ? another : one), {
    score: 0,
  });
  return best.score >= NEAR_WORD ? `Did you mean ${quoted(best.other)}?` : "";
}

function quoted(value) {
  return typeof value === "string" ? `'${value}'` : String(value);
}

function refuse(argument, what) {
  throw new Error(`${argument}: ${what}`);
}
