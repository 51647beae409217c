/** The relations of each bar of the histogram: those that start, and those that may hold. */
import { BEFORE_EVERY_DAY, DAYS_OF_YEAR, formatYear, parseDate, toYear } from "./dates.js";
import { getLifetimes } from "./lifetimes.js";
import { findBin, makeBins } from "./year_bins.js";

const NONE = -1;
const MOST_STEPS = 100;

/**
 * The bars, and for each relation whether it has a date, the bar of its start, and the first and
 * the last in which it may hold; `NONE` where there is no such bar.
 * @typedef {{bins: YearBin[], dated: Uint8Array, start: Int32Array, first: Int32Array,
 *   last: Int32Array}} Chart
 */

/** @type {WeakMap<Lifetimes, Chart>} */
const CHARTS = new WeakMap();

/**
 * The bars run over all the dates in the network, so that the axis stands still while filters
 * change.
 * @param {Network} network
 * @returns {YearBin[]}
 */
export function getBins(network) {
  return getChart(network).bins;
}

/**
 * Counts, for each bar, the relations that start in its years, and all dated ones that hold or may
 * hold in them: as many as choosing the years would select.
 * @param {Network} network
 * @param {Uint8Array} [mask] 1 for each relation selected; all of them when left out
 * @returns {YearCounts}
 */
export function countByYear(network, mask) {
  const { bins, dated, start, first, last } = getChart(network);
  const starts = new Int32Array(bins.length);
  const changes = new Int32Array(bins.length + 1);
  let yearless = 0;
  for (let i = 0; i < start.length; i++) {
    if (mask && !mask[i]) continue;
    if (!dated[i]) yearless += 1;
    if (start[i] !== NONE) starts[start[i]] += 1;
    if (first[i] === NONE) continue;
    changes[first[i]] += 1;
    changes[last[i] + 1] -= 1;
  }
  let running = 0;
  return { starts, holding: changes.slice(0, -1).map((one) => (running += one)), yearless };
}

/**
 * The dates at which a selected relation starts or ends, as finely as the data has them: of a year
 * and a month in it, the month alone. Where they are very many, months or years.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @returns {string[]} in order
 */
export function listChangeDates({ relations }, mask) {
  const texts = new Set();
  for (const { index, start, end } of relations) {
    if (mask[index]) texts.add(start).add(end);
  }
  const dates = [...texts].filter(parseDate).map(removeDoubt);
  /** @type {((date: string) => string)[]} */
  const grains = [(date) => date, (date) => date.replace(/(-\d\d)-\d\d$/, "$1"), toYearText];
  const steps = grains.map((coarsen) => () => keepFinest(dates.map(coarsen)));
  let found = steps[0]();
  for (let i = 1; found.length > MOST_STEPS && i < steps.length; i++) found = steps[i]();
  return found;
}

/** @param {string} date */
const removeDoubt = (date) => date.replace(/[~?]$/, "");

/**
 * The selected relations that begin, and those that end, at a date at which something changes; one
 * of a year at the first such date in that year. What does both only begins.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {string} date
 * @returns {{begin: Relation[], end: Relation[]}}
 */
export function listChanges(network, mask, date) {
  const days = parseDate(date);
  if (!days) return { begin: [], end: [] };
  const dates = listChangeDates(network, mask);
  const earlier = dates[dates.indexOf(date) - 1];
  const after = (earlier && parseDate(earlier)?.last) || days.first - 1;
  /** @param {string} text */
  const isThen = (text) => {
    const first = parseDate(removeDoubt(text))?.first ?? after;
    return after < first && first <= days.last;
  };
  const shown = network.relations.filter(({ index, disputes }) => mask[index] && !disputes);
  return {
    begin: shown.filter(({ start }) => isThen(start)),
    end: shown.filter(({ start, end }) => isThen(end) && !isThen(start)),
  };
}

/** @param {string} date */
function toYearText(date) {
  const days = /** @type {Days} */ (parseDate(date));
  return days.last - days.first < DAYS_OF_YEAR ? formatYear(toYear(days.first)) : date;
}

/**
 * Dates in order, without those that have a finer one in them.
 * @param {string[]} dates
 */
function keepFinest(dates) {
  const read = [...new Set(dates)]
    .map((date) => ({ date, .../** @type {Days} */ (parseDate(date)) }))
    .sort((a, b) => a.first - b.first || b.last - a.last);
  return read
    .filter(({ last }, i) => i + 1 === read.length || read[i + 1].last > last)
    .map(({ date }) => date);
}

/** @param {Relation} relation */
export function isDated({ start, end }) {
  return parseDate(start) !== null || parseDate(end) !== null;
}

/**
 * @param {Network} network
 * @returns {Chart}
 */
function getChart(network) {
  const { relations: lifetimes } = getLifetimes(network);
  let chart = CHARTS.get(lifetimes);
  if (!chart) {
    chart = makeChart(network.relations, lifetimes, makeBins(listYears(network.relations)));
    CHARTS.set(lifetimes, chart);
  }
  return chart;
}

/**
 * @param {Relation[]} relations
 * @param {Lifetimes} lifetimes
 * @param {YearBin[]} bins
 * @returns {Chart}
 */
function makeChart(relations, { earliestStart, latestEnd }, bins) {
  const [start, first, last] = [0, 1, 2].map(() => new Int32Array(relations.length).fill(NONE));
  const dated = Uint8Array.from(relations, (relation) => (isDated(relation) ? 1 : 0));
  if (!bins.length) return { bins, dated, start, first, last };
  const end = bins[bins.length - 1].to;
  for (const relation of relations) {
    const i = relation.index;
    const [begins, ends] = [earliestStart[i], latestEnd[i]];
    if (begins > ends || !dated[i]) continue;
    const known = parseDate(relation.start)?.first ?? BEFORE_EVERY_DAY;
    const year = toYear(Math.max(known, begins));
    if (known !== BEFORE_EVERY_DAY && year <= end) start[i] = findBin(bins, year);
    if (toYear(begins) > end || toYear(ends) < bins[0].from) continue;
    first[i] = findBin(bins, toYear(begins));
    last[i] = findBin(bins, toYear(ends));
  }
  return { bins, dated, start, first, last };
}

/**
 * The years in which a relation starts or ends.
 * @param {Relation[]} relations
 */
function listYears(relations) {
  const years = new Set();
  for (const { start, end } of relations) {
    for (const date of [start, end]) {
      const days = date ? parseDate(date) : null;
      if (days) years.add(toYear(days.first)).add(toYear(days.last));
    }
  }
  return [...years].sort((a, b) => a - b);
}
