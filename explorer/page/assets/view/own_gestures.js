/** The gestures on a network that the page paints itself: clicks, drags, two fingers, the wheel. */
import { measureFingers, toDrawing, zoomAround } from "./own_camera.js";

const SLIP = 5; // pixels that a click may move
const WHEEL_STEP = 0.06; // of the scale

/**
 * @typedef {object} GestureListeners
 * @property {(event: "click"|"dragStart"|"dragEnd"|"zoom", told?: {pointer: VisPointer}) => void
 *   } tell
 * @property {(camera: Camera) => void} move
 * @property {(isDragging: boolean) => void} drag
 * @property {(camera: Camera) => void} zoom
 *
 * @typedef {object} Press
 * @property {Point} start
 * @property {Camera} home where the camera looked
 * @property {boolean} drags
 */

/**
 * @param {HTMLElement} sheet
 * @param {OwnCamera} camera
 * @param {GestureListeners} listeners
 */
export function followGestures(sheet, camera, listeners) {
  followPointers(sheet, camera, listeners);
  sheet.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (!event.deltaY) return;
    const place = locate(sheet, event);
    const factor = 1 + (event.deltaY < 0 ? WHEEL_STEP : -WHEEL_STEP);
    listeners.zoom(zoomAround(camera, place, place, factor));
    listeners.tell("zoom");
  });
}

/**
 * @param {HTMLElement} sheet
 * @param {OwnCamera} camera
 * @param {GestureListeners} listeners
 */
function followPointers(sheet, camera, listeners) {
  /** @type {Map<number, Point>} */
  const pressed = new Map();
  /** @type {Press|null} none while two fingers are on the paper, and until both have left */
  let press = null;
  /** @param {boolean} isClick */
  const endPress = (isClick) => {
    const ended = press;
    press = null;
    if (!ended) return;
    const pointer = { DOM: ended.start, canvas: toDrawing(camera, ended.start) };
    if (ended.drags) {
      listeners.drag(false);
      listeners.tell("dragEnd");
    } else if (isClick) listeners.tell("click", { pointer });
  };
  sheet.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button) return;
    const place = locate(sheet, event);
    pressed.set(event.pointerId, place);
    if (pressed.size > 1) endPress(false);
    else press = { start: place, home: { ...camera }, drags: false };
  });
  sheet.addEventListener("pointermove", (event) => {
    const before = [...pressed.values()];
    if (!pressed.has(event.pointerId)) return;
    const place = locate(sheet, event);
    pressed.set(event.pointerId, place);
    if (press) dragPaper(sheet, event.pointerId, { camera, press, place }, listeners);
    else if (before.length === 2) pinch(camera, before, [...pressed.values()], listeners);
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
    addEventListener(end, (event) => {
      if (!pressed.delete(event.pointerId) || !press) return;
      endPress(end === "pointerup" && isNear(press.start, locate(sheet, event)));
    });
  }
}

/**
 * @param {HTMLElement} sheet
 * @param {number} pointerId
 * @param {{camera: OwnCamera, press: Press, place: Point}} where
 * @param {GestureListeners} listeners
 */
function dragPaper(sheet, pointerId, { camera, press, place }, listeners) {
  const { start, home } = press;
  if (!press.drags) {
    if (isNear(start, place)) return;
    press.drags = true;
    sheet.setPointerCapture(pointerId); // it may leave the canvas
    listeners.drag(true);
    listeners.tell("dragStart", { pointer: { DOM: start, canvas: toDrawing(camera, start) } });
  }
  listeners.move({
    x: home.x - toWholePixels(place.x - start.x) / home.scale,
    y: home.y - toWholePixels(place.y - start.y) / home.scale,
    scale: home.scale,
  });
}

/**
 * By whole pixels what is painted is shifted without loss.
 * @param {number} way
 */
function toWholePixels(way) {
  const ratio = globalThis.devicePixelRatio || 1;
  return Math.round(way * ratio) / ratio;
}

/**
 * @param {OwnCamera} camera
 * @param {Point[]} before where two fingers were
 * @param {Point[]} after
 * @param {GestureListeners} listeners
 */
function pinch(camera, before, after, { zoom, tell }) {
  const [was, is] = [measureFingers(before), measureFingers(after)];
  zoom(zoomAround(camera, was.middle, is.middle, is.apart / was.apart));
  tell("zoom");
}

/**
 * @param {Point} one
 * @param {Point} other
 */
function isNear(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y) <= SLIP;
}

/**
 * @param {HTMLElement} sheet
 * @param {MouseEvent} event
 * @returns {Point} in pixels of the canvas
 */
function locate(sheet, { clientX, clientY }) {
  const { left, top } = sheet.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
