/** What comes from a file and is shown to a person: nothing in it may hide or reorder what stands beside it. */

const LINE_BREAKS = /\r\n|[\n\t\u2028\u2029]/g;
// Joiners and variation selectors: names and emoji need them, but never three in a row.
const STACKED = /([\p{Variation_Selector}\p{Join_Control}]{2})([\p{Variation_Selector}\p{Join_Control}]+)/gu;
// Controls, lone surrogates, noncharacters; all else that Unicode lets a program leave undrawn; marks of annotations and
// of hieroglyphs' places; a pattern that is blank. As in graph/visible.py.
const UNSEEN = /(?![\p{Variation_Selector}\p{Join_Control}])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{13430}-\u{1343F}]/gu;
const MARKUP = /[\\`*_[\]<>&~|#$^@]/g;
// Many renderers of Markdown turn these into links by themselves.
const BARE_ADDRESS = /(https?|ftp|www)(:\/\/|\.)/gi;
const WEB_ADDRESS = /^https?:\/\/[^\s\\]+$/i;

/**
 * The text on one line, with every character that cannot be seen but changes what is seen shown as U+FFFD.
 *
 * @param {string} text
 * @returns {string}
 */
export function visibleText(text) {
  const seen = String(text).replace(LINE_BREAKS, " ").replace(UNSEEN, "\uFFFD");
  return seen.replace(STACKED, (_, two, more) => two + "\uFFFD".repeat(Array.from(more).length));
}

/**
 * The address a link may lead to: http or https, and nobody's password in it; null for anything else.
 *
 * @param {string} text
 * @returns {string|null}
 */
export function webAddress(text) {
  if (!WEB_ADDRESS.test(text) || visibleText(text) !== text) return null;
  const url = parsedAddress(text);
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
  return `${characters.slice(0, n - 1).join("").trimEnd()}…`;
}

/**
 * The text as it reads in Markdown: none of its characters becomes a link, a heading, a list or a tag.
 *
 * @param {string} text
 * @returns {string}
 */
export function escapeMarkdown(text) {
  const inline = visibleText(text).replace(MARKUP, "\\$&").replace(BARE_ADDRESS, "$1\\$2");
  return inline.replace(/^(\s*)([-+=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

function parsedAddress(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
