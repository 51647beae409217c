/** The timeline: a line through the years for every dated relation. */
import { formatCount } from "../core/counts.js";
import { DAYS_OF_YEAR, describeSpan, formatDates, formatYear, parseDate } from "../core/dates.js";
import { splitRelationSentence } from "../core/sentences.js";
import { VERSIONS } from "../core/versions.js";
import { TIMELINES } from "../core/page_state.js";
import { makeYearAxis } from "../core/year_bins.js";
import { getBins } from "../core/year_counts.js";
import { drawAxisBreak } from "./axis_break.js";
import { buildChanges } from "./changes_view.js";
import { findTimelinePath } from "./timeline_path.js";
import { describeMarks, drawLine, OPEN_END } from "./timeline_lines.js";
import {
  buildButton,
  element,
  getPart,
  isolateNames,
  replaceContent,
  svgElement,
} from "./element.js";
import { splitClaim } from "../core/claim_words.js";

const MOST_ROWS = 300;
const AXIS_HEIGHT = 22;
const NARROW = 636; // pixels; below, sentences lie above their lines

/**
 * Draws every dated relation as a line through the years in which it is known to hold.
 * @param {Store} store
 * @param {Styles} styles
 */
export function drawTimeline(store, styles) {
  const place = getPart("view-timeline");
  const room = place.clientWidth - 64;
  replaceContent(place, buildSwitch(store), buildShown(store, styles, room, false));
}

/**
 * Builds what the timeline shows.
 * @param {Store} store
 * @param {Styles} styles
 * @param {number} room in pixels
 * @param {boolean} atOnce whether it waits for what is measured, as paper does
 * @returns {Child}
 */
export function buildShown(store, styles, room, atOnce) {
  return store.state.timeline === TIMELINES[1]
    ? buildChanges(store, room, atOnce)
    : buildTimeline(store, styles, room);
}

/**
 * The buttons that turn from the lines of the relations to how the network changes, and back.
 * @param {Store} store
 */
function buildSwitch({ state, set }) {
  const labels = ["Relations", "Changes of the network"];
  return element(
    "div",
    { class: "deeds", role: "group", "aria-label": "What the timeline shows" },
    TIMELINES.map((timeline, i) =>
      buildButton(
        "deed",
        {
          "aria-pressed": String(state.timeline === timeline),
          "data-key": `timeline ${timeline}`,
          click: () => set({ timeline }),
        },
        labels[i],
      ),
    ),
  );
}

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {number} room in pixels
 * @returns {Child}
 */
function buildTimeline(store, styles, room) {
  const relations = listDatedRelations(store);
  if (!relations.length) {
    const text = store.isFiltered()
      ? "The filters leave no relation with a date."
      : "No relation has a date.";
    return element("p", { class: "quiet" }, text);
  }
  const width = Math.max(140, room * (room < NARROW ? 1 : 0.52));
  const scale = makeScale(store, width);
  const more = relations.length - MOST_ROWS;
  const rows = relations.slice(0, MOST_ROWS);
  return [
    element("div", { class: "table-head" }, buildSummary(store, relations, scale)),
    buildAxis(scale),
    element(
      "ol",
      { class: "timeline-rows" },
      rows.map((relation) => buildRow(store, styles, relation, scale)),
    ),
    more > 0
      ? element("p", { class: "quiet" }, `${more} more in the table; a filter brings them here.`)
      : null,
  ];
}

/**
 * Lists the dated relations that are selected, in the order of their first known day.
 * @param {Store} store
 */
function listDatedRelations({ network, answer }) {
  return network.relations
    .filter(({ index }) => answer.mask[index])
    .flatMap((relation) => {
      const days = parseDate(relation.start) ?? parseDate(relation.end);
      return days ? [{ relation, day: days.first }] : [];
    })
    .sort((a, b) => a.day - b.day || a.relation.index - b.relation.index)
    .map(({ relation }) => relation);
}

/**
 * Makes the axis, with room at either side for lines that go on.
 * @param {Store} store
 * @param {number} width in pixels
 * @returns {TimelineScale}
 */
