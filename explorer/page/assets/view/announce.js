import { formatCount, formatWhole } from "../core/counts.js";
import { makeVisible } from "../core/text.js";
import { getPart } from "./element.js";

const SHORTEST = 4000; // milliseconds that a message is seen
const READING = 70; // milliseconds for each letter

/** @type {ReturnType<typeof setTimeout>|undefined} */
let speaking;
/** @type {ReturnType<typeof setTimeout>|undefined} */
let fading;

/**
 * Says something to readers who do not see the page change.
 * @param {string} text
 */
export function announce(text) {
  speak(text, false);
}

/**
 * Says something to everybody, in a message over the page.
 * @param {Outcome} outcome
 */
export function tell({ text, stays = false }) {
  speak(text, true);
  if (!stays) fading = setTimeout(hideMessage, SHORTEST + READING * text.length);
}

/** Hides the message at the reader's next deed, too. */
export function listenToMessages() {
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, hideMessage, true);
}

function hideMessage() {
  getPart("toast").classList.remove("is-seen");
}

/**
 * @param {string} text
 * @param {boolean} isSeen
 */
function speak(text, isSeen) {
  const place = getPart("announcer");
  clearTimeout(speaking);
  clearTimeout(fading);
  hideMessage();
  place.textContent = "";
  // A new text after a pause is read even when it equals the last one.
  speaking = setTimeout(() => {
    place.textContent = makeVisible(text);
    getPart("toast").classList.toggle("is-seen", isSeen);
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
    : `${formatWhole(count)} of ${formatCount(all, noun)}`;
}
