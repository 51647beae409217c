/** The histogram of relations per year. */
import { readYear } from "../core/dates.js";
import { formatYears } from "../core/year_bins.js";
import { drawAxisBreak } from "./axis_break.js";
import { svgElement } from "./element.js";

const HEIGHT = 56; // pixels of the highest bar
const GRIP = { y: HEIGHT / 2 - 9, width: 6, height: 18, rx: 3 };
export const CHART_HEIGHT = HEIGHT + 16; // with the years below

/**
 * @param {TimePanel} panel
 * @param {YearBin[]} bins
 * @param {string} from
 * @param {string} to
 */
export function drawBars(panel, bins, from, to) {
  const scale = makeScale(panel);
  const top = Math.max(1, ...bins.map(({ count }) => count));
  const [low, high] = [readYear(from) ?? panel.first, readYear(to) ?? panel.last];
  const chosen = bins.map((bin) => bin.to >= low && bin.from <= high);
  const bars = bins.map(({ count }, i) => {
    const height = (count / top) * HEIGHT;
    return svgElement("rect", {
      class: chosen[i] ? "year" : "year is-off",
      x: i * scale.step + 0.5,
      y: HEIGHT - height,
      width: Math.max(0.5, scale.step - 1),
      height,
    });
  });
  panel.brush = from || to ? { first: chosen.indexOf(true), last: chosen.lastIndexOf(true) } : null;
  panel.chart.setAttribute("viewBox", `0 0 ${scale.width} ${CHART_HEIGHT}`);
  panel.chart.setAttribute("width", String(scale.width));
  panel.chart.replaceChildren(
    ...bars,
    svgElement("path", { class: "axis", d: `M0 ${HEIGHT + 0.5}H${scale.width}` }),
    ...drawEarlyBreak(scale, bins),
    ...drawTicks(scale, bins),
    ...(panel.brush ? drawBrush(scale, panel.brush) : []),
  );
}

/**
 * The bars across the chart: how wide they are, and which one is where.
 * @param {TimePanel} panel
 * @returns {TimeScale}
 */
export function makeScale(panel) {
  const width = Math.max(120, panel.place.clientWidth - 40);
  const count = panel.bins.length;
  const step = width / count;
  return {
    width,
    step,
    bin: (x) => Math.min(count - 1, Math.max(0, Math.floor(x / step))),
  };
}

/**
 * Round years as far apart as their labels need; the first bar and the last year are always said.
 * @param {TimeScale} scale
 * @param {YearBin[]} bins
 */
function drawTicks(scale, bins) {
  const every = [1, 2, 5, 10, 20, 25, 50, 100].find((years) => years * scale.step >= 48) ?? 200;
  const last = bins.length - 1;
  return bins.flatMap(({ from, to }, i) => {
    const room =
      i * scale.step > (bins[0].from === bins[0].to ? 52 : 92) && (last - i) * scale.step > 40;
    if (i !== 0 && i !== last && !(room && from % every === 0)) return [];
    const place =
      i === 0
        ? { x: 0, "text-anchor": "start" }
        : i === last
          ? { x: scale.width, "text-anchor": "end" }
          : { x: (i + 0.5) * scale.step, "text-anchor": "middle" };
    return [
      svgElement(
        "text",
        { class: "year-label", y: HEIGHT + 13, ...place },
        formatYears({ from, to }),
      ),
    ];
  });
}

/**
 * The first bar may stand for many years: the axis is broken behind it.
 * @param {TimeScale} state
 * @param {YearBin[]} bins
 */
function drawEarlyBreak({ step }, [{ from, to }]) {
  return from === to ? [] : [drawAxisBreak(step, HEIGHT + 0.5)];
}

/**
 * @param {TimeScale} scale
 * @param {Bars} bars
 */
function drawBrush(scale, { first, last }) {
  const [x0, x1] = [first * scale.step, (last + 1) * scale.step];
  return [
    svgElement("rect", {
      class: "brush",
      x: x0,
      y: 0,
      width: Math.max(0, x1 - x0),
      height: HEIGHT,
    }),
    ...[x0, x1].map((x) => svgElement("path", { class: "brush-edge", d: `M${x} 0V${HEIGHT}` })),
    ...[x0, x1].map((x) => svgElement("rect", { class: "brush-grip", x: x - 3, ...GRIP })),
  ];
}
