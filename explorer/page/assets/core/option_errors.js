/** Refuse options and names that cannot be read, with the nearest word that can. */
import { measureTextSimilarity } from "./similarity.js";

const NEAR_WORD = 0.6;

/**
 * Throws an error that names the argument.
 * @param {string} argument
 * @param {string} what
 * @returns {never}
 */
export function refuse(argument, what) {
  throw new Error(`${argument}: ${what}`);
}

/**
 * Proposes the word that is nearest among the choices, or lists them all.
 * @param {string} word
 * @param {string[]} choices
 * @param {string} heading what comes before the list
 */
export function suggestChoice(word, choices, heading = "There are") {
  return suggestWord(word, choices) || `${heading}: ${choices.join(", ")}.`;
}

/**
 * @param {string} word
 * @param {string[]} choices
 * @param {number} [near] the least likeness, 1 for equal
 */
export function suggestWord(word, choices, near = NEAR_WORD) {
  let [nearest, most] = ["", 0];
  for (const candidate of choices) {
    const similarity = measureTextSimilarity(word.toLowerCase(), candidate);
    if (similarity > most) [nearest, most] = [candidate, similarity];
  }
  return most >= near ? `Did you mean ${quote(nearest)}?` : "";
}

/**
 * One word or a list of them, all among the choices; any other word is refused.
 * @param {string} option
 * @param {unknown} value
 * @param {string[]} choices
 * @param {(quoted: string) => string} describe what is wrong with a word
 * @param {string} [heading] what comes before the list of choices
 * @returns {string[]}
 */
export function readChoices(option, value, choices, describe, heading) {
  return readWords(option, value).map((word) =>
    choices.includes(word)
      ? word
      : refuse(option, `${describe(quote(word))} ${suggestChoice(word, choices, heading)}`),
  );
}

/** @param {unknown} value */
export function quote(value) {
  return typeof value === "string" ? `'${value}'` : String(value);
}

/**
 * One word or a list of them.
 * @param {string} option
 * @param {unknown} value
 * @returns {string[]}
 */
export function readWords(option, value) {
  const words = Array.isArray(value) ? value : [value];
  for (const word of words) {
    if (typeof word !== "string") {
      refuse(option, `${quote(word)} is not a text. Give one, or a list of them.`);
    }
  }
  return words;
}
