/** What a person types -> the actor they mean, or a question; never a guess. */
import { LEAST_SIMILARITY, measureSimilarity, measureTextSimilarity } from "./similarity.js";
import {
  getSpellings,
  hasWords,
  isDistinctive,
  isSameSpelling,
  mayHold,
  spell,
} from "./spellings.js";

export const LONGEST_QUERY = 200;
/** What a field takes: an exact id or name may be longer than a query that is compared. */
export const LONGEST_TYPED = 10000;
export const MOST_SUGGESTIONS = 3;
// Not trim's own, which differs from what Python strips.
const WHITE = /[ \t\n\r\f\v\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;

/**
 * The actor a query means: by exact id; by exact name or alias; by the same folded; by whole words,
 * where they tell the actor from those that the data does not know.
 *
 * The first of these that any actor matches decides. Several actors there are candidates to ask
 * about. When nothing matches, the nearest are suggested. Above 200 characters only an exact id or
 * name is taken.
 *
 * @param {Network} network
 * @param {string} query
 * @returns {Resolution}
 */
export function resolve(network, query) {
  const text = strip(query);
  const exact = resolveExactly(network, text);
  if (!exact.length && isTooLong(text)) return makeResolution({ refused: true });
  const found = exact.length ? exact : findMatches(network, text);
  if (found.length === 1) return makeResolution({ actor: found[0] });
  return makeResolution(
    found.length ? { candidates: found } : { suggestions: suggest(network, text) },
  );
}

/**
 * Actors for a query that is still being typed: those it already names, then those a name of which
 * begins with it, then those each word of it begins a word of, then those that have it somewhere
 * inside. Among these, shorter names are nearer.
 *
 * @param {Network} network
 * @param {string} query
 * @param {number} [limit]
 * @returns {Actor[]}
 */
export function search(network, query, limit = 10) {
  const text = strip(query);
  if (!text) return [];
  if (isTooLong(text)) return resolveExactly(network, text);
  const wanted = spell(text, network.fold);
  const spellings = getSpellings(network);
  const matching = [];
  for (const actor of network.actors) {
    const { rank, length } = rankTyped(actor, text, wanted, spellings[actor.index]);
    if (rank < Infinity) matching.push({ actor, rank, length });
  }
  matching.sort((a, b) => a.rank - b.rank || a.length - b.length);
  return matching.slice(0, limit).map(({ actor }) => actor);
}

/**
 * What a list under a field offers for a query still being typed: what `search` finds, then what
 * `resolve` would suggest.
 *
 * @param {Network} network
 * @param {string} query
 * @param {number} [limit]
 * @returns {{actors: Actor[], found: number}} found: how many hold the query, listed or not
 */
export function suggestWhileTyping(network, query, limit = 10) {
  const found = search(network, query, Infinity);
  const actors = found.slice(0, limit);
  if (actors.length === limit) return { actors, found: found.length };
  const near = resolve(network, query).suggestions.filter((actor) => !found.includes(actor));
  return { actors: [...actors, ...near].slice(0, limit), found: found.length };
}

/**
 * By steps, because a regular expression would try the end of the text from every blank in it.
 * @param {string} text
 */
function strip(text) {
  let [first, last] = [0, text.length];
  while (first < last && WHITE.test(text[first])) first += 1;
  while (last > first && WHITE.test(text[last - 1])) last -= 1;
  return text.slice(first, last);
}

/**
 * The actors with this id, else with this name.
 * @param {Network} network
 * @param {string} text
 * @returns {Actor[]}
 */
export function resolveExactly(network, text) {
  if (!text) return [];
  const actor = network.actorById.get(text);
  return actor ? [actor] : network.actors.filter((each) => hasName(each, text));
}

/**
 * @param {Partial<Resolution>} found
 * @returns {Resolution}
 */
function makeResolution(found) {
  return { actor: null, candidates: [], suggestions: [], refused: false, ...found };
}

/**
 * Counted in characters as Python counts them; the first test spares counting a whole book.
 * @param {string} text
 */
function isTooLong(text) {
  return text.length > 2 * LONGEST_QUERY || Array.from(text).length > LONGEST_QUERY;
}

/**
 * The actors matching at the first stage after the exact names where any does.
 * @param {Network} network
 * @param {string} text
 */
function findMatches(network, text) {
  if (!text) return [];
  const query = spell(text, network.fold);
  const spellings = getSpellings(network);
  /** @param {(query: Spelling, name: Spelling) => boolean} test */
  const matching = (test) =>
    network.actors.filter(({ index }) =>
      spellings[index].some((name) => mayHold(query, name) && test(query, name)),
    );
  const same = matching(isSameSpelling);
  if (same.length) return same;
  const holding = matching(hasWords);
  return holding.length === 1
    ? holding.filter((actor) => isDistinguished(network, query, actor))
    : holding;
}

/**
 * @param {Network} network
 * @param {Spelling} query
 * @param {Actor} actor
 */
function isDistinguished(network, query, actor) {
  // Of actors without a kind, network.surnames has those whose names are a person's.
  const { id } = actor.kind;
  const isPerson = id === "person" || (id === "actor" && network.surnames.has(actor.name));
  const known = { isPerson, weakWords: network.weakWords };
  return getSpellings(network)[actor.index].some((name) => isDistinctive(query, name, known));
}

/**
 * @param {Actor} actor
 * @param {string} text
 */
function hasName({ name, aliases }, text) {
  return name === text || aliases.includes(text);
}

/**
 * How near the nearest of an actor's names is: by its nearest part, then as a whole. Null for far.
 * @param {Spelling} query
 * @param {Spelling[]} names
 */
function measureNearness(query, names) {
  let nearest = null;
  for (const name of names) {
    const score = measureSimilarity(query, name, LEAST_SIMILARITY);
    if (score < LEAST_SIMILARITY) continue;
    const found = { score, whole: measureTextSimilarity(query.joined, name.joined) };
    if (!nearest || compareNearness(nearest, found) > 0) nearest = found;
  }
  return nearest;
}

/**
 * @param {{score: number, whole: number}} one
 * @param {{score: number, whole: number}} other
 */
function compareNearness(one, other) {
  return other.score - one.score || other.whole - one.whole;
}

/**
 * @param {Network} network
 * @param {string} text
 */
function suggest(network, text) {
  const query = spell(text, network.fold);
  const near = [];
  for (const [index, names] of getSpellings(network).entries()) {
    const nearest = measureNearness(query, names);
    if (nearest) near.push({ index, ...nearest });
  }
  near.sort(compareNearness);
  return near.slice(0, MOST_SUGGESTIONS).map(({ index }) => network.actors[index]);
}

const UNFOUND = { rank: Infinity, length: 0 };
/** @type {((query: Spelling, name: Spelling) => boolean)[]} */
const TYPING_RANKS = [
  isSameSpelling,
  (query, name) => name.joined.startsWith(query.joined),
  (query, name) => query.words.every((word) => name.words.some((whole) => whole.startsWith(word))),
  (query, name) => name.joined.includes(query.joined),
];

/**
 * The first way in which a query is found in a name, and the length of the shortest such name.
 * @param {Actor} actor
 * @param {string} text
 * @param {Spelling} wanted
 * @param {Spelling[]} names
 */
function rankTyped(actor, text, wanted, names) {
  if (actor.id === text || hasName(actor, text)) return { rank: -1, length: 0 };
  const holding = names.filter((name) => mayHold(wanted, name));
  if (!holding.length) return UNFOUND;
  for (let rank = 0; rank < TYPING_RANKS.length; rank += 1) {
    const test = TYPING_RANKS[rank];
    const lengths = holding.filter((name) => test(wanted, name)).map(({ joined }) => joined.length);
    if (lengths.length) return { rank, length: Math.min(...lengths) };
  }
  return UNFOUND;
}
