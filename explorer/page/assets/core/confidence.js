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

const RELIABLE = [
  "completely reliable",
  "usually reliable",
  "fairly reliable",
  "not usually reliable",
  "unreliable",
  "not judged",
];
const TRUE = [
  "confirmed",
  "probably true",
  "possibly true",
  "doubtful",
  "improbable",
  "not judged",
];

/** What ratings are, and what grades are, where some are shown. */
export const RATINGS_NOTE = "From 0 to 1, as the author of a row rates it.";
export const GRADES_NOTE =
  "A grade such as C3 is of the Admiralty code: A (reliable) to E (unreliable) for the source, 1 " +
  "(confirmed) to 5 (improbable) for the claim. The lower of the two counts; F and 6: not judged.";

/**
 * @param {string} grade
 * @returns {string} such as "Admiralty code C3: source fairly reliable, claim possibly true"
 */
export function describeGrade(grade) {
  const source = RELIABLE["ABCDEF".indexOf(grade[0])];
  return `Admiralty code ${grade}: source ${source}, claim ${TRUE[Number(grade[1]) - 1]}`;
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
