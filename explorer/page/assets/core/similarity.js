/** How alike two spellings are: for suggestions only, nothing is ever taken because it is alike. */
import { findNumberedWords } from "./spellings.js";

/** Below it nothing is near. */
export const LEAST_SIMILARITY = 0.75;

const MOST_BITS = 32;
const SURROGATE = /[\uD800-\uDFFF]/;

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
 * @param {number} [least] texts that cannot be as alike as this are not measured
 * @returns {number} from 0 to 1
 */
export function measureSimilarity(query, name, least = 0) {
  if (!query.joined || (query.numbers !== "" && !hasNumberedWords(query, name))) return 0;
  let likeness = compareWords(query, name);
  /** @param {string} text */
  const compareText = (text) => {
    if (!canBeAlike(query.joined, text, least)) return;
    likeness = Math.max(likeness, measureTextSimilarity(query.joined, text));
  };
  compareText(name.joined);
  if (name.words.length > 1) listWordRuns(name.words, query.words.length).forEach(compareText);
  return likeness;
}

/**
 * @param {Spelling} query
 * @param {Spelling} name
 */
function hasNumberedWords(query, name) {
  return findNumberedWords(query.words).every((word) => name.words.includes(word));
}

/**
 * Whether two texts may be as alike as this, by their lengths alone.
 * @param {string} one
 * @param {string} other
 * @param {number} least
 */
function canBeAlike(one, other, least) {
  const total = one.length + other.length;
  if (1 - (total - 2 * Math.min(one.length, other.length)) / total >= least) return true;
  return SURROGATE.test(one) || SURROGATE.test(other); // which are half a character each
}

/**
 * Where one has all words of the other, or each word of the query begins one of the name, they are
 * near.
 * @param {Spelling} query
 * @param {Spelling} name
 */
function compareWords(query, name) {
  if (!name.words.length) return 0;
  if (!name.joined.includes(query.words[0]) && !query.joined.includes(name.words[0])) return 0;
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
  const isShort = one.length <= MOST_BITS && !SURROGATE.test(one) && !SURROGATE.test(other);
  const [ours, theirs] = isShort ? [one, other] : [Array.from(one), Array.from(other)];
  const total = ours.length + theirs.length;
  if (total === 0) return 1;
  const common = isShort ? countCommonBits(one, other) : countCommonCharacters(ours, theirs);
  return 1 - (total - 2 * common) / total;
}

/**
 * @param {string[]} words
 * @param {number} size
 */
function listWordRuns(words, size) {
  if (size === 1) return words;
  const runs = [];
  for (let first = 0; first + size <= words.length; first++) {
    runs.push(words.slice(first, first + size).join(""));
  }
  return runs;
}

/**
 * The length of the longest common subsequence, by the usual table of which one row is kept.
 * @param {ArrayLike<string>} one
 * @param {ArrayLike<string>} other
 */
function countCommonCharacters(one, other) {
  const row = new Uint16Array(other.length + 1);
  for (const character of Array.from(one)) {
    let diagonal = 0;
    for (let at = 1; at <= other.length; at++) {
      const above = row[at];
      row[at] = character === other[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1]);
      diagonal = above;
    }
  }
  return row[other.length];
}

/** @type {{text: string, bits: Map<number, number>}} */
let lastBits = { text: "", bits: new Map() };

/**
 * The same length, with the row of the table as the bits of a number: Hyyrö, "Bit-parallel
 * LCS-length computation revisited" (2004).
 * @param {string} one of at most 32 characters
 * @param {string} other
 */
function countCommonBits(one, other) {
  const bits = readBits(one);
  let row = -1;
  for (let at = 0; at < other.length; at += 1) {
    const both = row & (bits.get(other.charCodeAt(at)) ?? 0);
    row = (row + both) | (row - both);
  }
  let common = 0;
  for (let at = 0; at < one.length; at += 1) common += ((row >>> at) & 1) ^ 1;
  return common;
}

/**
 * By character of a text the bits of its positions; a query is compared with every name.
 * @param {string} text
 */
function readBits(text) {
  if (lastBits.text === text) return lastBits.bits;
  const bits = new Map();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bits.set(code, (bits.get(code) ?? 0) | (1 << at));
  }
  lastBits = { text, bits };
  return bits;
}
