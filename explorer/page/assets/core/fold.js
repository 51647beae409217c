/** Spelling set aside: case, diacritics, script, punctuation. */

const APOSTROPHES = /['"`´’‘ʼʹ]/gu;
const FOLDED_WORDS = /[a-z0-9\u{80}-\u{10FFFF}]+/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const MARK_OR_FORMAT = /[\p{M}\p{Cf}]/u;

/**
 * The words of a text, in lower-case ASCII letters and digits.
 *
 * A letter that the table lacks stays as it is: it then equals nothing, which is better than a wrong match.
 *
 * @param {string} text
 * @param {Map<string, string>} table non-ASCII character -> lower-case ASCII
 * @returns {string[]}
 */
export function foldWords(text, table) {
  let folded = "";
  for (const character of text.normalize("NFKC").replace(APOSTROPHES, "")) {
    folded += character < "\u0080" ? character.toLowerCase() : foldCharacter(character, table);
  }
  // Again, because transliteration makes apostrophes: of the soft sign, for one.
  return folded.replace(APOSTROPHES, "").match(FOLDED_WORDS) ?? [];
}

function foldCharacter(character, table) {
  const known = table.get(character) ?? table.get(character.toLowerCase());
  if (known !== undefined) return known;
  if (LETTER_OR_DIGIT.test(character)) return character;
  return MARK_OR_FORMAT.test(character) ? "" : " ";
}
