/** Count all shortest paths by their net sign and their influence, without listing them. */
import { formatWhole } from "./counts.js";
import { lacksInfluence } from "./path_rank.js";
import { multiplySigns } from "./step_facts.js";

/** @typedef {Record<NetSign, number>} SignCounts */

/** A count of so many paths means that there are as many or more. */
export const MOST_COUNTED = Number.MAX_SAFE_INTEGER;

/**
 * @param {ShortestPaths} paths
 * @returns {SignCounts} how many of the paths have each net sign
 */
export function countSigns({ layers, onwards, facts }) {
  /** @type {Map<number, SignCounts>} */
  const counts = new Map([[layers[0][0], { "+": 1, "-": 0, mixed: 0 }]]);
  for (const here of layers.slice(0, -1).flat()) {
    const reached = getCounts(counts, here);
    for (const there of onwards.get(here) ?? []) {
      const { sign } = facts(here, there);
      const next = getCounts(counts, there);
      for (const before of /** @type {NetSign[]} */ (["+", "-", "mixed"])) {
        const after = multiplySigns(before, sign);
        next[after] = addCounts(next[after], reached[before]);
      }
    }
  }
  return getCounts(counts, layers[layers.length - 1][0]);
}

/**
 * @param {ShortestPaths} paths
 * @returns {{influenceCount: number, typesWithoutInfluence: string[]}} how many paths have
 *   influence at every step, and the types of the steps without it
 */
export function countWithInfluence(paths) {
  const { layers, onwards, facts } = paths;
  const counts = new Map([[layers[0][0], 1]]);
  /** @type {Set<string>} */
  const types = new Set();
  /**
   * @param {number} here
   * @param {number} there
   */
  const take = (here, there) => {
    if (lacksInfluence(paths, here, there)) {
      facts(here, there).types.forEach((type) => types.add(type));
    } else counts.set(there, addCounts(counts.get(there) ?? 0, counts.get(here) ?? 0));
  };
  for (const here of layers.slice(0, -1).flat()) {
    for (const there of onwards.get(here) ?? []) take(here, there);
  }
  return {
    influenceCount: counts.get(layers[layers.length - 1][0]) ?? 0,
    typesWithoutInfluence: [...types],
  };
}

/**
 * How many paths there are.
 *
 * @param {ShortestPaths} paths
 */
export function countPaths({ layers, onwards }) {
  const counts = new Map([[layers[0][0], 1]]);
  for (const here of layers.slice(0, -1).flat()) {
    for (const there of onwards.get(here) ?? []) {
      counts.set(there, addCounts(counts.get(there) ?? 0, counts.get(here) ?? 0));
    }
  }
  return counts.get(layers[layers.length - 1][0]) ?? 0;
}

/**
 * @param {Map<number, SignCounts>} counts
 * @param {number} actor
 */
function getCounts(counts, actor) {
  const known = counts.get(actor) ?? { "+": 0, "-": 0, mixed: 0 };
  counts.set(actor, known);
  return known;
}

/**
 * A sum of counts of paths, up to the most that are counted.
 *
 * @param {number} one
 * @param {number} other
 */
export function addCounts(one, other) {
  return Math.min(one + other, MOST_COUNTED);
}

/**
 * A product of counts of paths, up to the most that are counted.
 *
 * @param {number} one
 * @param {number} other
 */
export function multiplyCounts(one, other) {
  return Math.min(one * other, MOST_COUNTED);
}

/**
 * A count of paths in words, with "at least" where there may be more.
 *
 * @param {number} count
 * @param {number} [total] that it was reckoned from
 */
export function formatPathCount(count, total = count) {
  return `${total >= MOST_COUNTED ? "at least " : ""}${formatWhole(count)}`;
}
