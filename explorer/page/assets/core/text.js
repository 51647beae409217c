/**
 * What comes from a file and is shown to a person: nothing in it may hide or reorder what stands
 * beside it.
 */

const LINE_BREAKS = /\r\n|[\n\t\u2028\u2029]/g;
// Joiners and variation selectors: names and emoji need them, but never three in a row.
const PILED =
  /([\p{Variation_Selector}\p{Join_Control}]{2})([\p{Variation_Selector}\p{Join_Control}]+)/gu;
// Accents and vowel points: six on one letter are more than any language writes.
const STACKING =
  "[\\u0300-\\u034E\\u0350-\\u036F\\u0483-\\u0489\\u0591-\\u05BD\\u064B-\\u065F\\u0E31" +
  "\\u0E34-\\u0E3A\\u0E47-\\u0E4E\\u1AB0-\\u1ACE\\u1DC0-\\u1DFF\\u20D0-\\u20F0\\uFE20-\\uFE2F]";
const STACKED = new RegExp(`(${STACKING}{6})(${STACKING}+)`, "gu");
// Controls, lone surrogates, noncharacters; all else that Unicode lets a program leave undrawn;
// marks of annotations and of hieroglyphs; a pattern that is blank. As in graph/text/safe.py.
const UNSEEN = new RegExp(
  "(?![\\p{Variation_Selector}\\p{Join_Control}])" +
    "[\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}" +
    "\\u2800\\uFFF9-\\uFFFB\\u{13430}-\\u{1343F}]",
  "gu",
);
const MARKUP = /[\\`*_[\]<>&~|#$^@]/g;
// Many renderers of Markdown turn these into links by themselves.
const BARE_ADDRESS = /(https?|ftp|www)(:\/\/|\.)/gi;
// Where footnotes are unknown, one of a single word would say where its mark leads.
const DESTINATION = /^\s*\S+(?:\s+["'(].*)?\s*$/;
const WEB_ADDRESS = /^https?:\/\/[^\s\\]+$/i;

/**
 * The text on one line, with every character that cannot be seen but changes what is seen shown as
 * U+FFFD.
 *
 * @param {string} text
 * @returns {string}
 */
export function makeVisible(text) {
  const seen = String(text).replace(LINE_BREAKS, " ").replace(UNSEEN, "\uFFFD");
  return seen.replace(PILED, replaceRest).replace(STACKED, replaceRest);
}

/**
 * @param {string} _
 * @param {string} start
 * @param {string} more
 */
function replaceRest(_, start, more) {
  return start + "\uFFFD".repeat(Array.from(more).length);
}

/**
 * The address a link may lead to: http or https, and nobody's password in it; null for anything
 * else.
 *
 * @param {string} text
 * @returns {string|null}
 */
export function readWebAddress(text) {
  if (!WEB_ADDRESS.test(text) || makeVisible(text) !== text) return null;
  const url = parseAddress(text);
  return url === null || url.username || url.password ? null : url.href;
}

/**
 * At most n characters, the last of them an ellipsis where something was cut.
 *
 * @param {string} text
 * @param {number} [n]
 * @returns {string}
 */
export function shorten(text, n = 32) {
  if (text.length <= n) return text;
  // A character takes at most two code units, so what is behind 2n of them never matters.
  const characters = Array.from(text.slice(0, 2 * n + 2));
  if (characters.length <= n) return text;
  return `${characters
    .slice(0, n - 1)
    .join("")
    .trimEnd()}…`;
}

/**
 * A very long text shortened in its middle, so that both its ends are there: for names that stand
 * in many sentences. The same as `shorten` of graph/errors/problems.py.
 *
 * @param {string} text
 * @param {number} [n] characters
 * @returns {string}
 */
export function shortenMiddle(text, n = 200) {
  if (text.length <= n || (text.length <= 2 * n && Array.from(text).length <= n)) return text;
  const end = Math.floor((n - 1) / 2);
  const first = Array.from(text.slice(0, 2 * n)).slice(0, n - 1 - end);
  return `${first.join("")}…${Array.from(text.slice(-2 * n))
    .slice(-end)
    .join("")}`;
}

/**
 * Phrases with commas and "and".
 *
 * @param {string[]} phrases
 * @returns {string} "A, B and C"
 */
export function joinWithAnd(phrases) {
  return [phrases.slice(0, -1).join(", "), ...phrases.slice(-1)].filter(Boolean).join(" and ");
}

/**
 * The text as it reads in Markdown: none of its characters becomes a link, a heading, a list or a
 * tag.
 *
 * @param {string} text
 * @returns {string}
 */
export function escapeMarkdown(text) {
  const inline = makeVisible(text).replace(MARKUP, "\\$&").replace(BARE_ADDRESS, "$1\\$2");
  return inline.replace(/^(\s*)([-+=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

/**
 * The same for what a footnote says.
 *
 * @param {string} text
 * @returns {string}
 */
export function escapeFootnote(text) {
  const inline = escapeMarkdown(text);
  return DESTINATION.test(inline) ? `${inline} &#32;` : inline;
}

/** @param {string} text */
function parseAddress(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
