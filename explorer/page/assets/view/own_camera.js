/** The camera of a network that the page paints itself: where it looks, and how it moves. */

/** @param {number} scale */
export function limitScale(scale) {
  return Math.min(12, Math.max(0.02, scale));
}

/**
 * Converts a point of the canvas to the measure of the drawing.
 * @param {OwnCamera} camera
 * @param {Point} point in pixels of the canvas
 * @returns {Point}
 */
export function toDrawing({ x, y, scale, width, height }, point) {
  return { x: (point.x - width / 2) / scale + x, y: (point.y - height / 2) / scale + y };
}

/**
 * Where the camera looks after fingers, or the wheel, have moved and zoomed the paper: what was
 * under their middle stays there.
 * @param {Camera & Size} camera
 * @param {Point} before the middle, in pixels of the canvas
 * @param {Point} after
 * @param {number} factor by which it is larger
 * @returns {Camera}
 */
export function zoomAround({ width, height, ...camera }, before, after, factor) {
  const scale = limitScale(camera.scale * factor);
  return {
    x: camera.x + (before.x - width / 2) / camera.scale - (after.x - width / 2) / scale,
    y: camera.y + (before.y - height / 2) / camera.scale - (after.y - height / 2) / scale,
    scale,
  };
}

/**
 * The middle of two fingers, and how far they are apart.
 * @param {Point[]} fingers
 */
export function measureFingers([one, other]) {
  return {
    middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
    apart: Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)),
  };
}

/**
 * Places along the way from one view to another: as what is drawn moves over the screen, first
 * quicker and quicker, then slower.
 * @param {Camera} from
 * @param {Camera} to
 * @param {number} share of the time that is over
 * @returns {Camera}
 */
export function placeBetween(from, to, share) {
  const gone = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2;
  const scale = from.scale + (to.scale - from.scale) * gone;
  /** @param {"x"|"y"} axis */
  const place = (axis) => {
    const [start, end] = [from[axis] * from.scale, to[axis] * to.scale];
    return (start + (end - start) * gone) / scale;
  };
  return { x: place("x"), y: place("y"), scale };
}
