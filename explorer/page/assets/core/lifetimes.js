/**
 * When relations and actors began and ended, as day numbers in columns, and which of them hold in a
 * span. A relation lasts no longer than its two actors.
 */
import {
  AFTER_EVERY_DAY,
  BEFORE_EVERY_DAY,
  ENDED,
  endsWithStart,
  isAskedDate,
  isDoubtful,
  parseDate,
  STILL,
} from "./dates.js";

export const DOES_NOT = 0;
export const MAY_HOLD = 1; // a date is missing or in doubt
export const HOLDS = 2;

const IN_DOUBT = "date in doubt";

/** @type {WeakMap<Relation[], {actors: Lifetimes, relations: Lifetimes}>} */
const COMPUTED = new WeakMap();

/**
 * The lifetimes of all relations and actors, computed once.
 * @param {Network} network
 */
export function getLifetimes(network) {
  let lifetimes = COMPUTED.get(network.relations);
  if (!lifetimes) {
    const actors = computeActors(network);
    lifetimes = { actors, relations: computeRelations(network, actors) };
    COMPUTED.set(network.relations, lifetimes);
  }
  return lifetimes;
}

/**
 * Forgets the lifetimes of a network whose rows have other dates now.
 * @param {Network} network
 */
export function forgetLifetimes(network) {
  COMPUTED.delete(network.relations);
}

/**
 * The first and the last day on which a relation may hold.
 * @param {Network} network
 * @param {Relation} relation
 * @returns {DayRange} the first is after the last where nothing is left between its actors
 */
export function findPossibleDays(network, { index }) {
  return readPossibleDays(getLifetimes(network).relations, index);
}

/**
 * The same of an actor.
 * @param {Network} network
 * @param {number} index
 * @returns {DayRange}
 */
export function findPossibleDaysOfActor(network, index) {
  return readPossibleDays(getLifetimes(network).actors, index);
}

/**
 * The same of a relation by its own row, whatever the dates of its actors.
 * @param {Network} network
 * @param {Relation} relation
 * @returns {DayRange}
 */
export function findOwnPossibleDays({ latestDay }, relation) {
  const [[begins], [, ends]] = findOwnDays(relation, latestDay);
  return [begins, ends];
}

/**
 * Whether a relation holds in a span.
 * @param {Network} network
 * @param {Relation} relation
 * @param {Span} span
 * @returns {string|null} "" where it holds, why it merely may, or null where it does not
 */
export function findWhen(network, relation, span) {
  const state = findState(getLifetimes(network).relations, relation.index, span);
  if (state !== MAY_HOLD) return state === HOLDS ? "" : null;
  const written = findDayOfWriting(relation.references, network.latestDay);
  return findReason(relation, span.first, written);
}

/**
 * @param {Lifetimes} lifetimes
 * @param {number} index
 * @returns {DayRange}
 */
function readPossibleDays({ earliestStart, latestEnd }, index) {
  return [earliestStart[index], latestEnd[index]];
}

/**
 * @param {Lifetimes} lifetimes
 * @param {number} index
 * @param {Span} span
 */
function findState({ earliestStart, latestStart, earliestEnd, latestEnd }, index, span) {
  const { first, last } = span;
  const begins = earliestStart[index];
  const ends = latestEnd[index];
  if (begins > last || ends < first || begins > ends) return DOES_NOT;
  return latestStart[index] > last || earliestEnd[index] < first ? MAY_HOLD : HOLDS;
}

/**
 * The spans that filters ask about: half a date is still being typed, and asks nothing yet.
 * @param {Pick<Filters, "at"|"from"|"to">} filters
 * @returns {Span[]}
 */
export function listSpans({ at, from, to }) {
  return [
    [at, at],
    [from, to],
  ]
    .map((dates) => dates.map((date) => (isAskedDate(date) ? parseDate(date) : null)))
    .filter((days) => days.some((each) => each !== null))
    .map(([start, end]) => ({
      first: start?.first ?? BEFORE_EVERY_DAY + 1, // an open span has no day that is not known
      last: end?.last ?? AFTER_EVERY_DAY - 1,
    }));
}

