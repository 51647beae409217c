/**
 * The years as bars and as an axis, however far back they reach: long stretches in which nothing
 * starts or ends are one narrow gap, and where years are many, the early ones share bars.
 */
import { formatYear } from "./dates.js";

const FEW_YEARS = 60; // so many get a bar each, come what may
const RECENT = 40; // so many of the last ones do, where early ones share bars
const MOST_BINS = 64;
const MOST_GAPS = 6;
const QUIET = 20; // years without any date that make a gap
const GAP_WIDTH = 16; // pixels
const LABEL_ROOM = 32; // pixels from the middle of a label to that of the next
const ROUND_ROOM = 60; // the same for round years

/**
 * The bars for the years in which something starts or ends, without a hole between the first and
 * the last.
 * @param {number[]} years in order, each once
 * @returns {YearBin[]}
 */
export function makeBins(years) {
  if (!years.length) return [];
  const [first, last] = [years[0], years[years.length - 1]];
  if (last - first < FEW_YEARS) return fillYears(first, last, 1);
  const recent = Math.max(first, last - RECENT);
  const sharing = [10, 100, 1000, 10000, 100000].map((grain) => () => [
    ...cutYears(years, first, recent - 1, grain),
    ...cutYears(years, recent, last, 1),
  ]);
  for (const make of [() => cutYears(years, first, last, 1), ...sharing]) {
    const bins = joinGaps(make());
    if (bins.length <= MOST_BINS && bins.filter(({ gap }) => gap).length <= MOST_GAPS) return bins;
  }
  return fillYears(first, last, Math.ceil((last - first + 1) / MOST_BINS));
}

/**
 * @param {number} first
 * @param {number} last
 * @param {number} grain how many years share a bar
 * @returns {YearBin[]}
 */
function fillYears(first, last, grain) {
  const bins = [];
  for (let from = first; from <= last; from = bins[bins.length - 1].to + 1) {
    const to = Math.min(last, (Math.floor(from / grain) + 1) * grain - 1);
    bins.push({ from, to, gap: false });
  }
  return bins;
}

/**
 * Bars from one year to another, with gaps where nothing starts or ends for long.
 * @param {number[]} years
 * @param {number} first
 * @param {number} last
 * @param {number} grain
 * @returns {YearBin[]}
 */
function cutYears(years, first, last, grain) {
  const quiet = Math.max(QUIET, 3 * grain);
  /** @type {YearBin[]} */
  const bins = [];
  let next = first;
  /** @param {number} until the last year before something happens */
  const fill = (until) => {
    if (until - next + 1 > quiet) bins.push({ from: next, to: until, gap: true });
    else bins.push(...fillYears(next, until, grain));
    next = until + 1;
  };
  for (const year of years) {
    if (year < next || year > last) continue;
    fill(Math.max(next, Math.floor(year / grain) * grain) - 1);
    bins.push(
      ...fillYears(next, Math.min(last, (Math.floor(year / grain) + 1) * grain - 1), grain),
    );
    next = bins[bins.length - 1].to + 1;
  }
  fill(last);
  return bins;
}

/**
 * @param {YearBin[]} bins
 * @returns {YearBin[]}
 */
function joinGaps(bins) {
  return bins.flatMap((bin, i) => {
    if (!bin.gap || !bins[i + 1]?.gap) return bin.gap && bins[i - 1]?.gap ? [] : [bin];
    return [{ ...bin, to: bins[i + 1].to }];
  });
}

/**
 * @param {YearBin[]} bins
 * @param {number} year
 * @returns {number} index of the bar of a year, or of the nearest
 */
export function findBin(bins, year) {
  let [low, high] = [0, bins.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bins[middle].to < year) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * An axis through the bars: all are equally wide, but gaps are narrow.
 * @param {YearBin[]} bins at least one
 * @param {number} width in pixels
 * @returns {YearAxis}
 */
export function makeYearAxis(bins, width) {
  const gaps = bins.filter(({ gap }) => gap).length;
  const step = (width - gaps * GAP_WIDTH) / (bins.length - gaps);
  const edges = [0];
  for (const { gap } of bins) edges.push(edges[edges.length - 1] + (gap ? GAP_WIDTH : step));
  return {
    width,
    edges,
    bin: (x) =>
      Math.max(
        0,
        edges.findLastIndex((edge, i) => i < bins.length && edge <= x),
      ),
    x: (year) => {
      const at = findBin(bins, Math.floor(year));
      const { from, to } = bins[at];
      const share = Math.min(1, Math.max(0, (year - from) / (to - from + 1)));
      return edges[at] + share * (edges[at + 1] - edges[at]);
    },
    ticks: chooseTicks(bins, edges, step),
    breaks: bins.flatMap(({ gap }, i) => (gap ? [{ x: edges[i], width: GAP_WIDTH }] : [])),
  };
}

/**
 * The bars whose year is written: the first, the last, those behind a gap, and round years, as far
 * as there is room.
 * @param {YearBin[]} bins
 * @param {number[]} edges
 * @param {number} step
 * @returns {YearAxis["ticks"]}
 */
function chooseTicks(bins, edges, step) {
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * step >= ROUND_ROOM) ?? 100;
  const [width, last] = [edges[edges.length - 1], bins.length - 1];
  const wanted = [0, last];
  bins.forEach(({ gap }, i) => {
    if (!gap && bins[i - 1]?.gap) wanted.push(i);
  });
  bins.forEach(({ gap, from }, i) => {
    if (!gap && from % every === 0) wanted.push(i);
  });
  /** @type {YearAxis["ticks"]} */
  const ticks = [];
  for (const index of wanted) {
    const x = (edges[index] + edges[index + 1]) / 2;
    const label = Math.min(width - 15, Math.max(15, x));
    if (ticks.every((tick) => Math.abs(tick.label - label) >= LABEL_ROOM)) {
      ticks.push({ index, year: bins[index].from, edge: edges[index], label });
    }
  }
  return ticks.sort((a, b) => a.index - b.index);
}

/**
 * @param {Pick<YearBin, "from"|"to">} years
 * @returns {string} "2022", or "1795 … 1981" where several years share a place
 */
export function formatYears({ from, to }) {
  return from === to ? formatYear(from) : `${formatYear(from)} … ${formatYear(to)}`;
}
