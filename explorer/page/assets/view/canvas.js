import { unpackColumn } from "../core/network.js";
import { hasChangeBadge } from "./badges.js";
import { chooseLabels } from "./canvas_labels.js";
import { mergeOptions, styleChange, styleEdge, styleNode } from "./canvas_styles.js";
import { followDrags } from "./dragging.js";
import { fanOut } from "./edge_geometry.js";
import { createOverlay } from "./overlay.js";
import { paintBadges, paintLabels, paintScene } from "./paint.js";
import {
  fitPositions,
  fromFrame,
  measureFreeSize,
  scalePositions,
  separateMarks,
  toFrame,
} from "./positions.js";
import { createRendererData, updateRendererData } from "./renderer_data.js";
import { makeBadges, makeScene } from "./scene.js";

const GAP = 11; // pixels between parallel relations
const MANY = 2000; // from here on marks of claims would cost too much

/**
 * The canvas's size; while it is out of sight, the one it had.
 * @param {HTMLElement} host
 * @returns {() => Size}
 */
function createSizeReader(host) {
  let last = { width: 800, height: 600 };
  return () => {
    if (host.clientWidth && host.clientHeight) {
      last = { width: host.clientWidth, height: host.clientHeight };
    }
    return last;
  };
}

/**
 * Creates the canvas. Only this file, camera.js, which moves it, dragging.js, renderer_data.js and
 * pointer.js, which asks it what lies under a point, know vis-network.
 * @param {HTMLElement} host
 * @param {Omit<Plate, "bends" | "scale" | "place">} drawn what to draw, and how
 * @param {{resized: (canvas: Canvas) => void, card: () => Card|null, note: () => number}} around
 *   what to do when the canvas has another size, and what covers it
 * @returns {Canvas}
 */
export function createCanvas(host, drawn, { resized, card, note }) {
  const { network, drawing } = drawn;
  const size = createSizeReader(host);
  const at = placeActors(drawn, measureFreeSize(size()));
  const home = { x: Float64Array.from(at.x), y: Float64Array.from(at.y) };
  const bends = fanOut(network.relations, (i) => ({ x: at.x[i], y: at.y[i] }), GAP);
  /** @type {Plate} */
  const plate = { ...drawn, bends, scale: 1, place: (actor) => locateActor(canvas, actor) };
  const handed = createRendererData(drawing, network);
  const renderer = new vis.Network(
    host,
    { nodes: handed.nodes.data, edges: handed.edges.data },
    mergeOptions(drawing.options),
  );
  /** @type {Canvas} */
  const canvas = {
    host,
    plate,
    handed,
    renderer,
    at: { ...at, home },
    dragged: new Set(),
    size,
    shown: null,
    emphasis: null,
    labels: [],
    badges: [],
    inset: 0,
    card,
    note,
    least: 0,
    moved: false,
    aim: null,
    overlay: createOverlay(host, (ctx) => paintOver(canvas, ctx)),
  };
  listenToRenderer(canvas, resized);
  return canvas;
}

/**
 * Finds a position for each actor: the reader's own as it is, a computed one fitted to the paper.
 * @param {Pick<Plate, "network" | "drawing" | "radii">} drawn
 * @param {Size} paper
 * @returns {Positions}
 */
function placeActors({ network, drawing, radii }, paper) {
  const [xs, ys] = ["x", "y"].map((axis) =>
    unpackColumn(drawing.nodes[axis] ?? [], network.actors.length),
  );
  if (network.saved.placed) return scalePositions(xs, ys, paper);
  const positions = fitPositions(xs, ys, paper);
  separateMarks(positions, radii);
  return positions;
}

/**
 * @param {Canvas} canvas
 * @param {(canvas: Canvas) => void} resized
 */
function listenToRenderer(canvas, resized) {
  const { renderer } = canvas;
  renderer.on("afterDrawing", () => drawOver(canvas));
  followDrags(canvas);
  for (const event of ["zoom", "dragStart"]) {
    renderer.on(event, () => {
      canvas.moved = true;
    });
  }
  renderer.on("resize", () => requestAnimationFrame(() => resized(canvas)));
}

/**
 * Where an actor is on screen, in pixels of the plate, and how large.
 * @param {Canvas} canvas
 * @param {number} actor
 * @returns {Circle}
 */
function locateActor(canvas, actor) {
  const { at, plate } = canvas;
  const { scale, x, y, width, height } = canvas.view ?? { scale: 1, x: 0, y: 0, ...canvas.size() };
  return {
    x: (at.x[actor] - x) * scale + width / 2,
    y: (at.y[actor] - y) * scale + height / 2,
    r: plate.radii[actor] * scale,
  };
}

/**
 * Puts actors where somebody moved them to.
 * @param {Canvas} canvas
 * @param {Map<string, Point2>} moved by id, in the layout's own measure
 */