/**
 * Which rows hold in all of these spans.
 * @param {Lifetimes} lifetimes
 * @param {Span[]} spans
 * @returns {Uint8Array|null} `HOLDS`, `MAY_HOLD` or `DOES_NOT` for each; null where none is asked
 */
export function findStates(lifetimes, spans) {
  if (!spans.length) return null;
  const states = new Uint8Array(lifetimes.earliestStart.length).fill(HOLDS);
  for (const span of spans) {
    for (let i = 0; i < states.length; i++) {
      states[i] = Math.min(states[i], findState(lifetimes, i, span));
    }
  }
  return states;
}

/**
 * Why a relation merely may hold. An end `..` is known until the day of writing.
 * @param {Relation} relation
 * @param {number} first the day on which the question begins
 * @param {number} written the day of writing
 * @returns {string} as Python's `find_reason` says it
 */
function findReason({ start, end, type }, first, written) {
  if (end === STILL && first > written && (start || written > BEFORE_EVERY_DAY)) {
    return "end not known";
  }
  if (!start) return end ? "start not known" : "undated";
  const isOpen = end === "" || end === ENDED;
  if (isOpen && !endsWithStart({ start, end }, type.event)) return "end not known";
  return IN_DOUBT;
}

/**
 * What the sentence of each relation says of when it holds.
 * @param {Network} network
 * @param {Uint8Array|null} states
 * @param {Span[]} spans those of which these are the states
 * @returns {Reasons|null} null where no date is asked
 */
export function listReasons({ relations, latestDay }, states, spans) {
  const first = Math.max(...spans.map((span) => span.first));
  return (
    states &&
    relations.map((relation, i) => {
      if (states[i] !== MAY_HOLD) return "";
      return findReason(relation, first, findDayOfWriting(relation.references, latestDay));
    })
  );
}

/**
 * How many of the selected relations merely may hold.
 * @param {Uint8Array} mask
 * @param {Uint8Array|null} states
 */
export function countMayHold(mask, states) {
  let count = 0;
  for (let i = 0; states && i < mask.length; i++) {
    if (mask[i] && states[i] === MAY_HOLD) count += 1;
  }
  return count;
}

/**
 * Whether one of the selected relations merely may hold because its date is in doubt.
 * @param {Uint8Array} mask
 * @param {Reasons|null} reasons
 */
export function isAnyInDoubt(mask, reasons) {
  return reasons !== null && reasons.some((reason, i) => mask[i] && reason === IN_DOUBT);
}

/**
 * @param {number} length
 * @returns {Lifetimes}
 */
function makeColumns(length) {
  return {
    earliestStart: new Int32Array(length),
    latestStart: new Int32Array(length),
    earliestEnd: new Int32Array(length),
    latestEnd: new Int32Array(length),
  };
}

/**
 * What is not known of an actor rules out nothing.
 * @param {Network} network
 */
function computeActors({ actors, latestDay }) {
  const columns = makeColumns(actors.length);
  for (const { index, start, end, references } of actors) {
    const [begins, begun] = start ? findStartDays(start) : [BEFORE_EVERY_DAY, BEFORE_EVERY_DAY];
    const isDated = parseDate(end) !== null;
    const [lasting, ends] = isDated ? findEndDays(end) : [AFTER_EVERY_DAY, AFTER_EVERY_DAY];
    const last = end === ENDED ? findLastDayOfEnded(references, latestDay) : ends;
    setRow(columns, index, [begins, begun, lasting, last]);
  }
  return columns;
}

/**
 * @param {Network} network
 * @param {Lifetimes} actors
 */
