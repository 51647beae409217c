import { DATE_FORMATS, describePeriod, isPartialDate, parseYear, readYear } from "../core/dates.js";
import { makeVisible, shorten } from "../core/text.js";
import { binYears, formatYear } from "../core/year_bins.js";
import { announce, formatCount } from "./announce.js";
import { buildButton, element, getPart, svgElement } from "./element.js";
import { buildIcon } from "./icons.js";
import { listenToBrush } from "./time_brush.js";
import { CHART_HEIGHT, drawBars } from "./time_chart.js";

const BEAT = 1000; // milliseconds a year stays while playing

/**
 * Builds the histogram of relations per year, with a brush, fields for the keyboard, and a play
 * button.
 * @param {Store} store
 * @returns {() => void} brings it up to date
 */
export function createTimePanel(store) {
  const place = getPart("time");
  const { bins } = binYears(store.network, new Uint8Array(store.network.relations.length).fill(1));
  if (!bins.length) {
    place.append(element("p", { class: "quiet" }, "No relation has a date."));
    return () => {};
  }
  const panel = buildPanel(store, place, bins);
  const [from, to] = panel.fields;
  place.append(
    element(
      "div",
      { class: "time-controls" },
      element("h2", {}, "Time"),
      from.root,
      to.root,
      panel.play,
      panel.all,
      element("span", { class: "tick" }, panel.undated, panel.undatedLabel),
    ),
    panel.hint,
    panel.summary,
    panel.chart,
  );
  listenToFields(panel);
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
  new ResizeObserver(() => drawPanel(panel)).observe(place);
  return () => drawPanel(panel);
}

/**
 * @param {Store} store
 * @param {HTMLElement} place
 * @param {YearBin[]} bins
 * @returns {TimePanel}
 */
