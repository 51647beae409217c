import { listBounds } from "./bounds.js";
import { fitCameraBeside, findFreePart, keepInSight } from "./camera_fit.js";
import { limitByAreas, showAreas } from "./camera_areas.js";
import { boundAreas } from "./community_areas.js";
import { limitScale, measureFingers, zoomAround } from "./own_camera.js";

const CLOSEST = 1.4; // the largest scale at which all is shown
const AIR = 6; // pixels between a mark and the buttons on the canvas
const NEAR = 1.6; // the largest scale at which some actors are looked at
const MARGIN = 24; // pixels from the edge within which nothing counts as seen
export const LEGIBLE = 0.6; // the scale down to which an actor's surroundings are looked at

/**
 * Pixels of the canvas that are not free.
 * @typedef {{below: number, right: number}} Strips
 *
 * @typedef {object} CameraAim
 * @property {number[]} actors
 * @property {number} [least] the least scale
 * @property {number} most the largest scale
 * @property {number} covered how many pixels below are covered
 * @property {Point} [chosen] what stays in sight where not everything fits
 * @property {Box|null} [areas] what is kept in sight, too
 */

function chooseAnimation() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || navigator.webdriver;
  return still ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

/**
 * The canvas between the note above, what covers it below, and a strip at its right, with the card
 * as it lies there.
 * @param {Canvas} canvas
 * @param {Strips} strips
 */
function measureFreeCanvas(canvas, { below, right }) {
  const { width, height } = canvas.size();
  const top = canvas.note();
  const card = canvas.card();
  return {
    top,
    size: { width: width - right, height: height - top - below },
    card: card && { ...card, top: card.top - top },
  };
}

/**
 * The camera that shows points on the part of the canvas that strips leave free.
 * @param {Canvas} canvas
 * @param {Point[]} points
 * @param {CameraAim} aim
 * @param {Strips} strips
 * @returns {Camera}
 */
function aimAt(canvas, points, { least = 0, most, chosen }, strips) {
  const { top, size, card } = measureFreeCanvas(canvas, strips);
  const whole = fitCameraBeside(points, size, card, { least, most });
  const { x, y, scale } = chosen ? keepInSight(whole, chosen, size, card) : whole;
  return { x: x + strips.right / 2 / scale, y: y + (strips.below - top) / 2 / scale, scale };
}

/**
 * The camera that shows points with no actor under the buttons; where one would be, a strip below
 * or beside them stays free, whichever takes less.
 * @param {Canvas} canvas
 * @param {Point[]} points
 * @param {CameraAim} aim
 * @returns {Camera}
 */
function aimClear(canvas, points, aim) {
  const plain = aimAt(canvas, points, aim, { below: aim.covered, right: 0 });
  const covering = canvas.controls().filter((box) => hidesActor(canvas, aim.actors, plain, box));
  if (!covering.length) return plain;
  const { width, height } = canvas.size();
  const [left, top] = [
    Math.min(...covering.map(({ x }) => x)),
    Math.min(...covering.map(({ y }) => y)),
  ];
  const above = { below: Math.max(aim.covered, height - top), right: 0 };
  const cameras = [aimAt(canvas, points, aim, above)];
  if (left > width / 2) {
    cameras.push(aimAt(canvas, points, aim, { below: aim.covered, right: width - left }));
  }
  return cameras.reduce((best, camera) => (camera.scale > best.scale ? camera : best));
}

/**
 * Whether a mark would lie under a box.
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 * @param {Camera} camera
 * @param {Box} box
 */
function hidesActor({ at, plate, size }, actors, camera, box) {
  const { width, height } = size();
  for (const i of actors) {
    const reach = plate.radii[i] * camera.scale + AIR;
    const x = (at.x[i] - camera.x) * camera.scale + width / 2;
    const y = (at.y[i] - camera.y) * camera.scale + height / 2;
    const isBeside = x + reach < box.x || x - reach > box.x + box.width;
    if (!isBeside && y + reach > box.y && y - reach < box.y + box.height) return true;
  }
  return false;
}

