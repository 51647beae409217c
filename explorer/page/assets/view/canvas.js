import { unpackColumn } from "../core/document.js";
import { shorten, makeVisible } from "../core/text.js";
import { hasChangeBadge } from "./badges.js";
import { followDrags } from "./dragging.js";
import { fanOut } from "./edge_geometry.js";
import { createRendererData, updateRendererData } from "./renderer_data.js";
import { getLabelFont, placeLabels } from "./labels.js";
import { createOverlay } from "./overlay.js";
import { paintBadges, paintLabels, paintScene } from "./paint.js";
import {
  fitPositions,
  measureFreeSize,
  fromFrame,
  separateMarks,
  scalePositions,
  toFrame,
} from "./positions.js";
import { makeBadges, getLook, makeScene } from "./scene.js";

const GAP = 11; // pixels between parallel relations
const MANY = 2000; // from here on marks of claims would cost too much
const MOST_LABELS = 220;
const MOST_TRIED = 500; // names a frame, or moving would stutter
const LONGEST_LABEL = 38; // characters, on two lines

/** The canvas's size; while it is out of sight, the one it had. */
function createSizeReader(host) {
  let last = { width: 800, height: 600 };
  return () => {
    if (host.clientWidth && host.clientHeight) {
      last = { width: host.clientWidth, height: host.clientHeight };
    }
    return last;
  };
}

