/** One of the small charts of a network over time: a value that is the same in a whole period. */
import { formatYear } from "../core/dates.js";
import { formatPeriod } from "../core/periods.js";
import { drawAxisBreak } from "./axis_break.js";
import { element, isolate, svgElement } from "./element.js";

const HEIGHT = 52; // pixels of the highest value
const ABOVE = 4; // so that the line at the top is whole
const AXIS = HEIGHT + ABOVE + 0.5;
const SIZE = { height: HEIGHT + ABOVE + 18, "aria-hidden": "true", focusable: "false" };

/**
 * A series of values, each of a period; null where it is not known.
 * @typedef {object} Series
 * @property {string} title
 * @property {string} [measure] what the values are, where the title does not say it
 * @property {(period: NetworkPeriod) => number|null} read
 * @property {(value: number) => string} format
 * @property {number} [top] of the axis, where several charts share it
 */

/**
 * Builds a chart with its title and what it begins and ends with.
 * @param {Series} series
 * @param {NetworkPeriod[]} periods
 * @param {YearAxis} axis
 * @param {{x: number, width: number}|null} chosen the years that the filters choose
 */
export function buildSeriesChart(series, periods, axis, chosen) {
  const values = periods.map(series.read);
  const known = values.filter((value) => value !== null);
  const top = series.top ?? known.reduce((most, value) => Math.max(most, value), 0);
  return element(
    "figure",
    { class: "series" },
    element(
      "figcaption",
      {},
      element("strong", {}, isolate(series.title)),
      element("span", { class: "quiet" }, describe(series, known)),
    ),
    svgElement(
      "svg",
      { ...SIZE, width: axis.width, viewBox: `0 0 ${axis.width} ${SIZE.height}` },
      chosen ? svgElement("rect", { class: "series-chosen", y: 0, height: AXIS, ...chosen }) : null,
      ...axis.breaks.map(({ x, width }) =>
        svgElement("rect", { class: "early-years", x, y: 0, width, height: AXIS }),
      ),
      drawSteps(periods, values, axis, top || 1),
      svgElement("path", { class: "axis", d: `M0 ${AXIS}H${axis.width}` }),
      ...axis.breaks.map(({ x, width }) => drawAxisBreak(x + width / 2, AXIS)),
      ...drawYears(axis),
      ...periods.map((period, i) => drawGround(series, period, values[i], axis)),
    ),
  );
}

/**
 * What the values begin and end with, and the most of them.
 * @param {Series} series
 * @param {number[]} known
 */
function describe({ measure, format }, known) {
  const start = measure ? `${measure} ` : "";
  if (!known.length) return `${start}not known`;
  const [first, last, most] = [known[0], known[known.length - 1], Math.max(...known)].map(format);
  const between = start + (first === last ? last : `${first} to ${last}`);
  return most === first || most === last ? between : `${between}, at most ${most}`;
}

/**
 * Where a period begins and ends on the axis.
 * @param {NetworkPeriod} period
 * @param {YearAxis} axis
 */
function placePeriod({ from, to }, axis) {
  return [axis.x(from), to === null ? axis.width : axis.x(to + 1 - 1e-9)];
}

/**
 * A line in steps with the area below, apart where a value is not known.
 * @param {NetworkPeriod[]} periods
 * @param {(number|null)[]} values
 * @param {YearAxis} axis
 * @param {number} top
 */
function drawSteps(periods, values, axis, top) {
  let [line, area, isOpen] = ["", "", false];
  values.forEach((value, i) => {
    if (value === null) {
      isOpen = false;
      return;
    }
    const [x0, x1] = placePeriod(periods[i], axis).map((x) => x.toFixed(1));
    const y = (AXIS - (value / top) * HEIGHT).toFixed(1);
    line += `${isOpen ? "V" : `M${x0} `}${y}H${x1}`;
    area += `M${x0} ${AXIS}V${y}H${x1}V${AXIS}Z`;
    isOpen = true;
  });
  return svgElement(
    "g",
    {},
    svgElement("path", { class: "series-area", d: area }),
    svgElement("path", { class: "series-line", d: line }),
  );
}

/** @param {YearAxis} axis */
function drawYears({ ticks, width }) {
  return ticks.map(({ year, label }, i) => {
    const isFirst = i === 0;
    const isLast = i === ticks.length - 1;
    return svgElement(
      "text",
      {
        class: "year-label",
        x: isFirst ? 0 : isLast ? width : label,
        y: AXIS + 13,
        "text-anchor": isFirst ? "start" : isLast ? "end" : "middle",
      },
      formatYear(year),
    );
  });
}

/**
 * The room of a period, whose title says its value.
 * @param {Series} series
 * @param {NetworkPeriod} period
 * @param {number|null} value
 * @param {YearAxis} axis
 */
function drawGround({ format }, period, value, axis) {
  const [x, end] = placePeriod(period, axis);
  const text = value === null ? "not known" : format(value);
  return svgElement(
    "rect",
    { class: "series-ground", x, y: 0, width: Math.max(1, end - x), height: AXIS },
    svgElement("title", {}, `${formatPeriod(period)}: ${text}`),
  );
}
