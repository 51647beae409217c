/** Where somebody moves actors to: by dragging, by a link, by going back. */
import { shorten } from "../core/text.js";
import { announce, tell } from "./announce.js";
import { drawAgainSoon } from "./canvas_drawing.js";
import { styleNode } from "./canvas_styles.js";
import { boundPosition, fromFrame, toFrame } from "./positions.js";
import { isByTouch } from "./touch.js";

/**
 * The canvas has actors where the renderer moves them.
 * @param {Canvas} canvas
 * @param {(moved: Map<string, Point2>) => void} drop where the reader has moved actors to, those
 *   moved earlier included
 */
export function followDrags(canvas, drop) {
  if (canvas.isOwn) dragOwnMarks(canvas, drop);
  else followRenderer(canvas, drop);
}

/**
 * @param {Canvas} canvas
 * @param {(moved: Map<string, Point2>) => void} drop
 */
function followRenderer(canvas, drop) {
  const { renderer } = canvas;
  /** @type {number[]} */
  let held = [];
  renderer.on("dragging", ({ nodes }) => {
    held = nodes;
  }); // told before they move
  renderer.on("beforeDrawing", () => copyPositions(canvas, held));
  renderer.on("dragEnd", () => {
    if (!held.length) return;
    copyPositions(canvas, held);
    const dropped = held;
    held = [];
    drop(addMoves(canvas, dropped));
  });
}

/**
 * Marks that the page paints itself follow the pointer, while the paper stays.
 * @param {Canvas} canvas
 * @param {(moved: Map<string, Point2>) => void} drop
 */
function dragOwnMarks(canvas, drop) {
  const { at, host, renderer, plate } = canvas;
  const isLarge = plate.drawing.options.interaction.hideEdgesOnDrag;
  /** @type {{actor: number, start: Point, home: Point}|null} */
  let held = null;
  renderer.on("dragStart", ({ pointer }) => {
    const actor = findMarkAt(canvas, pointer.DOM);
    if (actor === null) return;
    held = { actor, start: pointer.canvas, home: { x: at.x[actor], y: at.y[actor] } };
    renderer.paperStays = true;
  });
  host.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!held) return;
    const { left, top, width, height } = host.getBoundingClientRect();
    const [scale, { x, y }] = [renderer.getScale(), renderer.getViewPosition()];
    const { actor, start, home } = held;
    at.x[actor] = home.x + (clientX - left - width / 2) / scale + x - start.x;
    at.y[actor] = home.y + (clientY - top - height / 2) / scale + y - start.y;
    if (!isLarge) canvas.areas = null; // else they follow when it is dropped
    drawAgainSoon(canvas);
  });
  renderer.on("dragEnd", () => {
    if (!held) return;
    const { actor } = held;
    held = null;
    renderer.paperStays = false;
    drop(addMoves(canvas, [actor]));
  });
}

/**
 * The drawn actor whose mark a point lies on.
 * @param {Canvas} canvas
 * @param {Point} point
 * @returns {number|null}
 */
function findMarkAt({ plate, shown }, { x, y }) {
  for (const actor of shown?.order ?? []) {
    const mark = plate.place(actor);
    if (Math.hypot(mark.x - x, mark.y - y) <= mark.r) return actor;
  }
  return null;
}

/**
 * @param {Canvas} canvas
 * @param {number[]} held
 */
function copyPositions(canvas, held) {
  const { at, renderer } = canvas;
  if (held.length) canvas.areas = null;
  for (const index of held) {
    const place = renderer.getPosition?.(index);
    if (place) [at.x[index], at.y[index]] = [place.x, place.y];
  }
}

/**
 * @param {Canvas} canvas
 * @param {number[]} actors that were moved just now
 * @returns {Map<string, Point2>}
 */
function addMoves({ at, moves, plate }, actors) {
  return new Map([
    ...moves,
    ...actors.map((i) => {
      const position = toFrame(at.frame, [at.x[i], at.y[i]]);
      return /** @type {[string, Point2]} */ ([plate.network.actors[i].id, position]);
    }),
  ]);
}

/**
 * Lets the reader move an actor without dragging it: the next click on the canvas says where to.
 * @param {Canvas} canvas
 * @param {(moved: Map<string, Point2>) => void} drop as of `followDrags`
 * @returns {{start: (actor: number) => void, place: (position: Point) => boolean}} place: whether
 *   an actor was waiting for that click
 */
export function createMoveByClick(canvas, drop) {
  /** @type {number|null} */
  let waiting = null;
  /** @param {number|null} actor */
  const wait = (actor) => {
    waiting = actor;
    canvas.host.classList.toggle("is-placing", actor !== null);
  };
  document.addEventListener(
    "keydown",
    (event) => {
      if (waiting === null || event.key !== "Escape") return;
      event.stopPropagation();
      wait(null);
      announce("Nothing is moved");
    },
    { capture: true },
  );
  return {
    start: (actor) => {
      wait(actor);
      const { name } = canvas.plate.network.actors[actor];
      tell({
        text: `${isByTouch() ? "Tap" : "Click"} where ${shorten(name)} should stand`,
        stays: true,
      });
    },
    place: ({ x, y }) => {
      if (waiting === null) return false;
      const actor = waiting;
      wait(null);
      [canvas.at.x[actor], canvas.at.y[actor]] = [x, y];
      drop(addMoves(canvas, [actor]));
      return true;
    },
  };
}

/**
 * Puts actors where the reader moved them to, and all others where the page opened with them.
 * @param {Canvas} canvas
 * @param {Map<string, Point2>} [moved] by id, in the layout's own measure
 */
export function moveActors(canvas, moved = new Map()) {
  const { at, plate, moves, handed } = canvas;
  canvas.moves = moved;
  const changed = [...new Set([...moves.keys(), ...moved.keys()])]
    .filter((id) => moves.get(id) !== moved.get(id))
    .map((id) => plate.network.actorById.get(id)?.index ?? -1);
  if (changed.length) canvas.areas = null;
  for (const i of changed) {
    const position = moved.get(plate.network.actors[i].id);
    [at.x[i], at.y[i]] = position
      ? boundPosition(at.home, fromFrame(at.frame, position), canvas.size())
      : [at.home.x[i], at.home.y[i]];
  }
  if (handed) {
    handed.nodes.data.update(
      changed.filter((i) => handed.nodes.has[i]).map((id) => ({ id, ...styleNode(canvas, id) })),
    );
  } else if (changed.length) drawAgainSoon(canvas);
}
