/** The words of a pattern that name relations: a type, its inverse, a sign, or any. */
import { splitAt, unquote } from "./pattern_tokens.js";

/** @import { Piece } from "./pattern_tokens.js" */

/** @type {Record<string, Sign>} */
const SIGNS = { "+": "+", positive: "+", "-": "-", "−": "-", negative: "-", 0: "0", neutral: "0" };

/**
 * @typedef {object} Verb
 * @property {Set<string>} forwards
 * @property {Set<string>} backwards
 * @property {Set<string>} signs
 * @property {boolean} isAny
 */

/**
 * @param {Partial<Verb>} parts
 * @returns {Verb}
 */
function makeVerb(parts = {}) {
  const none = () => /** @type {Set<string>} */ (new Set());
  return { forwards: none(), backwards: none(), signs: none(), isAny: false, ...parts };
}

/**
 * @param {Verb} one
 * @param {Verb} other
 */
function joinVerbs(one, other) {
  return {
    forwards: new Set([...one.forwards, ...other.forwards]),
    backwards: new Set([...one.backwards, ...other.backwards]),
    signs: new Set([...one.signs, ...other.signs]),
    isAny: one.isAny || other.isAny,
  };
}

/**
 * The words that a relation may be called by, and what they mean.
 * @param {Network} network whose unused types have words, too: they match nothing
 */
export function listPhrases({ types, unusedPhrases }) {
  /** @type {Map<string, Verb>} */
  const phrases = new Map(unusedPhrases.map((phrase) => [phrase, makeVerb()]));
  for (const each of types) {
    const onward = makeVerb({ forwards: new Set([each.id]) });
    const back = makeVerb({ backwards: new Set([each.id]) });
    /** @type {[string, Verb][]} */
    const words = [
      ...[each.id, each.id.replaceAll("_", " "), each.label, each.past, each.present].map(
        (phrase) => /** @type {[string, Verb]} */ ([phrase, onward]),
      ),
      ...[each.inverse, each.pastInverse, each.presentInverse].map(
        (phrase) => /** @type {[string, Verb]} */ ([phrase, back]),
      ),
    ];
    for (const [phrase, verb] of words) {
      const key = foldWords(phrase ?? "");
      if (key) phrases.set(key, joinVerbs(phrases.get(key) ?? makeVerb(), verb));
    }
  }
  for (const [sign, meant] of Object.entries(SIGNS)) {
    phrases.set(sign, makeVerb({ signs: new Set([meant]) }));
  }
  return phrases.set("any", makeVerb({ isAny: true }));
}

/**
 * The longest words between two actors that name relations, the first of several.
 * @param {Map<string, Verb>} phrases
 * @param {Piece[]} tokens
 */
export function findVerb(phrases, tokens) {
  let found = null;
  for (let first = 1; first < tokens.length - 1; first++) {
    for (let last = first + 1; last < tokens.length; last++) {
      const verb = readVerb(phrases, tokens.slice(first, last));
      if (verb && (!found || last - first > found.last - found.first)) {
        found = { first, last, verb };
      }
    }
  }
  return found;
}

/**
 * @param {Map<string, Verb>} phrases
 * @param {Piece[]} tokens
 */
export function readVerb(phrases, tokens) {
  const joined = tokens.map(({ text }) => text).join(" ");
  const verbs = splitAt("|", joined).map(
    ({ text }) => phrases.get(foldWords(text)) ?? phrases.get(unquote(foldWords(text)).trim()),
  );
  return verbs.every((verb) => verb !== undefined) ? verbs.reduce(joinVerbs) : null;
}

/** @param {string} text */
export function foldWords(text) {
  return text.trim().split(/\s+/).join(" ").toLowerCase();
}
