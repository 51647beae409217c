/** The view of the network: the canvas, what is drawn on it, and what clicks on it choose. */
import { formatCount } from "../core/counts.js";
import { VIEWS } from "../core/page_state.js";
import { sortActorsByMeasure } from "../core/ranks.js";
import { fitCanvas, lookAgain, zoomCanvas } from "./camera.js";
import { moveCamera } from "./camera_moves.js";
import { createCanvas, turnToCamps, turnToFolds } from "./canvas.js";
import {
  drawOver,
  emphasiseOnCanvas,
  redrawCanvas,
  restyleCanvas,
  showOnCanvas,
} from "./canvas_drawing.js";
import { createInkChooser } from "./colouring.js";
import { createMoveByClick } from "./dragging.js";
import { getPart } from "./element.js";
import { chooseEmphasis } from "./emphasis.js";
import { turnFold } from "./folds.js";
import { shareGestures } from "./frame_gestures.js";
import { buildIconButton } from "./icons.js";
import { chooseSizes, measureArea, nameStyle, styleCanvas } from "./mark_looks.js";
import { DOUBLE, listenOnCanvas } from "./pointer.js";
import { addLineKey } from "./line_key.js";
import { isSmall } from "./phone_sheets.js";
import { measureRadii, THEMES } from "./styles.js";
import { createTip } from "./tooltip.js";
import { turnCanvas } from "./version_switch.js";

/** What lies over the canvas, and nothing under it. */
const CONTROLS = ["#zoom", "#line-key", "#plate-count", "#story.is-strip"];

/**
 * @typedef {object} NetworkParts
 * @property {Store} store
 * @property {Styles} styles
 * @property {Drawing} drawing
 * @property {ThemeSwitch} theme
 * @property {StoryCard|null} story
 *
 * @typedef {object} CanvasPointer
 * @property {Pointed|null} pointed
 * @property {number} quietUntil when a click is no longer the second of two on a handle
 * @property {boolean} isPicking whether a click on the canvas changes the state just now
 */

/**
 * Builds the canvas and keeps it in line with the state.
 * @param {NetworkParts} parts
 * @returns {{canvas: Canvas, draw: () => void, catchUp: () => void,
 *   startMove: (actor: number) => void, cover: (height: number) => void}} catchUp: draws what
 *   another view's pictures show, which may be asked for before the canvas was ever in sight;
 *   cover: makes up for a sheet over the canvas
 */
export function createNetworkView(parts) {
  const { store, theme } = parts;
  const canvas = buildCanvas(parts);
  /** @type {CanvasPointer} */
  const pointer = { pointed: null, isPicking: false, quietUntil: 0 };
  const { draw, emphasise } = createDrawing(parts, canvas, pointer);
  const tip = createTip(store);
  const moveByClick = createMoveByClick(canvas, (moved) => store.set({ moved }));
  listenOnCanvas(canvas, {
    pick: (target, position) => {
      pointer.pointed = null;
      if (!moveByClick.place(position)) pick(store, pointer, target);
    },
    open: ({ actor }) => {
      if (actor === null || performance.now() < pointer.quietUntil) return;
      store.set({ actor: store.network.actors[actor].id, relation: "", ego: 1 });
    },
    hover: (target, point) => {
      pointer.pointed = target;
      tip(target, point);
      emphasise();
    },
  });
  theme.onChange((colours) => {
    canvas.plate.theme = colours;
    restyleCanvas(canvas);
  });
  return {
    canvas,
    draw,
    catchUp: () => {
      if (store.state.view !== VIEWS[0]) {
        draw();
        lookAgain(canvas);
      }
      drawOver(canvas);
    },
    startMove: moveByClick.start,
    cover: (height) => {
      canvas.inset = measureInset(height);
    },
  };
}

/**
 * Creates what brings the canvas in line with the state, and with what is pointed at.
 * @param {NetworkParts} parts
 * @param {Canvas} canvas
 * @param {CanvasPointer} pointer
 */
function createDrawing({ store, styles }, canvas, pointer) {
  let order = sortActorsByMeasure(store.network, store.state.sizeBy);
  /** @type {State|null} what the canvas shows */
  let drawn = null;
  const emphasise = () => emphasiseOnCanvas(canvas, chooseEmphasis(store, pointer.pointed, order));
  const draw = () => {
    const before = drawn;
    drawn = store.state;
    if (before && before.view !== store.state.view) redrawCanvas(canvas);
    turnCanvas(store, styles, canvas);
    turnToFolds(canvas, store.answer.folds);
    const isMoved = turnToCamps(canvas, store.state.colourBy);
    order = styleCanvas(store, styles, canvas) ?? order;
    const { actors, relations } = store.answer.drawn;
    showOnCanvas(canvas, { mask: relations, actors, claims: store.answer.claims, order });
    emphasise();
    const mayFocus = (!pointer.isPicking || isSmall()) && !pointer.pointed;
    if (isMoved) fitCanvas(canvas, false);
    else {
      if (!before) lookAgain(canvas); // at areas and lines, too, now that some are shown
      moveCamera(store, canvas, before, mayFocus);
    }
  };
  return { draw, emphasise };
}

/**
 * @param {NetworkParts} parts
 * @returns {Canvas}
 */
