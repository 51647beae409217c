/**
 * Why a text is not a date to ask about, and what to write instead; the words are those of
 * `graph/data/date_advice.py`.
 */
import { DATE_FORMATS, ENDED, isPartialDate, parseDate, STILL } from "./dates.js";

/** @typedef {[reason: string, remedy: string]} Advice each may be empty */

const PLAIN_DATE = /^(\d{3,4}|-\d+)-(\d{2})(?:-(\d{2}))?$/;
const SHORT_DATE = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/;
const NOT_KNOWN = /^(?:[?-]+|n\.?\/?a\.?|unknown|none)$/i;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ][\d:.,+Z-]+$/;
const OTHER_ORDER = /^(?:\d{1,4}([./-])\d{1,2}\1\d{1,4}|\d{1,2}[./]\d{4}|\d{8})$/;
const SHORT_YEAR = /^\d{1,2}$/;
const PERIOD = /^(\d{3,4})\s*(?:[-–—/]|to|until)\s*(\d{3,4})$/;
const IN_DOUBT = [
  /^(?:(?:~|c\.?|ca\.?|circa|about|around)\s*(-?\d+)|(\d+)%)$/i,
  /^(?:\?\s*(-?\d+)|(?:perhaps|maybe)\s*(\d+))$/i,
];

/** @type {[pattern: RegExp, reason: string, convert: (text: string) => string][]} */
const WITH_WORDS = [
  [
    /^(\d{1,6})\s*(?:bce?|b\.\s*c\.)$/i,
    "years before 1 are negative, and 1 BC is 0",
    (year) => (Number(year) > 1 ? String(1 - Number(year)) : "0000"),
  ],
  [
    /^(?:ad\s*)?(\d{1,4})\s*(?:ad|ce)?$/i,
    "a year has three digits or more, and no letters",
    (year) => year.padStart(4, "0"),
  ],
  [/^(\d{3})(?:0'?s|x)$/i, "a decade has an X for its last digit", (years) => `${years}X`],
  [/^(\d{2})xx$/i, "a century has XX at its end", (years) => `${years}XX`],
  [
    /^(\d{1,2})(?:st|nd|rd|th)\s+(?:century|c\.)$/i,
    "a century has XX at its end",
    (number) => `${String(Number(number) - 1).padStart(2, "0")}XX`,
  ],
];

/**
 * Why a text is not a date that can be asked about, in a sentence.
 * @param {string} text
 * @param {string} quoted the same as it is shown
 */
export function describeWrongDate(text, quoted) {
  if (isPartialDate(text)) {
    return `${quoted} is in doubt. Ask about ${text.slice(0, -1)}, or a longer span.`;
  }
  const [reason, remedy] = explainAskedDate(text);
  return `${quoted} is not a date${reason ? `: ${reason}` : ""}. ${remedy}`;
}

/**
 * Why two dates are no span: as Python says it.
 * @param {string} from
 * @param {string} to
 * @returns {string} "" where they are one
 */
export function describeReversal(from, to) {
  const [start, end] = [parseDate(from), parseDate(to)];
  return start && end && start.first > end.last
    ? `${to} is before ${from}. Swap the two dates.`
    : "";
}

/**
 * @param {string} text
 * @returns {Advice}
 */
function explainAskedDate(text) {
  if (text === STILL || text === ENDED || NOT_KNOWN.test(text)) return ["", DATE_FORMATS];
  const period = PERIOD.exec(text);
  if (period) return ["it is a period", `Ask from ${period[1]} to ${period[2]}.`];
  for (const pattern of IN_DOUBT) {
    const date = findPart(pattern, text);
    if (date && isPartialDate(date)) return ["", `Ask about ${date}, or a longer span.`];
  }
  const plain = toAsciiDigits(text);
  if (plain !== text) return ["only the digits 0 to 9 are read", suggestDate(plain)];
  const [, year, month, day] = PLAIN_DATE.exec(text) ?? [];
  return year ? explainImpossibleDate(year, month, day) : explainOtherFormat(text);
}

/**
 * @param {string} text
 * @returns {Advice}
 */
function explainOtherFormat(text) {
  const short = SHORT_DATE.exec(text);
  if (short) {
    const numbers = short.slice(1).filter((number) => number !== undefined);
    const date = numbers.map((number) => number.padStart(2, "0")).join("-");
    return ["month and day have two digits", suggestDate(date)];
  }
  const timed = WITH_TIME.exec(text);
  if (timed) return ["it has a time of day", suggestDate(timed[1])];
  if (SHORT_YEAR.test(text)) {
    const year = text.padStart(4, "0");
    return ["a year has three digits or more", `Write ${year}, or the whole year.`];
  }
  if (OTHER_ORDER.test(text)) {
    return ["the year comes first, then month and day, with hyphens", DATE_FORMATS];
  }
  return explainWords(text);
}

/**
 * @param {string} text
 * @returns {Advice}
 */
function explainWords(text) {
  for (const [pattern, reason, convert] of WITH_WORDS) {
    const part = findPart(pattern, text);
    const date = part && convert(part);
    if (date && isPartialDate(date)) return [reason, `Write ${date}.`];
  }
  return ["", DATE_FORMATS];
}

/**
 * @param {string} year
 * @param {string} month
 * @param {string} [day]
 * @returns {Advice}
 */
function explainImpossibleDate(year, month, day = "01") {
  if (!isPartialDate(year)) return [`there is no year ${year}`, DATE_FORMATS];
  if (!isPartialDate(`${year}-${month}`)) {
    return [`there is no month ${month}`, "Months are 01 to 12."];
  }
  const last = ["31", "30", "29", "28"].find((each) => isPartialDate(`${year}-${month}-${each}`));
  const remedy = day === "00" ? "Days begin with 01." : `${year}-${month} ends with day ${last}.`;
  return ["there is no such day", remedy];
}

/** @param {string} date */
function suggestDate(date) {
  return isPartialDate(date) ? `Write ${date}.` : DATE_FORMATS;
}

/**
 * The first group of a pattern that has something.
 * @param {RegExp} pattern
 * @param {string} text
 */
function findPart(pattern, text) {
  return pattern.exec(text)?.slice(1).find(Boolean);
}

/**
 * Converts the decimal digits of every script to 0 to 9: they follow one another in tens.
 * @param {string} text
 */
function toAsciiDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = /** @type {number} */ (digit.codePointAt(0));
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
    return String(before % 10);
  });
}
