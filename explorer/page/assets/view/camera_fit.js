/** The camera that shows positions whole, and beside what lies over the canvas. */
import { measureExtent, SMALL } from "./positions.js";

/**
 * The camera that shows some positions whole.
 * @param {{x: number, y: number}[]} points
 * @param {{width: number, height: number}} plate the free part of the canvas
 * @param {number} closest the largest scale allowed
 */
export function fitCamera(points, plate, closest) {
  if (!points.length) return { x: 0, y: 0, scale: 1 };
  const [h, v] = [measureExtent(points.map(({ x }) => x)), measureExtent(points.map(({ y }) => y))];
  const scale = Math.min(plate.width / (h.span + 1), plate.height / (v.span + 1), closest);
  return { x: h.middle, y: v.middle, scale: Math.max(scale, 0.01) };
}

/**
 * The part of a canvas that marks may fill; their names need the rest.
 * @param {{width: number, height: number}} size
 */
export function measureFreeSize({ width, height }) {
  const [x, y] = width < SMALL ? [44, 26] : [60, 38];
  return { width: Math.max(80, width - 2 * x), height: Math.max(80, height - 2 * y) };
}

/**
 * The larger part of a canvas that a card in one of its lower corners leaves free: what is beside
 * the card, or above it.
 * @param {{width: number, height: number}} size
 * @param {{left: number, top: number, right: number}|null} card where it is on the canvas, null
 *   where there is none
 * @returns {{left: number, top: number, width: number, height: number}}
 */
export function findFreePart({ width, height }, card) {
  const whole = { left: 0, top: 0, width, height };
  if (!card) return whole;
  const onLeft = card.left + card.right < width;
  const room = Math.max(0, onLeft ? width - card.right : card.left);
  const beside = { ...whole, left: onLeft ? width - room : 0, width: room };
  const above = { ...whole, height: Math.max(0, Math.min(height, card.top)) };
  return beside.width * height > above.height * width ? beside : above;
}

/**
 * The camera that puts the middle of the points into the middle of a part of the canvas, at a
 * scale.
 * @param {Point[]} points
 * @param {Size} size
 * @param {Part} part
 * @param {number} scale
 */
function aimCamera(points, { width, height }, part, scale) {
  const [h, v] = [measureExtent(points.map(({ x }) => x)), measureExtent(points.map(({ y }) => y))];
  return {
    x: h.middle + (width / 2 - part.left - part.width / 2) / scale,
    y: v.middle + (height / 2 - part.top - part.height / 2) / scale,
    scale,
  };
}

/**
 * The part at the far side of the canvas from the card that points take at a scale, margins and
 * all.
 * @param {Point[]} points
 * @param {Size} size
 * @param {Card} card
 * @param {number} scale
 * @returns {Part}
 */
function findFarPart(points, size, card, scale) {
  const free = measureFreeSize(size);
  const [h, v] = [measureExtent(points.map(({ x }) => x)), measureExtent(points.map(({ y }) => y))];
  const [width, height] = [
    h.span * scale + size.width - free.width,
    v.span * scale + size.height - free.height,
  ];
  return {
    left: card.left + card.right < size.width ? size.width - width : 0,
    top: 0,
    width,
    height,
  };
}

const TRIES = 24; // scales between the least that is clear for certain and the largest
const CLEAR = 46; // pixels around the card, for names

/**
 * The camera that shows some positions whole, as large as may be, with none of them behind a card.
 * @param {{x: number, y: number}[]} points
 * @param {{width: number, height: number}} size of the part of the canvas that no sheet covers
 * @param {{left: number, top: number, right: number}|null} card where it is on the canvas
 * @param {{least: number, most: number}} scales
 */
export function fitCameraBeside(points, size, card, { least, most }) {
  const part = findFreePart(size, card);
  const sure = Math.max(least, fitCamera(points, measureFreeSize(part), most).scale);
  if (!points.length || !card) return aimCamera(points, size, part, sure);
  const largest = fitCamera(points, measureFreeSize(size), most).scale;
  for (let i = 0; i < TRIES && largest > sure; i += 1) {
    const scale = largest - ((largest - sure) * i) / TRIES;
    const camera = aimCamera(points, size, findFarPart(points, size, card, scale), scale);
    if (points.every((point) => isClear(toCanvas(point, camera, size), card))) return camera;
  }
  return aimCamera(points, size, part, sure);
}

/**
 * The same camera where a place is in sight with it, clear of the edges; else the one with that
 * place in the middle.
 * @param {{x: number, y: number, scale: number}} camera
 * @param {{x: number, y: number}} place
 * @param {{width: number, height: number}} size of the part of the canvas that no sheet covers
 * @param {{left: number, top: number, right: number}|null} card where it is on the canvas
 */
export function keepInSight(camera, place, size, card) {
  const part = findFreePart(size, card);
  const [x, y] = [
    (size.width - measureFreeSize(size).width) / 2,
    (size.height - measureFreeSize(size).height) / 2,
  ];
  const at = toCanvas(place, camera, size);
  const seen =
    at.x >= part.left + x &&
    at.x <= part.left + part.width - x &&
    at.y >= part.top + y &&
    at.y <= part.top + part.height - y;
  return seen ? camera : aimCamera([place], size, part, camera.scale);
}

/**
 * Converts a position on the paper to pixels of the canvas.
 * @param {Point} point
 * @param {Camera} camera
 * @param {Size} size
 */
export function toCanvas({ x, y }, camera, { width, height }) {
  return {
    x: (x - camera.x) * camera.scale + width / 2,
    y: (y - camera.y) * camera.scale + height / 2,
  };
}

/**
 * Whether a place on the canvas is neither behind a card nor below it.
 * @param {Point} point
 * @param {Card} card
 */
function isClear({ x, y }, { left, top, right }) {
  return y < top - CLEAR || x < left - CLEAR || x > right + CLEAR;
}
