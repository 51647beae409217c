/** The lines of the timeline: how each begins and ends, as far as that is known. */
import { ENDED, endsWithStart, isDoubtful, parseDate, STILL } from "../core/dates.js";
import { findDayOfWriting } from "../core/lifetimes.js";
import { svgElement } from "./element.js";

export const ROW_HEIGHT = 22; // pixels
export const OPEN_END = 28; // pixels in which a line fades where its start or end is not known
const DOT = 4; // radius in pixels
const MIDDLE = ROW_HEIGHT / 2;
const FADING = [0.75, 0.55, 0.38, 0.24, 0.13, 0.05]; // opacities of the parts of a line that fades
const SOLID = { "stroke-width": 2.5, fill: "none" };

/**
 * How a line begins or ends: at a known date, at one in doubt, or openly; `x` is where it is drawn.
 * @typedef {{x: number, mark: "dot"|"hollow"|"", fades: boolean}} LineEnd
 */

/**
 * Draws a line from start to end. It fades where either is not known; a hollow mark is a date in
 * doubt, or of what ended some day; an event is a point.
 * @param {Relation} relation
 * @param {string} colour
 * @param {TimelineScale} scale
 * @param {number} latestDay of the data
 */
export function drawLine(relation, colour, scale, latestDay) {
  const drawn = isPoint(relation)
    ? [drawPoint(relation, colour, scale)]
    : drawInterval(findEnds(relation, scale, latestDay), colour);
  const attributes = {
    class: "span",
    width: scale.width,
    height: ROW_HEIGHT,
    "aria-hidden": "true",
    focusable: "false",
  };
  return svgElement("svg", attributes, drawGrid(scale), drawn);
}

/**
 * How the lines of some relations are read: only what is among them.
 * @param {Relation[]} relations
 */
export function describeMarks(relations) {
  const intervals = relations.filter((relation) => !isPoint(relation));
  const isOpen = intervals.some(({ start, end }) => !parseDate(start) || !parseDate(end));
  const isAnyInDoubt = relations.some(({ start, end }) => isInDoubt(start) || isInDoubt(end));
  const hasEnded = intervals.some(({ end }) => end === ENDED);
  const hollow = [isAnyInDoubt ? "a date in doubt" : "", hasEnded ? "an end without a date" : ""];
  return [
    isOpen ? "A line fades where its start or its end is not known." : "",
    isAnyInDoubt || hasEnded ? `A hollow mark is ${hollow.filter(Boolean).join(" or ")}.` : "",
    intervals.length < relations.length ? "A diamond is an event." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {Relation} relation */
function isPoint({ type, start, end }) {
  return (
    Boolean(type.event) && (endsWithStart({ start, end }, true) || (start !== "" && end === start))
  );
}

/** @param {string} date */
function isInDoubt(date) {
  const days = parseDate(date);
  return days !== null && isDoubtful(days);
}

/**
 * @param {Relation} relation
 * @param {string} colour
 * @param {TimelineScale} scale
 */
function drawPoint({ start }, colour, scale) {
  const { first, last } = /** @type {Days} */ (parseDate(start));
  const isHollow = isInDoubt(start);
  const x = (scale.x(first) + scale.x(last + 1)) / 2;
  const r = DOT + 1;
  return svgElement("path", {
    class: isHollow ? "mark is-hollow" : "mark",
    d: `M${x} ${MIDDLE - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`,
    ...paintMark(colour, isHollow),
  });
}

/**
 * @param {Relation} relation
 * @param {TimelineScale} scale
 * @param {number} latestDay
 * @returns {{start: LineEnd, end: LineEnd}}
 */
function findEnds({ start: from, end: to, references }, scale, latestDay) {
  const [start, end] = [parseDate(from), parseDate(to)];
  const known = start ? scale.x(start.first) : scale.x(/** @type {Days} */ (end).last + 1);
  const left = start ? known : known - OPEN_END;
  const written = to === STILL ? scale.x(findDayOfWriting(references, latestDay) + 1) : known;
  const right = end
    ? scale.x(end.last + 1)
    : Math.max(known, Math.min(written, scale.width - OPEN_END));
  return {
    start: { x: left, mark: start ? (isDoubtful(start) ? "hollow" : "dot") : "", fades: !start },
    end: end
      ? { x: Math.max(left + 3, right), mark: isDoubtful(end) ? "hollow" : "dot", fades: false }
      : { x: right, mark: to === ENDED ? "hollow" : "", fades: true },
  };
}

/**
 * @param {{start: LineEnd, end: LineEnd}} ends
 * @param {string} colour
 */
function drawInterval({ start, end }, colour) {
  const x0 = start.fades ? start.x + OPEN_END : start.x;
  const farthest = end.fades ? end.x + OPEN_END : end.x;
  if (start.mark && start.mark === end.mark && farthest - start.x < 3 * DOT) {
    return [drawDot((start.x + farthest) / 2, start.mark, colour)];
  }
  return [
    svgElement("path", { class: "line", d: `M${x0} ${MIDDLE}H${end.x}`, stroke: colour, ...SOLID }),
    start.fades ? drawFading(x0, -1, colour) : null,
    end.fades ? drawFading(end.x, 1, colour) : null,
    start.mark ? drawDot(start.x + 2, start.mark, colour) : null,
    end.mark ? drawDot(farthest - 2, end.mark, colour) : null,
  ];
}

/**
 * @param {number} x where the line begins to fade
 * @param {1|-1} direction
 * @param {string} colour
 */
function drawFading(x, direction, colour) {
  const part = (direction * OPEN_END) / FADING.length;
  return FADING.map((opacity, i) =>
    svgElement("path", {
      class: "fading",
      d: `M${x + i * part} ${MIDDLE}h${part}`,
      stroke: colour,
      "stroke-opacity": opacity,
      ...SOLID,
    }),
  );
}

/**
 * @param {number} cx
 * @param {"dot"|"hollow"|""} mark
 * @param {string} colour
 */
function drawDot(cx, mark, colour) {
  return svgElement("circle", { cx, cy: MIDDLE, r: DOT, ...paintMark(colour, mark === "hollow") });
}

/**
 * @param {string} colour
 * @param {boolean} isHollow
 */
function paintMark(colour, isHollow) {
  return isHollow
    ? { fill: "var(--paper)", stroke: colour, "stroke-width": 1.75 }
    : { fill: colour };
}

/**
 * Draws hairlines at the years of the axis, so that a line can be read without going back up; gaps
 * and chosen years have a ground of their own.
 * @param {TimelineScale} scale
 */
function drawGrid({ breaks, chosen, path, ticks }) {
  const band = { y: -2, height: ROW_HEIGHT + 4 };
  return [
    breaks.map((gap) => svgElement("rect", { class: "early-years", ...gap, ...band })),
    chosen
      ? svgElement("rect", { class: "brush", x: chosen.x, width: chosen.width, ...band })
      : null,
    path?.bands.map((each) => svgElement("rect", { class: "path-time", ...each, ...band })),
    ticks.map(({ x }) => svgElement("path", { class: "grid-line", d: `M${x} 0V${ROW_HEIGHT}` })),
  ];
}
