/** How many names there may be, so that they are neither a carpet nor lost among lines. */

const FOREMOST = 20; // whose names are placed first, and may cover smaller marks
const AHEAD = 1.5; // times the score of the first who does not lead, from which on a name is bold
const LEADING = 3; // one in so many at most leads
const NARROW = 250000; // square pixels, as a phone has, with less of which half as many are
const ROOMY = 2500; // square pixels an actor in view, with less of which fewer have names
const WOVEN = 1 / 3; // pixels of lines a square pixel: about twenty lines run through a name

/**
 * The share of names that there may be beside the foremost: fewer in a crowd, and where lines are
 * woven densely.
 * @param {number} area in square pixels
 * @param {number} count of marks in it
 * @param {number} weave how long all lines are together, in pixels a square pixel
 */
export function chooseNamedShare(area, count, weave) {
  return Math.min(1, area / ROOMY / Math.max(1, count), WOVEN / (weave || WOVEN));
}

/**
 * How many actors are always named, over marks where need be.
 * @param {number} area in square pixels
 */
export function countForemost(area) {
  return area < NARROW ? FOREMOST / 2 : FOREMOST;
}

/**
 * The least score of the actors whose names are bold: those that stand out from the next. Where
 * nobody leads, none is.
 * @param {(number|null)[]} scores from the highest
 */
export function findBoldScore(scores) {
  const next = scores[Math.min(FOREMOST, Math.floor(scores.length / LEADING))] ?? 0;
  return Math.max(AHEAD * next, Number.MIN_VALUE);
}
