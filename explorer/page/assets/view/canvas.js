/** Create the canvas and keep the positions of the actors on it. */
import { findColouring } from "../core/colourings.js";
import { makeOnce } from "../core/once.js";
import { unpackColumn } from "../core/packed_columns.js";
import { drawOver, holdDrawing, paintOver } from "./canvas_drawing.js";
import { paintCommunityAreas } from "./community_areas.js";
import { followDrags } from "./dragging.js";
import { fanOut } from "./edge_geometry.js";
import { paintFoldDiscs } from "./fold_marks.js";
import { hasOwnDrawing, paintOwnDrawing } from "./own_drawing.js";
import { createOwnRenderer } from "./own_renderer.js";
import { createOverlay } from "./overlay.js";
import { bundlePairs } from "./pair_lines.js";
import { measureFreeSize } from "./camera_fit.js";
import { separateMarks } from "./marks_apart.js";
import { boundPosition, fitPositions, fromFrame, scalePositions } from "./positions.js";
import { createRendererData } from "./renderer_data.js";
import { createVisRenderer } from "./vis_renderer.js";

const GAP = 11; // pixels between parallel relations
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
 * @typedef {"insides"|"pairs"|"lines"|"bends"|"loops"|"scale"|"place"} MadeParts
 * @typedef {Omit<Plate, MadeParts>} DrawnParts
 */

/**
 * Creates the canvas: on vis-network, or from 500 relations on, on the page's own renderer.
 * @param {HTMLElement} host
 * @param {DrawnParts} drawn what to draw, and how
 * @param {CanvasSurroundings} around
 * @returns {Canvas}
 */
export function createCanvas(host, drawn, around) {
  const { network, drawing } = drawn;
  const size = createSizeReader(host);
  const colourBy = String(drawn.style[1]);
  const at = placeActors(drawn, measureFreeSize(size()), colourBy);
  const home = clonePositions(at);
  const loops = measureLoops(drawing, network.relations.length);
  /** @type {Plate} */
  const plate = {
    ...drawn,
    ...{ ...shapeLines(network, at), loops },
    ...{ insides: new Map(), scale: 1, place: (actor) => locateActor(canvas, actor) },
  };
  const { handed, renderer } = createRenderer(host, drawn);
  const isLarge = drawing.options.interaction.hideEdgesOnZoom; // then lines are only shifted
  const sharing = handed || isLarge ? null : renderer;
  /** @type {Canvas} */
  const canvas = {
    host,
    plate,
    handed,
    isOwn: handed === null,
    ownLines: [],
    renderer,
    at: { ...at, home },
    moves: new Map(),
    isApart: isApart(network, colourBy),
    size,
    shown: null,
    emphasis: null,
    labels: [],
    badges: [],
    inset: 0,
    card: around.card,
    note: around.note,
    controls: around.controls,
    least: 0,
    moved: false,
    aim: null,
    overlay: createOverlay(host, (ctx) => paintOver(canvas, ctx), sharing),
  };
  holdDrawing(canvas); // nothing is shown yet
  listenToRenderer(canvas, around);
  return canvas;
}

/**
 * Creates what keeps the camera, and what it is given to draw, if anything.
 * @param {HTMLElement} host
 * @param {DrawnParts} drawn
 */
function createRenderer(host, { drawing, network }) {
  const { options } = drawing;
  if (hasOwnDrawing()) {
    return { handed: null, renderer: createOwnRenderer(host, options.interaction) };
  }
  const handed = createRendererData(drawing, network);
  return { handed, renderer: createVisRenderer(host, options, handed) };
}

/**
 * Which relations join the same actors, and how the line of each runs.
 * @param {Network} network
 * @param {Pick<Positions, "x"|"y">} at
 */
function shapeLines(network, at) {
  const { relations } = network;
  const pairs = bundlePairs(relations);
  /** @param {number} i */
  const place = (i) => ({ x: at.x[i], y: at.y[i] });
  // At rest the lines of pairs are straight.
  return { pairs, lines: null, bends: makeOnce(() => fanOut(pairs, relations, place, GAP)) };
}

