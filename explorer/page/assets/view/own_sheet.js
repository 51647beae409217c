/**
 * Paints the sheet of a network that the page paints itself: whole; or, while its camera moves,
 * from what it shows already, since most of a frame would go into lines that only shift.
 */
import { element, getContext } from "./element.js";

const BANDS = 8; // in which a large network is painted anew, a frame for each
const LARGEST = 2; // how many times as large or small as painted a picture is shown
const ALIKE = 0.05; // pixels

/**
 * @typedef {import("./own_renderer.js").Moment} Moment
 * @typedef {import("./own_renderer.js").Tell} Tell
 * @typedef {OwnCamera & {sheet: number}} Painted what a picture shows, and how wide it is
 *
 * @typedef {object} PaperParts
 * @property {HTMLCanvasElement} sheet
 * @property {OwnCamera} camera
 * @property {Moment} moment
 * @property {Tell} tell
 * @property {() => boolean} isMoving whether lines would take too long just now
 * @property {boolean} isLarge whether they ever would
 *
 * @typedef {object} PaperState
 * @property {CanvasRenderingContext2D} ctx
 * @property {HTMLCanvasElement} still a picture of before the camera zoomed
 * @property {Painted|null} painted what the sheet shows, where that is sharp
 * @property {Painted|null} kept what the picture shows
 * @property {boolean} isSparse whether lines are left out
 * @property {boolean} whole whether more than the camera has changed
 * @property {number} band the next to paint
 * @property {number} frame in which it is
 * @property {Box} part what is painted just now, in pixels of the canvas
 *
 * @typedef {PaperParts & PaperState} Paper
 *
 * @typedef {object} Drawing
 * @property {() => void} now
 * @property {(isMoved?: boolean) => void} soon isMoved: only the camera has moved
 * @property {() => void} moved
 * @property {() => void} settle makes up, band by band, for what was left out while it moved
 * @property {() => boolean} leavesLinesOut
 * @property {() => Box} part
 * @property {() => void} forget has what is painted not be shifted
 */

/**
 * @param {PaperParts} parts
 * @returns {Drawing}
 */
export function createSheetDrawing(parts) {
  /** @type {Paper} */
  const paper = {
    ...parts,
    ctx: getContext(parts.sheet),
    still: element("canvas", {}),
    ...{ painted: null, kept: null, isSparse: false, whole: false, band: BANDS, frame: 0 },
    part: { x: 0, y: 0, width: 0, height: 0 },
  };
  const { moment } = paper;
  const now = () => {
    const isOwing = owesLines(paper);
    if (!begin(paper)) return;
    if (isOwing) {
      beginBands(paper);
      finish(paper);
    } else paintWhole(paper);
  };
  const moved = () => {
    if (!begin(paper)) return;
    if (shift(paper) || stretch(paper)) finish(paper);
    else paintWhole(paper);
  };
  const soon = (isMoved = false) => {
    paper.whole ||= !isMoved;
    if (moment.due) return;
    moment.due = true;
    requestAnimationFrame(() => {
      if (moment.due) (paper.whole ? now : moved)();
    });
  };
  const settle = () => {
    if (paper.painted && !paper.isSparse) return; // nothing was left out
    if (moment.due || !paper.isLarge) soon();
    else beginBands(paper);
  };
  const leavesLinesOut = () => paper.isSparse;
  const forget = () => {
    paper.painted = null;
  };
  return { now, soon, moved, settle, leavesLinesOut, forget, part: () => paper.part };
}

/**
 * Whether more was left out, while it moved, than one task should make up for.
 * @param {Paper} paper
 */
function owesLines({ isLarge, isMoving, isSparse, band }) {
  return isLarge && !isMoving() && (isSparse || band < BANDS);
}

/**
 * @param {Paper} paper
 * @returns {boolean} whether there is something to paint just now
 */
function begin(paper) {
  const { moment, camera } = paper;
  moment.due = false;
  paper.whole = false;
  paper.band = BANDS;
  return !moment.held && camera.width > 0;
}

/** @param {Paper} paper */
function finish({ ctx, sheet, camera, tell }) {
  ctx.setTransform(sheet.width / camera.width, 0, 0, sheet.height / camera.height, 0, 0);
  tell("afterDrawing", ctx);
}

/** @param {Paper} paper */
function paintWhole(paper) {
  paper.isSparse = paper.isMoving();
  paintPart(paper, 0, 0, paper.sheet.width, paper.sheet.height);
  markPainted(paper);
  finish(paper);
}

/** @param {Paper} paper */
function markPainted(paper) {
  paper.painted = { ...paper.camera, sheet: paper.sheet.width };
  paper.kept = null;
}

/**
 * Paints a part of the sheet anew.
 * @param {Paper} paper
 * @param {...number} edges in pixels of the sheet
 */
