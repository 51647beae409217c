/** Partial dates (2022, 2022-08, 2022-08-08) and intervals of them; blank means not known. */

/** How a date may be written, for messages. */
export const DATE_FORMATS = "Write a year (2022), a month (2022-08) or a day (2022-08-08).";

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const EARLIEST_DAY = "0000-01-01";
const LATEST_DAY = "9999-12-31";

/**
 * @param {string} text
 * @returns {boolean} whether this is a year, a month or a day that the calendar has
 */
export function isPartialDate(text) {
  const [, year, month = "01", day = "01"] = PARTIAL_DATE.exec(text) ?? [];
  if (year === undefined || year === "0000" || month < "01" || month > "12") return false;
  return day >= "01" && Number(day) <= countDays(Number(year), Number(month));
}

/**
 * @param {string} date a partial date
 * @returns {string} its first day
 */
export function toFirstDay(date) {
  return date + "-01-01".slice(date.length - 4);
}

/**
 * @param {string} date a partial date
 * @returns {string} its last day
 */
export function toLastDay(date) {
  const [year, month = "12", day] = date.split("-");
  return `${year}-${month}-${day ?? countDays(Number(year), Number(month))}`;
}

/**
 * @param {string} from a partial date, or "" for no bound
 * @param {string} to
 * @returns {string} such as "that may have held in 2021"
 */
export function describePeriod(from, to) {
  const period = from === to ? from : `${from || "the past"} to ${to || "the end"}`;
  return `that may have held in ${period}`;
}

/**
 * Whether an interval shares a day with the span between two partial dates; blank ends are open on
 * either.
 *
 * @param {string} start
 * @param {string} end inclusive: the end 2022 covers the whole year
 * @param {string} from
 * @param {string} to
 * @returns {boolean}
 */
export function overlapsSpan(start, end, from, to) {
  return startDay(start) <= endDay(to) && startDay(from) <= endDay(end);
}

/**
 * @param {string} start
 * @param {string} end
 * @param {boolean} [event] an event without an end ends when it starts
 * @returns {string} "(2022)", "(2020 to 2022)", "(from 2020)", "(until 2022)", "(since 2020)",
 *   "(from 2020, ended)", "(ended)" or ""
 */
export function formatDates(start, end, event = false) {
  if (end === "..") return start && `(since ${start})`;
  if (end === "ended") return start ? `(from ${start}, ended)` : "(ended)";
  if (!start) return end && `(until ${end})`;
  if (start === end || (event && !end)) return `(${start})`;
  return end ? `(${start} to ${end})` : `(from ${start})`;
}

/**
 * @param {string} date a partial date or ""
 * @returns {number|null}
 */
export function readYear(date) {
  return date ? parseYear(date) : null;
}

/**
 * @param {string} date a partial date
 * @returns {number}
 */
export function parseYear(date) {
  return Number(date.slice(0, 4));
}

/** @param {string} date */
function startDay(date) {
  return date ? toFirstDay(date) : EARLIEST_DAY;
}

/** @param {string} date */
function endDay(date) {
  return date ? toLastDay(date) : LATEST_DAY;
}

/**
 * @param {number} year
 * @param {any} month
 */
function countDays(year, month) {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** @param {number} year */
function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
