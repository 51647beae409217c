/**
 * Read a pattern such as "? leads A; A attacks Ukraine": the same as in
 * `graph/analysis/pattern/parse.py`.
 */
import { formatWhole } from "./counts.js";
import { describeWrongDate } from "./date_advice.js";
import { isAskedDate, parseDate } from "./dates.js";
import { resolveExactly } from "./names.js";
import { quote, suggestChoice, suggestWord } from "./option_errors.js";
import { explainName, explainRelation, isWordForAnybody, suggestKinds } from "./pattern_hints.js";
import { joinTokens, quotePhrase, splitAt, splitTokens, strip, unquote } from "./pattern_tokens.js";
import { findVerb, foldWords, listPhrases, readVerb } from "./pattern_verbs.js";
import { namesOneActor, resolveActor } from "./resolved_actor.js";

export const LONGEST_PATTERN = 2_000;
const MOST_CLAUSES = 8;
const LONGEST_LETTERS = 3; // characters of a word that may be meant for anybody
const ANYBODY_HINT = "Anybody is ?, or one capital letter such as A.";
const EXAMPLE = "? leads A; A attacks Ukraine";
const ADVICE = "Write a type, a sign (+, -) or any between two actors, such as: ? leads A";
const ANYBODY = /^(\?|[A-Z])\s*(?:\[([^\]]*)\])?$/;
const DATE = /\s@\s*(\S*)\s*$/;

/** @import { Piece } from "./pattern_tokens.js" */
/** @import { Verb } from "./pattern_verbs.js" */
/** @import { Words } from "./pattern_hints.js" */

/**
 * @typedef {object} Slot
 * @property {string} text
 * @property {"?"|"letter"|"name"} words
 * @property {number|null} row the actor that is named
 * @property {Set<string>} kinds empty for any
 *
 * @typedef {object} Clause
 * @property {number} source
 * @property {number} target
 * @property {Verb} verb
 * @property {{from: string, to: string}|null} span
 * @property {string} text
 *
 * @typedef {object} Pattern
 * @property {string} text
 * @property {Slot[]} slots
 * @property {Clause[]} clauses
 * @property {string[]} namesakes letters that are ids or names of actors, too
 */

/**
 * A pattern cannot be read: why, and where in it.
 * @param {string} what
 * @param {number} start
 * @param {number} end
 * @returns {Error & {start: number, end: number}}
 */
function makeError(what, start, end) {
  return Object.assign(new Error(what), { start, end });
}

/**
 * @param {Network} network
 * @param {string} typed
 * @returns {Pattern}
 * @throws {Error} with where it cannot be read, or for a name
 */
export function parsePattern(network, typed) {
  const text = typed.replaceAll("\n", ";");
  if (text.length > LONGEST_PATTERN) {
    throw makeError(`has ${formatWhole(text.length)} characters, at most 2,000.`, 0, 0);
  }
  const pieces = splitAt(";", text)
    .map(strip)
    .filter((piece) => piece.text);
  if (!pieces.length) throw makeError(`is empty. Write one such as: ${EXAMPLE}`, 0, 0);
  if (pieces.length > MOST_CLAUSES) {
    throw fail(pieces[MOST_CLAUSES], `has ${pieces.length} parts, at most ${MOST_CLAUSES}.`);
  }
  /** @type {Slot[]} */
  const slots = [];
  const phrases = listPhrases(network);
  /** @type {Set<string>} */
  const namesakes = new Set();
  const words = makeWords(network, phrases);
  const reader = { network, text, slots, phrases, namesakes, words };
  const clauses = pieces.map((piece) => readClause(reader, piece));
  const shown = pieces.map((piece) => piece.text).join("; ");
  return { text: shown, slots, clauses, namesakes: [...namesakes] };
}

/**
 * @typedef {object} Reader
 * @property {Network} network
 * @property {string} text
 * @property {Slot[]} slots
 * @property {Map<string, Verb>} phrases
 * @property {Set<string>} namesakes
 * @property {Words} words
 */

/**
 * What is known of words, to see what was meant by them.
 * @param {Network} network
 * @param {Map<string, Verb>} phrases
 * @returns {Words}
 */
function makeWords(network, phrases) {
  return {
    isKind: (words) => network.kinds.some(({ id }) => foldKind(id) === foldKind(words)),
    isRelation: (words) => Boolean(words.trim() && readVerb(phrases, [{ text: words, start: 0 }])),
    hasRelation: (tokens) => findVerb(phrases, tokens) !== null,
    isAnybody: (words) => ANYBODY.test(words) || namesOneActor(network, unquote(words)),
  };
}

/**
 * @param {Piece} piece
 * @param {string} what
 */
function fail({ text, start }, what) {
  return makeError(what, start, start + text.length);
}

/** @param {string} kind */
function foldKind(kind) {
  return foldWords(kind.replaceAll("_", " "));
}

/**
 * @param {Reader} reader
 * @param {Piece} piece
 * @returns {Clause}
 */
function readClause(reader, piece) {
  const { body, span } = cutDate(piece);
  const tokens = splitTokens(body);
  const found = findVerb(reader.phrases, tokens);
  if (!found) throw explainMissingVerb(reader, body, tokens);
  const ends = [tokens.slice(0, found.first), tokens.slice(found.last)];
  const [source, target] = ends.map((end) => readSlot(reader, joinTokens(reader.text, end)));
  if (source === target) {
    throw fail(piece, "has the same actor on both sides. Use two letters, or ? for one of them.");
  }
  return { source, target, verb: found.verb, span, text: piece.text };
}

