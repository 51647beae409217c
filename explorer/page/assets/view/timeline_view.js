/** The timeline: a line through the years for every dated relation. */
import { describePeriod, formatDates, parseYear } from "../core/dates.js";
import { splitRelationSentence } from "../core/sentences.js";
import { VERSIONS } from "../core/versions.js";
import { formatYears, makeYearAxis } from "../core/year_bins.js";
import { countByYear } from "../core/year_counts.js";
import { formatCount } from "./announce.js";
import { drawAxisBreak } from "./axis_break.js";
import {
  buildButton,
  element,
  getPart,
  isolateNames,
  replaceContent,
  svgElement,
} from "./element.js";

const MOST_ROWS = 300;
const ROW_HEIGHT = 22; // pixels
const AXIS_HEIGHT = 20;
const OPEN_END = 24; // pixels a line goes on when its start or its end is not known
const DOT = 4; // radius in pixels
const NARROW = 700; // pixels; below, sentences lie above their lines

/**
 * @typedef {object} TimelineScale
 * @property {number} width in pixels
 * @property {(year: number) => number} x where a year begins
 * @property {number[]} ticks
 * @property {{from: number, to: number, width: number}|null} early years drawn closer together
 * @property {number} breakAt where those end
 * @property {{from: string, to: string, x: number, width: number}|null} chosen by the filter
 */

/**
 * Draws every dated relation as a line through the years in which it is known to hold.
 * @param {Store} store
 * @param {Styles} styles
 */
export function drawTimeline(store, styles) {
  const place = getPart("view-timeline");
  const relations = listDatedRelations(store);
  const { first, last } = countByYear(store.network, store.answer.mask);
  if (!relations.length || first === null || last === null) {
    const text = "No dated relation is left by the filters.";
    replaceContent(place, element("p", { class: "quiet" }, text));
    return;
  }
  const share = place.clientWidth < NARROW ? 1 : 0.52;
  const width = Math.max(140, (place.clientWidth - 64) * share);
  const scale = makeScale(first, last, width, store.filters());
  const more = relations.length - MOST_ROWS;
  const rows = relations.slice(0, MOST_ROWS);
  replaceContent(
    place,
    element("div", { class: "table-head" }, buildSummary(relations.length, scale)),
    buildAxis(scale),
    element(
      "ol",
      { class: "timeline-rows" },
      rows.map((relation) => buildRow(store, styles, relation, scale)),
    ),
    more > 0
      ? element("p", { class: "quiet" }, `${more} more in the table; a filter brings them here.`)
      : null,
  );
}

/**
 * Lists the dated relations that are selected, in the order of their first known date.
 * @param {Store} store
 */
function listDatedRelations({ network, answer }) {
  /** @param {Relation} relation */
  const firstDate = ({ start, end }) => start || end;
  return network.relations
    .filter((relation) => answer.mask[relation.index] && firstDate(relation))
    .sort((a, b) => {
      const [one, other] = [firstDate(a), firstDate(b)];
      if (one === other) return a.index - b.index;
      return one < other ? -1 : 1;
    });
}

/**
 * Makes the axis, with room at either side for lines that go on.
 * @param {number} first year
 * @param {number} last
 * @param {number} width in pixels
 * @param {Filters} filters
 * @returns {TimelineScale}
 */
function makeScale(first, last, width, filters) {
  const axis = makeYearAxis(first, last, width - 2 * OPEN_END);
  const scale = {
    ...axis,
    width,
    x: (/** @type {number} */ year) => OPEN_END + axis.x(year),
    breakAt: OPEN_END + (axis.early?.width ?? 0),
    chosen: null,
  };
  return { ...scale, chosen: findChosenYears(filters, scale) };
}

/**
 * Finds the years that the filter has chosen, as they lie on the axis.
 * @param {Filters} filters
 * @param {TimelineScale} scale
 */
function findChosenYears({ at, from, to }, scale) {
  const [start, end] = at ? [at, at] : [from, to];
  if (!start && !end) return null;
  /** @param {number} x */
  const clamp = (x) => Math.min(scale.width, Math.max(0, x));
  const left = start ? clamp(scale.x(parseYear(start))) : 0;
  const right = end ? clamp(scale.x(parseYear(end) + 1)) : scale.width;
  return { from: start, to: end, x: left, width: Math.max(0, right - left) };
}

/**
 * Says how many relations there are, and how to read a line.
 * @param {number} count
 * @param {TimelineScale} scale
 */
function buildSummary(count, { chosen }) {
  const period = chosen ? ` ${describePeriod(chosen.from, chosen.to)}` : "";
  return element(
    "p",
    { class: "quiet" },
    `${formatCount(count, "dated relation")}${period}. `,
    "A dotted line has a start or an end that is not known.",
  );
}