function computeRelations({ relations, latestDay }, actors) {
  const columns = makeColumns(relations.length);
  for (const relation of relations) {
    const { index, source, target } = relation;
    const [[begins, begun], [lasting, ends]] = findOwnDays(relation, latestDay);
    const latestEnd = Math.min(ends, actors.latestEnd[source], actors.latestEnd[target]);
    setRow(columns, index, [
      Math.max(begins, actors.earliestStart[source], actors.earliestStart[target]),
      Math.max(begun, actors.latestStart[source], actors.latestStart[target]),
      Math.min(lasting, actors.earliestEnd[source], actors.earliestEnd[target], latestEnd),
      latestEnd,
    ]);
  }
  return columns;
}

/**
 * @param {Lifetimes} columns
 * @param {number} index
 * @param {number[]} days earliest and latest start, earliest and latest end
 */
function setRow(columns, index, [begins, begun, lasting, ends]) {
  columns.earliestStart[index] = begins;
  columns.latestStart[index] = begun;
  columns.earliestEnd[index] = lasting;
  columns.latestEnd[index] = ends;
}

/** @typedef {[earliest: number, latest: number]} DayRange */

/** @type {DayRange} */
const NOT_KNOWN = [BEFORE_EVERY_DAY, AFTER_EVERY_DAY];

/**
 * The first day from which something may hold, and the first from which it does.
 * @param {string} start
 * @returns {DayRange}
 */
function findStartDays(start) {
  const days = parseDate(start);
  if (!days) return NOT_KNOWN;
  const { first, last, margin } = days;
  return isDoubtful(days) ? [first - margin, last + margin + 1] : [first, first];
}

/**
 * The last day until which something holds, and the last until which it may.
 * @param {string} end
 * @returns {DayRange}
 */
function findEndDays(end) {
  const days = parseDate(end);
  if (!days) return NOT_KNOWN;
  const { first, last, margin } = days;
  return isDoubtful(days) ? [first - margin - 1, last + margin] : [last, last];
}

/**
 * The start days and the end days of a relation, by its own row alone.
 * @param {Relation} relation
 * @param {number} latestDay
 * @returns {[DayRange, DayRange]}
 */
function findOwnDays(relation, latestDay) {
  const { start, end, type, references } = relation;
  if (endsWithStart(relation, type.event)) return findEventDays(start);
  const starts = findStartDays(start);
  if (end === STILL) return [starts, [findDayOfWriting(references, latestDay), AFTER_EVERY_DAY]];
  if (end !== ENDED) return [starts, findEndDays(end)];
  return [starts, [BEFORE_EVERY_DAY, findLastDayOfEnded(references, latestDay)]];
}

/**
 * Those of an event that has one date. A doubtful one holds for certain only in a span that has all
 * days that it may mean.
 * @param {string} date
 * @returns {[DayRange, DayRange]}
 */
function findEventDays(date) {
  const days = parseDate(date);
  if (!days || !isDoubtful(days)) return [findStartDays(date), findEndDays(date)];
  /** @type {DayRange} */
  const possible = [days.first - days.margin, days.last + days.margin];
  return [possible, possible];
}

/**
 * The last day on which something with the end `ended` may hold: that of writing. Where the data
 * has no date at all, nothing is known of it, so that no day is ruled out.
 * @param {Reference[]} references
 * @param {number} latestDay
 */
function findLastDayOfEnded(references, latestDay) {
  const written = findDayOfWriting(references, latestDay);
  return written === BEFORE_EVERY_DAY ? AFTER_EVERY_DAY : written;
}

/**
 * The day of writing of a row: the latest day of the sources that it cites, else the latest of the
 * data.
 * @param {Reference[]} references
 * @param {number} latestDay
 */
export function findDayOfWriting(references, latestDay) {
  let latest = null;
  for (const { source } of references) {
    const days = source ? parseDate(source.date) : null;
    if (days && (latest === null || days.last > latest)) latest = days.last;
  }
  return latest ?? latestDay;
}
