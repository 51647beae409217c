import { describePeriod, isPartialDate, readYear } from "../core/dates.js";
import { shorten, makeVisible } from "../core/text.js";
import { binYears, formatYears, formatYear } from "../core/year_bins.js";
import { announce, formatCount } from "./announce.js";
import { drawAxisBreak } from "./axis_break.js";
import { svgElement, element, getPart } from "./element.js";
import { buildIcon } from "./icons.js";

const HEIGHT = 56;
const DUE = "Write a year (2022), a month (2022-08) or a day (2022-08-08).";
const BEAT = 1000; // milliseconds a year stays while playing

/**
 * Builds the histogram of relations per year, with a brush, fields for the keyboard, and a play
 * button.
 * @param {object} store
 * @returns {() => void} brings it up to date
 */
export function createTimePanel(store) {
  const whole = binYears(store.network, new Uint8Array(store.network.relations.length).fill(1));
  const panel = {
    store,
    place: getPart("time"),
    whole,
    first: whole.bins[0]?.from,
    last: whole.bins.at(-1)?.to,
    timer: null,
    drag: null,
  };
  if (!whole.bins.length) {
    panel.place.append(element("p", { class: "quiet" }, "No relation has a date."));
    return () => {};
  }
  panel.from = buildDateField(panel, "from", "From");
  panel.to = buildDateField(panel, "to", "to");
  panel.play = element("button", {
    type: "button",
    class: "deed play",
    click: () => togglePlay(panel),
  });
  panel.undated = element("input", {
    type: "checkbox",
    id: "undated",
    change: (event) => store.filter({ undated: event.target.checked }),
  });
  panel.undatedLabel = element("label", { for: "undated" });
  panel.hint = element("p", { class: "field-error", id: "time-hint", hidden: true });
  panel.said = element("p", { class: "time-said" });
  panel.all = element(
    "button",
    { type: "button", class: "link", click: () => setSpan(panel, "", "") },
    "All years",
  );
  panel.chart = svgElement("svg", {
    class: "histogram",
    height: HEIGHT + 16,
    "aria-hidden": "true",
    focusable: "false",
  });
  panel.place.append(
    element(
      "div",
      { class: "time-controls" },
      element("h2", {}, "Time"),
      panel.from.root,
      panel.to.root,
      panel.play,
      panel.all,
      element("span", { class: "tick" }, panel.undated, panel.undatedLabel),
    ),
    panel.hint,
    panel.said,
    panel.chart,
  );
  listenToBrush(panel);
  new ResizeObserver(() => drawPanel(panel)).observe(panel.place);
  return () => drawPanel(panel);
}

function buildDateField(panel, name, label) {
  const input = element("input", {
    id: `time-${name}`,
    class: "field date-field",
    inputmode: "numeric",
    autocomplete: "off",
    placeholder: formatYear(name === "from" ? panel.first : panel.last),
    "aria-describedby": "time-hint",
  });
  input.addEventListener("change", () => readFields(panel));
  input.addEventListener("keydown", (event) => stepYear(panel, input, event));
  return {
    root: element(
      "span",
      { class: "time-field" },
      element("label", { for: `time-${name}` }, label),
      input,
    ),
    input,
  };
}

/** Takes both fields, or neither while one of them holds no date. */
function readFields(panel) {
  const fields = [panel.from.input, panel.to.input];
  const texts = fields.map(({ value }) => value.trim());
  const wrong = texts.map((text) => text !== "" && !isPartialDate(text));
  markFields(panel, wrong);
  if (!wrong.includes(true)) return setSpan(panel, ...texts);
  const said = texts.filter((_, i) => wrong[i]).map((text) => `'${shorten(makeVisible(text))}'`);
  panel.hint.textContent = `${said.join(" and ")} ${said.length > 1 ? "are no dates" : "is no date"}. ${DUE}`;
  return announce(panel.hint.textContent);
}

function markFields(panel, wrong) {
  [panel.from, panel.to].forEach(({ input }, i) =>
    input.setAttribute("aria-invalid", String(wrong[i])),
  );
  panel.hint.hidden = !wrong.includes(true);
}

/**
 * The period in the fields; what is being typed stays, and so does what is no date until another
 * period is chosen.
 */
function fillFields(panel, span) {
  if (panel.shown !== span.join()) markFields(panel, [false, false]);
  panel.shown = span.join();
  [panel.from, panel.to].forEach(({ input }, i) => {
    if (document.activeElement !== input && input.getAttribute("aria-invalid") !== "true") {
      input.value = span[i];
    }
  });
}

/** Up and down move a field by a year. */
function stepYear(panel, input, event) {
  const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const year =
    (isPartialDate(input.value) ? readYear(input.value) : Number(input.placeholder)) + step;
  input.value = formatYear(Math.min(panel.last, Math.max(panel.first, year)));
  readFields(panel);
}

