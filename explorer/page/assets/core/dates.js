/**
 * Dates of any age and precision as day numbers, and intervals of them in words.
 *
 * A date may be partial (2022, 2022-08, 2022-08-08), before the year 1 as astronomers count (-43 is
 * 44 BC), in doubt (1450~, 1450?), or have digits that are not known (185X, 18XX).
 */

/** How a date may be written, for messages. */
export const DATE_FORMATS = "Write a year (2022), a month (2022-08) or a day (2022-08-08).";

/** An end: still so when the source was written. */
export const STILL = "..";
/** An end: over, date not known. */
export const ENDED = "ended";

export const BEFORE_EVERY_DAY = -2000000000;
export const AFTER_EVERY_DAY = 2000000000;
export const DAYS_OF_YEAR = 372; // every month has 31
const DAYS_OF_MONTH = 31;
const DAY = /^-?\d+-\d{2}-\d{2}$/;

const PARTIAL_DATE =
  /^(?:(\d{3,4}|-\d{1,6})(?:-(\d{2})(?:-(\d{2}))?)?|(-?\d{2})(?:(\d)X|XX))([~?]?)$/;

/** @type {Map<string, Days|null>} */
const READ = new Map();

/**
 * @param {string} text
 * @returns {Days|null} the days that a date means; null where the text is not a date
 */
export function parseDate(text) {
  let days = READ.get(text);
  if (days === undefined) {
    days = readDate(text);
    READ.set(text, days);
  }
  return days;
}

/**
 * @param {string} text
 * @returns {Days|null}
 */
function readDate(text) {
  const match = PARTIAL_DATE.exec(text);
  if (!match) return null;
  const [, year, month, day, century, decade, doubt] = match;
  if (century !== undefined) {
    return { ...readManyYears(century, decade, doubt), hasUnknownDigits: true };
  }
  if (/^-0+$/.test(year)) return null; // there is one year 0
  const [y, m, d] = [year, month ?? "1", day ?? "1"].map(Number);
  if (!hasCalendarDay(y, m, d)) return null;
  const last = toDayNumber(y, month ? m : 12, day ? d : DAYS_OF_MONTH);
  return makeDays(toDayNumber(y, m, d), last, doubt);
}

/**
 * A decade or a century whose last digits are X.
 * @param {string} century
 * @param {string|undefined} decade
 * @param {string} doubt
 */
function readManyYears(century, decade, doubt) {
  const years = decade === undefined ? 100 : 10;
  const nearest = Number(century.replace("-", "") + (decade ?? "")) * years;
  const first = century.startsWith("-") ? 1 - years - nearest : nearest;
  return makeDays(toDayNumber(first), toDayNumber(first + years) - 1, doubt);
}

/**
 * @param {number} first
 * @param {number} last
 * @param {string} doubt
 * @returns {Days}
 */
function makeDays(first, last, doubt) {
  return { first, last, margin: doubt ? last - first + 1 : 0, hasUnknownDigits: false };
}

/**
 * @param {Days} days
 * @returns {boolean} whether it is not certain which days are meant; all days of a partial date are
 */
export function isDoubtful({ margin, hasUnknownDigits }) {
  return margin > 0 || hasUnknownDigits;
}

/**
 * Whether this is an event whose start is its end, too: it is over when it is done, so that an end
 * `ended` says no more than a blank one.
 * @param {{start: string, end: string}} dates
 * @param {boolean} event
 */
export function endsWithStart({ start, end }, event) {
  return event && start !== "" && (end === "" || end === ENDED);
}

/**
 * @param {number} year
 * @param {number} [month]
 * @param {number} [day]
 */
export function toDayNumber(year, month = 1, day = 1) {
  return year * DAYS_OF_YEAR + (month - 1) * DAYS_OF_MONTH + day - 1;
}

/**
 * @param {number} day its number
 * @returns {number}
 */
export function toYear(day) {
  return Math.floor(day / DAYS_OF_YEAR);
}

/**
 * @param {string} text
 * @returns {boolean} whether this is a date that the calendar has
 */
