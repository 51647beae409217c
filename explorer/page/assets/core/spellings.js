/** The names and aliases of actors as they are compared: folded once for a network. */
import { foldWords, isSymbol, findLossyScripts } from "./folding.js";

const DIGITS = /[0-9]+/g;
const DIGIT = /[0-9]/;

/** @type {WeakMap<Network, Spelling[][]>} */
const spellingsByNetwork = new WeakMap();

/**
 * @param {Network} network
 * @returns {Spelling[][]} for each actor: its name, then its aliases
 */
export function getSpellings(network) {
  prepareSpellings(network, network.actors.length);
  return spellingsByNetwork.get(network) ?? [];
}

/**
 * Folds the names of some more actors, so that the rest costs less when it is asked for.
 *
 * @param {Network} network
 * @param {number} count how many actors at most
 * @returns {boolean} whether all names are folded
 */
export function prepareSpellings(network, count) {
  const { actors } = network;
  const spellings = spellingsByNetwork.get(network) ?? [];
  spellingsByNetwork.set(network, spellings);
  for (const { name, aliases } of actors.slice(spellings.length, spellings.length + count)) {
    const texts = [name, ...aliases];
    spellings.push(texts.map((text) => spell(text, network.fold, network.surnames.get(text))));
  }
  return spellings.length >= actors.length;
}

/**
 * Names have changed: they are folded again when they are asked for.
 *
 * @param {Network} network
 */
export function forgetSpellings(network) {
  spellingsByNetwork.delete(network);
}

/**
 * @param {string} text
 * @param {Map<string, string>} fold
 * @param {string} [surname] that of a person, if it is not the last word; empty for none
 * @returns {Spelling}
 */
export function spell(text, fold, surname) {
  /** @param {string[]} scripts */
  const folded = (scripts) => {
    const words = foldWords(text, fold, scripts);
    const own = surname === undefined ? words.slice(-1) : foldWords(surname, fold, scripts);
    return summariseWords(words, own);
  };
  const scripts = findLossyScripts(text);
  return { ...folded([]), scripts, keeping: folded };
}

/**
 * Whether two spellings are the same but for spaces or the order of words.
 *
 * @param {Spelling} one
 * @param {Spelling} other
 * @returns {boolean}
 */
export function isSameSpelling(one, other) {
  return compare(one, other, isSame);
}

/**
 * Whether a name has every word of a query as a whole word, each as often.
 *
 * @param {Spelling} query
 * @param {Spelling} name
 * @returns {boolean}
 */
export function hasWords(query, name) {
  return compare(query, name, hasAllWords);
}

/**
 * Whether a name may have a word of a query in it: what it cannot have need not be compared.
 *
 * @param {Spelling} query
 * @param {Spelling} name
 * @returns {boolean}
 */
export function mayHold(query, name) {
  const [word] = query.words;
  return word !== undefined && (query.scripts.length > 0 || name.joined.includes(word));
}

/**
 * The words with a digit in them: these are never fuzzy.
 *
 * @param {string[]} words
 * @returns {string[]}
 */
export function findNumberedWords(words) {
  return words.filter((word) => DIGIT.test(word));
}

/**
 * Whether part of a name is enough: a run of its words with a number among them and what it counts,
 * or the surname of a person.
 *
 * @param {Spelling} query
 * @param {Spelling} name
 * @param {{isPerson: boolean, weakWords: Set<string>}} actor weakWords: what identifies nothing
 *   beside a number
 * @returns {boolean}
 */
export function isDistinctive(query, name, { isPerson, weakWords }) {
  /**
   * @param {Folded} asked
   * @param {Folded} whole
   */
  const isEnough = (asked, whole) =>
    hasAllWords(asked, whole) &&
    (isNumberedRun(asked, whole, weakWords) || (isPerson && hasSurname(asked, whole)));
  return compare(query, name, isEnough);
}

/**
 * @param {string[]} words
 * @param {string[]} surname
 * @returns {Folded}
 */
function summariseWords(words, surname) {
  const numbers = words.flatMap((word) => word.match(DIGITS) ?? []).join(" ");
  return { words, joined: words.join(""), sorted: [...words].sort().join(" "), numbers, surname };
}

/**
 * Homophones of one script are not the same: transliteration is for comparing two.
 * @param {Spelling} query
 * @param {Spelling} name
 * @param {(query: Folded, name: Folded) => boolean} test
 */
function compare(query, name, test) {
  if (!query.scripts.length || !name.scripts.length) return test(query, name);
  const shared = query.scripts.filter((script) => name.scripts.includes(script));
  return shared.length ? test(query.keeping(shared), name.keeping(shared)) : test(query, name);
}

/**
 * @param {Folded} one
 * @param {Folded} other
 */
function isSame(one, other) {
  if (one.joined === other.joined) return one.joined !== "" && one.numbers === other.numbers;
  return (
    one.sorted === other.sorted &&
    findNumberedWords(one.words).length <= 1 &&
    !one.words.some(isSymbol)
  );
}

/**
 * @param {Folded} query
 * @param {Folded} name
 */
function hasAllWords(query, name) {
  if (
    !query.words.length ||
    !query.words.every((word) => countWord(query.words, word) <= countWord(name.words, word))
  ) {
    return false;
  }
  const fixed =
    query.words.some(isSymbol) ||
    (query.numbers !== "" && findNumberedWords(name.words).length > 1);
  return !fixed || isRun(query, name);
}

/**
 * @param {Folded} query
 * @param {Folded} name
 * @param {Set<string>} weakWords
 */
function isNumberedRun(query, name, weakWords) {
  /** @param {string} word */
  const identifies = (word) => !DIGIT.test(word) && !isSymbol(word) && !weakWords.has(word);
  return query.numbers !== "" && query.words.some(identifies) && isRun(query, name);
}

/**
 * @param {Folded} query
 * @param {Folded} name
 */
function hasSurname({ words }, { surname }) {
  return (
    surname.length > 0 &&
    surname.every((word) => countWord(surname, word) <= countWord(words, word))
  );
}

/**
 * @param {Folded} query
 * @param {Folded} name
 */
function isRun(query, name) {
  return ` ${name.words.join(" ")} `.includes(` ${query.words.join(" ")} `);
}

/**
 * @param {string[]} words
 * @param {string} word
 */
function countWord(words, word) {
  return words.filter((other) => other === word).length;
}
