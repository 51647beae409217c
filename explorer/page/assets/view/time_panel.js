import { formatYear } from "../core/dates.js";
import { countMayHold, isAnyInDoubt } from "../core/lifetimes.js";
import { describeCount, describeYearless } from "../core/time_words.js";
import { countByYear, getBins, isDated } from "../core/year_counts.js";
import { buildButton, element, getPart, svgElement } from "./element.js";
import { buildTimeChanges } from "./time_changes.js";
import { listenToBrush } from "./time_brush.js";
import { drawBars } from "./time_chart.js";
import { buildDateField, fillFields, listenToFields } from "./time_fields.js";
import { drawPlayButton, stopPlaying, togglePlay } from "./time_play.js";
import { getSpan, maskTimeless, setSpan } from "./time_span.js";

const TALL = "(min-height: 1000px)"; // a window with room for the years from the start

/**
 * Builds the histogram of relations by year, with a brush, fields for the keyboard, and a play
 * button: where it opens folded, only when it is drawn for the second time.
 * @param {Store} store
 * @returns {() => void} brings it up to date
 */
export function createTimePanel(store) {
  const place = getPart("time");
  const { network, state } = store;
  if (!network.relations.some(isDated)) return sayNothingIsDated(place);
  const { at, from, to } = state.filters;
  let mayStandIn = !isTall() && !at && !from && !to;
  /** @type {(() => void)|null} */
  let draw = null;
  return () => {
    if (mayStandIn) place.append(buildStandIn());
    else (draw ??= createYears(store, place))();
    place.classList.toggle("is-folded", mayStandIn || place.classList.contains("is-folded"));
    mayStandIn = false;
  };
}

function isTall() {
  return matchMedia(TALL).matches;
}

/** The line that the years are folded into, until they are built: it takes as much room. */
function buildStandIn() {
  return element(
    "div",
    { class: "time-controls" },
    element("h2", {}, "Time"),
    element("button", { type: "button", class: "link time-fold" }, "Show the years"),
  );
}

/**
 * @param {Store} store
 * @param {HTMLElement} place
 * @returns {() => void} brings the years up to date
 */
function createYears(store, place) {
  const panel = buildPanel(store, place, getBins(store.network));
  const [from, to] = panel.fields;
  place.replaceChildren(
    element(
      "div",
      { class: "time-controls" },
      element("h2", {}, "Time"),
      panel.brief,
      from.root,
      to.root,
      panel.play,
      panel.all,
      element("span", { class: "tick" }, panel.certain, panel.certainLabel),
      panel.fold,
    ),
    panel.hint,
    element("p", { class: "time-words" }, panel.summary, panel.key),
    panel.changes,
    panel.chart,
  );
  listenToFields(panel, {
    start: () => {
      panel.gesture += 1;
    },
    choose: (first, last) => setSpan(panel, first, last),
  });
  listenToBrush(panel, {
    start: () => {
      stopPlaying(panel);
      panel.gesture += 1;
    },
    choose: (first, last) => chooseBins(panel, first, last),
  });
  // Whoever else changes the period, by Start again or by a step of the story, stops it.
  store.subscribe(() => {
    if (panel.timer !== undefined && getSpan(panel).join() !== panel.played) stopPlaying(panel);
  });
  drawChartInSight(panel);
  return () => drawPanel(panel);
}

/**
 * @param {HTMLElement} place
 * @returns {() => void}
 */
function sayNothingIsDated(place) {
  place.classList.add("is-empty");
  place.append(element("p", { class: "quiet" }, "No relation has a date."));
  return () => {};
}

/**
 * @param {Store} store
 * @param {HTMLElement} place
 * @param {YearBin[]} bins
 * @returns {TimePanel}
 */
function buildPanel(store, place, bins) {
  const [first, last] = [bins[0].from, bins[bins.length - 1].to];
  const certain = element("input", {
    type: "checkbox",
    id: "certain",
    change: () => store.filter({ certain: certain.checked }),
  });
  const chart = {
    class: "histogram",
    tabindex: 0,
    role: "slider",
    "aria-label": "Period",
    "aria-valuemin": first,
    "aria-valuemax": last,
  };
  /** @type {TimePanel} */
  const panel = {
    store,
    place,
    bins,
    first,
    last,
    fields: [buildDateField("from", "From", first), buildDateField("to", "to", last)],
    play: buildButton("deed play", { click: () => togglePlay(panel) }),
    certain,
    certainLabel: element("label", { for: "certain" }, "Only what holds for certain"),
    hint: element("p", { class: "field-error", id: "time-hint", hidden: true }),
    summary: element("span", { class: "time-said" }),
    key: element("span", { class: "time-key" }),
    all: buildButton("link", { click: () => beginGesture(panel, "", "") }, "All years"),
    brief: element("span", { class: "time-brief quiet" }),
    fold: buildButton("link time-fold", { click: () => foldPanel(panel, !panel.folded) }),
    folded: !isTall(),
    changes: element("p", { class: "time-changes", hidden: true }),
    chart: svgElement("svg", chart),
    isChartSeen: false,
    counts: null,
    timer: undefined,
    brush: null,
    gesture: 0,
    played: "",
    shown: "",
  };
  return panel;
}

