/** How the network changes: small charts with one axis, and a table of its periods. */
import { formatWhole } from "../core/counts.js";
import { formatYear, parseDate, toYear } from "../core/dates.js";
import { maskRelations } from "../core/filters.js";
import { formatPeriod, measureTimeline } from "../core/periods.js";
import { shortenMiddle } from "../core/text.js";
import { canCompare, findUsualMeasure } from "../core/what_if.js";
import { makeYearAxis } from "../core/year_bins.js";
import { getBins } from "../core/year_counts.js";
import { buildActorButton } from "./actor_button.js";
import { buildButton, element, replaceContent } from "./element.js";
import { buildSeriesChart } from "./series_chart.js";
import { runInSlices } from "./slices.js";

/** @import { Series } from "./series_chart.js" */

const NARROWEST = 250; // pixels of a chart beside another
const GAP = 28;
const LONGEST_NAME = 24;
const CALM = { at: "", from: "", to: "", certain: false };
const HEADINGS = [
  "Period",
  "Actors",
  "Relations",
  "Components",
  "Density",
  "Frustration",
  "Balanced",
  "First",
];

/**
 * The periods that were measured last.
 * @type {{key: unknown[], answer: Timeline|null, show: (answer: Timeline) => void}}
 */
const last = { key: [], answer: null, show: () => {} };

/**
 * Builds the charts and the table.
 * @param {Store} store
 * @param {number} room in pixels
 * @param {boolean} atOnce whether it waits until all is measured, as paper does
 * @returns {Child}
 */
export function buildChanges(store, room, atOnce) {
  if (!canCompare(store.network)) {
    const why = "Of two versions, and of large networks, changes over time are told by ";
    return element("p", { class: "quiet" }, why, element("code", {}, "explore timeline"), ".");
  }
  const place = element("div", { class: "changes" });
  replaceContent(place, element("p", { class: "quiet" }, "Being measured."));
  measure(store, atOnce, (answer) => replaceContent(place, buildAnswer(store, answer, room)));
  return place;
}

/**
 * Measures what is selected, whatever the time that is chosen.
 * @param {Store} store
 * @param {boolean} atOnce
 * @param {(answer: Timeline) => void} show
 */
function measure({ network, state }, atOnce, show) {
  const key = [state.filters, state.rankBy];
  const isKnown = key.every((each, i) => each === last.key[i]);
  last.show = show;
  if (isKnown && last.answer) show(last.answer);
  if (isKnown && (last.answer || !atOnce)) return;
  Object.assign(last, { key, answer: null });
  const question = {
    measure: state.rankBy || findUsualMeasure(network),
    certain: state.filters.certain,
  };
  const mask = maskRelations(network, { ...state.filters, ...CALM });
  const done = (/** @type {Timeline} */ answer) => {
    if (last.key !== key) return;
    last.answer = answer;
    last.show(answer);
  };
  runInSlices(measureTimeline(network, mask, question), done, atOnce ? Infinity : undefined);
}

/**
 * @param {Store} store
 * @param {Timeline} answer
 * @param {number} room
 */
function buildAnswer(store, answer, room) {
  const { periods, sentence, notes } = answer;
  if (!periods.length) return element("p", { class: "quiet" }, sentence);
  const columns = Math.max(1, Math.min(3, Math.floor((room + GAP) / (NARROWEST + GAP))));
  const axis = makeAxis(store, periods, (room - (columns - 1) * GAP) / columns);
  const chosen = findChosen(store.filters(), axis);
  const series = listSeries(store, answer);
  return [
    element("p", {}, sentence),
    element(
      "div",
      { class: `series-grid columns-${columns}` },
      series.map((each) => buildSeriesChart(each, periods, axis, chosen)),
    ),
    buildTable(store, answer),
    element("p", { class: "quiet" }, notes.join(" ")),
  ];
}

/**
 * The axis of the years, with a place for the last period where it begins after them.
 * @param {Store} store
 * @param {NetworkPeriod[]} periods
 * @param {number} width
 */
function makeAxis({ network }, periods, width) {
  const bins = getBins(network);
  const { from } = periods[periods.length - 1];
  const isBehind = from > bins[bins.length - 1].to;
  return makeYearAxis(isBehind ? [...bins, { from, to: from, gap: false }] : bins, width);
}

