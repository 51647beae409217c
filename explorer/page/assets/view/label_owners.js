/** Whose name a name seems to be: that of the mark it stands nearest to, and squarely at. */
import { measureGap } from "./label_leaders.js";
import { widen } from "./label_positions.js";

const ASIDE = 0.2; // what a pixel off the middle of a name counts, beside one between it and a mark
const CORNER = 20; // pixels more that a mark seems away which is off a corner
const MOST = 24; // pixels, beyond which no mark seems one with the name

/**
 * How far a mark seems to be from a name, in pixels.
 * @param {Box} box
 * @param {Circle} mark
 */
function measureAway(box, mark) {
  const gap = measureGap(box, mark);
  const [dx, dy] = [
    Math.abs(mark.x - box.x - box.width / 2),
    Math.abs(mark.y - box.y - box.height / 2),
  ];
  if (2 * dx < box.width) return gap + ASIDE * dx;
  return gap + (2 * dy < box.height ? ASIDE * dy : CORNER);
}

/**
 * Whether a name seems to be that of another mark than its own.
 * @param {Box} box
 * @param {LabelledMark} mark
 * @param {LabelGrid} marks
 * @param {number} [more] pixels that others are to be farther away
 */
export function seemsAnothers(box, mark, marks, more = 0) {
  const away = Math.min(MOST, measureAway(box, mark) + more);
  return marks.some(widen(box, away), mark.actor, ({ x, y, width, owner }) => {
    const r = width / 2;
    return owner !== undefined && measureAway(box, { x: x + r, y: y + r, r }) < away;
  });
}
