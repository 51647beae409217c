/**
 * Search for the shortest paths whose steps hold at the same time, or start one after the other:
 * `graph/analysis/paths/timed_search.py` says how.
 */
import { formatWhole } from "./counts.js";
import { OUTWARD } from "./adjacency.js";
import { intersectRanges, mergeRanges, subtractRanges } from "./day_ranges.js";
import { findCheapestWays } from "./path_cheapest.js";
import { findNextActors } from "./path_search.js";
import {
  canGrow,
  findTimedWays,
  makeLevels,
  meet,
  MOST_LOOKED_AT,
  restrictLevels,
  widen,
} from "./timed_levels.js";
import { iterateTimedWays } from "./timed_ways.js";

/**
 * @import { DayRange } from "./day_ranges.js"
 * @import { Subspace, Union } from "./path_cheapest.js"
 * @import { Walk } from "./path_search.js"
 * @import { TimeRule } from "./time_rules.js"
 * @typedef {Ranking & {walk: Walk, rule: TimeRule, most?: number, count?: number}} TimedSearch the
 *   most steps that may be looked at in all of its searches, and how many were
 */

/**
 * That a search in time ended before it found anything.
 *
 * @returns {string}
 */
export function describeSpent() {
  const steps = formatWhole(MOST_LOOKED_AT);
  return `The search would take too long, and ended after ${steps} steps.`;
}

/**
 * On which days the target is reached, those with the fewest steps first; states have days.
 *
 * @param {TimedSearch} search
 * @returns {DayRange[][]}
 */
export function listDays(search) {
  const { ends, rule } = search;
  /** @type {DayRange[]} */
  let left = rule.start;
  if (ends[0] === ends[1]) return [left];
  const levels = makeLevels(search, { prefix: [ends[0]], barred: new Set() }, left);
  const days = [];
  while (left.length && canGrow(levels)) {
    const shared = meet(levels).flatMap((actor) =>
      intersectRanges(levels.ahead.seen.get(actor), levels.behind.seen.get(actor)),
    );
    const reached = intersectRanges(mergeRanges(shared), left);
    if (reached.length) days.push(reached);
    left = subtractRanges(left, reached);
    restrictLevels(levels, left);
    widen(levels);
  }
  return days;
}

/**
 * All shortest ways to finish a path of a subspace, the most telling first.
 *
 * @param {TimedSearch} search
 * @param {Subspace} subspace
 * @param {number} most steps from the end of the prefix
 * @returns {Generator<number[], void>}
 */
export function* iterateTimed(search, subspace, most) {
  const { prefix } = subspace;
  const target = search.ends[1];
  const start = takePrefix(search, prefix);
  /** @param {number} actor @param {number} way */
  const next = (actor, way) => findNextActors(search.walk, actor, way);
  const shortest = findCheapestWays(subspace, target, { next, costs: null }, most);
  if (start === null || !shortest) return;
  const length = shortest.layers.length - 1;
  if (!length) {
    yield prefix.slice(-1);
    return;
  }
  const ways =
    findTimedWays(makeLevels(search, subspace, start, followOnly(shortest)), length) ??
    findTimedWays(makeLevels(search, subspace, start), most);
  if (!ways) return;
  yield* iterateTimedWays(search, ways, start, prefix.length - 1 + ways.onward.length);
}

/**
 * The steps of some paths as all that there are.
 * @param {Union} union
 * @returns {(actor: number, way: number) => number[]}
 */
function followOnly({ onwards }) {
  /** @type {Map<number, number[]>} */
  const before = new Map();
  for (const [here, following] of onwards) {
    for (const there of following) before.set(there, [...(before.get(there) ?? []), here]);
  }
  return (actor, way) => (way === OUTWARD ? onwards : before).get(actor) ?? [];
}

/**
 * By what the end of a path is reached; null where its times will not do.
 * @param {TimedSearch} search
 * @param {number[]} path
 */
function takePrefix({ network, facts, rule }, path) {
  let state = rule.start;
  for (let step = 1; step < path.length && state !== null; step++) {
    state = rule.extend(network, state, facts(path[step - 1], path[step]), true);
  }
  return state;
}
