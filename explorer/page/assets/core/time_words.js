/** What is said of the relations that may hold in a span. */
import { formatCount, formatWhole } from "./counts.js";
import { describeSpan } from "./dates.js";

/**
 * How many relations hold, or merely may hold, in a span.
 * @param {number} count of all relations that are selected
 * @param {number} mayHold how many of them merely may hold
 * @param {boolean} isAnyInDoubt whether one of these has a date in doubt
 * @param {string} from a date, or "" for no bound
 * @param {string} to
 * @returns {string} such as "Of 40 relations, 28 certainly hold in 1990. The other 12 may hold
 *   then: their start or end is not known."
 */
export function describeCount(count, mayHold, isAnyInDoubt, from, to) {
  const relations = `${formatWhole(count)} relation${count === 1 ? "" : "s"}`;
  const span = describeSpan(from, to);
  if (!count) return `No relation holds ${span}.`;
  if (!mayHold) return `${relations} hold${count === 1 ? "s" : ""} ${span}.`;
  const own = mayHold === 1 ? "its" : "their";
  const why = `${own} start or end is not known${isAnyInDoubt ? ", or in doubt" : ""}.`;
  const certain = count - mayHold;
  if (!certain) return `${relations} may hold ${span}, but not certainly: ${why}`;
  const verb = certain === 1 ? "holds" : "hold";
  const others = mayHold === 1 ? "one" : formatWhole(mayHold);
  return (
    `Of ${relations}, ${formatWhole(certain)} certainly ${verb} ${span}. ` +
    `The other ${others} may hold then: ${why}`
  );
}

/**
 * @param {number} yearless how many relations have no year of a start or an end
 * @returns {string} "" where each has one
 */
export function describeYearless(yearless) {
  if (!yearless) return "";
  return `${formatCount(yearless, "relation")} ${yearless === 1 ? "has" : "have"} no year`;
}
