import { makeVisible } from "../core/text.js";
import { getPart } from "./element.js";

/**
 * Says something to readers who do not see the page change.
 * @param {string} text
 */
export function announce(text) {
  const place = getPart("announcer");
  place.textContent = "";
  // A new text after a pause is read even when it equals the last one.
  setTimeout(() => {
    place.textContent = makeVisible(text);
  }, 50);
}

/**
 * A count among all there are, such as "61 of 85 actors", or "85 actors" where it is all of them.
 * @param {number} count
 * @param {number} all
 * @param {string} noun
 */
export function formatShare(count, all, noun) {
  return count === all
    ? formatCount(all, noun)
    : `${count.toLocaleString("en")} of ${formatCount(all, noun)}`;
}

/**
 * A count with its noun, such as "1 actor" or "1,204 relations".
 * @param {number} count
 * @param {string} noun
 */
export function formatCount(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
