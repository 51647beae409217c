/** Split a pattern into clauses and words, each with where it stands. */

/** @typedef {{text: string, start: number}} Piece */

/** @type {Record<string, string>} */
const QUOTES = { '"': '"', "“": "”", "„": "“", "«": "»" };

/** @param {Piece} piece */
export function strip({ text, start }) {
  const stripped = text.trim();
  return { text: stripped, start: start + (stripped ? text.indexOf(stripped) : 0) };
}

/**
 * What stands between marks that no quotes enclose.
 * @param {string} mark
 * @param {string} text
 */
export function splitAt(mark, text) {
  /** @type {Piece[]} */
  const pieces = [];
  let [start, closing] = [0, ""];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (closing) closing = character === closing ? "" : closing;
    else if (QUOTES[character] && text.includes(QUOTES[character], at + 1)) {
      closing = QUOTES[character];
    } else if (character === mark) {
      pieces.push({ text: text.slice(start, at), start });
      start = at + 1;
    }
  }
  return [...pieces, { text: text.slice(start), start }];
}

/**
 * The words of a clause; what quotes or brackets enclose is one word with what it is at.
 * @param {Piece} piece
 */
export function splitTokens({ text, start: offset }) {
  /** @type {Piece[]} */
  const tokens = [];
  let start = -1;
  /** @param {number} end */
  const close = (end) => {
    if (start >= 0) tokens.push({ text: text.slice(start, end), start: offset + start });
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const end = findClosing(text, at, start < 0);
    if (end > 0) {
      start = start < 0 ? at : start;
      at = end;
    } else if (!/\s/.test(text[at])) start = start < 0 ? at : start;
    // A bracket behind a blank belongs to the word before it.
    else if (!/^\s*\[/.test(text.slice(at))) close(at);
  }
  close(text.length);
  return tokens;
}

/**
 * Where the quotes or brackets end that begin here; -1 where none do.
 * @param {string} text
 * @param {number} at
 * @param {boolean} mayQuote
 */
function findClosing(text, at, mayQuote) {
  const closing = text[at] === "[" ? "]" : mayQuote ? QUOTES[text[at]] : undefined;
  return closing ? text.indexOf(closing, at + 1) : -1;
}

/**
 * @param {string} text
 * @param {Piece[]} tokens
 */
export function joinTokens(text, tokens) {
  const last = tokens[tokens.length - 1];
  const { start } = tokens[0];
  return { text: text.slice(start, last.start + last.text.length), start };
}

/** @param {string} text */
export function unquote(text) {
  const isQuoted = text.length > 1 && QUOTES[text[0]] === text[text.length - 1];
  return isQuoted ? text.slice(1, -1) : text;
}

/**
 * Words as they can be typed: in quotes where a mark in them would part them; empty where no
 * quotes can hold them.
 * @param {string} phrase
 */
export function quotePhrase(phrase) {
  if (!/[;|[\]"“”„«»]/.test(phrase)) return phrase;
  const pair = Object.entries(QUOTES).find((each) => !each.some((mark) => phrase.includes(mark)));
  return pair ? `${pair[0]}${phrase}${pair[1]}` : "";
}