/**
 * The years that the filters choose.
 * @param {Filters} filters
 * @param {YearAxis} axis
 */
function findChosen({ at, from, to }, axis) {
  const [start, end] = (at ? [at, at] : [from, to]).map(parseDate);
  if (!start && !end) return null;
  const x = start ? axis.x(toYear(start.first)) : 0;
  const right = end ? axis.x(toYear(end.last) + 1 - 1e-9) : axis.width;
  return { x, width: Math.max(2, right - x) };
}

/**
 * What is drawn: figures, balance where relations have signs, and the foremost actors.
 * @param {Store} store
 * @param {Timeline} answer
 * @returns {Series[]}
 */
function listSeries({ network }, { periods, measure: by }) {
  const isSigned = network.types.some(({ sign }) => sign === "-");
  const { first } = periods[periods.length - 1];
  const scores = periods.flatMap((period) => first.map((row) => period.scores[row] ?? 0));
  const top = scores.reduce((most, score) => Math.max(most, score), 0);
  const sizes = periods.flatMap(({ camps }) => camps?.map((camp) => camp.length) ?? []);
  const most = sizes.reduce((high, size) => Math.max(high, size), 0);
  /** @type {Series[]} */
  const balance = [
    {
      title: "Frustration index",
      read: ({ frustration }) => frustration,
      format: formatWhole,
    },
    {
      title: "Balanced triangles",
      read: ({ balanced, triangles }) => (triangles ? balanced / triangles : null),
      format: (share) => `${(100 * share).toFixed(0)} %`,
      top: 1,
    },
    ...["Larger camp", "Smaller camp"].map((title, i) => ({
      title,
      measure: "members",
      read: (/** @type {NetworkPeriod} */ { camps }) => camps && (camps[i]?.length ?? 0),
      format: formatWhole,
      top: most,
    })),
  ];
  return [
    { title: "Relations", read: ({ relations }) => relations, format: formatWhole },
    { title: "Actors", read: ({ actors }) => actors, format: formatWhole },
    { title: "Components", read: ({ components }) => components, format: formatWhole },
    ...(isSigned ? balance : []),
    { title: "Density", read: ({ density }) => density, format: formatScore },
    ...first.map((row) => ({
      title: network.actors[row].name,
      measure: by,
      read: (/** @type {NetworkPeriod} */ { scores: own }) => own[row] ?? null,
      format: formatScore,
      top,
    })),
  ];
}

/** @param {number} score */
function formatScore(score) {
  return Number.isInteger(score) ? formatWhole(score) : score.toFixed(3);
}

/**
 * @param {Store} store
 * @param {Timeline} answer
 */
function buildTable(store, { periods }) {
  const head = HEADINGS.map((text, i) =>
    element("th", { scope: "col", class: i && i < HEADINGS.length - 1 ? "number" : null }, text),
  );
  return element(
    "div",
    { class: "periods", role: "region", "aria-label": "Periods", tabindex: 0 },
    element(
      "table",
      { class: "data" },
      element("caption", { class: "unseen" }, "The network in each period"),
      element("thead", {}, element("tr", {}, head)),
      element(
        "tbody",
        {},
        periods.map((period) => buildRow(store, period)),
      ),
    ),
  );
}

/**
 * @param {Store} store
 * @param {NetworkPeriod} period
 */
function buildRow(store, period) {
  const { from, to, actors, relations, components, density, frustration } = period;
  const { balanced, triangles, first } = period;
  const cells = [
    formatWhole(actors),
    formatWhole(relations),
    formatWhole(components),
    density === null ? "" : density.toFixed(3),
    frustration === null ? "" : formatWhole(frustration),
    `${formatWhole(balanced)} of ${formatWhole(triangles)}`,
  ];
  const years = { from: formatYear(from), to: to === null ? "" : formatYear(to) };
  const key = `period ${from}`;
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      buildButton(
        "link",
        { "data-key": key, click: () => store.filter({ at: "", ...years }) },
        formatPeriod(period),
      ),
    ),
    cells.map((text) => element("td", { class: "number" }, text)),
    element(
      "td",
      {},
      first.map((row, i) => {
        const actor = store.network.actors[row];
        const shown = { ...actor, name: shortenMiddle(actor.name, LONGEST_NAME) };
        return [i ? ", " : "", buildActorButton(store, shown, `${key} ${actor.id}`)];
      }),
    ),
  );
}
