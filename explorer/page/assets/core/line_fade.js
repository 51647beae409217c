/** How much of their ink lines keep, so that many of them in one place are no slab. */

const COVERED = 0.45; // of the area: so much ink, laid side by side, is not too much
const FAN = 60; // lines of one actor, from which on they keep less and less of their ink
const LEAST_OF_FAN = 0.4;
const STEPS = [1, 0.8, 0.64, 0.5, 0.4, 0.3, 0.22, 0.16, 0.12];

/**
 * Chooses one of few steps, so that a filter seldom changes all lines.
 * @param {Iterable<{length: number, width: number}>} lines in pixels
 * @param {number} area in square pixels
 */
export function chooseFade(lines, area) {
  let ink = 0;
  for (const { length, width } of lines) ink += length * width;
  const share = (COVERED * area) / (ink || 1);
  return STEPS.find((step) => step <= share) ?? STEPS[STEPS.length - 1];
}

/**
 * How much of its ink each line keeps where one of its actors has very many: the fan of a hub would
 * outshout all else.
 * @param {[number, number][]} ends the two actors of each line
 * @returns {number[]}
 */
export function fadeFans(ends) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const [one, other] of ends) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
    if (other !== one) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  const count = (/** @type {number} */ actor) => counts.get(actor) ?? 0;
  return ends.map(([one, other]) => {
    const share = Math.max(LEAST_OF_FAN, FAN / Math.max(count(one), count(other)));
    return STEPS.find((step) => step <= share) ?? 1;
  });
}

/**
 * @param {string} colour as #rrggbb
 * @param {number} opacity
 */
export function fadeColour(colour, opacity) {
  if (opacity === 1) return colour;
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, "0")}`;
}
