/** Ranges of days: their union, and the days that several share. */

/** @typedef {[first: number, last: number]} DayRange */

/**
 * The union of some ranges, in order; one that ends before it begins is left out.
 *
 * @param {DayRange[]} ranges
 * @returns {DayRange[]}
 */
export function mergeRanges(ranges) {
  /** @type {DayRange[]} */
  const merged = [];
  const sorted = ranges.filter(([first, last]) => first <= last);
  sorted.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  for (const [first, last] of sorted) {
    const before = merged.at(-1);
    if (before && first <= before[1]) before[1] = Math.max(last, before[1]);
    else merged.push([first, last]);
  }
  return merged;
}

/**
 * The days in both unions.
 *
 * @param {DayRange[]} ones
 * @param {DayRange[]} others
 * @returns {DayRange[]}
 */
export function intersectRanges(ones, others) {
  return ones.flatMap((one) =>
    others
      .map(
        (other) =>
          /** @type {DayRange} */ ([Math.max(one[0], other[0]), Math.min(one[1], other[1])]),
      )
      .filter(([first, last]) => first <= last),
  );
}
