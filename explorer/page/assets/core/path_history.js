/**
 * Since when and until when a path exists between two actors, and which:
 * `graph/analysis/paths/history_search.py` says how.
 */
import { formatWhole } from "./counts.js";
import { judgeClaims } from "./claims.js";
import { intersectRanges } from "./day_ranges.js";
import { AFTER_EVERY_DAY, BEFORE_EVERY_DAY, formatDays } from "./dates.js";
import { findJointDays, formatTime } from "./joint_time.js";
import {
  findOwnPossibleDays,
  findPossibleDays,
  findPossibleDaysOfActor,
  findWhen,
} from "./lifetimes.js";
import { buildPath, findFirstPath, makeTimedSearch } from "./paths.js";
import { describePath } from "./sentences.js";
import { TIME_RULES } from "./time_rules.js";
import { isSpent } from "./timed_levels.js";
import { describeSpent, listDays } from "./timed_search.js";
import { getDays, readStep } from "./step_facts.js";
import { joinWithAnd } from "./text.js";

/**
 * @import { DayRange } from "./day_ranges.js"
 * @import { TimeRule } from "./time_rules.js"
 * @typedef {{mask: Uint8Array, directed: boolean, asked: AskedTime|null}} Options
 */

const MOST_PERIODS = 100;

/**
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {Options} options
 * @returns {{periods: Period[], cutShort: boolean, bound: string}} the times without a gap between
 *   them; none, and that the search ended, where it would take too long
 */
export function findPathHistory(network, source, target, options) {
  const rule = /** @type {TimeRule} */ (TIME_RULES.together);
  const search = makeTimedSearch(network, source, target, rule, options);
  const reached = listDays(search).flat();
  if (isSpent(search)) return { periods: [], cutShort: false, bound: describeSpent() };
  reached.sort((one, other) => one[0] - other[0]);
  /** @type {Period[]} */
  const periods = [];
  let day = BEFORE_EVERY_DAY;
  for (const [first, last] of reached) {
    if (first > day) periods.push(makeEmpty([day, first - 1]));
    for (day = first; day <= last && periods.length <= MOST_PERIODS;) {
      const { period, end } = findOn(network, [source, target], options, [day, last]);
      periods.push(period);
      day = end + 1;
    }
    if (periods.length > MOST_PERIODS) break;
  }
  if (day <= AFTER_EVERY_DAY) periods.push(makeEmpty([day, AFTER_EVERY_DAY]));
  const cutShort = periods.length > MOST_PERIODS;
  return { periods: periods.slice(0, MOST_PERIODS), cutShort, bound: "" };
}

/**
 * A period as a sentence.
 *
 * @param {Network} network
 * @param {Period} period
 * @param {PathEnds} answer
 * @returns {string}
 */
export function describePeriod(network, period, answer) {
  const { dates, path, bounding, mask, reasons } = period;
  /** @param {number} at @param {string} bound */
  const nameBound = (at, bound) => {
    const names = bounding[at].map((index) => network.actors[index].name);
    return names.length ? `${dates[at]} (${bound} of ${joinWithAnd(names)})` : dates[at];
  };
  const bounds = /** @type {[string, string]} */ ([nameBound(0, "start"), nameBound(1, "end")]);
  const words = dates.some(Boolean) ? formatTime(bounds) : "at any time";
  const time = words.charAt(0).toUpperCase() + words.slice(1);
  if (!path) return `${time}: no path.`;
  const { length } = path.steps;
  const steps = `${formatWhole(length)} step${length === 1 ? "" : "s"}`;
  const claims = judgeClaims(network, mask);
  const sentence = describePath({ ...network, reasons }, path, answer, claims);
  return `${time}, ${steps}: ${sentence}`;
}

/**
 * @param {DayRange} days
 * @returns {Period}
 */
function makeEmpty(days) {
  return {
    dates: formatDays(...days),
    path: null,
    bounding: [[], []],
    mask: new Uint8Array(),
    reasons: [],
  };
}

/**
 * The most telling of the shortest paths on the first of some days, until it no longer holds.
 * @param {Network} network
 * @param {[source: number, target: number]} ends
 * @param {Options} options
 * @param {DayRange} days
 * @returns {{period: Period, end: number}}
 */
function findOn(network, [source, target], options, [day, last]) {
  const onDay = selectWithin(network, options, [day, day]);
  const actors = findFirstPath(network, source, target, onDay);
  const whole = buildPath(network, actors, options);
  const steps = whole.steps.map(({ relations }) => readStep(network, relations));
  const [[, end]] = intersectRanges(findJointDays(network, steps), [[day, last]]);
  const within = selectWithin(network, options, [day, end]);
  const path = buildPath(network, actors, within);
  const span = {
    first: Math.max(day, BEFORE_EVERY_DAY + 1),
    last: Math.min(end, AFTER_EVERY_DAY - 1),
  };
  /** @type {Reasons} */
  const reasons = [];
  for (const index of path.steps.flatMap(({ relations }) => relations)) {
    reasons[index] = findWhen(network, network.relations[index], span) ?? "";
  }
  /** @param {number} at */
  const list = (at) => listBounding(network, steps, [day, end], at, actors);
  const bounding = /** @type {[number[], number[]]} */ ([list(0), list(1)]);
  const period = { dates: formatDays(day, end), path, bounding, mask: within.mask, reasons };
  return { period, end };
}

/**
 * Those relations alone that may hold on one of some days.
 * @param {Network} network
 * @param {Options} options
 * @param {DayRange} days
 * @returns {Options}
 */
function selectWithin(network, options, [first, last]) {
  const mask = options.mask.map((one, index) => {
    const [begins, ends] = findPossibleDays(network, network.relations[index]);
    return one && begins <= Math.min(last, ends) && ends >= first ? 1 : 0;
  });
  return { ...options, mask };
}

/**
 * The actors by whose own dates a path starts or ends; none where a relation starts or ends then.
 * @param {Network} network
 * @param {StepFacts[]} steps
 * @param {DayRange} days the first and the last of the path
 * @param {number} at which of them: 0 or 1
 * @param {number[]} actors of the path
 */
function listBounding(network, steps, days, at, actors) {
  const day = days[at];
  const beyond = day + (at ? 1 : -1);
  const bounded = steps
    .filter((step) => !getDays(network, step).some(([from, to]) => from <= beyond && beyond <= to))
    .flatMap(({ asserting }) => asserting)
    .filter((relation) => findPossibleDays(network, relation)[at] === day);
  if (bounded.some((relation) => findOwnPossibleDays(network, relation)[at] === day)) return [];
  const ends = new Set(bounded.flatMap(({ source, target }) => [source, target]));
  return actors.filter(
    (each) => ends.has(each) && findPossibleDaysOfActor(network, each)[at] === day,
  );
}
