/** The two fields of a period: what is typed, what is wrong with it, and the arrow keys. */
import { describeReversal, describeWrongDate } from "../core/date_advice.js";
import { DATE_FORMATS, formatYear, isAskedDate, isPartialDate, readYear } from "../core/dates.js";
import { makeVisible, shorten } from "../core/text.js";
import { announce } from "./announce.js";
import { element } from "./element.js";

/** @typedef {(from: string, to: string) => void} ChooseDates */

/**
 * @param {string} name
 * @param {string} label
 * @param {number} year that is suggested
 */
export function buildDateField(name, label, year) {
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

/**
 * @param {TimePanel} panel
 * @param {{start: () => void, choose: ChooseDates}} listeners
 */
export function listenToFields(panel, { start, choose }) {
  for (const { input } of panel.fields) {
    input.addEventListener("focus", start);
    input.addEventListener("change", () => readFields(panel, choose));
    input.addEventListener("keydown", (event) => {
      const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      stepYear(panel, input, step);
      readFields(panel, choose);
    });
  }
}

/**
 * Takes both fields, or neither while one of them holds no date, or they are the wrong way round.
 * @param {TimePanel} panel
 * @param {ChooseDates} choose
 */
function readFields(panel, choose) {
  const dates = panel.fields.map(({ input }) => input.value.trim());
  const wrong = dates.map((text) => text !== "" && !isAskedDate(text));
  const reversal = wrong.includes(true) ? "" : describeReversal(dates[0], dates[1]);
  markFields(panel, reversal ? [true, true] : wrong);
  if (!wrong.includes(true) && !reversal) {
    choose(dates[0], dates[1]);
    return;
  }
  const hint = reversal || describeWrongDates(dates.filter((_, i) => wrong[i]));
  panel.hint.textContent = hint;
  announce(hint);
}

/** @param {string[]} dates one or two */
function describeWrongDates(dates) {
  const texts = dates.map((text) => `'${shorten(makeVisible(text))}'`);
  return dates.length > 1 && !dates.some(isPartialDate)
    ? `${texts.join(" and ")} are not dates. ${DATE_FORMATS}`
    : describeWrongDate(dates[0], texts[0]);
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
export function fillFields(panel, span) {
  if (panel.shown !== span.join()) markFields(panel, [false, false]);
  panel.shown = span.join();
  panel.fields.forEach(({ input }, i) => {
    if (document.activeElement !== input && input.getAttribute("aria-invalid") !== "true") {
      input.value = span[i];
    }
  });
}

/**
 * Moves a field by a year, and the other one along where they would change places.
 * @param {TimePanel} panel
 * @param {HTMLInputElement} input
 * @param {number} step 1 or -1
 */
function stepYear(panel, input, step) {
  const year = (readYear(input.value) ?? Number(input.placeholder)) + step;
  input.value = formatYear(Math.min(panel.last, Math.max(panel.first, year)));
  const [from, to] = panel.fields.map((field) => field.input);
  const other = input === from ? to : from;
  if (describeReversal(from.value.trim(), to.value.trim())) other.value = input.value;
}
