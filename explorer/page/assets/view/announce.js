import { visibleText } from "../core/text.js";
import { part } from "./element.js";

/**
 * Says something to readers who do not see the page change.
 * @param {string} text
 */
export function announce(text) {
  const place = part("announcer");
  place.textContent = "";
  // A new text after a pause is read even when it equals the last one.
  setTimeout(() => {
    place.textContent = visibleText(text);
  }, 50);
}

/**
 * A count among all there are, such as "61 of 85 actors", or "85 actors" where it is all of them.
 * @param {number} count
 * @param {number} all
 * @param {string} noun
 */
export function countedOf(count, all, noun) {
  return count === all
    ? counted(all, noun)
    : `${count.toLocaleString("en")} of ${counted(all, noun)}`;
}

/**
 * A count with its noun, such as "1 actor" or "1,204 relations".
 * @param {number} count
 * @param {string} noun
 */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