function buildPanel(store, place, bins) {
  const [first, last] = [bins[0].from, bins[bins.length - 1].to];
  const undated = element("input", {
    type: "checkbox",
    id: "undated",
    change: () => store.filter({ undated: undated.checked }),
  });
  const chart = { class: "histogram", height: CHART_HEIGHT };
  /** @type {TimePanel} */
  const panel = {
    store,
    place,
    bins,
    first,
    last,
    fields: [buildDateField("from", "From", first), buildDateField("to", "to", last)],
    play: buildButton("deed play", { click: () => togglePlay(panel) }),
    undated,
    undatedLabel: element("label", { for: "undated" }),
    hint: element("p", { class: "field-error", id: "time-hint", hidden: true }),
    summary: element("p", { class: "time-said" }),
    all: buildButton("link", { click: () => beginGesture(panel, "", "") }, "All years"),
    chart: svgElement("svg", { ...chart, "aria-hidden": "true", focusable: "false" }),
    timer: undefined,
    brush: null,
    gesture: 0,
    played: "",
    shown: "",
  };
  return panel;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {number} year that is suggested
 */
function buildDateField(name, label, year) {
  const input = element("input", {
    id: `time-${name}`,
    class: "field date-field",
    inputmode: "numeric",
    autocomplete: "off",
    placeholder: formatYear(year),
    "aria-describedby": "time-hint",
  });
  const root = element(
    "span",
    { class: "time-field" },
    element("label", { for: `time-${name}` }, label),
    input,
  );
  return { root, input };
}

/** @param {TimePanel} panel */
function listenToFields(panel) {
  for (const { input } of panel.fields) {
    input.addEventListener("focus", () => {
      panel.gesture += 1;
    });
    input.addEventListener("change", () => readFields(panel));
    input.addEventListener("keydown", (event) => stepYear(panel, input, event));
  }
}

/**
 * Takes both fields, or neither while one of them holds no date.
 * @param {TimePanel} panel
 */
function readFields(panel) {
  const [from, to] = panel.fields.map(({ input }) => input.value.trim());
  const wrong = [from, to].map((text) => text !== "" && !isPartialDate(text));
  markFields(panel, wrong);
  if (!wrong.includes(true)) {
    setSpan(panel, from, to);
    return;
  }
  const texts = [from, to]
    .filter((_, i) => wrong[i])
    .map((text) => `'${shorten(makeVisible(text))}'`);
  const remark = texts.length > 1 ? "are not dates" : "is not a date";
  const hint = `${texts.join(" and ")} ${remark}. ${DATE_FORMATS}`;
  panel.hint.textContent = hint;
  announce(hint);
}

/**
 * @param {TimePanel} panel
 * @param {boolean[]} wrong
 */
function markFields(panel, wrong) {
  panel.fields.forEach(({ input }, i) => input.setAttribute("aria-invalid", String(wrong[i])));
  panel.hint.hidden = !wrong.includes(true);
}

/**
 * The period in the fields; what is being typed stays, and so does what is no date until another
 * period is chosen.
 * @param {TimePanel} panel
 * @param {string[]} span
 */
function fillFields(panel, span) {
  if (panel.shown !== span.join()) markFields(panel, [false, false]);
  panel.shown = span.join();
  panel.fields.forEach(({ input }, i) => {
    if (document.activeElement !== input && input.getAttribute("aria-invalid") !== "true") {
      input.value = span[i];
    }
  });
}

/**
 * Up and down move a field by a year.
 * @param {TimePanel} panel
 * @param {HTMLInputElement} input
 * @param {KeyboardEvent} event
 */
function stepYear(panel, input, event) {
  const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
  if (!step) return;
  event.preventDefault();
  const year = parseYear(isPartialDate(input.value) ? input.value : input.placeholder) + step;
  input.value = formatYear(Math.min(panel.last, Math.max(panel.first, year)));
  readFields(panel);
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

/**
 * @param {TimePanel} panel
 * @param {string} from
 * @param {string} to
 */
function setSpan(panel, from, to) {
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  const one = first !== "" && first === last;
  panel.store.filter(
    one ? { at: first, from: "", to: "" } : { at: "", from: first, to: last },
    `time ${panel.gesture}`,
  );
}

/** @param {TimePanel} panel */
function getSpan({ store }) {
  const { at, from, to } = store.filters();
  return at ? [at, at] : [from, to];
}

/** @param {TimePanel} panel */
function drawPanel(panel) {
  const [from, to] = getSpan(panel);
  const span = from || to;
  fillFields(panel, [from, to]);
  const without = { ...panel.store.filters(), at: "", from: "", to: "", undated: true };
  const { bins, undated } = binYears(panel.store.network, panel.store.timelessMask(without));
  panel.undated.checked = panel.store.filters().undated;
  // Nothing to keep, nothing to ask; a link that leaves them out can still be taken back.
  /** @type {HTMLElement} */ (panel.undated.parentElement).hidden =
    !undated && panel.undated.checked;
  panel.undatedLabel.textContent = `Keep ${formatCount(undated, "undated relation")}`;
  panel.all.hidden = !span;
  const kept = panel.store.answer.mask.reduce((sum, one) => sum + one, 0);
  panel.summary.textContent = span
    ? `${formatCount(kept, "relation")} ${describePeriod(from, to)}`
    : "Drag across the years to see a period";
  drawPlayButton(panel);
  drawBars(panel, bins, from, to);
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

/** @param {TimePanel} panel */
function drawPlayButton(panel) {
  const playing = panel.timer !== undefined;
  panel.play.replaceChildren(buildIcon(playing ? "pause" : "play"), playing ? "Pause" : "Play");
  panel.play.setAttribute("aria-pressed", String(playing));
}

/** @param {TimePanel} panel */
function stopPlaying(panel) {
  clearInterval(panel.timer);
  panel.timer = undefined;
  drawPlayButton(panel);
}

/**
 * Plays year by year, beginning where the brush is; at the end it stops.
 * @param {TimePanel} panel
 */
function togglePlay(panel) {
  if (panel.timer !== undefined) {
    stopPlaying(panel);
    return;
  }
  const { last } = panel;
  const first = panel.bins.find(({ from, to }) => from === to)?.from ?? panel.first;
  const at = readYear(getSpan(panel)[0]);
  let year = at === null || at >= last ? first : at;
  const beat = () => {
    const text = formatYear(year);
    panel.played = [text, text].join();
    setSpan(panel, text, text);
    if (year >= last) stopPlaying(panel);
    year += 1;
  };
  panel.gesture += 1;
  panel.timer = window.setInterval(beat, BEAT);
  beat();
  drawPlayButton(panel);
}