function makeScale(store, width) {
  const axis = makeYearAxis(getBins(store.network), width - 2 * OPEN_END);
  const scale = {
    width,
    x: (/** @type {number} */ day) => OPEN_END + axis.x(day / DAYS_OF_YEAR),
    ticks: axis.ticks.map(({ year, edge }) => ({ year, x: OPEN_END + edge })),
    breaks: axis.breaks.map((gap) => ({ ...gap, x: OPEN_END + gap.x })),
    chosen: null,
    path: null,
  };
  const path = findTimelinePath(store, scale);
  return { ...scale, chosen: findChosenYears(store.filters(), scale), path };
}

/**
 * Finds the span that the filter has chosen, as it lies on the axis.
 * @param {Filters} filters
 * @param {TimelineScale} scale
 */
function findChosenYears({ at, from, to }, scale) {
  const [start, end] = at ? [at, at] : [from, to];
  if (!start && !end) return null;
  const [first, last] = [parseDate(start), parseDate(end)];
  /** @param {number} x */
  const clamp = (x) => Math.min(scale.width, Math.max(0, x));
  const left = first ? clamp(scale.x(first.first)) : 0;
  const right = last ? clamp(scale.x(last.last + 1)) : scale.width;
  return { from: start, to: end, x: left, width: Math.max(2, right - left) };
}

/**
 * Says how many relations there are, and how to read their lines.
 * @param {Store} store
 * @param {Relation[]} relations
 * @param {TimelineScale} scale
 */
function buildSummary(store, relations, { chosen, path }) {
  const holding = store.filters().certain ? "that hold" : "that hold or may hold";
  const period = chosen ? ` ${holding} ${describeSpan(chosen.from, chosen.to)}` : "";
  return element(
    "p",
    { class: "quiet" },
    `${formatCount(relations.length, "dated relation")}${period}. `,
    describeMarks(relations.slice(0, MOST_ROWS)),
    path ? ` ${path.words}` : null,
  );
}

/** @param {TimelineScale} scale */
function buildAxis(scale) {
  const labels = scale.ticks.map(({ year, x }) =>
    svgElement(
      "text",
      { class: "year-label", x: Math.min(scale.width - 30, x), y: 10 },
      formatYear(year),
    ),
  );
  return element(
    "div",
    { class: "timeline-axis", "aria-hidden": "true" },
    element("span", { class: "timeline-words" }),
    svgElement(
      "svg",
      { class: "span", width: scale.width, height: AXIS_HEIGHT },
      labels,
      scale.breaks.map(({ x, width }) => drawAxisBreak(x + width / 2, AXIS_HEIGHT)),
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
  const { words, standing: state } = describeRow(store, relation);
  const step = scale.path?.stepByRelation.get(relation.index);
  const standing = [step ? `step ${step}` : "", state].filter(Boolean).join(", ");
  return element(
    "li",
    { class: step ? "timeline-row is-on-path" : "timeline-row" },
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
    drawLine(relation, colour, scale, store.network.latestDay),
  );
}

/** What a row would say if nobody disputed it: who disputes it stands behind the sentence. */
const PLAINLY_STATED = { disputes: false, claimant: "", basis: /** @type {Basis} */ ("stated") };

/**
 * The sentence of a relation without its dates, and what sets the relation apart: its standing, and
 * how it changed between two versions. These stay in sight where a long sentence is cut.
 * @param {Store} store
 * @param {Relation} relation
 */
function describeRow({ network, answer, state }, relation) {
  const undated = { ...relation, start: "", end: "" };
  const plain = relation.disputes ? { ...undated, ...PLAINLY_STATED } : undated;
  const claim = relation.disputes
    ? splitClaim(relation).join("").replace(", ", "")
    : answer.claims[relation.index];
  const change = state.filters.version === VERSIONS[0] ? relation.change : undefined;
  return {
    words: splitRelationSentence(network, plain, relation.source),
    standing: [claim, change]
      .filter((word) => word && word !== "stands" && word !== "same")
      .join(", "),
  };
}