function paintPart(paper, ...[left, top, right, bottom]) {
  const { ctx, sheet, camera, tell } = paper;
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return;
  const [across, down] = [sheet.width / camera.width, sheet.height / camera.height];
  paper.part = { x: left / across, y: top / down, width: width / across, height: height / down };
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.clearRect(left, top, width, height);
  ctx.setTransform(across, 0, 0, down, 0, 0);
  const { x, y, scale } = camera;
  ctx.translate(camera.width / 2 - x * scale, camera.height / 2 - y * scale);
  ctx.scale(scale, scale);
  tell("beforeDrawing", ctx);
  ctx.restore();
}

/**
 * Paints what is around a box in the sheet.
 * @param {Paper} paper
 * @param {...number} edges in pixels of the sheet, also beyond it
 */
function paintAround(paper, ...[left, top, right, bottom]) {
  const { width, height } = paper.sheet;
  /**
   * @param {number} edge
   * @param {number} most
   */
  const limit = (edge, most) => Math.min(most, Math.max(0, edge));
  const [first, last] = [limit(Math.ceil(top), height), limit(Math.floor(bottom), height)];
  paintPart(paper, 0, 0, width, first);
  paintPart(paper, 0, last, width, height);
  paintPart(paper, 0, first, limit(Math.ceil(left), width), last);
  paintPart(paper, limit(Math.floor(right), width), first, width, last);
}

/**
 * @param {Paper} paper
 * @param {HTMLCanvasElement} picture
 * @param {...number} box in pixels of the sheet
 */
function copyPicture({ ctx }, picture, ...[x, y, width, height]) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalCompositeOperation = "copy";
  ctx.drawImage(picture, x, y, width, height);
  ctx.globalCompositeOperation = "source-over";
}

/**
 * @param {Paper} paper
 * @param {Painted} picture
 */
function isSameSize({ camera, sheet }, { width, height, sheet: wide }) {
  return width === camera.width && height === camera.height && wide === sheet.width;
}

/**
 * How many pixels of the sheet what a picture shows has moved by.
 * @param {Paper} paper
 * @param {Painted} picture
 */
function measureWay({ camera, sheet }, picture) {
  const [across, down] = [sheet.width / camera.width, sheet.height / camera.height];
  return {
    x: (picture.x - camera.x) * camera.scale * across,
    y: (picture.y - camera.y) * camera.scale * down,
  };
}

/**
 * Shifts what is painted by whole pixels.
 * @param {Paper} paper
 * @returns {boolean} whether that is all that was needed
 */
function shift(paper) {
  const { sheet, camera, painted } = paper;
  if (!painted || painted.scale !== camera.scale || !isSameSize(paper, painted)) return false;
  const way = measureWay(paper, painted);
  const [x, y] = [Math.round(way.x), Math.round(way.y)];
  if (Math.abs(way.x - x) > ALIKE || Math.abs(way.y - y) > ALIKE) return false;
  if (!x && !y) return true;
  const { width, height } = sheet;
  copyPicture(paper, sheet, x, y, width, height);
  paintAround(paper, x, y, x + width, y + height);
  painted.x -= (x * camera.width) / width / camera.scale;
  painted.y -= (y * camera.height) / height / camera.scale;
  return true;
}

/** @param {Paper} paper */
function keepPicture(paper) {
  const { still, sheet } = paper;
  if (paper.kept || !paper.painted) return;
  [still.width, still.height] = [sheet.width, sheet.height]; // which empties it
  getContext(still).drawImage(sheet, 0, 0);
  paper.kept = paper.painted;
}

/**
 * Shows the picture of before larger or smaller; what is new around it, without lines.
 * @param {Paper} paper
 * @returns {boolean} whether it could
 */
function stretch(paper) {
  if (!paper.isLarge) return false;
  keepPicture(paper);
  const { sheet, camera, kept, still } = paper;
  if (!kept || !isSameSize(paper, kept)) return false;
  const times = camera.scale / kept.scale;
  if (Math.max(times, 1 / times) > LARGEST) return false;
  const way = measureWay(paper, kept);
  const [width, height] = [sheet.width * times, sheet.height * times];
  const [left, top] = [way.x + (sheet.width - width) / 2, way.y + (sheet.height - height) / 2];
  copyPicture(paper, still, left, top, width, height);
  [paper.isSparse, paper.painted] = [true, null];
  paintAround(paper, left, top, left + width, top + height);
  return true;
}

/** @param {Paper} paper */
function beginBands(paper) {
  keepPicture(paper);
  cancelAnimationFrame(paper.frame);
  [paper.painted, paper.band] = [null, 0];
  paper.frame = requestAnimationFrame(() => paintBand(paper));
}

/** @param {Paper} paper */
function paintBand(paper) {
  const { sheet, moment, band } = paper;
  if (band >= BANDS || moment.held) return;
  const [top, bottom] = [band, band + 1].map((one) => Math.round((one * sheet.height) / BANDS));
  paper.isSparse = false;
  paintPart(paper, 0, top, sheet.width, bottom);
  paper.band += 1;
  if (paper.band < BANDS) paper.frame = requestAnimationFrame(() => paintBand(paper));
  else markPainted(paper);
}
