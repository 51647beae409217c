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
  setTimeout(() => { place.textContent = visibleText(text); }, 50);
}

/**
 * A count with its noun, such as "1 actor" or "1,204 relations".
 * @param {number} count
 * @param {string} noun
 */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
