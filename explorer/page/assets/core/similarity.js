/** How alike two spellings are: for suggestions only, nothing is ever taken because it is alike. */
import { findNumberedWords } from "./spellings.js";

/** Below it nothing is near. */
export const LEAST_SIMILARITY = 0.75;

/** How many characters of a word's beginning are near the word. */
const LEAST_BEGINNING = 3;

/**
 * The likeness of a query to a name, or to as many consecutive words of it as the query has.
 *
 * Digits are never fuzzy: a query word with a digit in it must be a word of the name, or the
 * likeness is 0.
 *
 * @param {Spelling} query
 * @param {Spelling} name
 * @returns {number} from 0 to 1
 */
export function measureSimilarity(query, name) {
  if (!query.joined || !findNumberedWords(query.words).every((word) => name.words.includes(word))) {
    return 0;
  }
  const runs = listWordRuns(name.words, query.words.length);
  return Math.max(
    compareWords(query, name),
    ...[name.joined, ...runs].map((text) => measureTextSimilarity(query.joined, text)),
  );
}

/**
 * Where one has all words of the other, or each word of the query begins one of the name, they are
 * near.
 * @param {Spelling} query
 * @param {Spelling} name
 */
function compareWords(query, name) {
  /**
   * @param {string[]} few
   * @param {string[]} many
   */
  const within = (few, many) => few.length > 0 && few.every((word) => many.includes(word));
  const begins = () =>
    countCharacters(query.words) >= LEAST_BEGINNING &&
    query.words.every((beginning) => name.words.some((word) => word.startsWith(beginning)));
  const near = within(query.words, name.words) || within(name.words, query.words) || begins();
  return near ? LEAST_SIMILARITY : 0;
}

/**
 * The characters of all different words.
 * @param {string[]} words
 */
function countCharacters(words) {
  return Array.from([...new Set(words)].join("")).length;
}

/**
 * 1 minus the insertions and deletions that turn one text into the other, divided by the length of
 * both.
 *
 * @param {string} one
 * @param {string} other
 * @returns {number} from 0 to 1
 */
export function measureTextSimilarity(one, other) {
  const [ours, theirs] = [Array.from(one), Array.from(other)];
  const total = ours.length + theirs.length;
  if (total === 0) return 1;
  return 1 - (total - 2 * countCommonCharacters(ours, theirs)) / total;
}

/**
 * @param {string[]} words
 * @param {number} size
 */
function listWordRuns(words, size) {
  const runs = [];
  for (let first = 0; first + size <= words.length; first++) {
    runs.push(words.slice(first, first + size).join(""));
  }
  return runs;
}

/**
 * The length of the longest common subsequence, by the usual table of which one row is kept.
 * @param {string[]} one
 * @param {string[]} other
 */
function countCommonCharacters(one, other) {
  const row = new Uint16Array(other.length + 1);
  for (const character of one) {
    let diagonal = 0;
    for (let at = 1; at <= other.length; at++) {
      const above = row[at];
      row[at] = character === other[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1]);
      diagonal = above;
    }
  }
  return row[other.length];
}
