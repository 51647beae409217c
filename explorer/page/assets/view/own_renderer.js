/**
 * Keeps the camera of a network that the page paints itself, and the moments of its drawing: what
 * vis-network does for smaller ones.
 */
import { element } from "./element.js";
import { placeBetween } from "./own_camera.js";
import { followGestures } from "./own_gestures.js";
import { createSheetDrawing } from "./own_sheet.js";

const ZOOMED_FOR = 250; // milliseconds after a turn of the wheel

/**
 * @typedef {object} Moment
 * @property {boolean} held nothing is drawn just now
 * @property {boolean} due
 * @property {boolean} drags
 * @property {number} zoomed a timer, 0 when the last turn of the wheel is long past
 * @property {number} gliding the frame in which the camera moves on by itself
 *
 * @typedef {(event: string, told?: any) => void} Tell
 * @typedef {import("./own_sheet.js").Drawing} Drawing
 */

/**
 * Creates the sheet that is painted on, and its camera.
 * @param {HTMLElement} host
 * @param {{hideEdgesOnDrag: boolean, hideEdgesOnZoom: boolean}} leavesOut lines, while it moves
 * @returns {Renderer}
 */
export function createOwnRenderer(host, leavesOut) {
  const sheet = element("canvas", { class: "ground" });
  host.append(sheet);
  /** @type {OwnCamera} */
  const camera = { x: 0, y: 0, scale: 1, width: 0, height: 0 };
  /** @type {Moment} */
  const moment = { held: false, due: false, drags: false, zoomed: 0, gliding: 0 };
  const { on, tell } = createEvents();
  const isMoving = () =>
    (moment.drags && leavesOut.hideEdgesOnDrag) || (moment.zoomed > 0 && leavesOut.hideEdgesOnZoom);
  const isLarge = leavesOut.hideEdgesOnZoom;
  const draw = createSheetDrawing({ sheet, camera, moment, tell, isMoving, isLarge });
  const resize = () => {
    if (!fitSheet(host, sheet, camera)) return;
    draw.now(); // a sheet of another size is empty
    tell("resize");
  };
  fitSheet(host, sheet, camera);
  new ResizeObserver(resize).observe(host);
  /** @type {Renderer} */
  const renderer = {
    ...{ on, paperStays: false, redraw: draw.now, setSize: resize },
    getScale: () => camera.scale,
    getViewPosition: () => ({ x: camera.x, y: camera.y }),
    moveTo: ({ position, scale, animation }) => {
      const aim = { x: camera.x, y: camera.y, scale: camera.scale, ...position };
      moveCamera(camera, { ...aim, scale: scale ?? aim.scale }, animation, { moment, draw });
    },
    hold: () => {
      moment.held = true;
    },
    release: () => {
      moment.held = false;
    },
    leavesLinesOut: draw.leavesLinesOut,
    part: draw.part,
    forget: draw.forget,
  };
  listenToGestures(sheet, camera, { moment, draw, tell, renderer });
  return renderer;
}

function createEvents() {
  /** @type {Map<string, ((told: any) => void)[]>} */
  const listeners = new Map();
  return {
    /**
     * @param {string} event
     * @param {(told: any) => void} listener
     */
    on: (event, listener) => {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    /** @type {Tell} */
    tell: (event, told) => {
      for (const listener of listeners.get(event) ?? []) listener(told);
    },
  };
}

/**
 * Gives the sheet the size of what it is in.
 * @param {HTMLElement} host
 * @param {HTMLCanvasElement} sheet
 * @param {OwnCamera} camera
 * @returns {boolean} whether it had another one
 */
function fitSheet(host, sheet, camera) {
  const { clientWidth: width, clientHeight: height } = host;
  const ratio = globalThis.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (!width || !height || (sheet.width === across && sheet.height === down)) return false;
  [sheet.width, sheet.height] = [across, down];
  Object.assign(camera, { width, height });
  return true;
}

/**
 * Moves the camera, at once or by and by.
 * @param {OwnCamera} camera
 * @param {Camera} aim
 * @param {false|{duration: number}} animation
 * @param {{moment: Moment, draw: Drawing}} parts
 */
function moveCamera(camera, aim, animation, { moment, draw }) {
  cancelAnimationFrame(moment.gliding);
  if (!animation) {
    Object.assign(camera, aim);
    draw.soon();
    return;
  }
  const [begun, from] = [performance.now(), { ...camera }];
  const glide = () => {
    const share = Math.min(1, (performance.now() - begun) / animation.duration);
    Object.assign(camera, placeBetween(from, aim, share));
    draw.moved();
    if (share === 1) draw.settle();
    else moment.gliding = requestAnimationFrame(glide);
  };
  moment.gliding = requestAnimationFrame(glide);
}

/**
 * @param {HTMLElement} sheet
 * @param {OwnCamera} camera
 * @param {{moment: Moment, draw: Drawing, tell: Tell, renderer: Renderer}} parts
 */
function listenToGestures(sheet, camera, { moment, draw, tell, renderer }) {
  /** @param {Camera} aim */
  const move = (aim) => {
    cancelAnimationFrame(moment.gliding);
    Object.assign(camera, aim);
    draw.soon(true);
  };
  followGestures(sheet, camera, {
    tell,
    drag: (drags) => {
      moment.drags = drags;
      if (!drags) draw.settle();
    },
    move: (aim) => {
      if (!renderer.paperStays) move(aim);
    },
    zoom: (aim) => {
      clearTimeout(moment.zoomed);
      moment.zoomed = window.setTimeout(() => {
        moment.zoomed = 0;
        draw.settle();
      }, ZOOMED_FOR);
      move(aim);
    },
  });
}
