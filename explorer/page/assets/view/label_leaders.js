/** Lines from marks to names that stand a little away from them. */

const APART = 9; // pixels between a mark and its name, from which on a line joins them
const STEP = 8; // pixels from a box on it to the next
const BEFORE = 2; // pixels that it ends before the name

/**
 * The point of a box that is nearest to the middle of a mark.
 * @param {Box} box
 * @param {Point} mark
 * @returns {Point}
 */
function findNearest(box, { x, y }) {
  return {
    x: Math.min(Math.max(x, box.x), box.x + box.width),
    y: Math.min(Math.max(y, box.y), box.y + box.height),
  };
}

/**
 * The pixels between the edge of a mark and a name.
 * @param {Box} box
 * @param {Circle} mark
 */
export function measureGap(box, mark) {
  const { x, y } = findNearest(box, mark);
  return Math.max(0, Math.hypot(x - mark.x, y - mark.y) - mark.r);
}

/**
 * The line from the edge of a mark to its name; null where the name stands beside it.
 * @param {Box} box
 * @param {Circle} mark
 * @returns {Leader|null}
 */
export function findLeader(box, mark) {
  const gap = measureGap(box, mark);
  if (gap < APART) return null;
  const near = findNearest(box, mark);
  const [dx, dy] = [near.x - mark.x, near.y - mark.y];
  const length = Math.hypot(dx, dy);
  const walk = (/** @type {number} */ pixels) => ({
    x: mark.x + (dx * pixels) / length,
    y: mark.y + (dy * pixels) / length,
  });
  return { from: walk(mark.r), to: walk(length - BEFORE) };
}

/**
 * Small boxes along a line, which no name may cover.
 * @param {Leader|null|undefined} leader
 * @returns {Box[]}
 */
export function listLeaderBoxes(leader) {
  if (!leader) return [];
  const { from, to } = leader;
  const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP);
  return Array.from({ length: count }, (_, i) => {
    const share = i / count;
    const [x, y] = [from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)];
    return { x: x - STEP / 4, y: y - STEP / 4, width: STEP / 2, height: STEP / 2 };
  });
}
