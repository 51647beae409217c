/**
 * What was meant where a pattern cannot be read: `graph/analysis/pattern/hints.py` says the same.
 */
import { quote } from "./option_errors.js";
import { splitTokens, strip } from "./pattern_tokens.js";

/**
 * @import { Piece } from "./pattern_tokens.js"
 * @typedef {[piece: Piece, what: string]} Hint where it cannot be read, and why
 *
 * @typedef {object} Words what is known of words where a pattern is read
 * @property {(words: string) => boolean} isKind
 * @property {(words: string) => boolean} isRelation
 * @property {(tokens: Piece[]) => boolean} hasRelation whether words between two others are one
 * @property {(words: string) => boolean} isAnybody whether they mean one actor or anybody
 */

const ANYBODY_WORDS = "anybody anyone everybody everyone somebody someone who whoever".split(" ");
const MOST_MARKS = 20; // looked at
const MOST_WORDS = 12;
const BETWEEN = "Write | between several, as in:";
const BETWEEN_PARTS = /\s*[,&/.|]\s+|\s+and\s+/g;
const BETWEEN_WORDS = /\s*[,&/]\s*|\s+(?:or|and)\s+/;
const JOINING = /^(?:or|and)(?=\s)|(?<=\s)(?:or|and)$/;
const OF_A_KIND = /^(\?|[A-Z])\s*[({<:]?\s*([^()[\]{}<>:]+?)\s*[)}>]?$/;
const KIND_OF_NOBODY = /^(\S*)\s*\[([^\]]*)\]$/;
const WITH_DATE = /^(.*?\S)\s+(?:(?:at|during|from|in|on|since)\s+)?(-?\d{3,}\S*)$/;
const ARROW = /-\[|\]-|->|<-|=>|^\s*MATCH\s/;

/** @param {string} word */
export function isWordForAnybody(word) {
  return ANYBODY_WORDS.includes(word.toLowerCase());
}

/**
 * What a name that names nobody was meant for; null where it looks like a name.
 *
 * @param {Piece} piece
 * @param {Words} words
 * @returns {Hint|null}
 */
export function explainName(piece, words) {
  return (
    explainKind(piece, words) ??
    explainPart(piece, words) ??
    explainJoining(piece, words) ??
    explainDate(piece, words)
  );
}

/** @type {typeof explainName} */
function explainKind(piece, { isKind }) {
  const no = `${quote(piece.text)} is no name.`;
  const [, anybody, kind] = OF_A_KIND.exec(piece.text) ?? [];
  if (kind && isKind(kind)) return [piece, `${no} Write a kind in brackets: ${anybody}[${kind}]`];
  const [, , kinds] = KIND_OF_NOBODY.exec(piece.text) ?? [];
  return kinds?.split("|").every(isKind)
    ? [piece, `${no} Anybody of a kind is ?[${kinds}], or A[${kinds}]`]
    : null;
}

/** @type {typeof explainName} */
function explainPart({ text, start }, { hasRelation }) {
  for (const match of [...text.matchAll(BETWEEN_PARTS)].slice(0, MOST_MARKS)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const [left, right] = [before, after].map((side) => splitTokens({ text: side, start: 0 }));
    if (hasRelation(left.slice(-MOST_WORDS)) || hasRelation(right.slice(0, MOST_WORDS))) {
      const piece = strip({ text: match[0], start: start + match.index });
      return [piece, `${quote(piece.text)} sets no parts of a pattern apart. Write ;`];
    }
  }
  return null;
}

/** @type {typeof explainName} */
function explainJoining(piece, { isRelation }) {
  const match = JOINING.exec(piece.text);
  if (!match || !splitTokens(piece).some(({ text }) => isRelation(text))) return null;
  const joining = { text: match[0], start: piece.start + match.index };
  return [joining, `${quote(match[0])} joins no relations. ${BETWEEN} leads|supports`];
}

/** @type {typeof explainName} */
function explainDate({ text, start }, { isAnybody }) {
  const [, name, date] = WITH_DATE.exec(text) ?? [];
  if (!date || !isAnybody(name)) return null;
  const piece = { text: date, start: start + text.length - date.length };
  return [piece, `${quote(date)} is no part of a name. Write a time behind @: @${date}`];
}

/**
 * What was meant by a clause without a relation; null where that is not known.
 *
 * @param {Piece} body
 * @param {Piece[]} tokens
 * @param {Words} words
 * @returns {Hint|null}
 */
export function explainRelation(body, tokens, { isRelation }) {
  const at = body.text.indexOf("[");
  if (ARROW.test(body.text)) {
    return [body, "has arrows. Write words between two actors, such as: ? leads A"];
  }
  if (at >= 0 && !body.text.includes("]")) {
    const open = { text: "[", start: body.start + at };
    return [open, `'[' is not closed. ${BETWEEN} A[person|state]`];
  }
  for (const token of tokens) {
    const [, , kind] = KIND_OF_NOBODY.exec(token.text) ?? [];
    if (kind && isRelation(kind)) {
      const what = `${quote(kind)} is no kind. Write a relation without brackets, such as:`;
      return [token, `${what} ? leads A`];
    }
    const parts = token.text.split(BETWEEN_WORDS);
    if (parts.length > 1 && parts.every(isRelation)) {
      return [token, `${quote(token.text)} is not a relation. ${BETWEEN} ${parts.join("|")}`];
    }
  }
  return null;
}

/**
 * How several kinds are written, where words name several; else nothing.
 *
 * @param {string} words
 * @param {Words} known
 */
export function suggestKinds(words, { isKind }) {
  const parts = words.split(BETWEEN_WORDS);
  return parts.length > 1 && parts.every(isKind) ? `${BETWEEN} A[${parts.join("|")}]` : "";
}