function setSpan(panel, from, to) {
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  const one = first !== "" && first === last;
  panel.store.filter(
    one ? { at: first, from: "", to: "" } : { at: "", from: first, to: last },
    "time",
  );
}

function getSpan({ store }) {
  const { at, from, to } = store.filters();
  return at ? [at, at] : [from, to];
}

/** The bars across the chart: how wide they are, and which one is where. */
function makeScale(panel) {
  const width = Math.max(120, panel.place.clientWidth - 40);
  const count = panel.whole.bins.length;
  const step = width / count;
  return { width, step, bin: (x) => Math.min(count - 1, Math.max(0, Math.floor(x / step))) };
}

function drawPanel(panel) {
  const [from, to] = getSpan(panel);
  const span = from || to;
  fillFields(panel, [from, to]);
  const without = { ...panel.store.filters(), at: "", from: "", to: "", undated: true };
  const { bins, undated } = binYears(panel.store.network, panel.store.timelessMask(without));
  panel.undated.checked = panel.store.filters().undated;
  // Nothing to keep, nothing to ask; a link that leaves them out can still be taken back.
  panel.undated.parentElement.hidden = !undated && panel.undated.checked;
  panel.undatedLabel.textContent = `Keep ${formatCount(undated, "undated relation")}`;
  panel.all.hidden = !span;
  const kept = panel.store.answer.mask.reduce((sum, one) => sum + one, 0);
  panel.said.textContent = span
    ? `${formatCount(kept, "relation")} ${describePeriod(from, to)}`
    : "Drag across the years to see a period";
  drawPlayButton(panel);
  drawBars(panel, bins, from, to);
}

function drawBars(panel, bins, from, to) {
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
  panel.chart.setAttribute("viewBox", `0 0 ${scale.width} ${HEIGHT + 16}`);
  panel.chart.setAttribute("width", String(scale.width));
  panel.chart.replaceChildren(
    ...bars,
    svgElement("path", { class: "axis", d: `M0 ${HEIGHT + 0.5}H${scale.width}` }),
    ...drawEarlyBreak(scale, bins),
    ...drawTicks(scale, bins),
    ...(from || to ? drawBrush(scale, chosen) : []),
  );
}

/**
 * Round years as far apart as their labels need; the first bar and the last year are always said.
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

/** The first bar may stand for many years: the axis is broken behind it. */
function drawEarlyBreak({ step }, [{ from, to }]) {
  return from === to ? [] : [drawAxisBreak(step, HEIGHT + 0.5)];
}

function drawBrush(scale, chosen) {
  const [x0, x1] = [chosen.indexOf(true) * scale.step, (chosen.lastIndexOf(true) + 1) * scale.step];
  return [
    svgElement("rect", {
      class: "brush",
      x: x0,
      y: 0,
      width: Math.max(0, x1 - x0),
      height: HEIGHT,
    }),
    ...[x0, x1].map((x) => svgElement("path", { class: "brush-edge", d: `M${x} 0V${HEIGHT}` })),
  ];
}

function chooseBins(panel, one, other) {
  const { bins } = panel.whole;
  setSpan(
    panel,
    formatYear(bins[Math.min(one, other)].from),
    formatYear(bins[Math.max(one, other)].to),
  );
}

function listenToBrush(panel) {
  const binUnder = (event) =>
    makeScale(panel).bin(event.clientX - panel.chart.getBoundingClientRect().left);
  panel.chart.addEventListener("pointerdown", (event) => {
    panel.chart.setPointerCapture(event.pointerId);
    stopPlaying(panel);
    panel.drag = binUnder(event);
    chooseBins(panel, panel.drag, panel.drag);
  });
  panel.chart.addEventListener("pointermove", (event) => {
    if (panel.drag === null) return;
    chooseBins(panel, panel.drag, binUnder(event));
  });
  for (const end of ["pointerup", "pointercancel"]) {
    panel.chart.addEventListener(end, () => {
      panel.drag = null;
    });
  }
}

function drawPlayButton(panel) {
  const playing = panel.timer !== null;
  panel.play.replaceChildren(buildIcon(playing ? "pause" : "play"), playing ? "Pause" : "Play");
  panel.play.setAttribute("aria-pressed", String(playing));
}

function stopPlaying(panel) {
  clearInterval(panel.timer);
  panel.timer = null;
  drawPlayButton(panel);
}

/** Plays year by year, beginning where the brush is; at the end it stops. */
function togglePlay(panel) {
  if (panel.timer !== null) {
    stopPlaying(panel);
    return;
  }
  const { last } = panel;
  const first = panel.whole.bins.find(({ from, to }) => from === to).from;
  const at = readYear(getSpan(panel)[0]);
  let year = at === null || at >= last ? first : at;
  const beat = () => {
    setSpan(panel, formatYear(year), formatYear(year));
    if (year >= last) stopPlaying(panel);
    year += 1;
  };
  panel.timer = setInterval(beat, BEAT);
  beat();
  drawPlayButton(panel);
}
