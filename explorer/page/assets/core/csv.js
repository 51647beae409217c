/** CSV in which no cell is a formula, as explorer/report/data.py writes it. */
import { makeVisible } from "./text.js";

// What opens a formula in some spreadsheet: ASCII, full width, small, and the sign for minus;
// blanks and marks may come first.
const BLANKS_AND_MARKS = "[\\s\\uFFFD\\p{Variation_Selector}\\p{Join_Control}]*";
const SIGN = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212]";
const FORMULA = new RegExp(`^${BLANKS_AND_MARKS}${SIGN}`, "u");
const LEADING_BREAK = /^[\t\r\n]/;
const CELL_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const NEEDS_QUOTES = /[",]/;

/**
 * RFC 4180, every line with its end.
 *
 * @param {(string|number)[][]} lines the header among them
 * @returns {string}
 */
export function toCsvText(lines) {
  return lines.map((line) => `${line.map(writeCell).join(",")}\r\n`).join("");
}

/**
 * Semicolons end a cell where the decimal point is a comma, so what follows one is guarded too.
 * @param {string|number} value
 */
function writeCell(value) {
  const safe =
    typeof value === "number" ? String(value) : value.split(";").map(guardPart).join(";");
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {any} part */
function guardPart(part) {
  const shown = makeVisible(part);
  if (!LEADING_BREAK.test(part) && !FORMULA.test(shown)) return shown;
  return CELL_NUMBER.test(shown.trim()) ? shown : `'${shown}`;
}
