import { fitCameraBeside, findFreePart, SMALL, keepInSight } from "./positions.js";

const ZOOM_STRIP = 60; // pixels that the zoom buttons take below a small canvas
const NEAR = 1.6; // the largest scale at which some actors are looked at
const MARGIN = 24; // pixels from the edge within which nothing counts as seen
export const LEGIBLE = 0.6; // the scale down to which an actor's surroundings are looked at

function chooseAnimation() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || navigator.webdriver;
  return still ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

/**
 * The canvas between the note above and what covers it below, with the card as it lies there.
 * @param {Canvas} canvas
 * @param {number} covered
 */
function measureFreeCanvas(canvas, covered) {
  const { width, height } = canvas.size();
  const top = canvas.note();
  const card = canvas.card();
  return {
    top,
    size: { width, height: height - top - covered },
    card: card && { ...card, top: card.top - top },
  };
}

/**
 * @param {Canvas} canvas
 * @param {Point[]} points
 * @param {{least?: number, most: number, covered: number, chosen?: Point}} options
 * @param {boolean} animated
 */
function lookAt(canvas, points, { least = 0, most, covered, chosen }, animated) {
  if (!points.length) return; // nothing is drawn
  const { top, size, card } = measureFreeCanvas(canvas, covered);
  const whole = fitCameraBeside(points, size, card, { least, most });
  const { x, y, scale } = chosen ? keepInSight(whole, chosen, size, card) : whole;
  const position = { x, y: y + (covered - top) / 2 / scale };
  canvas.renderer.moveTo({ position, scale, animation: animated ? chooseAnimation() : false });
}

/**
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 */
function listPoints(canvas, actors) {
  return Array.from(actors, (i) => ({ x: canvas.at.x[i], y: canvas.at.y[i] }));
}

/**
 * How many pixels of a small canvas the zoom buttons take below.
 * @param {Canvas} canvas
 */
function measureZoomStrip(canvas) {
  return canvas.size().width < SMALL ? ZOOM_STRIP : 0;
}

/**
 * Shows everything that is drawn; behind a sheet too, or it would be too small to see.
 * @param {Canvas} canvas
 * @param {boolean} [animated]
 */
export function fitCanvas(canvas, animated = true) {
  canvas.moved = false;
  canvas.aim = null;
  lookAt(
    canvas,
    listPoints(canvas, canvas.shown?.order ?? canvas.plate.network.actors.keys()),
    { most: 1.4, covered: measureZoomStrip(canvas) },
    animated,
  );
}

/**
 * Moves only as far as needed for these actors to be in sight, and as large as the canvas has it at
 * the least.
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 * @param {boolean} [animated]
 */
export function focusCanvas(canvas, actors, animated = true) {
  const { plate } = canvas;
  const { top: above, size, card } = measureFreeCanvas(canvas, canvas.inset);
  const { left, top, width, height } = findFreePart(size, card);
  /** @param {number} i */
  const seen = (i) => {
    const { x, y: whole } = plate.place(i);
    const y = whole - above;
    return (
      x > left + MARGIN &&
      y > top + MARGIN &&
      x < left + width - MARGIN &&
      y < top + height - MARGIN
    );
  };
  if (plate.scale >= canvas.least && [...actors].every(seen)) return;
  lookAtActors(canvas, actors, animated);
}

/**
 * The chosen one among some actors, who stays in sight where not all of them fit.
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 */
function findRingedPoint(canvas, actors) {
  const ring = canvas.emphasis?.ring ?? null;
  return ring !== null && [...actors].includes(ring) ? listPoints(canvas, [ring])[0] : undefined;
}

/**
 * Brings these actors into the middle of what is in sight, as large as they fit there.
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 * @param {boolean} [animated]
 */
export function lookAtActors(canvas, actors, animated = true) {
  canvas.moved = false;
  canvas.aim = actors;
  lookAt(
    canvas,
    listPoints(canvas, actors),
    {
      least: LEGIBLE,
      most: NEAR,
      covered: canvas.inset || measureZoomStrip(canvas),
      chosen: findRingedPoint(canvas, actors),
    },
    animated,
  );
}

/**
 * Looks again at what was looked at: the canvas has another size, or something covers another part
 * of it.
 * @param {Canvas} canvas
 */
export function lookAgain(canvas) {
  if (canvas.moved) return;
  if (canvas.aim) lookAtActors(canvas, canvas.aim, false);
  else fitCanvas(canvas, false);
}

/**
 * Zooms around the middle by a factor.
 * @param {Canvas} canvas
 * @param {any} factor
 */
export function zoomCanvas(canvas, factor) {
  canvas.moved = true;
  const scale = Math.min(12, Math.max(0.02, canvas.renderer.getScale() * factor));
  canvas.renderer.moveTo({ scale, animation: chooseAnimation() });
}

/**
 * Moves the paper by some pixels.
 * @param {Canvas} canvas
 * @param {any} dx
 * @param {any} dy
 */
export function panCanvas(canvas, dx, dy) {
  canvas.moved = true;
  const { x, y } = canvas.renderer.getViewPosition();
  const scale = canvas.renderer.getScale();
  canvas.renderer.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
}
