/**
 * The network in every period in which it is the same, as the engine's graph/analysis/timeline
 * measures it by year.
 */
import { measureFrustration } from "./balance.js";
import { divideInCamps } from "./camp_division.js";
import { findComponents } from "./components.js";
import { formatCount, formatWhole } from "./counts.js";
import { formatYear, parseDate, toDayNumber, toYear } from "./dates.js";
import { findStates, getLifetimes, HOLDS, listSpans, MAY_HOLD } from "./lifetimes.js";
import { computeMeasure } from "./scores.js";
import { buildGraph, numberActors } from "./shown_graph.js";
import { joinWithAnd } from "./text.js";

const MOST = 200; // periods; of more the latest are measured
const FIRST = 3; // actors that are named of each

/**
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation that is selected, whatever its dates
 * @param {{measure: string, certain: boolean}} question by what actors are ranked, and whether only
 *   what holds for certain counts
 * @returns {Generator<void, Timeline>}
 */
export function* measureTimeline(network, mask, { measure, certain }) {
  const moments = listMoments(network, mask, certain);
  const shown = moments.slice(-MOST);
  const own = network.span && listSpans(network.span)[0];
  const last = own && network.span?.to !== "" ? toYear(own.last) : null;
  /** @type {NetworkPeriod[]} */
  const periods = [];
  for (const [i, { year, rows }] of shown.entries()) {
    yield;
    const next = shown[i + 1];
    const figures = yield* measurePeriod(network, rows, measure);
    periods.push({ from: year, to: next ? next.year - 1 : last, ...figures });
  }
  const selected = network.relations.filter(({ index }) => mask[index]);
  const startless = selected.filter(({ start }) => !start).length;
  const counts = { startless, relations: selected.length, left: moments.length - shown.length };
  return {
    measure,
    periods,
    sentence: describe(periods),
    notes: listNotes(periods, measure, certain, counts),
  };
}

/**
 * A period in words.
 * @param {NetworkPeriod} period
 */
export function formatPeriod({ from, to }) {
  if (to === null) return `from ${formatYear(from)}`;
  return from === to ? formatYear(from) : `${formatYear(from)} to ${formatYear(to)}`;
}

/**
 * The years from which on other relations count, with these.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {boolean} certain
 */
function listMoments(network, mask, certain) {
  const { relations } = getLifetimes(network);
  const least = certain ? HOLDS : MAY_HOLD;
  let before = new Uint8Array(mask.length);
  return listChangeYears(network, mask).flatMap((year) => {
    const span = { first: toDayNumber(year), last: toDayNumber(year + 1) - 1 };
    const states = findStates(relations, [span]);
    const rows = mask.map((one, index) => (one && states && states[index] >= least ? 1 : 0));
    if (rows.every((one, index) => one === before[index])) return [];
    before = rows;
    return [{ year, rows }];
  });
}

/**
 * The years in which a relation starts or after which it ends; of the span that the page is made
 * for, its first is one of them.
 * @param {Network} network
 * @param {Uint8Array} mask
 */
function listChangeYears({ relations, span }, mask) {
  const [own] = span ? listSpans(span) : [];
  const { first, last } = own ?? { first: -Infinity, last: Infinity };
  const days = own && (span?.at || span?.from) ? [first] : [];
  for (const { index, start, end } of relations) {
    if (!mask[index]) continue;
    const [begins, ends] = [parseDate(start), parseDate(end)];
    if (begins) days.push(begins.first - begins.margin);
    if (ends) days.push(ends.last + ends.margin + 1);
  }
  const years = days.filter((day) => first <= day && day <= last).map(toYear);
  return [...new Set(years)].sort((one, other) => one - other);
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {string} measure
 * @returns {Generator<void, Omit<NetworkPeriod, "from"|"to">>}
 */
function* measurePeriod(network, mask, measure) {
  const actors = new Uint8Array(network.actors.length);
  for (const { index, source, target } of network.relations) {
    if (mask[index]) [actors[source], actors[target]] = [1, 1];
  }
  const { rows, numberOf } = numberActors(actors);
  const graph = buildGraph(network, mask, numberOf, "+0-");
  const { size, edgeCount } = graph;
  const scores = yield* computeMeasure(network, { mask, actors }, measure);
  const scoreOf = (/** @type {number} */ row) => scores[row] ?? 0;
  const balance = yield* measureFrustration(network, mask);
  // What takes long for signed relations alone takes longer with structural ones.
  const isLong = balance.frustration === null;
  const division = isLong ? null : yield* divideInCamps(network, { mask, actors });
  return {
    actors: size,
    relations: mask.reduce((sum, one) => sum + one, 0),
    components: findComponents(graph).length,
    density: size > 1 ? (2 * edgeCount) / (size * (size - 1)) : null,
    first: [...rows].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b).slice(0, FIRST),
    scores,
    frustration: balance.frustration,
    balanced: balance.balanced,
    triangles: balance.triangles,
    camps: division && division.camps,
  };
}

/**
 * How many periods there are, and what they begin and end with.
 * @param {NetworkPeriod[]} periods
 */
function describe(periods) {
  if (!periods.length) return "No relation has a date: the network is the same at any time.";
  const [first, last] = [periods[0], periods[periods.length - 1]];
  const start = `${formatCount(periods.length, "period")} from ${formatYear(first.from)} on`;
  const changes = /** @type {const} */ (["actors", "relations", "components"])
    .filter((name) => first[name] !== last[name])
    .map((name) => `${name} ${formatWhole(first[name])} to ${formatWhole(last[name])}`);
  return changes.length
    ? `${start}. From the first to the last: ${joinWithAnd(changes)}.`
    : `${start}.`;
}

/**
 * How periods are made, and what is not dated.
 * @param {NetworkPeriod[]} periods
 * @param {string} measure
 * @param {boolean} certain
 * @param {{startless: number, relations: number, left: number}} counts
 */
function listNotes(periods, measure, certain, { startless, relations, left }) {
  if (!periods.length) return [];
  const holds = certain ? "what holds for certain" : "what may hold";
  const counted = `Counted is ${holds}, with the actors that it joins. First by ${measure}.`;
  const share = `${formatWhole(startless)} of ${formatCount(relations, "relation")}`;
  const may = certain ? "do not count" : "may hold at any time before";
  return [
    `A period ends in the year before relations change. ${counted}`,
    startless ? `${share} ${startless === 1 ? "has" : "have"} no start, and ${may}.` : "",
    left ? `Left out: ${formatCount(left, "earlier period")}.` : "",
  ].filter(Boolean);
}
