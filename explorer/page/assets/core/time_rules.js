/**
 * What may be demanded of the times of a path's steps: to hold at once, or to start in order. The
 * same as `graph/analysis/paths/time_rules.py`.
 */
import { BEFORE_EVERY_DAY, AFTER_EVERY_DAY, parseDate } from "./dates.js";
import { intersectRanges, mergeRanges, subtractRanges } from "./day_ranges.js";
import { findPossibleDays } from "./lifetimes.js";
import { getDays } from "./step_facts.js";

/**
 * A rule: by what the source and the target are reached; by what the far end of a further step is,
 * from the source (ahead) or the target, null where it will not do; what of that was not reached
 * before, null where nothing is new; all by what an actor was reached; and whether a way to it and
 * one from there make one that will do.
 *
 * @typedef {object} TimeRule
 * @property {any} start
 * @property {any} end
 * @property {(network: Network, state: any, step: StepFacts, isAhead: boolean) => any} extend
 * @property {(state: any, seen: any) => any} leaveOut
 * @property {(seen: any, state: any) => any} join
 * @property {(ahead: any, behind: any) => boolean} meets
 */

/** @typedef {[first: number, last: number]} DayRange */

/** @type {TimeRule} a state has the days on which all steps may hold */
const TOGETHER = {
  start: [[BEFORE_EVERY_DAY, AFTER_EVERY_DAY]],
  end: [[BEFORE_EVERY_DAY, AFTER_EVERY_DAY]],
  extend: (network, state, step) => getAny(intersectRanges(state, getDays(network, step))),
  leaveOut: (state, seen) => getAny(seen ? subtractRanges(state, seen) : state),
  join: (seen, state) => (seen ? mergeRanges([...seen, ...state]) : state),
  meets: (ahead, behind) => intersectRanges(ahead, behind).length > 0,
};

/**
 * @type {TimeRule} a state is the earliest day on which the last step may start; from the target,
 *   time runs backwards: the latest day on which the next step may start, as its negative
 */
const IN_ORDER = {
  start: BEFORE_EVERY_DAY,
  end: -AFTER_EVERY_DAY,
  extend: (network, state, step, isAhead) => {
    let earliest = Infinity;
    for (const [from, to] of listStarts(network, step)) {
      const [first, last] = isAhead ? [from, to] : [-to, -from];
      if (last >= state) earliest = Math.min(earliest, Math.max(state, first));
    }
    return earliest === Infinity ? null : earliest;
  },
  leaveOut: (state, seen) => (seen === undefined || state < seen ? state : null),
  join: (seen, state) => (seen === undefined ? state : Math.min(seen, state)),
  meets: (ahead, behind) => ahead <= -behind,
};

/** @type {Record<string, TimeRule|undefined>} by the name of the option */
export const TIME_RULES = { together: TOGETHER, in_order: IN_ORDER };

/** @param {DayRange[]} ranges */
function getAny(ranges) {
  return ranges.length ? ranges : null;
}

/**
 * For each relation the days on which it may start: until it ends if that is not known.
 * @param {Network} network
 * @param {StepFacts} step
 * @returns {DayRange[]}
 */
function listStarts(network, { asserting }) {
  return asserting.flatMap((relation) => {
    const [first, end] = findPossibleDays(network, relation);
    const days = parseDate(relation.start);
    const last = days ? Math.max(first, days.last + days.margin) : end;
    return first <= end ? [/** @type {DayRange} */ ([first, last])] : [];
  });
}
