/** Draw on the canvas what the filters select, what is emphasised, names and marks. */
import { chooseFade } from "../core/line_fade.js";
import { maskLoneActors } from "../core/lone_actors.js";
import { hasChangeBadge } from "./badges.js";
import { chooseLabels } from "./canvas_labels.js";
import { styleChange, styleEdge, styleNode } from "./canvas_styles.js";
import { makeFoldHandles, makeOpenHandle } from "./fold_marks.js";
import { paintBadges, paintLabels, paintScene } from "./paint.js";
import { areLinesAlike, listOwnLines } from "./own_lines.js";
import { FEW, makePairLines } from "./pair_lines.js";
import { updateLines, updateRendererData } from "./renderer_data.js";
import { fanPlate, getLineStyle, makeBadges, makeScene } from "./scene.js";

const CLOSE = 1.8; // the scale from which on each relation has a line
export const MANY = 2000; // from here on marks of claims would cost too much

/**
 * Draws what is over the lines and marks, from where these are seen just now. Paper shows what the
 * screen showed: there the canvas has no size, so vis-network reports a wrong position.
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D|null} [ground] the sheet below, where that has just been drawn
 */
export function drawOver(canvas, ground = null) {
  const { plate, renderer } = canvas;
  const box = canvas.size();
  if (!canvas.view || !matchMedia("print").matches) {
    canvas.view = { scale: renderer.getScale(), ...renderer.getViewPosition(), ...box };
  }
  plate.scale = canvas.view.scale;
  if (canvas.shown && isFanned(canvas) !== (plate.lines === null)) drawLinesSoon(canvas);
  canvas.overlay.draw(box.width, box.height, ground);
}

/**
 * What vis-network has drawn gets its names and marks; what is emphasised is drawn again over a
 * veil.
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 */
export function paintOver(canvas, ctx) {
  const { plate } = canvas;
  const box = canvas.size();
  if (canvas.emphasis) {
    ctx.fillStyle = plate.theme.veil;
    ctx.fillRect(0, 0, box.width, box.height);
    const scene = makeScene(fanPlate(plate), canvas.emphasis, 1.5);
    const { ring, parts } = canvas.emphasis;
    if (ring !== null && parts) scene.badges.push(makeOpenHandle(plate, ring, parts));
    canvas.badges = scene.badges;
    paintScene(ctx, scene, plate.theme);
  } else if (canvas.shown) {
    const { marked, changed, order } = canvas.shown;
    canvas.badges = [...makeBadges(plate, marked, changed), ...makeFoldHandles(plate, order)];
    paintBadges(ctx, canvas.badges, plate.theme);
  }
  canvas.labels = chooseLabels(canvas, ctx, box);
  paintLabels(ctx, canvas.labels, plate.theme);
}

/**
 * Shows what the filters let through; tells vis-network only what changed.
 * @param {Canvas} canvas
 * @param {Masks & {claims: Claims, order: number[]}} answer
 */
export function showOnCanvas(canvas, { mask, actors, claims, order }) {
  const { network } = canvas.plate;
  canvas.plate.claims = claims;
  const drawnRelations = Uint8Array.from(mask, (kept, i) =>
    kept && actors[network.relations[i].source] && actors[network.relations[i].target] ? 1 : 0,
  );
  const there = { relations: drawnRelations, actors };
  const alone = maskLoneActors(network, there, canvas.plate.insides);
  const { shown: before } = canvas;
  const drawnOrder = order.filter((i) => actors[i]);
  canvas.shown = {
    actors: Uint8Array.from(actors),
    relations: drawnRelations,
    alone,
    marked: [],
    changed: findChanged(canvas.plate, drawnOrder),
    order: drawnOrder,
  };
  canvas.plate.alone = alone;
  handOver(canvas, () => {
    const isChanged = drawActors(canvas, before);
    return drawLines(canvas) || isChanged;
  });
}