/** @param {TimelineScale} scale */
function buildAxis(scale) {
  const labels = scale.ticks.map((year) => {
    const x = Math.min(scale.width - 14, Math.max(14, scale.x(year)));
    return svgElement(
      "text",
      { class: "year-label", x, y: 13, "text-anchor": "middle" },
      String(year),
    );
  });
  const early = scale.early
    ? [
        svgElement("text", { class: "year-label", x: OPEN_END, y: 13 }, formatYears(scale.early)),
        drawAxisBreak(scale.breakAt, AXIS_HEIGHT),
      ]
    : [];
  return element(
    "div",
    { class: "timeline-axis", "aria-hidden": "true" },
    element("span", { class: "timeline-words" }),
    svgElement(
      "svg",
      { class: "span", width: scale.width, height: AXIS_HEIGHT },
      labels,
      early,
      svgElement("path", { class: "axis-rule", d: `M0 ${AXIS_HEIGHT - 0.5}H${scale.width}` }),
    ),
  );
}

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {Relation} relation
 * @param {TimelineScale} scale
 */
function buildRow(store, styles, relation, scale) {
  const { network } = store;
  const { colour } = styles.types[network.types.indexOf(relation.type)];
  const { words, standing } = describeRow(store, relation);
  return element(
    "li",
    { class: "timeline-row" },
    buildButton(
      "link timeline-words",
      {
        title: [words.join(""), standing].filter(Boolean).join(", "),
        "data-key": `row ${relation.id}`,
        click: () => store.chooseRelation(relation.id),
      },
      element("span", { class: "timeline-sentence" }, isolateNames(words)),
      standing ? [" ", element("span", { class: "flag" }, standing)] : null,
      element("span", { class: "unseen" }, ` ${formatDates(relation.start, relation.end)}`),
    ),
    drawLine(relation, colour, scale),
  );
}

/**
 * The sentence of a relation without its dates, and what sets the relation apart: its standing, and
 * how it changed between two versions. These stay in sight where a long sentence is cut.
 * @param {Store} store
 * @param {Relation} relation
 */
function describeRow({ network, answer, state }, relation) {
  const undated = { ...relation, start: "", end: "", disputes: false };
  const claim = relation.disputes ? "disputed" : answer.claims[relation.index];
  const change = state.filters.version === VERSIONS[0] ? relation.change : undefined;
  return {
    words: splitRelationSentence(network, undated, relation.source),
    standing: [claim, change]
      .filter((word) => word && word !== "stands" && word !== "same")
      .join(", "),
  };
}

/**
 * Draws a line from start to end; it is dotted, and goes on a little, where either is not known.
 * @param {Relation} relation
 * @param {string} colour
 * @param {TimelineScale} scale
 */
function drawLine({ start, end }, colour, scale) {
  const middle = ROW_HEIGHT / 2;
  const right = end ? scale.x(parseYear(end) + 1) : null;
  const x0 = start ? scale.x(parseYear(start)) : (right ?? 0) - OPEN_END;
  const x1 = right === null ? x0 + OPEN_END : Math.max(x0 + 3, right);
  /** @param {number} cx */
  const dot = (cx) => svgElement("circle", { cx, cy: middle, r: DOT, fill: colour });
  const line = svgElement("path", {
    d: `M${x0} ${middle}H${x1}`,
    stroke: colour,
    "stroke-width": 2.5,
    "stroke-dasharray": start && end ? null : "2 3",
    fill: "none",
  });
  const attributes = {
    class: "span",
    width: scale.width,
    height: ROW_HEIGHT,
    "aria-hidden": "true",
    focusable: "false",
  };
  const ends = [start ? dot(x0 + 2) : null, end ? dot(x1 - 2) : null];
  return svgElement("svg", attributes, drawGrid(scale), line, ends);
}

/**
 * Draws hairlines at the years of the axis, so that a line can be read without going back up; early
 * years and chosen years have a ground of their own.
 * @param {TimelineScale} scale
 */
function drawGrid(scale) {
  const { early, chosen, breakAt } = scale;
  const band = { y: -2, height: ROW_HEIGHT + 4 };
  return [
    early ? svgElement("rect", { class: "early-years", x: 0, width: breakAt, ...band }) : null,
    chosen
      ? svgElement("rect", { class: "brush", x: chosen.x, width: chosen.width, ...band })
      : null,
    scale.ticks.map((year) =>
      svgElement("path", { class: "grid-line", d: `M${scale.x(year)} 0V${ROW_HEIGHT}` }),
    ),
  ];
}
