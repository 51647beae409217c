import { overlapsSpan } from "../core/dates.js";
import { yearCounts } from "../core/timeline.js";

const RECENT = 40; // years that get a bar each when there are too many for all

/**
 * The bars of the histogram: one a year; where the years reach far back, all early ones share the first bar.
 * A bar is as high as what choosing its years would keep.
 * @param {object} network
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

function countBetween(network, mask, from, to) {
  const within = ({ index, start, end }) => mask[index] && (start || end) && overlapsSpan(start, end, yearText(from), yearText(to));
  return network.relations.filter(within).length;
}

/** A year as a date writes it: four digits. */
export function yearText(year) {
  return String(year).padStart(4, "0");
}