/** @param {Piece} piece */
function cutDate(piece) {
  const match = DATE.exec(piece.text);
  if (!match) return { body: piece, span: null };
  const at = match.index + match[0].indexOf(match[1], match[0].indexOf("@") + 1);
  const words = { text: match[1], start: piece.start + at };
  const [from, to = from] = match[1].includes("..")
    ? [match[1].slice(0, match[1].indexOf("..")), match[1].slice(match[1].indexOf("..") + 2)]
    : [match[1]];
  for (const date of [from, to].filter(Boolean)) {
    if (!isAskedDate(date)) throw fail(words, describeWrongDate(date, quote(date)));
  }
  if (!from && !to) throw fail(words, "has no date behind @. Write @2022, or @2020..2022.");
  const [start, end] = [parseDate(from), parseDate(to)];
  if (start && end && start.first > end.last) {
    throw fail(words, `ends before it begins. Write @${to}..${from}.`);
  }
  const body = { text: piece.text.slice(0, match.index), start: piece.start };
  return { body, span: { from, to } };
}

// Likeness of a misspelt relation, as in graph/analysis/pattern/parse.py.
const NEAR_VERB = 0.7;

/**
 * Where a relation is missing, with the nearest that there is.
 * @param {Reader} reader
 * @param {Piece} body
 * @param {Piece[]} tokens
 */
function explainMissingVerb({ text, phrases, words }, body, tokens) {
  const meant = explainRelation(strip(body), tokens, words);
  if (meant) return fail(...meant);
  const middle = tokens.slice(1, -1);
  if (!middle.length) {
    const what = "needs two actors and a relation between them, such as: ? leads A";
    return fail(strip(body), what);
  }
  const known = [...phrases.keys()].map(quotePhrase).filter(Boolean).sort();
  const hints = middle.map((token) => ({ token, hint: suggestWord(token.text, known, NEAR_VERB) }));
  const near = hints.find(({ hint }) => hint);
  const areOpen = [tokens[0], tokens[tokens.length - 1]].every((end) => ANYBODY.test(end.text));
  const piece = near?.token ?? (areOpen ? joinTokens(text, middle) : middle[0]);
  return fail(piece, `${quote(piece.text)} is not a relation. ${near?.hint ?? ADVICE}`);
}

/**
 * The number of the slot that some words mean.
 * @param {Reader} reader
 * @param {Piece} piece
 */
function readSlot({ network, slots, namesakes, words }, piece) {
  const match = ANYBODY.exec(piece.text);
  if (!match) {
    const actor = resolveNamed(network, piece, words);
    return addSlot(slots, { text: actor.name, words: "name", row: actor.index, kinds: new Set() });
  }
  const kinds = readKinds(network, piece, match[2], words);
  if (match[1] === "?") return slots.push({ text: "?", words: "?", row: null, kinds }) - 1;
  if (resolveExactly(network, match[1]).length) namesakes.add(match[1]);
  const number = addSlot(slots, { text: match[1], words: "letter", row: null, kinds: new Set() });
  const before = slots[number].kinds;
  const shared = before.size ? new Set([...kinds].filter((kind) => before.has(kind))) : kinds;
  if (kinds.size && !shared.size) {
    throw fail(piece, `${match[1]} is of two kinds at once. Give one of them.`);
  }
  if (shared.size) slots[number].kinds = shared;
  return number;
}

/**
 * The actor that is named; a name of nobody may be meant for something else.
 * @param {Network} network
 * @param {Piece} piece
 * @param {Words} words
 */
function resolveNamed(network, piece, words) {
  const { text } = piece;
  try {
    return resolveActor(network, unquote(text));
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    if (!/ names no actor\. /.test(message)) throw error;
    const meant = explainName(piece, words);
    if (meant) throw fail(...meant);
    const isShort = Array.from(text).length <= LONGEST_LETTERS;
    const isNobody = isShort || isWordForAnybody(unquote(text));
    throw isNobody ? new Error(`${message} ${ANYBODY_HINT}`) : error;
  }
}

/**
 * @param {Network} network
 * @param {Piece} piece
 * @param {string|undefined} words
 * @param {Words} known
 * @returns {Set<string>}
 */
function readKinds({ kinds }, piece, words, known) {
  if (words === undefined) return new Set();
  const ids = kinds.map(({ id }) => id).sort();
  const idOf = new Map(ids.map((id) => [foldKind(id), id]));
  const asked = words.split("|").map((word) => word.replaceAll("_", " ").trim());
  return new Set(
    asked.map((word) => {
      const id = idOf.get(foldKind(word));
      if (id !== undefined) return id;
      const hint = suggestKinds(word, known) || suggestChoice(word, ids, "Known");
      throw fail(piece, `no actor is of the kind ${quote(word)}. ${hint}`);
    }),
  );
}

/**
 * @param {Slot[]} slots
 * @param {Slot} slot
 */
function addSlot(slots, slot) {
  const number = slots.findIndex(
    ({ text, words, row }) => text === slot.text && words === slot.words && row === slot.row,
  );
  return number < 0 ? slots.push(slot) - 1 : number;
}
