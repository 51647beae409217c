/** Ranges of days: their union, and the days that several share. */

/** @typedef {[first: number, last: number]} DayRange */

/**
 * The union of some ranges, in order; one that ends before it begins is left out. Ranges without a
 * day between them are one.
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
    if (before && first <= before[1] + 1) before[1] = Math.max(last, before[1]);
    else merged.push([first, last]);
  }
  return merged;
}

/**
 * The days in both unions, each in order.
 *
 * @param {DayRange[]} ones
 * @param {DayRange[]} others
 * @returns {DayRange[]}
 */
export function intersectRanges(ones, others) {
  /** @type {DayRange[]} */
  const shared = [];
  for (let one = 0, other = 0; one < ones.length && other < others.length;) {
    const first = Math.max(ones[one][0], others[other][0]);
    const last = Math.min(ones[one][1], others[other][1]);
    if (first <= last) shared.push([first, last]);
    if (ones[one][1] === last) one++;
    else other++;
  }
  return shared;
}

/**
 * The days in one union and not in another, each in order.
 *
 * @param {DayRange[]} ones
 * @param {DayRange[]} others
 * @returns {DayRange[]}
 */
export function subtractRanges(ones, others) {
  /** @type {DayRange[]} */
  const left = [];
  for (const [first, last] of ones) {
    let begin = first;
    for (const [start, end] of others) {
      if (end < begin || start > last) continue;
      if (start > begin) left.push([begin, start - 1]);
      begin = end + 1;
    }
    if (begin <= last) left.push([begin, last]);
  }
  return left;
}
