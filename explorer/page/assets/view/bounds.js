/** The bounds of what is drawn: marks, and lines that bend away from them. */
import { findControlPoint, findPoint } from "./edge_geometry.js";
import { toCanvas } from "./camera_fit.js";
import { measureExtent } from "./positions.js";

const ROOM = 40; // pixels around what is looked at
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
    else {
      const bend = plate.bends()[index];
      if (bend) points.push(...followCurve(from, locate(target), bend));
    }
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
 * @param {number} bend
 */
function followCurve(from, to, bend) {
  const control = findControlPoint(from, to, bend);
  return ALONG.map((t) => findPoint(from, control, to, t));
}

/**
 * Measures the part of the canvas that shows what is looked at, with its names; all of it where the
 * reader has moved it, or looks at a part that nothing covers.
 * @param {Canvas} canvas
 * @returns {Box}
 */
export function measurePartInSight(canvas) {
  const { width, height } = canvas.size();
  const { aim, emphasis, view, labels } = canvas;
  const shown = canvas.shown?.order ?? [];
  const isCovered = canvas.inset > 0 || canvas.card() !== null;
  if (canvas.moved || (aim && !isCovered) || !view || !shown.length) {
    return { x: 0, y: 0, width, height };
  }
  const actors = new Set(aim ?? shown);
  const points = listBounds(canvas, actors, emphasis?.relations ?? []).map((point) =>
    toCanvas(point, view, { width, height }),
  );
  const names = labels
    .filter(({ actor }) => actors.has(actor))
    .flatMap((name) => [name, { x: name.x + name.width, y: name.y + name.height }]);
  const corners = [...points, ...names];
  const [left, across] = frameExtent(
    corners.map(({ x }) => x),
    width,
  );
  const [top, down] = frameExtent(
    corners.map(({ y }) => y),
    height,
  );
  return { x: left, y: top, width: across, height: down };
}

/**
 * The first pixel that encloses some values with room around them, and how many there are.
 * @param {number[]} values
 * @param {number} most the size of the canvas
 */
function frameExtent(values, most) {
  const { least, span } = measureExtent(values);
  const first = Math.min(Math.max(0, least - ROOM), most);
  return [first, Math.max(1, Math.min(most, least + span + ROOM) - first)];
}