function buildCanvas({ store, styles, drawing, theme, story }) {
  const { actors, relations } = store.network;
  const host = getPart("canvas");
  const canvas = createCanvas(host, makePlate(store, styles, drawing, THEMES[theme.name()]), {
    resized: lookAgain,
    card: createReader(host, () => locateCard(story)),
    note: measureNote,
    controls: createReader(host, () => CONTROLS.flatMap(locateControl)),
    dropped: (moved) => store.set({ moved }),
  });
  const counts = [formatCount(actors.length, "actor"), formatCount(relations.length, "relation")];
  const size = counts.join(" and ");
  host.setAttribute(
    "aria-label",
    `Network of ${size}. Enter chooses an actor, arrow keys walk to its neighbours. ` +
      "The table tells the same in words.",
  );
  shareGestures(canvas);
  addLineKey(canvas.plate);
  getPart("zoom").append(
    buildIconButton("more", "Zoom in", () => zoomCanvas(canvas, 1.4)),
    buildIconButton("less", "Zoom out", () => zoomCanvas(canvas, 1 / 1.4)),
    buildIconButton("fit", "Fit to window", () => fitCanvas(canvas)),
  );
  return canvas;
}

/**
 * Collects what the canvas needs to know to draw.
 * @param {Store} store
 * @param {Styles} styles
 * @param {Drawing} drawing
 * @param {Theme} theme
 */
function makePlate({ network, state, answer }, styles, drawing, theme) {
  return {
    network,
    drawing,
    types: styles.types,
    kinds: styles.kinds,
    typeIndex: numberIn(
      network.types,
      network.relations.map(({ type }) => type),
    ),
    kindIndex: numberIn(
      network.kinds,
      network.actors.map(({ kind }) => kind),
    ),
    // Marks are placed by what all of the network is, whatever a link's filters select of it.
    radii: measureRadii(chooseSizes(network.whole.measures, network, state.sizeBy), measureArea()),
    inkOf: createInkChooser(network, styles, state.colourBy),
    style: nameStyle(network, network.whole.measures, state),
    claims: answer.claims,
    theme,
  };
}

/**
 * Where in a list each of some things is.
 * @template Thing
 * @param {Thing[]} list
 * @param {Thing[]} things
 */
function numberIn(list, things) {
  const numbers = new Map(list.map((each, number) => [each, number]));
  return things.map((thing) => numbers.get(thing) ?? -1);
}

/**
 * Does what a click asks for: folds, opens, or chooses.
 * @param {Store} store
 * @param {CanvasPointer} pointer
 * @param {Pointed} target
 */
function pick(store, pointer, target) {
  pointer.isPicking = true;
  if (target.handle && target.actor !== null) {
    pointer.quietUntil = performance.now() + DOUBLE;
    turnFold(store, target.actor);
  } else if (performance.now() >= pointer.quietUntil) choose(store, target);
  pointer.isPicking = false;
}

/**
 * Chooses what was clicked; a click on the paper lets go of what is chosen.
 * @param {Store} store
 * @param {Pointed} target
 */
function choose(store, { actor, relation }) {
  const { network, state } = store;
  if (actor !== null) store.choose(network.actors[actor].id);
  else if (relation !== null) store.chooseRelation(network.relations[relation].id);
  else if (state.actor || state.relation) store.choose("");
  else if (state.source || state.unsourced) store.showCiting(null);
}

/**
 * Where the story's card covers the canvas; a card below the canvas covers nothing.
 * @param {StoryCard|null} story
 * @returns {Card|null}
 */
function locateCard(story) {
  const card = story?.box();
  const canvas = getPart("canvas").getBoundingClientRect();
  if (!card || card.top >= canvas.bottom) return null;
  return {
    left: card.left - canvas.left,
    top: card.top - canvas.top,
    right: card.right - canvas.left,
  };
}

/**
 * Creates what reads something on the canvas; while that is out of sight, as it was before.
 * @template Value
 * @param {HTMLElement} host
 * @param {() => Value} read
 * @returns {() => Value}
 */
function createReader(host, read) {
  let last = read();
  return () => {
    if (host.clientWidth) last = read();
    return last;
  };
}

/**
 * Where a part lies on the canvas, which a hidden one does not.
 * @param {string} selector
 * @returns {Box[]}
 */
function locateControl(selector) {
  const control = document.querySelector(selector);
  if (!control) return [];
  const { left, top, width, height } = control.getBoundingClientRect();
  const canvas = getPart("canvas").getBoundingClientRect();
  const isOver = width > 0 && top < canvas.bottom;
  return isOver ? [{ x: left - canvas.left, y: top - canvas.top, width, height }] : [];
}

/** How many pixels the note above the canvas takes. */
function measureNote() {
  const { hidden, offsetTop, offsetHeight } = getPart("plate-note");
  return hidden || !offsetHeight ? 0 : offsetTop + offsetHeight;
}

/**
 * How many pixels of the canvas a sheet covers.
 * @param {number} height of the sheet
 */
function measureInset(height) {
  if (!height) return 0;
  const { bottom } = getPart("canvas").getBoundingClientRect();
  return Math.max(0, height - bottom + innerHeight - getPart("dock").offsetHeight);
}
