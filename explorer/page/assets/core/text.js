/** What comes from a file and is shown to a person: nothing in it may hide or reorder what stands beside it. */

const LINE_BREAKS = /\r\n|[\n\t\u2028\u2029]/g;
// Controls, lone surrogates, soft hyphen, marks and overrides of direction, characters without width, letters and
// patterns that are blank, tags. ZWJ and ZWNJ (U+200C, U+200D) stay: Persian and emoji need them.
const UNSEEN = /[\u034F\p{Cc}\p{Cs}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\u2800\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/gu;
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
  return String(text).replace(LINE_BREAKS, " ").replace(UNSEEN, "\uFFFD");
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
