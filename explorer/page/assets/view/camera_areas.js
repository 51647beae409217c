/** Cameras that keep the areas of communities and camps in sight. */

const EDGE = 4; // pixels of the canvas that areas leave free on each side
const SMALLER = [1, 0.97, 0.94, 0.91]; // times the scale, if areas have no room else

/**
 * The largest scale at which no area need be cut off by the edges of the canvas.
 * @param {Box|null} areas
 * @param {Size} size
 * @returns {number} Infinity where there are no areas
 */
export function limitByAreas(areas, { width, height }) {
  if (!areas) return Infinity;
  return Math.min((width - 2 * EDGE) / areas.width, (height - 2 * EDGE) / areas.height);
}

/**
 * How far some extent has to move to be in a span, as far as it fits.
 * @param {number} first
 * @param {number} last
 * @param {number} from
 * @param {number} to
 */
function moveInto(first, last, from, to) {
  if (first < from) return Math.max(0, Math.min(from - first, to - last));
  return last > to ? -Math.max(0, Math.min(last - to, first - from)) : 0;
}

/**
 * The camera moved so that no area is cut off, and a little smaller where need be; the same one
 * where that would hide an actor.
 * @param {Canvas} canvas
 * @param {Box} areas the rectangle around them, on the paper
 * @param {Camera} camera
 * @param {(camera: Camera) => boolean} hides whether a camera hides an actor
 * @returns {Camera}
 */
export function showAreas(canvas, areas, camera, hides) {
  const { width, height } = canvas.size();
  const top = canvas.note();
  for (const share of SMALLER) {
    const scale = camera.scale * share;
    const left = (areas.x - camera.x) * scale + width / 2;
    const upper = (areas.y - camera.y) * scale + height / 2;
    const [right, lower] = [left + areas.width * scale, upper + areas.height * scale];
    const dx = moveInto(left, right, EDGE, width - EDGE);
    const dy = moveInto(upper, lower, top + EDGE, height - EDGE);
    const moved = { x: camera.x - dx / scale, y: camera.y - dy / scale, scale };
    if (!hides(moved)) return moved;
  }
  return camera;
}