function toSmooth(bend) {
  if (Math.abs(bend) < 1e-4) return false;
  return { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
}

function mergeOptions(options) {
  const merged = { ...options, autoResize: true };
  merged.nodes = { ...options.nodes, chosen: false };
  merged.edges = { ...options.edges, chosen: false, hoverWidth: 0, selectionWidth: 0 };
  merged.interaction = {
    ...options.interaction,
    selectConnectedEdges: false,
    keyboard: false,
    zoomSpeed: 0.6,
  };
  return merged;
}

/**
 * The renderer. Only this file, camera.js, which moves it, and pointing.js, which asks it what lies
 * under a point, know vis-network.
 * @param {HTMLElement} host
 * @param {object} plate network, drawing, styles and theme; the canvas adds where everything is
 * @param {(canvas: object) => void} resized told when the canvas has another size
 */
export function createCanvas(host, plate, resized) {
  const { network, drawing } = plate;
  const size = createSizeReader(host);
  const places = ["x", "y"].map((axis) =>
    unpackColumn(drawing.nodes[axis] ?? [], network.actors.length),
  );
  const at = network.saved.placed
    ? scalePositions(...places, measureFreeSize(size()))
    : fitPositions(...places, measureFreeSize(size()));
  if (!network.saved.placed) separateMarks(at, plate.radii);
  at.home = { x: Float64Array.from(at.x), y: Float64Array.from(at.y) };
  plate.bends = fanOut(network.relations, (i) => ({ x: at.x[i], y: at.y[i] }), GAP);
  const handed = createRendererData(drawing, network);
  const renderer = new globalThis.vis.Network(
    host,
    { nodes: handed.nodes.data, edges: handed.edges.data },
    mergeOptions(drawing.options),
  );
  const canvas = {
    host,
    plate,
    handed,
    renderer,
    at,
    dragged: new Set(),
    size,
    shown: null,
    emphasis: null,
    labels: [],
    badges: [],
    inset: 0,
    card: () => null,
    note: () => 0,
    least: 0,
    moved: false,
    aim: null,
  };
  plate.place = createLocator(canvas);
  plate.scale = 1;
  canvas.overlay = createOverlay(host, (ctx) => paintOver(canvas, ctx));
  renderer.on("afterDrawing", () => drawOver(canvas));
  followDrags(canvas);
  for (const event of ["zoom", "dragStart"]) {
    renderer.on(event, () => {
      canvas.moved = true;
    });
  }
  renderer.on("resize", () => requestAnimationFrame(() => resized(canvas)));
  return canvas;
}

function styleNode({ at, plate }, i) {
  return {
    x: at.x[i],
    y: at.y[i],
    size: plate.radii[i],
    shape: plate.kinds[plate.kindIndex[i]].shape,
    ...colourNode(plate, i),
  };
}

function colourNode(plate, i) {
  const style = plate.kinds[plate.kindIndex[i]];
  const ink = plate.inkOf(i, plate.theme);
  const paper = plate.theme.paper;
  return {
    color: style.hollow ? { background: paper, border: ink } : { background: ink, border: paper },
    borderWidth: style.hollow ? 2 : 1.5,
  };
}

function styleEdge({ plate }, i) {
  const { source, target } = plate.network.relations[i];
  return { from: source, to: target, smooth: toSmooth(plate.bends[i]), ...styleChange(plate, i) };
}

/** The width and ink of a line that differs between two versions; nothing of any other. */
function styleChange(plate, i) {
  const { change = "same" } = plate.network.relations[i];
  if (change === "same") return {};
  const { colour: color, width } = plate.types[plate.typeIndex[i]];
  const look = getLook(plate, i);
  return { width: width * look.width, color: { color, opacity: look.opacity } };
}

/** Where an actor is on screen, in pixels of the plate, and how large. */
function createLocator(canvas) {
  const { at, plate } = canvas;
  return (i) => {
    const { scale, x, y, width, height } = canvas.view ?? {
      scale: 1,
      x: 0,
      y: 0,
      ...canvas.size(),
    };
    return {
      x: (at.x[i] - x) * scale + width / 2,
      y: (at.y[i] - y) * scale + height / 2,
      r: plate.radii[i] * scale,
    };
  };
}

/**
 * Puts actors where somebody moved them to.
 * @param {object} canvas
 * @param {Map<string, [number, number]>} moved by id, in the layout's own measure
 */
export function moveActors(canvas, moved) {
  if (!moved.size) return;
  const { at, plate } = canvas;
  for (const [id, place] of moved) {
    const { index } = plate.network.actorById.get(id);
    [at.x[index], at.y[index]] = fromFrame(at.frame, place);
    canvas.dragged.add(index);
  }
  restyleCanvas(canvas);
}

/** Puts every actor that was moved back to where the page had it when it opened. */
export function returnActors(canvas) {
  const { at, dragged } = canvas;
  if (!dragged.size) return;
  for (const i of dragged) [at.x[i], at.y[i]] = [at.home.x[i], at.home.y[i]];
  dragged.clear();
  restyleCanvas(canvas);
}

/** @returns {[number, number]} where an actor is, in the layout's own measure */
export function toLayoutPosition({ at }, i) {
  return toFrame(at.frame, [at.x[i], at.y[i]]);
}

/** @returns {[number, number][]} where all actors are, in pixels of the page */
export function listPositions({ at }) {
  return Array.from(at.x, (x, i) => [x, at.y[i]]);
}

/** Draws the sheet over vis-network's drawing, from where that is seen just now. */
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

function chooseLabels(canvas, ctx, box) {
  const { plate, emphasis, shown } = canvas;
  if (!shown) return [];
  const widths = (plate.widths ??= new Map());
  const measure = (text, strong) => {
    const key = strong ? `*${text}` : text;
    if (!widths.has(key)) {
      ctx.font = getLabelFont(strong);
      widths.set(key, ctx.measureText(text).width);
    }
    return widths.get(key);
  };
  const marks = listMarksInView(
    canvas,
    emphasis ? emphasis.order : shown.order.filter((i) => !shown.alone[i]),
    box,
  );
  return placeLabels(
    marks,
    measure,
    box,
    listObstacles(canvas, marks),
    emphasis ? MOST_LABELS : limitLabels(box, plate.scale),
  );
}

function limitLabels({ width, height }, scale) {
  return Math.min(MOST_LABELS, Math.ceil(((width * height) / 7000) * Math.max(1, scale)));
}

function listMarksInView(canvas, order, { width, height }) {
  const { plate, emphasis } = canvas;
  const marks = [];
  for (const actor of order) {
    const { x, y, r } = plate.place(actor);
    if (x < -r || y < -r || x > width + r || y > height + r) continue;
    const strong = emphasis ? emphasis.strong.has(actor) : false;
    if (marks.length >= MOST_TRIED) break;
    marks.push({
      actor,
      x,
      y,
      r,
      text: shorten(makeVisible(plate.network.actors[actor].name), LONGEST_LABEL),
      strong,
    });
  }
  return marks;
}

/**
 * A card over the canvas, and marks that names should not cover; in crowds only the important ones,
 * or no name would find room.
 */
function listObstacles(canvas, marks) {
  const badges = canvas.badges.map(({ x, y, step }) =>
    step
      ? { x: x - 11, y: y - 11, width: 22, height: 22 }
      : { x: x - 8, y: y - 8, width: 16, height: 16 },
  );
  const boxes = marks.slice(0, 300).map(({ actor, x, y, r }) => ({
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
    owner: actor,
  }));
  const card = canvas.card();
  const covered = card
    ? [
        {
          x: card.left,
          y: card.top,
          width: card.right - card.left,
          height: canvas.size().height - card.top,
        },
      ]
    : [];
  return [...covered, ...badges, ...boxes];
}

/**
 * Shows what the filters let through; tells vis-network only what changed.
 * @param {object} canvas
 * @param {{mask: Uint8Array, actors: Uint8Array, claims: string[], order: number[]}} answer
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

/** However much changes at once, vis-network draws once, or only the sheet over it does. */
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

/** Actors that have relations, none of which is drawn just now. */
function maskLoneActors({ ties }, relations) {
  return Uint8Array.from(ties, (own) => (own.length && !own.some((i) => relations[i]) ? 1 : 0));
}

/**
 * Brings some actors and relations forward and the rest back; null brings all back.
 * @param {object} canvas
 * @param {{actors: Set<number>, relations: Set<number>, order: number[], strong: Set<number>, ring:
 *   number|null, steps: object[]}|null} emphasis
 */
export function emphasiseOnCanvas(canvas, emphasis) {
  canvas.emphasis = emphasis;
  drawSoon(canvas, false);
}

/**
 * Gives every mark its colour and size again: after a change of theme or of what they stand for.
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
 * @param {object} canvas
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

/** Draws again after the canvas was out of sight. */
export function redrawCanvas(canvas) {
  canvas.renderer.setSize("100%", "100%");
  canvas.renderer.redraw();
}