export function isPartialDate(text) {
  return parseDate(text) !== null;
}

/**
 * @param {string} text
 * @returns {boolean} whether this is a date that can be asked about: none that is in doubt
 */
export function isAskedDate(text) {
  return parseDate(text)?.margin === 0;
}

/**
 * @param {string} from a date, or "" for no bound
 * @param {string} to
 * @returns {string} such as "in 1990", "from 2020 to 2022", "until 2022-08-08"
 */
export function describeSpan(from, to) {
  const [start, end] = [nameTime(from), nameTime(to)];
  if (from === to) return `${DAY.test(from) ? "on" : "in"} ${start}`;
  if (!from) return `until ${end}`;
  return to ? `from ${start} to ${end}` : `from ${start}`;
}

/**
 * The dates of a first and a last day, each as short as it can be; "" where open.
 *
 * @param {number} first
 * @param {number} last
 * @returns {[start: string, end: string]}
 */
export function formatDays(first, last) {
  return [
    first <= BEFORE_EVERY_DAY ? "" : formatDay(first, first),
    last >= AFTER_EVERY_DAY ? "" : formatDay(last, last + 1),
  ];
}

/**
 * The date of a day: its year or month alone where a year or month meets its edge.
 * @param {number} number
 * @param {number} edge
 */
function formatDay(number, edge) {
  const year = toYear(number);
  const day = number - year * DAYS_OF_YEAR;
  /** @param {number} part */
  const pad = (part) => String(part + 1).padStart(2, "0");
  const month = `${formatYear(year)}-${pad(Math.floor(day / DAYS_OF_MONTH))}`;
  if (edge % DAYS_OF_YEAR === 0) return formatYear(year);
  return edge % DAYS_OF_MONTH === 0 ? month : `${month}-${pad(day % DAYS_OF_MONTH)}`;
}

/**
 * @param {string} start
 * @param {string} end
 * @param {boolean} [event] an event without an end ends when it starts
 * @returns {string} "(2022)", "(2020 to 2022)", "(from 2020)", "(until 2022)", "(since 2020)",
 *   "(from 2020, ended)", "(ended)" or ""
 */
export function formatDates(start, end, event = false) {
  if (event && (end === "" || end === ENDED)) return start && `(${nameDate(start)})`;
  if (end === STILL) return start && `(since ${nameTime(start)})`;
  if (end === ENDED) return start ? `(from ${nameTime(start)}, ended)` : "(ended)";
  return start ? formatPeriod(start, end) : end && `(until ${nameTime(end)})`;
}

/**
 * A decade or a century as it is said; any other date as it is written.
 * @param {string} date
 * @returns {string} such as "1850s", "19th century"
 */
function nameDate(date) {
  if (/^\d{3}X$/.test(date)) return `${date.slice(0, 3)}0s`;
  if (!/^\d\dXX$/.test(date)) return date;
  const century = Number(date.slice(0, 2)) + 1;
  const isTeen = century > 10 && century < 14;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][century % 10] ?? "th");
  return `${century}${ending} century`;
}

/**
 * The same behind a preposition.
 * @param {string} date
 */
function nameTime(date) {
  const name = nameDate(date);
  return name === date ? date : `the ${name}`;
}

/**
 * @param {string} start
 * @param {string} end
 */
function formatPeriod(start, end) {
  if (start === end) return `(${nameDate(start)})`;
  const from = nameTime(start);
  return end ? `(${from} to ${nameTime(end)})` : `(from ${from})`;
}

/**
 * @param {string} date
 * @returns {number|null} the year in which it begins; null where it is not a date
 */
export function readYear(date) {
  const days = parseDate(date);
  return days && toYear(days.first);
}

/**
 * @param {number} year
 * @returns {string} the year as a date writes it: three digits or more
 */
export function formatYear(year) {
  return year < 0 || year > 99 ? String(year) : String(year).padStart(4, "0");
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function hasCalendarDay(year, month, day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= countDays(year, month);
}

/**
 * @param {number} year
 * @param {number} month
 */
function countDays(year, month) {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** @param {number} year */
function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
