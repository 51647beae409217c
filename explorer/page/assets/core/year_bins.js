/** The years as bars and as an axis, where they may reach far back. */
import { overlapsSpan } from "./dates.js";
import { countByYear } from "./year_counts.js";

const RECENT = 40; // years that get a bar each when there are too many for all

/**
 * The bars of the histogram: one a year; where the years reach far back, all early ones share the
 * first bar. A bar is as high as what choosing its years would keep.
 * @param {Network} network
 * @param {Uint8Array} mask the relations kept, whatever the time
 * @returns {{bins: {from: number, to: number, count: number}[], undated: number}}
 */
export function binYears(network, mask) {
  const { first, last, counts, undated } = countByYear(network, mask);
  if (first === null || last === null) return { bins: [], undated };
  const start = last - first > RECENT * 1.5 ? last - RECENT : first;
  const bins = counts
    .slice(start - first)
    .map((count, i) => ({ from: start + i, to: start + i, count }));
  if (start > first) {
    bins.unshift({
      from: first,
      to: start - 1,
      count: countWithin(network, mask, first, start - 1),
    });
  }
  return { bins, undated };
}

const LABEL_ROOM = 76; // pixels that "1795 … 1981" takes

/**
 * An axis for lines through the years; where they reach far back, the early ones share the first
 * eighth of it, or as much as their label needs.
 * @param {number} first
 * @param {number} last
 * @param {number} width in pixels
 * @returns {{width: number, x: (year: number) => number, ticks: number[], early: {from: number, to:
 *   number, width: number}|null}}
 *   early: the years drawn closer together than all others; ticks: years among the others
 */
export function makeYearAxis(first, last, width) {
  const start = last - first > RECENT * 1.5 ? last - RECENT : first;
  const early = start > first ? Math.max(width / 8, LABEL_ROOM) : 0;
  const step = (width - early) / (last - start + 1);
  /** @param {number} year */
  const x = (year) =>
    year < start ? ((year - first) / (start - first)) * early : early + (year - start) * step;
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * step >= 44) ?? 100;
  const round = Array.from({ length: last - start + 1 }, (_, i) => start + i).filter(
    (year) => year % every === 0,
  );
  const ticks = round.filter((year) => !early || x(year) > early + 24);
  return { width, x, ticks, early: early ? { from: first, to: start - 1, width: early } : null };
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {number} from
 * @param {number} to
 */
function countWithin(network, mask, from, to) {
  /** @param {{index: number, start: string, end: string}} options */
  const within = ({ index, start, end }) =>
    mask[index] && (start || end) && overlapsSpan(start, end, formatYear(from), formatYear(to));
  return network.relations.filter(within).length;
}

/**
 * @param {{from: number, to: number}} years
 * @returns {string} "2022", or "1795 … 1981" where several years share a place
 */
export function formatYears({ from, to }) {
  return from === to ? formatYear(from) : `${formatYear(from)} … ${formatYear(to)}`;
}

/**
 * @param {number} year
 * @returns {string} the year as a date writes it: four digits
 */
export function formatYear(year) {
  return String(year).padStart(4, "0");
}
