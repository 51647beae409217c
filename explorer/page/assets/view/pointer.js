import { findControlPoint, findPoint } from "./edge_geometry.js";
import { findHandleAt } from "./fold_marks.js";
import { findOwnLineAt } from "./own_lines.js";

export const DOUBLE = 400; // milliseconds between the clicks of a double click
const SLIP = 10; // pixels between them
const REACH = 14;
const BESIDE = 7; // pixels from a line within which it is meant
const SAMPLES = 60; // points looked at along a line

/**
 * The drawn actor nearest to a point, within reach of a finger.
 * @param {Canvas} canvas
 * @param {Point} point
 */
function findActorAt(canvas, { x, y }) {
  /** @type {number|null} */
  let best = null;
  let distance = Infinity;
  for (const actor of canvas.shown?.order ?? []) {
    const place = canvas.plate.place(actor);
    const away = Math.hypot(place.x - x, place.y - y) - place.r;
    if (away < distance) [best, distance] = [actor, away];
  }
  return distance <= REACH ? best : null;
}

/**
 * @param {Canvas} canvas
 * @param {Point} point
 */
function findRelationAt(canvas, point) {
  const near = findEmphasisedAt(canvas, point);
  if (near !== null) return near;
  if (canvas.isOwn) return findOwnLineAt(canvas, point);
  return canvas.renderer.getEdgeAt?.(point) ?? null;
}

/**
 * The line nearest to a point, of those that are brought forward.
 * @param {Canvas} canvas
 * @param {Point} point
 * @returns {number|null}
 */
function findEmphasisedAt({ plate, emphasis }, { x, y }) {
  /** @type {number|null} */
  let best = null;
  let distance = BESIDE;
  for (const relation of emphasis?.relations ?? []) {
    const { source, target } = plate.network.relations[relation];
    if (source === target) continue;
    const [from, to] = [plate.place(source), plate.place(target)];
    const control = findControlPoint(from, to, plate.bends()[relation]);
    for (let step = 1; step < SAMPLES; step += 1) {
      const point = findPoint(from, control, to, step / SAMPLES);
      const away = Math.hypot(point.x - x, point.y - y);
      if (away < distance) [best, distance] = [relation, away];
    }
  }
  return best;
}

/**
 * What is under a point of the canvas.
 * @param {Canvas} canvas
 * @param {Point} point
 * @returns {Pointed}
 */
function findTarget(canvas, point) {
  const handle = findHandleAt(canvas, point);
  if (handle !== null) return { actor: handle, relation: null, handle: true };
  const actor = findActorAt(canvas, point);
  return { actor, relation: actor === null ? findRelationAt(canvas, point) : null };
}

/**
 * @typedef {object} PointerListeners
 * @property {(target: Pointed, position: Point) => void} pick on a click, with where it is in the
 *   drawing
 * @property {(target: Pointed) => void} open on a double click
 * @property {(target: Pointed, point: Point|null) => void} hover
 */

/**
 * Listens to clicks and hovering on the canvas.
 * @param {Canvas} canvas
 * @param {PointerListeners} listeners
 */
export function listenOnCanvas(canvas, { pick, open, hover }) {
  const { renderer, host } = canvas;
  const awaitSecond = listenToSecondPress(open);
  renderer.on("click", ({ pointer }) => {
    const target = findTarget(canvas, pointer.DOM);
    const { left, top } = host.getBoundingClientRect();
    awaitSecond(target, { x: pointer.DOM.x + left, y: pointer.DOM.y + top });
    pick(target, pointer.canvas);
  });
  let last = "";
  /**
   * @param {Pointed} target
   * @param {Point|null} point
   */
  const tell = (target, point) => {
    const key = `${target.actor}/${target.relation}`;
    if (key === last) return;
    last = key;
    hover(target, point);
  };
  host.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const box = host.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const target = findTarget(canvas, point);
    host.classList.toggle("is-over", target.actor !== null || target.relation !== null);
    tell(target, point);
  });
  host.addEventListener("pointerleave", () => tell({ actor: null, relation: null }, null));
}

