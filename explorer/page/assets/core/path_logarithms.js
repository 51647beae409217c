/**
 * Logarithms of confidences as whole numbers: that of a number is the sum of those of its prime
 * factors, so that equal products cost the same. `graph/analysis/paths/logarithms.py` has the rule.
 */

const BITS = 30; // behind the point
const PLACES = BigInt(60);
const DOUBLED = BigInt(61);
const CERTAIN = 1_000_000; // millionths
/** @type {Map<number, number>} */
const known = new Map();

/**
 * The binary logarithm of 1 / confidence, in units of 2 ** -30.
 *
 * @param {number} millionths 0 counts as 1
 */
export function measureDoubt(millionths) {
  return sumLogarithms(CERTAIN) - sumLogarithms(Math.max(1, millionths));
}

/** @param {number} number */
function sumLogarithms(number) {
  let total = known.get(number);
  if (total !== undefined) return total;
  total = 0;
  let rest = number;
  for (let divisor = 2; rest > 1; divisor++) {
    if (divisor * divisor > rest) divisor = rest;
    while (rest % divisor === 0) {
      rest /= divisor;
      total += computeLogarithm(divisor);
    }
  }
  known.set(number, total);
  return total;
}

/** @param {number} number the binary logarithm is worked out a bit at a time */
function computeLogarithm(number) {
  const whole = 31 - Math.clz32(number);
  let logarithm = whole;
  let mantissa = (BigInt(number) << PLACES) >> BigInt(whole);
  for (let bit = 0; bit < BITS; bit++) {
    mantissa = (mantissa * mantissa) >> PLACES;
    const isDouble = mantissa >> DOUBLED;
    mantissa >>= isDouble;
    logarithm = 2 * logarithm + Number(isDouble);
  }
  return logarithm;
}