/**
 * @param {Canvas} canvas
 * @param {Shown|null} before
 * @returns {boolean} whether an actor has changed
 */
function drawActors(canvas, before) {
  const { actors, alone } = /** @type {Shown} */ (canvas.shown);
  if (!canvas.handed) {
    return (
      !before || actors.some((is, i) => is !== before.actors[i] || alone[i] !== before.alone[i])
    );
  }
  const shown = before && { shown: before.actors, alone: before.alone };
  const styleActor = (/** @type {number} */ i) => styleNode(canvas, i);
  return updateRendererData(canvas.handed.nodes, shown, { shown: actors, alone }, styleActor);
}

/**
 * @param {Canvas} canvas
 * @param {Uint8Array} drawn
 * @returns {boolean} whether a line has changed
 */
function drawOwnLines(canvas, drawn) {
  const before = canvas.ownLines;
  canvas.ownLines = listOwnLines(canvas.plate, drawn);
  return !areLinesAlike(before, canvas.ownLines);
}

/**
 * Whether each relation has a line: where there are few, where two versions are compared, and where
 * the reader looks closely.
 * @param {Canvas} canvas
 */
function isFanned({ plate, shown }) {
  const { versions, relations } = plate.network;
  if (versions) return true;
  if (relations.length < MANY && plate.scale >= CLOSE) return true;
  return (shown?.relations.reduce((sum, one) => sum + one, 0) ?? 0) <= FEW;
}

/**
 * Draws the line of each pair, or of each relation.
 * @param {Canvas} canvas
 * @returns {boolean} whether a line has changed
 */
function drawLines(canvas) {
  const { plate, handed } = canvas;
  const shown = /** @type {Shown} */ (canvas.shown);
  plate.lines = isFanned(canvas) ? null : makePairLines(plate, shown.relations);
  [plate.fade, plate.weave] = plate.lines ? measureInk(canvas, plate.lines) : [1, 0];
  const drawn = plate.lines ? maskCarriers(plate.lines, shown.relations) : shown.relations;
  /** @param {number} i */
  const nameLook = (i) => {
    const line = plate.lines?.get(i);
    const { source, target } = plate.network.relations[i];
    const { opacity } = getLineStyle(plate, i);
    const look = line
      ? `${line.colour} ${line.width} ${line.dashes} ${line.arrow} ${line.isBothWays} ${opacity}`
      : plate.theme.ink;
    return `${source} ${target} ${look} ${line ? "" : plate.bends()[i]}`;
  };
  shown.marked = findMarked(plate, drawn);
  if (!handed) return drawOwnLines(canvas, drawn);
  return updateLines(handed.edges, drawn, nameLook, (i) => styleEdge(canvas, i));
}

/**
 * How much of their ink lines keep, and how long they are a square pixel.
 * @param {Canvas} canvas
 * @param {Map<number, PairLine>} lines
 */
function measureInk({ plate, at, size }, lines) {
  const { width, height } = size();
  const { relations } = plate.network;
  let whole = 0;
  const drawn = Array.from(lines, ([i, line]) => {
    const [one, other] = [relations[i].source, relations[i].target];
    const length = Math.hypot(at.x[one] - at.x[other], at.y[one] - at.y[other]);
    whole += length;
    return { length, width: line.width };
  });
  return [chooseFade(drawn, width * height), whole / (width * height)];
}

/** @param {Canvas} canvas */
function drawLinesSoon(canvas) {
  if (canvas.turning) return;
  canvas.turning = true;
  requestAnimationFrame(() => {
    canvas.turning = false;
    handOver(canvas, () => drawLines(canvas));
  });
}

/**
 * @param {Map<number, PairLine>} lines
 * @param {Uint8Array} relations
 */
function maskCarriers(lines, relations) {
  const mask = new Uint8Array(relations.length);
  for (const i of lines.keys()) mask[i] = 1;
  return mask;
}

/**
 * The relations that have marks; changed ones in a large network, too, as long as they are few.
 * @param {Plate} plate
 * @param {Uint8Array} relations those that have a line
 */