/**
 * Listens to the second press of a double click on an actor, whatever lies there by then: at the
 * first one a panel may open over the actor, or the camera move it away.
 * @param {(target: Pointed) => void} open
 * @returns {(target: Pointed, place: Point) => void} to be told of each first click, and where in
 *   the window it was
 */
function listenToSecondPress(open) {
  /** @type {{target: Pointed, place: Point, until: number}|null} */
  let first = null;
  let isSecond = false;
  /** @param {Event} event */
  const take = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  /** @param {PointerEvent} event */
  const press = (event) => {
    const { clientX: x, clientY: y } = event;
    const awaited = first;
    first = null;
    isSecond =
      awaited !== null &&
      performance.now() < awaited.until &&
      Math.hypot(awaited.place.x - x, awaited.place.y - y) <= SLIP;
    if (!awaited || !isSecond) return;
    take(event);
    open(awaited.target);
  };
  document.addEventListener("pointerdown", press, { capture: true });
  document.addEventListener("click", (event) => isSecond && event.detail && take(event), {
    capture: true,
  });
  return (target, place) => {
    const isActor = target.actor !== null;
    first = isActor ? { target, place, until: performance.now() + DOUBLE } : null;
  };
}

/**
 * The neighbour of an actor that lies most nearly in a direction; arrow keys walk to it.
 * @param {Canvas} canvas
 * @param {number} actor
 * @param {Point} way
 * @returns {number|null}
 */
export function findNeighbourTowards(canvas, actor, way) {
  const { plate, shown } = canvas;
  const here = plate.place(actor);
  /** @type {number|null} */
  let best = null;
  let least = Infinity;
  for (const tie of plate.network.ties[actor]) {
    const { source, target } = plate.network.relations[tie];
    const other = source === actor ? target : source;
    if (!shown?.relations[tie] || other === actor) continue;
    const { x, y } = plate.place(other);
    const along = (x - here.x) * way.x + (y - here.y) * way.y;
    const aside = Math.abs((x - here.x) * way.y) + Math.abs((y - here.y) * way.x);
    if (along > 0 && along + 2 * aside < least) [best, least] = [other, along + 2 * aside];
  }
  return best;
}

/**
 * What the canvas shows just now, for tests, notebooks and whoever scripts the page.
 * @param {Canvas} canvas
 */
export function reportCanvas(canvas) {
  const { plate, shown, emphasis, labels, badges } = canvas;
  const { actors } = plate.network;
  const positions = Object.fromEntries(
    (shown?.order ?? []).map((i) => [actors[i].id, plate.place(i)]),
  );
  const emphasised = emphasis ? [...emphasis.actors].map((i) => actors[i].id) : [];
  return {
    actors: shown ? shown.order.length : 0,
    relations: shown ? shown.relations.reduce((sum, kept) => sum + kept, 0) : 0,
    scale: plate.scale,
    positions,
    emphasised,
    folded: Object.fromEntries(
      [...plate.insides].map(([i, { actors: parts }]) => [
        actors[i].id,
        parts.map((part) => actors[part].id),
      ]),
    ),
    handles: badges.flatMap(({ x, y, text, handle }) =>
      handle ? { x, y, text, actor: actors[handle.actor].id } : [],
    ),
    relationsEmphasised: emphasis
      ? [...emphasis.relations].map((i) => plate.network.relations[i].id)
      : [],
    signs: badges.map(({ text }) => text).sort(),
    labels: reportLabels(plate.network, labels),
  };
}

/**
 * Names as they are drawn, each with the id of its actor.
 * @param {Network} network
 * @param {Label[]} labels
 */
export function reportLabels({ actors }, labels) {
  return labels.map(({ actor, lines, x, y, width, height }) => ({
    actor: actors[actor]?.id ?? null,
    text: lines.join(" "),
    x,
    y,
    width,
    height,
  }));
}