/**
 * Whether a mark would lie under a button, behind the card, or at the lower edge.
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 * @param {Camera} camera
 */
function hidesAny(canvas, actors, camera) {
  const { width, height } = canvas.size();
  const card = canvas.card();
  const below = { x: 0, y: height, width, height };
  const covered = card
    ? [{ x: card.left, y: card.top, width: card.right - card.left, height }]
    : [];
  const boxes = [...canvas.controls(), ...covered, below];
  return boxes.some((box) => hidesActor(canvas, actors, camera, box));
}

/**
 * @param {Canvas} canvas
 * @param {Iterable<number>} relations whose lines should be in sight with the actors
 * @param {CameraAim} aim
 * @param {boolean} animated
 */
function lookAt(canvas, relations, aim, animated) {
  const points = listBounds(canvas, aim.actors, relations);
  if (!points.length) return; // nothing is drawn
  const clear = aimClear(canvas, points, aim);
  const { areas } = aim;
  const hides = (/** @type {Camera} */ camera) => hidesAny(canvas, aim.actors, camera);
  const { x, y, scale } = areas ? showAreas(canvas, areas, clear, hides) : clear;
  const animation = animated ? chooseAnimation() : false;
  canvas.renderer.moveTo({ position: { x, y }, scale, animation });
}

/**
 * @param {Canvas} canvas
 * @param {Iterable<number>} actors
 */
function listPoints(canvas, actors) {
  return Array.from(actors, (i) => ({ x: canvas.at.x[i], y: canvas.at.y[i] }));
}

/**
 * Shows everything that is drawn; behind a sheet too, or it would be too small to see.
 * @param {Canvas} canvas
 * @param {boolean} [animated]
 */
export function fitCanvas(canvas, animated = true) {
  canvas.moved = false;
  canvas.aim = null;
  const { shown, plate } = canvas;
  const actors = shown?.order ?? [...plate.network.actors.keys()];
  const areas = boundAreas(canvas);
  const most = Math.min(CLOSEST, limitByAreas(areas, canvas.size()));
  lookAt(canvas, listFittedRelations(canvas), { actors, most, covered: 0, areas }, animated);
}

/**
 * The relations whose lines reach beyond their actors. The line of a pair does so as a loop alone.
 * @param {Canvas} canvas
 * @returns {number[]}
 */
function listFittedRelations({ shown, plate }) {
  if (!shown) return [];
  const { relations } = plate.network;
  const isLoop = (/** @type {number} */ i) => relations[i].source === relations[i].target;
  return [...(plate.lines ?? relations).keys()].filter(
    (i) => shown.relations[i] && (!plate.lines || isLoop(i)),
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
  const {
    top: above,
    size,
    card,
  } = measureFreeCanvas(canvas, {
    below: canvas.inset,
    right: 0,
  });
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
    canvas.emphasis?.relations ?? [],
    {
      actors: [...actors],
      least: canvas.inset ? LEGIBLE / 2 : LEGIBLE, // above a sheet there is little room
      most: NEAR,
      covered: canvas.inset,
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
  const scale = limitScale(canvas.renderer.getScale() * factor);
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

/**
 * Moves and zooms the paper as two fingers on it move.
 * @param {Canvas} canvas
 * @param {Point[]} before where the fingers were, in the window
 * @param {Point[]} after where they are
 */
export function followFingers(canvas, before, after) {
  canvas.moved = true;
  const { renderer, host } = canvas;
  const { left, top, width, height } = host.getBoundingClientRect();
  /** @param {Point} middle */
  const locate = ({ x, y }) => ({ x: x - left, y: y - top });
  const [was, is] = [measureFingers(before), measureFingers(after)];
  const camera = { ...renderer.getViewPosition(), scale: renderer.getScale(), width, height };
  const { x, y, scale } = zoomAround(
    camera,
    locate(was.middle),
    locate(is.middle),
    is.apart / was.apart,
  );
  renderer.moveTo({ position: { x, y }, scale, animation: false });
}