function findMarked(plate, relations) {
  const { network, claims, showsChanges } = plate;
  const few = network.relations.length < MANY;
  if (!few && !showsChanges) return [];
  const marked = [...relations.keys()].filter(
    (i) => relations[i] && ((few && claims[i] !== "stands") || hasChangeBadge(plate, i)),
  );
  return marked.length > MANY ? [] : marked;
}

/**
 * The actors that differ between two versions, while both are shown.
 * @param {Plate} plate
 * @param {number[]} order
 */
function findChanged({ network, showsChanges }, order) {
  if (!showsChanges) return [];
  return order.filter((i) => network.actors[i].change !== "same").slice(0, MANY);
}

/**
 * However much changes at once, vis-network draws once, or only the sheet over it does.
 * @param {Canvas} canvas
 * @param {boolean} [whole]
 */
function drawSoon(canvas, whole = true) {
  canvas.whole ||= whole;
  if (canvas.due) return;
  canvas.due = true;
  requestAnimationFrame(() => {
    const all = canvas.whole;
    [canvas.due, canvas.whole] = [false, false];
    if (all) drawNow(canvas);
    else drawOver(canvas);
  });
}

/**
 * Keeps vis-network from drawing, which it would do twice for each change of its data.
 * @param {Canvas} canvas
 */
export function holdDrawing({ renderer }) {
  renderer.hold();
}

/**
 * Hands changes over to vis-network, and has it draw once; the sheet over it is drawn anyway.
 * @param {Canvas} canvas
 * @param {() => boolean} change what changes the data; returns whether anything has changed
 */
function handOver(canvas, change) {
  holdDrawing(canvas);
  const isChanged = change();
  if (!isChanged && !canvas.whole) canvas.renderer.release();
  drawSoon(canvas, isChanged);
}

/**
 * Draws again where only positions have changed.
 * @param {Canvas} canvas
 */
export function drawAgainSoon(canvas) {
  drawSoon(canvas);
}

/** @param {Canvas} canvas */
function drawNow({ renderer }) {
  renderer.release();
  renderer.redraw();
}

/**
 * Brings some actors and relations forward and the rest back; null brings all back.
 * @param {Canvas} canvas
 * @param {Emphasis|null} emphasis
 */
export function emphasiseOnCanvas(canvas, emphasis) {
  canvas.emphasis = emphasis;
  drawSoon(canvas, false);
}

/**
 * Gives every mark its colour and size again: after a change of theme or of what they stand for.
 * @param {Canvas} canvas
 */
export function restyleCanvas(canvas) {
  handOver(canvas, () => {
    if (canvas.handed) {
      const { data, has } = canvas.handed.nodes;
      data.update(
        [...has.keys()].filter((id) => has[id]).map((id) => ({ id, ...styleNode(canvas, id) })),
      );
    }
    if (canvas.shown) drawLines(canvas);
    return true;
  });
}

/**
 * Tells apart what differs between two versions, or no longer; every actor gets the mark of the
 * kind it has just now.
 * @param {Canvas} canvas
 * @param {boolean} shows
 */
export function showChanges(canvas, shows) {
  const { plate, handed } = canvas;
  const { network } = plate;
  plate.showsChanges = shows;
  plate.kindIndex = network.actors.map(({ kind }) => network.kinds.indexOf(kind));
  holdDrawing(canvas);
  if (handed) {
    const { data, has } = handed.edges;
    data.update(
      network.relations
        .filter(({ index, change }) => has[index] && change !== "same")
        .map(({ index: id }) => ({ id, ...styleChange(plate, id) })),
    );
  }
  restyleCanvas(canvas);
}

/**
 * Draws again after the canvas was out of sight.
 * @param {Canvas} canvas
 */
export function redrawCanvas(canvas) {
  canvas.renderer.setSize("100%", "100%");
  drawNow(canvas);
}
