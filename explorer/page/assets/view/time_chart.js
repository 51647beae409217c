/** The histogram: the relations that start in each year, before those that may hold in it. */
import { formatWhole } from "../core/counts.js";
import { formatYear, parseDate, toYear } from "../core/dates.js";
import { findBin, formatYears, makeYearAxis } from "../core/year_bins.js";
import { drawAxisBreak } from "./axis_break.js";
import { svgElement } from "./element.js";

const HIGH = 56; // pixels of the highest bar
const HIGH_IN_LOW_WINDOW = 28;
const LOW = "(max-height: 640px) and (max-width: 899px)"; // as low.css has it
const YEARS = 16; // pixels below the bars

/** @typedef {YearAxis & {high: number}} ChartAxis */

/**
 * @param {TimePanel} panel
 * @param {YearCounts} counts
 * @param {string} from
 * @param {string} to
 */
export function drawBars(panel, counts, from, to) {
  const { bins } = panel;
  const axis = makeScale(panel);
  const top = counts.holding.reduce((most, count) => Math.max(most, count), 1);
  panel.brush = findBrush(bins, from, to);
  const chosen = panel.brush ? formatYears(joinBars(bins, panel.brush)) : "all years";
  panel.chart.setAttribute("aria-valuenow", String(bins[panel.brush?.first ?? 0].from));
  panel.chart.setAttribute("aria-valuetext", chosen);
  const height = axis.high + YEARS;
  panel.chart.setAttribute("viewBox", `0 0 ${axis.width} ${height}`);
  panel.chart.setAttribute("width", String(axis.width));
  panel.chart.replaceChildren(
    ...bins.map((_, i) => drawBar(panel, axis, counts, i, top)),
    svgElement("path", { class: "axis", d: `M0 ${axis.high + 0.5}H${axis.width}` }),
    ...axis.breaks.map(({ x, width }) => drawAxisBreak(x + width / 2, axis.high + 0.5)),
    ...drawTicks(axis, bins.length),
    ...(panel.brush ? drawBrush(axis, panel.brush) : []),
  );
}

/**
 * The bars that a period touches.
 * @param {YearBin[]} bins
 * @param {string} from
 * @param {string} to
 * @returns {Bars|null}
 */
function findBrush(bins, from, to) {
  if (!from && !to) return null;
  const [start, end] = [parseDate(from), parseDate(to)];
  return {
    first: start ? findBin(bins, toYear(start.first)) : 0,
    last: end ? findBin(bins, toYear(end.last)) : bins.length - 1,
  };
}

/**
 * The years of some bars.
 * @param {YearBin[]} bins
 * @param {Bars} bars
 */
const joinBars = (bins, { first, last }) => ({ from: bins[first].from, to: bins[last].to });

/**
 * The bars across the chart, and which one is where.
 * @param {TimePanel} panel
 * @returns {ChartAxis}
 */
export function makeScale({ place, bins }) {
  const high = matchMedia(LOW).matches ? HIGH_IN_LOW_WINDOW : HIGH;
  return { ...makeYearAxis(bins, Math.max(120, place.clientWidth - 40)), high };
}

/**
 * A bar of what may hold, and before it one of what starts; its years and counts are its title.
 * @param {TimePanel} panel
 * @param {ChartAxis} axis
 * @param {YearCounts} counts
 * @param {number} i
 * @param {number} top the highest count
 */
function drawBar({ bins, brush }, { edges, high }, { starts, holding }, i, top) {
  const off = brush && (i < brush.first || i > brush.last) ? " is-off" : "";
  const space = bins[i].gap ? 0 : edges[i + 1] - edges[i] > 6 ? 1 : 0.25;
  /**
   * @param {string} name
   * @param {number} count
   */
  const draw = (name, count) =>
    svgElement("rect", {
      class: `${name}${off}`,
      x: edges[i] + space / 2,
      y: high - (count / top) * high,
      width: Math.max(0.5, edges[i + 1] - edges[i] - space),
      height: (count / top) * high,
    });
  return svgElement(
    "g",
    {},
    svgElement("title", {}, describeBar(bins[i], starts[i], holding[i])),
    svgElement("rect", {
      class: "year-ground",
      x: edges[i],
      y: 0,
      width: edges[i + 1] - edges[i],
      height: high,
    }),
    draw("year", holding[i]),
    starts[i] ? draw("year-starts", starts[i]) : null,
  );
}

/**
 * @param {YearBin} years
 * @param {number} starts
 * @param {number} holding
 */
function describeBar(years, starts, holding) {
  const starting = `${formatWhole(starts)} start${starts === 1 ? "s" : ""}`;
  const held = `${formatWhole(holding)} hold${holding === 1 ? "s" : ""} or may hold`;
  return `${formatYears(years)}: ${starting}, ${held}`;
}

/**
 * @param {ChartAxis} axis
 * @param {number} count of bars
 */
function drawTicks({ ticks, width, high }, count) {
  return ticks.map(({ index, year, label }) => {
    const position =
      index === 0
        ? { x: 0, "text-anchor": "start" }
        : index === count - 1
          ? { x: width, "text-anchor": "end" }
          : { x: label, "text-anchor": "middle" };
    return svgElement("text", { class: "year-label", y: high + 13, ...position }, formatYear(year));
  });
}

/**
 * @param {ChartAxis} axis
 * @param {Bars} bars
 */
function drawBrush({ edges, high }, { first, last }) {
  const [x0, x1] = [edges[first], edges[last + 1]];
  const grip = { y: high / 2 - 9, width: 6, height: 18, rx: 3 };
  return [
    svgElement("rect", {
      class: "brush",
      x: x0,
      y: 0,
      width: Math.max(0, x1 - x0),
      height: high,
    }),
    ...[x0, x1].map((x) => svgElement("path", { class: "brush-edge", d: `M${x} 0V${high}` })),
    ...[x0, x1].map((x) => svgElement("rect", { class: "brush-grip", x: x - 3, ...grip })),
  ];
}