/**
 * Folds the years into a line, where they are not asked for, or opens them.
 * @param {TimePanel} panel
 * @param {boolean} folded
 */
function foldPanel(panel, folded) {
  panel.folded = folded;
  panel.place.classList.toggle("is-folded", folded);
  panel.fold.setAttribute("aria-expanded", String(!folded));
  panel.fold.textContent = folded ? "Show the years" : "Hide the years";
}

/**
 * Sets a period as a step back of its own.
 * @param {TimePanel} panel
 * @param {string} from
 * @param {string} to
 */
function beginGesture(panel, from, to) {
  panel.gesture += 1;
  setSpan(panel, from, to);
}

/** @param {TimePanel} panel */
function drawPanel(panel) {
  const [from, to] = getSpan(panel);
  const { store } = panel;
  fillFields(panel, [from, to]);
  foldPanel(panel, panel.folded && !from && !to);
  panel.bins = getBins(store.network);
  panel.counts = countByYear(store.network, maskTimeless(panel));
  panel.certain.checked = store.filters().certain;
  panel.certain.disabled = !from && !to;
  panel.all.hidden = !from && !to;
  panel.summary.textContent = describeSelection(panel, from, to);
  panel.brief.textContent = describeYears(panel, panel.counts.yearless);
  drawKey(panel, panel.counts.yearless);
  drawChanges(panel);
  drawPlayButton(panel);
  if (panel.isChartSeen) drawChart(panel);
}

/**
 * Draws the bars when they come into sight, and again when they have another width.
 * @param {TimePanel} panel
 */
function drawChartInSight(panel) {
  const observer = new ResizeObserver(() => {
    panel.isChartSeen = panel.chart.getClientRects().length > 0;
    if (panel.isChartSeen) drawChart(panel);
  });
  observer.observe(panel.chart);
  observer.observe(panel.place);
}

/** @param {TimePanel} panel */
function drawChart(panel) {
  const [from, to] = getSpan(panel);
  if (panel.counts) drawBars(panel, panel.counts, from, to);
}

/**
 * @param {TimePanel} panel
 * @param {string} from
 * @param {string} to
 */
function describeSelection({ store: { answer } }, from, to) {
  if (!from && !to) return "Drag across the years to choose a period.";
  const { mask, states, reasons } = answer;
  const count = mask.reduce((sum, one) => sum + one, 0);
  const isInDoubt = isAnyInDoubt(mask, reasons);
  return describeCount(count, countMayHold(mask, states), isInDoubt, from, to);
}

/**
 * Says what changes at the date that is chosen; where nothing does, the room for it stays.
 * @param {TimePanel} panel
 */
function drawChanges({ store, changes }) {
  changes.hidden = !store.filters().at;
  if (!changes.hidden) changes.replaceChildren(...buildTimeChanges(store));
}

/**
 * What the line says into which the years are folded.
 * @param {TimePanel} panel
 * @param {number} yearless
 */
function describeYears({ first, last }, yearless) {
  const years = first === last ? formatYear(first) : `${formatYear(first)} to ${formatYear(last)}`;
  return yearless ? `${years}; ${describeYearless(yearless)}` : years;
}

/**
 * Draws the key of the chart.
 * @param {TimePanel} panel
 * @param {number} yearless
 */
function drawKey(panel, yearless) {
  /**
   * @param {string} name
   * @param {string} words
   */
  const entry = (name, words) =>
    element(
      "span",
      {},
      element("span", { class: `time-sample ${name}`, "aria-hidden": "true" }),
      words,
    );
  const hasEarly = panel.first < 0;
  panel.key.replaceChildren(
    entry("is-starts", "start in that year"),
    entry("is-holding", "hold or may hold then"),
    ...[
      yearless ? `${describeYearless(yearless)}, so no bar` : "",
      hasEarly ? `${formatYear(panel.first)} is ${1 - panel.first} BC` : "",
    ]
      .filter(Boolean)
      .map((words) => element("span", {}, words)),
  );
}

/**
 * @param {TimePanel} panel
 * @param {number} first
 * @param {number} last
 */
function chooseBins(panel, first, last) {
  const { bins } = panel;
  setSpan(panel, formatYear(bins[first].from), formatYear(bins[last].to));
}
