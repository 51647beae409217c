/** How many names there may be, so that they are neither a carpet nor lost among lines. */

const FOREMOST = 20; // whose names are bold, placed first, and may cover smaller marks
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
