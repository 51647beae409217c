/**
 * Since when and until when a path exists between two actors, and which:
 * `graph/analysis/paths/history.py` says how.
 */
import { intersectRanges } from "./day_ranges.js";
import { AFTER_EVERY_DAY, BEFORE_EVERY_DAY, formatDays } from "./dates.js";
import { findJointDays, formatTime } from "./joint_time.js";
import { findPossibleDays } from "./lifetimes.js";
import { findFirstPath, makeTimedSearch } from "./paths.js";
import { describePath } from "./sentences.js";
import { TIME_RULES } from "./time_rules.js";
import { listStates } from "./timed_search.js";
import { readStep } from "./step_facts.js";

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
 * @returns {{periods: Period[], cutShort: boolean}} the times without a gap between them
 */
export function findPathHistory(network, source, target, options) {
  const rule = /** @type {TimeRule} */ (TIME_RULES.together);
  const search = makeTimedSearch(network, source, target, rule, options);
  const reached = /** @type {DayRange[]} */ (listStates(search).flat());
  reached.sort((one, other) => one[0] - other[0]);
  /** @type {Period[]} */
  const periods = [];
  let day = BEFORE_EVERY_DAY;
  for (const [first, last] of reached) {
    if (first > day) periods.push({ dates: formatDays(day, first - 1), path: null });
    for (day = first; day <= last && periods.length <= MOST_PERIODS;) {
      const { path, end } = findOn(network, source, target, options, [day, last]);
      periods.push({ dates: formatDays(day, end), path });
      day = end + 1;
    }
    if (periods.length > MOST_PERIODS) break;
  }
  if (day <= AFTER_EVERY_DAY) {
    periods.push({ dates: formatDays(day, AFTER_EVERY_DAY), path: null });
  }
  return { periods: periods.slice(0, MOST_PERIODS), cutShort: periods.length > MOST_PERIODS };
}

/**
 * A period as a sentence.
 *
 * @param {Network} network
 * @param {Period} period
 * @param {PathAnswer} answer
 * @param {Claims} claims
 * @returns {string}
 */
export function describePeriod(network, { dates, path }, answer, claims) {
  const words = dates.some(Boolean) ? formatTime(dates) : "at any time";
  const time = words.charAt(0).toUpperCase() + words.slice(1);
  if (!path) return `${time}: no path.`;
  const { length } = path.steps;
  const steps = `${length.toLocaleString("en")} step${length === 1 ? "" : "s"}`;
  return `${time}, ${steps}: ${describePath(network, path, answer, claims)}`;
}

/**
 * The most telling of the shortest paths on a day, and until when it holds.
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {Options} options
 * @param {DayRange} days
 */
function findOn(network, source, target, options, [day, last]) {
  const open = options.mask.map((one, index) => {
    const [first, end] = findPossibleDays(network, network.relations[index]);
    return one && first <= day && day <= end ? 1 : 0;
  });
  const path = findFirstPath(network, source, target, options, open);
  const steps = path.steps.map(({ relations }) => readStep(network, relations));
  const [[, end]] = intersectRanges(findJointDays(network, steps), [[day, last]]);
  return { path, end };
}