/**
 * Has lines lead to the marks that stand for their ends.
 * @param {Canvas} canvas
 * @param {Folds} folds
 */
export function turnToFolds({ plate, at }, { network, insides }) {
  plate.insides = insides;
  if (plate.network === network) return;
  Object.assign(plate, { network, ...shapeLines(network, at) });
}

/**
 * The radius of the loop of each relation of an actor to itself, 0 for any other relation.
 * @param {Drawing} drawing
 * @param {number} count
 */
function measureLoops({ edges }, count) {
  const loops = edges.selfReference ? unpackColumn(edges.selfReference, count) : [];
  return Float32Array.from({ length: count }, (_, i) => loops[i]?.size ?? 0);
}

/** @param {Pick<Positions, "x"|"y">} positions */
function clonePositions({ x, y }) {
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

/**
 * Where camps stand apart, while colours mean camps.
 * @param {Network} network
 * @param {string} colourBy
 * @returns {{x: number[], y: number[]}|null} null where actors are where they always are
 */
function findCampPositions(network, colourBy) {
  const { x, y } = network.camps ?? {};
  return x && y && findColouring(network, colourBy) === "camp" ? { x, y } : null;
}

/**
 * @param {Network} network
 * @param {string} colourBy
 */
function isApart(network, colourBy) {
  return findCampPositions(network, colourBy) !== null;
}

/**
 * Turns to the positions in which camps stand apart, or back, where what colours mean has changed.
 * @param {Canvas} canvas
 * @param {string} colourBy
 * @returns {boolean} whether actors have moved
 */
export function turnToCamps(canvas, colourBy) {
  const { plate, at, moves, size } = canvas;
  const { network } = plate;
  if (isApart(network, colourBy) === canvas.isApart) return false;
  canvas.isApart = !canvas.isApart;
  const placed = placeActors(plate, measureFreeSize(size()), colourBy);
  at.frame = placed.frame;
  at.home = clonePositions(placed);
  at.x.set(placed.x);
  at.y.set(placed.y);
  for (const [id, position] of moves) {
    const i = network.actorById.get(id)?.index ?? -1;
    if (i < 0) continue;
    [at.x[i], at.y[i]] = boundPosition(at.home, fromFrame(at.frame, position), size());
  }
  canvas.areas = null;
  Object.assign(plate, shapeLines(network, at));
  return true;
}

/**
 * Finds a position for each actor: the reader's own as it is, a computed one fitted to the paper.
 * @param {Pick<Plate, "network" | "drawing" | "radii">} drawn
 * @param {Size} paper
 * @param {string} colourBy what colours mean
 * @returns {Positions}
 */
function placeActors({ network, drawing, radii }, paper, colourBy) {
  const apart = findCampPositions(network, colourBy);
  const [xs, ys] = apart
    ? [apart.x, apart.y]
    : ["x", "y"].map((axis) => unpackColumn(drawing.nodes[axis] ?? [], network.actors.length));
  if (network.saved.placed) return scalePositions(xs, ys, paper);
  const positions = fitPositions(xs, ys, paper, (i) => network.ties[i].length > 0);
  separateMarks(positions, radii);
  return positions;
}

/**
 * @param {Canvas} canvas
 * @param {CanvasSurroundings} around
 */
function listenToRenderer(canvas, { resized, dropped }) {
  const { renderer } = canvas;
  renderer.on("beforeDrawing", (ctx) => {
    paintCommunityAreas(canvas, ctx);
    paintFoldDiscs(canvas, ctx);
    if (canvas.isOwn) paintOwnDrawing(canvas, ctx);
  });
  renderer.on("afterDrawing", (ctx) => drawOver(canvas, ctx));
  followDrags(canvas, dropped);
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
 * @param {Canvas} canvas
 * @returns {Point2[]} where all actors are, in pixels of the page
 */
export function listPositions({ at }) {
  return Array.from(at.x, (x, i) => [x, at.y[i]]);
}
