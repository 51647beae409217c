/** What is said of the relations that may hold in a span. */
import { describeSpan } from "./dates.js";

/**
 * How many relations hold, or merely may hold, in a span.
 * @param {number} count of all relations that are selected
 * @param {number} mayHold how many of them merely may hold
 * @param {string} from a date, or "" for no bound
 * @param {string} to
 * @returns {string} such as "12 of 40 relations may hold in 1990: a date is missing."
 */
export function describeCount(count, mayHold, from, to) {
  const relations = `${count.toLocaleString("en")} relation${count === 1 ? "" : "s"}`;
  const span = describeSpan(from, to);
  if (!count) return `No relation holds ${span}.`;
  if (!mayHold) return `${relations} hold${count === 1 ? "s" : ""} ${span}.`;
  return `${mayHold.toLocaleString("en")} of ${relations} may hold ${span}: a date is missing.`;
}

/**
 * @param {number} undated how many relations have no date
 * @returns {string} "" where each has one
 */
export function describeUndated(undated) {
  return undated ? `${undated.toLocaleString("en")} undated, not drawn` : "";
}
