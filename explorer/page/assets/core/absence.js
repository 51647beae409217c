/** Why the filters leave an actor out. */
import { describeSpan, formatDates, isAskedDate } from "./dates.js";
import { DOES_NOT, findStates, getLifetimes, listSpans } from "./lifetimes.js";

/**
 * @param {Network} network
 * @param {Filters} filters
 * @param {Actor} actor
 * @returns {string} what is said behind the name: "does not exist in 2024 (2001 to 2022-05)", or
 *   that the filters leave it out
 */
export function explainAbsence(network, filters, { index, start, end }) {
  if (!isOutOfTime(network, filters, index)) return "is left out by the filters";
  const { at, from, to } = filters;
  const span = isAskedDate(at) ? describeSpan(at, at) : describeSpan(from, to);
  return `does not exist ${span} ${formatDates(start, end)}`;
}

/**
 * Whether an actor does not exist in the time that the filters ask about.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @param {number} index of the actor
 */
export function isOutOfTime(network, filters, index) {
  const states = findStates(getLifetimes(network).actors, listSpans(filters));
  return states?.[index] === DOES_NOT;
}

/**
 * Why actors are left out, in pieces: names and what is said behind them, in turns.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @param {Actor[]} actors
 * @returns {string[]}
 */
export function splitAbsence(network, filters, actors) {
  const reasons = actors.map((actor) => explainAbsence(network, filters, actor));
  if (reasons.length > 1 && new Set(reasons).size === 1 && reasons[0].startsWith("is left")) {
    const [one, other] = actors.map(({ name }) => name);
    return [one, " and ", other, " are left out by the filters."];
  }
  return actors.flatMap(({ name }, i) => [
    name,
    ` ${reasons[i]}.${i < actors.length - 1 ? " " : ""}`,
  ]);
}
