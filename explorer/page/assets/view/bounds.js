/** The bounds of what is drawn: marks, and lines that bend away from them. */
import { findControlPoint, findPoint } from "./edge_geometry.js";

const ALONG = [0.25, 0.5, 0.75]; // where on a curve it is farthest from its ends
const DIAGONAL = Math.SQRT1_2;

/**
 * Lists points that enclose some actors and relations, in pixels of the paper.
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 * @param {Iterable<number>} relations
 * @returns {Point[]}
 */
export function listBounds({ at, plate }, actors, relations) {
  /** @param {number} i */
  const locate = (i) => ({ x: at.x[i], y: at.y[i] });
  const points = Array.from(actors, locate);
  for (const index of relations) {
    const { source, target } = plate.network.relations[index];
    const from = locate(source);
    if (source === target) points.push(...boundLoop(from, plate.radii[source], plate.loops[index]));
    else if (plate.bends[index]) points.push(...followCurve(from, locate(target), plate, index));
  }
  return points;
}

/**
 * The corners of a loop, which lies at the upper right of its actor's mark.
 * @param {Point} mark
 * @param {number} radius of the mark
 * @param {number} size radius of the loop
 */
function boundLoop({ x, y }, radius, size) {
  const [across, up] = [x + radius * DIAGONAL, y - radius * DIAGONAL];
  return [
    { x: across - size, y: up - size },
    { x: across + size, y: up + size },
  ];
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {Pick<Plate, "bends">} plate
 * @param {number} index
 */
function followCurve(from, to, { bends }, index) {
  const control = findControlPoint(from, to, bends[index]);
  return ALONG.map((t) => findPoint(from, control, to, t));
}
