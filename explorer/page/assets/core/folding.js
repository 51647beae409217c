/** Spelling set aside: case, diacritics, script, punctuation; never numbers or symbols. */

export const APOSTROPHES = /['`´’‘‛ʼʹ"“”„‟′‵׳״]/gu;
const SET_APART = /[\p{No}\p{So}]/gu;
const ASCII_LETTER_OR_DIGIT = /^[A-Za-z0-9]$/;
// A sign, an emoji, or not yet known; tags tell the flags of England and Scotland apart.
const SYMBOL = /[\p{S}\p{Cn}\p{Co}\p{Cs}\u{E0020}-\u{E007F}]/u;
const DECIMAL_DIGIT = /\p{Nd}/u;
const LETTER_MARK_OR_NUMBER = /[\p{L}\p{M}\p{N}]/u;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
const LETTER = /\p{L}/u;
// A letter that counts only where its word has no other; no folded word has an apostrophe else.
const UNHEARD = /'./gu;
const FORMAT = /\p{Cf}/u;
// Most names have these characters alone, and are folded without looking at each.
const ASCII = /^[ -~\t\n\r]*$/;
const ASCII_SYMBOL = /[$+<=>^|~]/g;
const NO_ASCII_WORD = /[^a-z0-9$+<=>^|~]+/;
// Marks on letters of any script, and variation selectors.
const COMMON_MARK = new RegExp(
  [
    "[\\u0300-\\u036F]",
    "[\\u1AB0-\\u1AFF]",
    "[\\u1DC0-\\u1DFF]",
    "[\\u20D0-\\u20FF]",
    "[\\uFE00-\\uFE0F]",
    "[\\uFE20-\\uFE2F]",
    "[\\u{E0100}-\\u{E01EF}]",
  ].join("|"),
  "u",
);
const UNWRITTEN = /[\u0640\p{M}]/u;
export const UNWRITTEN_VOWELS = ["Hebrew", "Arabic"];

/** @typedef {[name: string, characters: RegExp]} Script */

/**
 * Scripts in which letters that differ are transliterated alike, or run together.
 * @type {Script[]}
 */
export const LOSSY = [
  ["Hebrew", /[\u0590-\u05FF]/u],
  ["Arabic", /[\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF]/u],
  ["Devanagari", /[\u0900-\u097F]/u],
  ["Bengali", /[\u0980-\u09FF]/u],
  ["Gurmukhi", /[\u0A00-\u0A7F]/u],
  ["Gujarati", /[\u0A80-\u0AFF]/u],
  ["Oriya", /[\u0B00-\u0B7F]/u],
  ["Tamil", /[\u0B80-\u0BFF]/u],
  ["Telugu", /[\u0C00-\u0C7F]/u],
  ["Kannada", /[\u0C80-\u0CFF]/u],
  ["Malayalam", /[\u0D00-\u0D7F]/u],
  ["Sinhala", /[\u0D80-\u0DFF]/u],
  ["Thai", /[\u0E00-\u0E7F]/u],
  ["Lao", /[\u0E80-\u0EFF]/u],
  ["Tibetan", /[\u0F00-\u0FFF]/u],
  ["Myanmar", /[\u1000-\u109F]/u],
  ["Hangul", /[\u1100-\u11FF\uA960-\uA97F\uAC00-\uD7FF]/u],
  ["Ethiopic", /[\u1200-\u139F]/u],
  ["Khmer", /[\u1780-\u17FF]/u],
  ["Hiragana", /[\u3040-\u309F]/u],
  ["Katakana", /[\u30A0-\u30FF]/u],
  ["Han", /[\u2E80-\u2FDF\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u],
];

/**
 * The words of a text: lower-case ASCII letters and digits, or one symbol each.
 *
 * A letter that the table lacks stays as it is: it then equals nothing, which is better than a
 * wrong match.
 *
 * @param {string} text
 * @param {Map<string, string>} table non-ASCII character -> lower-case ASCII
 * @param {string[]} [kept] scripts whose letters stay as they are
 * @returns {string[]}
 */
export function foldWords(text, table, kept = []) {
  if (ASCII.test(text)) return foldAscii(text);
  let folded = "";
  const scripts = LOSSY.filter(([name]) => kept.includes(name));
  for (const character of normalise(text)) folded += foldCharacter(character, table, scripts);
  const words = folded
    .split(" ")
    .map((word) => word.replace(UNHEARD, "") || word.replaceAll("'", ""));
  return words.filter((word) => word !== "");
}

/** @param {string} text */
function foldAscii(text) {
  const spelt = text.replace(APOSTROPHES, "").toLowerCase().replace(ASCII_SYMBOL, " $& ");
  return spelt.split(NO_ASCII_WORD).filter((word) => word !== "");
}

/**
 * The scripts a text has characters of, among those whose transliteration loses distinctions.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function findLossyScripts(text) {
  if (ASCII.test(text)) return [];
  const normal = normalise(text);
  return LOSSY.filter(([, characters]) => characters.test(normal)).map(([name]) => name);
}

/**
 * Whether a word is a symbol: it then has its place in a name.
 *
 * @param {string} word
 * @returns {boolean}
 */
export function isSymbol(word) {
  return SYMBOL.test(word);
}

/**
 * NFKC without apostrophes, with numbers that are not plain digits and signs first set apart: 5² is
 * not 52.
 * @param {string} text
 */
function normalise(text) {
  return text
    .replace(APOSTROPHES, "")
    .replace(SET_APART, " $& ")
    .normalize("NFKC")
    .replace(APOSTROPHES, "");
}

/**
 * @param {string} character
 * @param {Map<string, string>} table
 * @param {Script[]} kept
 */
function foldCharacter(character, table, kept) {
  if (ASCII_LETTER_OR_DIGIT.test(character)) return character.toLowerCase();
  if (SYMBOL.test(character)) return ` ${character} `;
  if (character < "\u0080") return " ";
  if (DECIMAL_DIGIT.test(character)) return readDigit(character);
  const script = kept.find(([, characters]) => characters.test(character));
  if (script && LETTER_OR_MARK.test(character)) return keepLetter(character, script[0]);
  const plain = transliterate(character, table);
  return plain === "" && LETTER.test(character) ? `'${character.toLowerCase()}` : plain;
}

/**
 * Decimal digits stand in unbroken tens, each from 0 to 9.
 * @param {string} character
 */
function readDigit(character) {
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/**
 * @param {string} character
 * @param {any} script
 */
function keepLetter(character, script) {
  return UNWRITTEN_VOWELS.includes(script) && UNWRITTEN.test(character) ? "" : character;
}

/**
 * @param {string} character
 * @param {Map<string, string>} table
 */
function transliterate(character, table) {
  const lower = character.toLowerCase();
  const known = table.get(character) ?? table.get(lower);
  if (known !== undefined) return known;
  if (FORMAT.test(character) || COMMON_MARK.test(character)) return "";
  if (!LETTER_MARK_OR_NUMBER.test(character)) return " ";
  return stripMarks(character, table) ?? lower;
}

/**
 * A letter put together of parts that are all known, or null.
 * @param {string} character
 * @param {Map<string, string>} table
 * @returns {string|null}
 */
function stripMarks(character, table) {
  const parts = Array.from(character.normalize("NFKD"));
  if (parts.length === 1) return null;
  const known = parts.map((part) => {
    if (COMMON_MARK.test(part)) return "";
    return ASCII_LETTER_OR_DIGIT.test(part)
      ? part.toLowerCase()
      : (table.get(part) ?? table.get(part.toLowerCase()));
  });
  return known.includes(undefined) ? null : known.join("");
}
