/** A confidence as a cell may say it: 0 to 1, a percentage, a word or an Admiralty grade. */

export const CONFIDENCE_DUE =
  "Write 0 to 1, a percentage, high, medium or low, or a grade such as B2.";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const PERCENTAGE = /^(\d+(?:\.\d*)?|\.\d+) ?%$/;
const GRADE = /^([A-F])([1-6])$/i;
const WORDS = new Map([
  ["high", 0.8],
  ["medium", 0.5],
  ["low", 0.2],
]);

/**
 * @param {string} text
 * @returns {number|null} 0 to 1; null where it is not a confidence, or a grade that says nothing
 */
export function parseConfidence(text) {
  const [, percentage] = PERCENTAGE.exec(text) ?? [];
  const share = percentage === undefined ? readPlain(text) : Number(`${percentage}e-2`);
  return share !== null && share >= 0 && share <= 1 ? Math.abs(share) : null; // -0 is 0
}

/** @param {string} text */
function readPlain(text) {
  const [, letter, digit] = GRADE.exec(text) ?? [];
  if (letter) return convertGrade(letter, digit);
  return WORDS.get(text.toLowerCase()) ?? (NUMBER.test(text) ? Number(text) : null);
}

/**
 * The lower of the two ratings; F and 6 say nothing.
 * @param {string} letter
 * @param {string} digit
 */
function convertGrade(letter, digit) {
  const ranks = ["ABCDE".indexOf(letter.toUpperCase()), "12345".indexOf(digit)];
  const shares = ranks.filter((rank) => rank >= 0).map((rank) => (5 - rank) / 5);
  return shares.length ? Math.min(...shares) : null;
}
