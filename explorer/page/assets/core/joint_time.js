/**
 * When all steps of a path may hold at the same time, and which of them never did; the words are
 * those of `graph/analysis/paths/joint_time.py`.
 */
import { formatWhole } from "./counts.js";
import { AFTER_EVERY_DAY, BEFORE_EVERY_DAY, formatDays } from "./dates.js";
import { intersectRanges } from "./day_ranges.js";
import { getDays } from "./step_facts.js";
import { joinWithAnd } from "./text.js";

/** @import { DayRange } from "./day_ranges.js" */

export const MOST_TIMES = 3;

/**
 * The days on which every step may hold.
 *
 * @param {Network} network
 * @param {StepFacts[]} steps
 * @returns {DayRange[]}
 */
export function findJointDays(network, steps) {
  return steps.reduce(
    (days, step) => (days.length ? intersectRanges(days, getDays(network, step)) : days),
    /** @type {DayRange[]} */ ([[BEFORE_EVERY_DAY, AFTER_EVERY_DAY]]),
  );
}

/**
 * When all steps may hold at the same time, and what keeps them apart if they never do.
 *
 * @param {Network} network
 * @param {StepFacts[]} steps
 * @returns {JointTime}
 */
export function findJointTime(network, steps) {
  const times = findJointDays(network, steps).map((range) => formatDays(...range));
  const days = steps.map((step) => getDays(network, step));
  if (times.length || !days.every(({ length }) => length)) return { times, gap: null };
  const ends = days.map((ranges) => ranges[ranges.length - 1][1]);
  const starts = days.map(([range]) => range[0]);
  const end = Math.min(...ends);
  const start = Math.max(...starts);
  if (end >= start) return { times, gap: null };
  const gap = {
    ended: ends.indexOf(end) + 1,
    end: formatDays(BEFORE_EVERY_DAY, end)[1],
    began: starts.indexOf(start) + 1,
    start: formatDays(start, AFTER_EVERY_DAY)[0],
  };
  return { times, gap };
}

/**
 * The same as a sentence; "" where no date rules any time out.
 *
 * @param {JointTime} time
 * @returns {string}
 */
export function describeJointTime({ times, gap }) {
  if (!times.length) {
    const apart = gap
      ? `: step ${formatWhole(gap.ended)} ended by ${gap.end}, ` +
        `step ${formatWhole(gap.began)} began no earlier than ${gap.start}`
      : "";
    return `The steps never held at the same time${apart}.`;
  }
  if (!times[0][0] && !times[0][1]) return "";
  return `All steps may hold at the same time: ${formatTimes(times)}.`;
}

/**
 * The same in the words of files and of Python.
 *
 * @param {JointTime} time
 */
export function toJointTimeFields({ times, gap }) {
  return { times: times.slice(0, MOST_TIMES).map(([from, to]) => ({ from, to })), gap };
}

/** @param {JointTime["times"]} times */
function formatTimes(times) {
  const words = times.slice(0, MOST_TIMES).map(formatTime);
  const more = times.length - words.length;
  if (more) words.push(more === 1 ? "at another time" : `at ${formatWhole(more)} other times`);
  return joinWithAnd(words);
}

/**
 * A time in words.
 *
 * @param {[start: string, end: string]} dates
 * @returns {string}
 */
export function formatTime([start, end]) {
  if (start && end) return start === end ? start : `${start} to ${end}`;
  return start ? `from ${start}` : `until ${end}`;
}
