import { formatDates, describePeriod, readYear } from "../core/dates.js";
import { splitRelationSentence } from "../core/sentences.js";
import { countByYear } from "../core/year_counts.js";
import { VERSIONS } from "../core/versions.js";
import { makeYearAxis, formatYears } from "../core/year_bins.js";
import { formatCount } from "./announce.js";
import { drawAxisBreak } from "./axis_break.js";
import { svgElement, element, getPart, replaceContent, isolateNames } from "./element.js";

const SHOWN_ROWS = 300;
const ROW = 22;
const OPEN = 24; // pixels a line goes on when its start or its end is not known

/** Dated relations in the order of their first known year. */
function listDatedRelations({ network, answer }) {
  const dated = network.relations.filter(
    ({ index, start, end }) => answer.mask[index] && (start || end),
  );
  const when = ({ start, end }) => start || end;
  return dated.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.index - b.index));
}

/** A bar from start to end; dotted for a little way where either is not known. */
function drawBar(relation, style, scale) {
  const from = readYear(relation.start);
  const to = readYear(relation.end);
  const x0 = from === null ? scale.x(to + 1) - OPEN : scale.x(from);
  const x1 = to === null ? x0 + OPEN : Math.max(x0 + 3, scale.x(to + 1));
  const ends = [];
  if (from !== null) {
    ends.push(svgElement("circle", { cx: x0 + 2, cy: ROW / 2, r: 4, fill: style.colour }));
  }
  if (to !== null) {
    ends.push(svgElement("circle", { cx: x1 - 2, cy: ROW / 2, r: 4, fill: style.colour }));
  }
  const line = svgElement("path", {
    d: `M${x0} ${ROW / 2}H${x1}`,
    stroke: style.colour,
    "stroke-width": 2.5,
    "stroke-dasharray": from === null || to === null ? "2 3" : null,
    fill: "none",
  });
  return svgElement(
    "svg",
    { class: "span", width: scale.width, height: ROW, "aria-hidden": "true", focusable: "false" },
    drawGridLines(scale),
    line,
    ends,
  );
}

/**
 * The sentence with what becomes of it, among the other claims and between two versions; both stay
 * in sight when it is cut.
 */
function describeRow({ network, answer, state }, relation) {
  const claim = relation.disputes ? "disputed" : answer.claims[relation.index];
  const parts = splitRelationSentence(
    network,
    { ...relation, start: "", end: "", disputes: false },
    relation.source,
  );
  const change = state.filters.version === VERSIONS[0] ? relation.change : undefined;
  return {
    parts,
    standing: [claim, change]
      .filter((word) => word && word !== "stands" && word !== "same")
      .join(", "),
  };
}

function buildRow({ store, styles }, relation, scale) {
  const { network } = store;
  const style = styles.types[network.types.indexOf(relation.type)];
  const { parts, standing } = describeRow(store, relation);
  return element(
    "li",
    { class: "timeline-row" },
    element(
      "button",
      {
        type: "button",
        class: "link timeline-words",
        title: [parts.join(""), standing].filter(Boolean).join(", "),
        "data-key": `row ${relation.id}`,
        click: () => store.chooseRelation(relation.id),
      },
      element("span", { class: "timeline-sentence" }, isolateNames(parts)),
      standing ? [" ", element("span", { class: "flag" }, standing)] : null,
      element("span", { class: "unseen" }, ` ${formatDates(relation.start, relation.end)}`),
    ),
    drawBar(relation, style, scale),
  );
}

function buildAxis(scale) {
  const marks = scale.ticks.map((year) =>
    svgElement(
      "text",
      {
        class: "year-label",
        x: Math.min(scale.width - 14, Math.max(14, scale.x(year))),
        y: 13,
        "text-anchor": "middle",
      },
      year,
    ),
  );
  const early = scale.early
    ? [
        svgElement("text", { class: "year-label", x: OPEN, y: 13 }, formatYears(scale.early)),
        drawAxisBreak(scale.breakAt, 20),
      ]
    : [];
  return element(
    "div",
    { class: "timeline-axis", "aria-hidden": "true" },
    element("span", { class: "timeline-words" }),
    svgElement(
      "svg",
      { class: "span", width: scale.width, height: 20 },
      marks,
      early,
      svgElement("path", { class: "axis-rule", d: `M0 19.5H${scale.width}` }),
    ),
  );
}

/**
 * Hairlines at the axis's years, so that a bar can be read without going back up; early years on a
 * ground of their own.
 */
function drawGridLines(scale) {
  const early = scale.early
    ? svgElement("rect", {
        class: "early-years",
        x: 0,
        y: -2,
        width: scale.breakAt,
        height: ROW + 4,
      })
    : null;
  const chosen = scale.chosen
    ? svgElement("rect", {
        class: "brush",
        x: scale.chosen.x,
        y: -2,
        width: scale.chosen.width,
        height: ROW + 4,
      })
    : null;
  return [
    early,
    chosen,
    ...scale.ticks.map((year) =>
      svgElement("path", { class: "grid-line", d: `M${scale.x(year)} 0V${ROW}` }),
    ),
  ];
}

/** The years that the filter has chosen, as they lie on the axis. */
function findChosenYears({ at, from, to }, scale) {
  const [start, end] = at ? [at, at] : [from, to];
  if (!start && !end) return null;
  const inside = (x) => Math.min(scale.width, Math.max(0, x));
  const [x0, x1] = [
    start ? inside(scale.x(readYear(start))) : 0,
    end ? inside(scale.x(readYear(end) + 1)) : scale.width,
  ];
  return { from: start, to: end, x: x0, width: Math.max(0, x1 - x0) };
}

/** The axis, with room at either side for lines that go on. */
function makeScale(first, last, width) {
  const axis = makeYearAxis(first, last, width - 2 * OPEN);
  return {
    ...axis,
    width,
    x: (year) => OPEN + axis.x(year),
    breakAt: OPEN + (axis.early?.width ?? 0),
  };
}

/**
 * Draws every dated relation as a line through the years it is known to hold.
 * @param {object} view store and styles
 */
export function drawTimeline(view) {
  const { store } = view;
  const relations = listDatedRelations(store);
  const { first, last } = countByYear(store.network, store.answer.mask);
  const place = getPart("view-timeline");
  if (!relations.length) {
    replaceContent(
      place,
      element("p", { class: "quiet" }, "No dated relation is left by the filters."),
    );
    return;
  }
  const small = place.clientWidth < 700;
  const width = Math.max(140, (place.clientWidth - 64) * (small ? 1 : 0.52));
  const axis = makeScale(first, last, width);
  const scale = { ...axis, chosen: findChosenYears(store.filters(), axis) };
  replaceContent(
    place,
    element(
      "div",
      { class: "table-head" },
      element(
        "p",
        { class: "quiet" },
        `${[formatCount(relations.length, "dated relation"), ...(scale.chosen ? [describePeriod(scale.chosen.from, scale.chosen.to)] : [])].join(" ")}. A dotted line has a start or an end that is not known.`,
      ),
    ),
    buildAxis(scale),
    element(
      "ol",
      { class: "timeline-rows" },
      relations.slice(0, SHOWN_ROWS).map((relation) => buildRow(view, relation, scale)),
    ),
    relations.length > SHOWN_ROWS
      ? element(
          "p",
          { class: "quiet" },
          `${relations.length - SHOWN_ROWS} more in the table; a filter brings them here.`,
        )
      : null,
  );
}
