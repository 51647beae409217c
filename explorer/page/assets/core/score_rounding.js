/** Scores are rounded before they are compared, so that the last bits of sums rank nobody. */

const DECIMALS = 12;
const DIGITS = 14; // of sums of weights, which may be of any size

/**
 * Scores without a unit, to twelve decimals as in the page's document.
 * @param {Iterable<number>} scores
 */
export function roundScores(scores) {
  return Array.from(scores, (score) => Number(score.toFixed(DECIMALS)));
}

/**
 * Sums of weights, to 14 significant digits.
 * @param {Iterable<number>} sums
 */
export function roundSums(sums) {
  return Array.from(sums, (sum) => (Number.isInteger(sum) ? sum : Number(sum.toPrecision(DIGITS))));
}
