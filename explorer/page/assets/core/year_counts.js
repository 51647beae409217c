/** The relations of each year, for the histogram. */
import { readYear } from "./dates.js";

/**
 * For each year how many dated relations hold in it, by the rule of the filter: a blank start or
 * end rules nothing out, so a bar is as high as what choosing that year would keep.
 *
 * The years run over all the dates in the network, so that the axis stands still while filters
 * change.
 *
 * @param {Network} network
 * @param {Uint8Array} [mask] 1 for each relation kept; all of them when left out
 * @returns {{first: number|null, last: number|null, counts: number[], undated: number}} undated:
 *   kept, without any date
 */
export function countByYear(network, mask) {
  const kept = network.relations.filter(({ index }) => mask === undefined || mask[index]);
  const dated = kept.filter(({ start, end }) => start || end);
  const { first, last } = findYearRange(network.relations);
  const counts = first === null || last === null ? [] : countYears(dated, first, last);
  return { first, last, counts, undated: kept.length - dated.length };
}

/**
 * @param {Relation[]} relations
 * @returns {{first: number|null, last: number|null}}
 */
function findYearRange(relations) {
  /** @type {number|null} */
  let first = null;
  /** @type {number|null} */
  let last = null;
  for (const year of relations.flatMap(({ start, end }) => [readYear(start), readYear(end)])) {
    if (year === null) continue;
    first = Math.min(first ?? year, year);
    last = Math.max(last ?? year, year);
  }
  return { first, last };
}

/**
 * Each relation is entered where it begins and taken out after it ends; the running sum is the
 * count.
 * @param {Relation[]} relations
 * @param {number} first
 * @param {number} last
 */
function countYears(relations, first, last) {
  const changes = new Array(last - first + 2).fill(0);
  for (const { start, end } of relations) {
    changes[(readYear(start) ?? first) - first] += 1;
    changes[(readYear(end) ?? last) - first + 1] -= 1;
  }
  let running = 0;
  return changes.slice(0, -1).map((change) => (running += change));
}
