/** The names and aliases of actors as they are compared: folded once for a network. */
import { foldWords } from "./fold.js";

/**
 * @typedef {{words: string[], joined: string, sorted: string}} Spelling
 */

const spellingsByNetwork = new WeakMap();

/**
 * @param {import("./document.js").Network} network
 * @returns {Spelling[][]} for each actor: its name, then its aliases
 */
export function spellingsOf(network) {
  if (!spellingsByNetwork.has(network)) {
    const spellActor = ({ name, aliases }) => [name, ...aliases].map((text) => spell(text, network.fold));
    spellingsByNetwork.set(network, network.actors.map(spellActor));
  }
  return spellingsByNetwork.get(network);
}

/**
 * @param {string} text
 * @param {Map<string, string>} fold
 * @returns {Spelling}
 */
export function spell(text, fold) {
  const words = foldWords(text, fold);
  return { words, joined: words.join(""), sorted: [...words].sort().join("") };
}

/**
 * Whether two spellings are the same but for spaces or the order of words.
 *
 * @param {Spelling} one
 * @param {Spelling} other
 * @returns {boolean}
 */
export function sameSpelling(one, other) {
  return one.joined !== "" && (one.joined === other.joined || one.sorted === other.sorted);
}

/**
 * Whether every word of a query is a whole word of a name.
 *
 * @param {Spelling} query
 * @param {Spelling} name
 * @returns {boolean}
 */
export function holdsWords(query, name) {
  return query.words.length > 0 && query.words.every((word) => name.words.includes(word));
}
