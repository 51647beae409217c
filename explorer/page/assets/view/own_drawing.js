/** Paints lines and marks under the sheet with names, in the measure of the drawing. */
import { drawEdgeLine, findControlPoint } from "./edge_geometry.js";
import { drawMark, listSmallestFirst } from "./marks.js";
import { ARROW, FAINT } from "./scene.js";

const THINNEST = 0.3; // pixels
const AIR = 4; // around a part, in pixels and in the measure of the drawing
const REACH = 1.4; // times its radius, how far the corners of a mark reach

const MOST_OUTLINES = 5000;
/** @type {Map<string, Path2D>} */
const OUTLINES = new Map();
/** @type {WeakMap<Float32Array, number[]>} */
const ORDERS = new WeakMap();

/** Whether lines and marks are painted here: the page of a small network has vis-network for it. */
export function hasOwnDrawing() {
  return !("vis" in globalThis);
}

/**
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 */
export function paintOwnDrawing(canvas, ctx) {
  if (!canvas.shown) return;
  const part = measurePart(canvas);
  ctx.save();
  if (!canvas.renderer.leavesLinesOut()) paintLines(canvas, ctx, part);
  paintMarks(canvas, canvas.shown, ctx, part);
  ctx.restore();
}

/**
 * The part of the drawing that is painted, with some air for the widths of lines.
 * @param {Canvas} canvas
 * @returns {Part}
 */
function measurePart({ renderer, size }) {
  const { x, y } = renderer.getViewPosition();
  const scale = renderer.getScale();
  const whole = size();
  const box = renderer.part?.() ?? { x: 0, y: 0, ...whole };
  const left = x + (box.x - whole.width / 2) / scale;
  const top = y + (box.y - whole.height / 2) / scale;
  const air = AIR * (1 + 1 / scale);
  return {
    left: left - air,
    right: left + box.width / scale + air,
    top: top - air,
    bottom: top + box.height / scale + air,
    scale,
  };
}

/**
 * @typedef {{left: number, right: number, top: number, bottom: number, scale: number}} Part
 *
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 * @param {Part} part
 */
function paintLines({ plate, at, ownLines }, ctx, part) {
  const thinnest = THINNEST / part.scale;
  let look = "";
  for (const line of ownLines) {
    const [x0, y0] = [at.x[line.source], at.y[line.source]];
    const [x1, y1] = [at.x[line.target], at.y[line.target]];
    const isStraight = line.bend === 0 && line.source !== line.target;
    const isPlain = isStraight && !line.arrow;
    const reach = isPlain ? 0 : measureReach(plate, line, Math.hypot(x1 - x0, y1 - y0));
    if (liesAside(part, reach, x0, y0, x1, y1)) continue;
    if (line.look !== look) setInk(ctx, line, thinnest);
    look = line.look;
    if (!isPlain) {
      paintShapedLine(ctx, plate, line, { x: x0, y: y0 }, { x: x1, y: y1 });
      continue;
    }
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

/**
 * How far a line that bends, is a loop, or has an arrowhead may be from the straight one, at most.
 * @param {Plate} plate
 * @param {OwnLine} line
 * @param {number} length
 */
function measureReach({ radii, loops }, { relation, source, bend }, length) {
  return Math.abs(bend) * length + 2 * (radii[source] + loops[relation]) + ARROW;
}

/**
 * Whether a line lies wholly on one side of what is painted.
 * @param {Part} part
 * @param {number} reach
 * @param {...number} ends x0, y0, x1, y1
 */
function liesAside({ left, right, top, bottom }, reach, ...[x0, y0, x1, y1]) {
  return (
    Math.max(x0, x1) + reach < left ||
    Math.min(x0, x1) - reach > right ||
    Math.max(y0, y1) + reach < top ||
    Math.min(y0, y1) - reach > bottom
  );
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {OwnLine} line
 * @param {number} thinnest
 */
function setInk(ctx, { colour, width, opacity, dashes }, thinnest) {
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = Math.max(width, thinnest);
  ctx.globalAlpha = opacity;
  ctx.setLineDash(dashes);
}

/**
 * A line that bends, is a loop, or has an arrowhead.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Plate} plate
 * @param {OwnLine} line
 * @param {Point} from
 * @param {Point} to
 */
function paintShapedLine(ctx, { radii, loops }, line, from, to) {
  const loop = line.source === line.target ? loops[line.relation] : 0;
  if (line.arrow || loop) {
    const { d, head } = drawEdgeLine(
      { ...from, r: radii[line.source] },
      { ...to, r: radii[line.target] },
      { bend: line.bend, arrow: line.arrow ? ARROW : 0, isBothWays: line.isBothWays, loop },
    );
    ctx.stroke(new Path2D(d));
    if (head) ctx.fill(new Path2D(head));
    return;
  }
  const control = findControlPoint(from, to, line.bend);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.quadraticCurveTo(control.x, control.y, to.x, to.y);
  ctx.stroke();
}

/**
 * @param {Canvas} canvas
 * @param {Shown} shown
 * @param {CanvasRenderingContext2D} ctx
 * @param {Part} part
 */
function paintMarks({ plate, at }, shown, ctx, part) {
  for (const actor of orderMarks(plate.radii)) {
    const [x, y, r] = [at.x[actor], at.y[actor], plate.radii[actor]];
    const reach = REACH * r;
    const isAside = x + reach < part.left || x - reach > part.right;
    if (!shown.actors[actor] || isAside) continue;
    if (y + reach < part.top || y - reach > part.bottom) continue;
    const { shape, hollow } = plate.kinds[plate.kindIndex[actor]];
    const ink = plate.inkOf(actor, plate.theme);
    ctx.fillStyle = hollow ? plate.theme.paper : ink;
    ctx.strokeStyle = hollow ? ink : plate.theme.paper;
    ctx.lineWidth = Math.min(2 * r, (hollow ? 2 : 1.5) / part.scale);
    ctx.globalAlpha = shown.alone[actor] ? FAINT : 1;
    const outline = getOutline(shape, r);
    ctx.translate(x, y);
    ctx.fill(outline);
    ctx.stroke(outline);
    ctx.translate(-x, -y);
  }
}

/**
 * @param {Float32Array} radii
 * @returns {number[]}
 */
function orderMarks(radii) {
  const order = ORDERS.get(radii) ?? listSmallestFirst(radii.keys(), radii);
  ORDERS.set(radii, order);
  return order;
}

/**
 * The outline of a mark around 0, made once for all marks of its shape and size.
 * @param {string} shape
 * @param {number} r
 */
function getOutline(shape, r) {
  const key = `${shape} ${r}`;
  const known = OUTLINES.get(key);
  if (known) return known;
  if (OUTLINES.size > MOST_OUTLINES) OUTLINES.clear();
  const outline = new Path2D(drawMark(shape, 0, 0, r));
  OUTLINES.set(key, outline);
  return outline;
}