export function moveActors(canvas, moved) {
  if (!moved.size) return;
  const { at, plate } = canvas;
  for (const [id, place] of moved) {
    const index = plate.network.actorById.get(id)?.index ?? -1;
    [at.x[index], at.y[index]] = fromFrame(at.frame, place);
    canvas.dragged.add(index);
  }
  restyleCanvas(canvas);
}

/**
 * Puts every actor that was moved back to where the page had it when it opened.
 * @param {Canvas} canvas
 */
export function returnActors(canvas) {
  const { at, dragged } = canvas;
  if (!dragged.size) return;
  for (const i of dragged) [at.x[i], at.y[i]] = [at.home.x[i], at.home.y[i]];
  dragged.clear();
  restyleCanvas(canvas);
}

/**
 * @param {Canvas} canvas
 * @param {number} i
 * @returns {Point2} where an actor is, in the layout's own measure
 */
export function toLayoutPosition({ at }, i) {
  return toFrame(at.frame, [at.x[i], at.y[i]]);
}

/**
 * @param {Canvas} canvas
 * @returns {Point2[]} where all actors are, in pixels of the page
 */
export function listPositions({ at }) {
  return Array.from(at.x, (x, i) => [x, at.y[i]]);
}

/**
 * Draws the sheet over vis-network's drawing, from where that is seen just now.
 * @param {Canvas} canvas
 */
function drawOver(canvas) {
  const { plate, renderer } = canvas;
  const box = canvas.size();
  canvas.view = { scale: renderer.getScale(), ...renderer.getViewPosition(), ...box };
  plate.scale = canvas.view.scale;
  canvas.overlay.draw(box.width, box.height);
}

/**
 * What vis-network has drawn gets its names and marks; what is emphasised is drawn again over a
 * veil.
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 */
function paintOver(canvas, ctx) {
  const { plate } = canvas;
  const box = canvas.size();
  if (canvas.emphasis) {
    ctx.fillStyle = plate.theme.veil;
    ctx.fillRect(0, 0, box.width, box.height);
    const scene = makeScene(plate, canvas.emphasis, 1.5);
    canvas.badges = scene.badges;
    paintScene(ctx, scene, plate.theme);
  } else if (canvas.shown) {
    canvas.badges = makeBadges(plate, canvas.shown.marked, canvas.shown.changed);
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
  const alone = maskLoneActors(network, drawnRelations);
  const { handed, shown: before } = canvas;
  updateRendererData(
    handed.nodes,
    before && { shown: before.actors, alone: before.alone },
    { shown: actors, alone },
    (i) => styleNode(canvas, i),
  );
  updateRendererData(
    handed.edges,
    before && { shown: before.relations },
    { shown: drawnRelations },
    (i) => styleEdge(canvas, i),
  );
  const drawnOrder = order.filter((i) => actors[i]);
  canvas.shown = {
    actors: Uint8Array.from(actors),
    relations: drawnRelations,
    alone,
    ...findMarked(canvas.plate, drawnRelations, drawnOrder),
    order: drawnOrder,
  };
  canvas.plate.alone = alone;
  drawSoon(canvas);
}

/**
 * The relations and actors that have marks; changed ones in a large network, too, as long as they
 * are few.
 * @param {Plate} plate
 * @param {Uint8Array} relations
 * @param {number[]} order
 */
function findMarked(plate, relations, order) {
  const { network, claims, showsChanges } = plate;
  const few = network.relations.length < MANY;
  const marked =
    few || showsChanges
      ? [...relations.keys()].filter(
          (i) => relations[i] && ((few && claims[i] !== "stands") || hasChangeBadge(plate, i)),
        )
      : [];
  const changed = showsChanges ? order.filter((i) => network.actors[i].change !== "same") : [];
  return { marked: marked.length > MANY ? [] : marked, changed: changed.slice(0, MANY) };
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
    if (all) canvas.renderer.redraw();
    else drawOver(canvas);
  });
}

/**
 * Actors that have relations, none of which is drawn just now.
 * @param {Network} network
 * @param {Uint8Array} relations
 */
function maskLoneActors({ ties }, relations) {
  return Uint8Array.from(ties, (own) => (own.length && !own.some((i) => relations[i]) ? 1 : 0));
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
  const { data, has } = canvas.handed.nodes;
  data.update(
    [...has.keys()].filter((id) => has[id]).map((id) => ({ id, ...styleNode(canvas, id) })),
  );
  drawSoon(canvas);
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
  const { data, has } = handed.edges;
  data.update(
    network.relations
      .filter(({ index, change }) => has[index] && change !== "same")
      .map(({ index: id }) => ({ id, ...styleChange(plate, id) })),
  );
  restyleCanvas(canvas);
}

/**
 * Draws again after the canvas was out of sight.
 * @param {Canvas} canvas
 */
export function redrawCanvas(canvas) {
  canvas.renderer.setSize("100%", "100%");
  canvas.renderer.redraw();
}
