/** The years as bars and as an axis, where they may reach far back. */
import { overlapsSpan } from "./dates.js";
import { yearCounts } from "./timeline.js";

const RECENT = 40; // years that get a bar each when there are too many for all

/**
 * The bars of the histogram: one a year; where the years reach far back, all early ones share the first bar.
 * A bar is as high as what choosing its years would keep.
 * @param {import("./document.js").Network} network
 * @param {Uint8Array} mask the relations kept, whatever the time
 * @returns {{bins: {from: number, to: number, count: number}[], undated: number}}
 */
export function yearBins(network, mask) {
  const { first, last, counts, undated } = yearCounts(network, mask);
  if (first === null) return { bins: [], undated };
  const start = last - first > RECENT * 1.5 ? last - RECENT : first;
  const bins = counts.slice(start - first).map((count, i) => ({ from: start + i, to: start + i, count }));
  if (start > first) bins.unshift({ from: first, to: start - 1, count: countBetween(network, mask, first, start - 1) });
  return { bins, undated };
}

/**
 * An axis for lines through the years; where they reach far back, the early ones share the first eighth of it.
 * @param {number} first
 * @param {number} last
 * @param {number} width in pixels
 * @returns {{width: number, x: (year: number) => number, ticks: number[]}}
 */
export function yearAxis(first, last, width) {
  const start = last - first > RECENT * 1.5 ? last - RECENT : first;
  const early = start > first ? width / 8 : 0;
  const step = (width - early) / (last - start + 1);
  const x = (year) => (year < start ? ((year - first) / (start - first)) * early : early + (year - start) * step);
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * step >= 44) ?? 100;
  const round = Array.from({ length: last - start + 1 }, (_, i) => start + i).filter((year) => year % every === 0);
  const ticks = start > first ? [first, ...round.filter((year) => x(year) > early + 30 || early > 60)] : round;
  return { width, x, ticks };
}

function countBetween(network, mask, from, to) {
  const within = ({ index, start, end }) => mask[index] && (start || end) && overlapsSpan(start, end, yearText(from), yearText(to));
  return network.relations.filter(within).length;
}

/**
 * @param {number} year
 * @returns {string} the year as a date writes it: four digits
 */
export function yearText(year) {
  return String(year).padStart(4, "0");
}
