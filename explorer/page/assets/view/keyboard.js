import { announce } from "./announce.js";
import { fitCanvas, focusCanvas, panCanvas, zoomCanvas } from "./camera.js";
import { getPart } from "./element.js";
import { focusPanel } from "./focus.js";
import { findHost } from "../core/folds.js";
import { turnFold } from "./folds.js";
import { findNeighbourTowards } from "./pointer.js";
import { hasShortcuts } from "./shortcuts.js";
import { turnVersion } from "./version_switch.js";

/** @type {Record<string, Point>} */
const DIRECTIONS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STRIDE = 60; // pixels an arrow key moves the paper
const ZOOM = 1.4;

/**
 * What the keys act on.
 * @typedef {object} KeyTargets
 * @property {Store} store
 * @property {Canvas} canvas
 * @property {SearchBox} search
 * @property {Sheets} sheets
 * @property {StoryCard|null} story
 * @property {(actor: Actor|null) => void} openPath
 * @property {() => void} showHelp
 */

/**
 * What keys do on the network alone.
 * @type {Record<string, (targets: KeyTargets) => void>}
 */
const CANVAS_ACTIONS = {
  ...Object.fromEntries(
    Object.entries(DIRECTIONS).map(([key, direction]) => [
      key,
      (/** @type {KeyTargets} */ targets) => walk(targets, direction),
    ]),
  ),
  Enter: openChosen,
  " ": openChosen,
  PageDown: (targets) => stepThroughActors(targets, 1),
  PageUp: (targets) => stepThroughActors(targets, -1),
  Home: (targets) => chooseActorAt(targets, 0),
};
/** The single keys that act on the network even where a reader has turned them off elsewhere. */
const ZOOM_KEYS = ["+", "=", "-", "f"];
let cameFromCanvas = false; // to the panel, by Enter

/** @type {Record<string, (targets: KeyTargets, field: Element) => void>} */
const ACTIONS = {
  "/": ({ search }) => search.input.focus(),
  p: ({ store, openPath }) => openPath(getChosenActor(store)),
  t: ({ store }) => store.set({ view: store.state.view === "table" ? "network" : "table" }),
  f: ({ canvas }) => fitCanvas(canvas),
  v: ({ store }) => turnVersion(store),
  o: turnChosenFold,
  "+": ({ canvas }) => zoomCanvas(canvas, ZOOM),
  "=": ({ canvas }) => zoomCanvas(canvas, ZOOM),
  "-": ({ canvas }) => zoomCanvas(canvas, 1 / ZOOM),
  n: ({ story }) => story?.turn(1),
  b: ({ story }) => story?.turn(-1),
  "?": ({ showHelp }) => showHelp(),
  Escape: goBack,
};

/**
 * What Esc takes back, the nearest first: when there is something, and how.
 * @type {{applies: (state: State) => boolean, undo: (targets: KeyTargets) => void}[]}
 */
const STEPS_BACK = [
  { applies: ({ ego }) => ego > 0, undo: ({ store }) => store.set({ ego: 0 }) },
  {
    applies: ({ actor, relation }) => Boolean(actor || relation),
    undo: ({ store }) => store.choose(""),
  },
  {
    applies: ({ source, unsourced }) => Boolean(source) || unsourced,
    undo: ({ store }) => store.showCiting(null),
  },
  { applies: ({ pathAlone }) => pathAlone, undo: ({ store }) => store.set({ pathAlone: false }) },
  { applies: ({ askAlone }) => askAlone, undo: ({ store }) => store.set({ askAlone: false }) },
  {
    applies: ({ ask, path }) => Boolean(ask) && path === null,
    undo: ({ store }) => store.ask(""),
  },
  { applies: ({ path }) => path !== null, undo: ({ store }) => store.leavePath() },
  { applies: ({ community }) => community > 0, undo: ({ store }) => store.set({ community: 0 }) },
  { applies: ({ step }) => step !== null, undo: ({ story }) => story?.leave() },
];

/**
 * Listens to the keys of the page. None is taken from a field, a dialog or the browser.
 * @param {KeyTargets} targets
 */
export function listenToKeys(targets) {
  document.addEventListener("keydown", (event) => {
    const field = /** @type {Element} */ (event.target);
    if (isReserved(event, field)) return;
    const isOnCanvas = document.activeElement === getPart("canvas");
    const isOff = event.key.length === 1 && !hasShortcuts();
    const usual = isOff && !(isOnCanvas && ZOOM_KEYS.includes(event.key)) ? null : event.key;
    const action = (isOnCanvas && CANVAS_ACTIONS[event.key]) || (usual && ACTIONS[usual]);
    if (!action) return;
    event.preventDefault();
    action(targets, field);
  });
}

/**
 * Whether the key means something else already: to a field, a dialog, the browser.
 * @param {KeyboardEvent} event
 * @param {Element} field
 */
function isReserved(event, field) {
  if (event.defaultPrevented || getPart("help").open) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return isTyping(field) && event.key !== "Escape";
}

/**
 * Whether a key belongs to the field that has the focus.
 * @param {Element} field
 */
function isTyping(field) {
  return field.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

/** @param {Store} store */
function getChosenActor({ network, state }) {
  return network.actorById.get(state.actor) ?? null;
}

/** @param {KeyTargets} targets */
function turnChosenFold({ store }) {
  const actor = getChosenActor(store);
  if (!actor) announce("Choose an actor to fold it or to open it");
  else if (!turnFold(store, actor.index)) announce(`${actor.name} has no parts to fold`);
}

/**
 * Walks from the chosen actor to a neighbour; where none is chosen, moves the paper.
 * @param {KeyTargets} targets
 * @param {Point} direction
 */
function walk({ store, canvas }, direction) {
  const actor = getChosenActor(store);
  if (!actor) {
    panCanvas(canvas, direction.x * STRIDE, direction.y * STRIDE);
    return;
  }
  const next = findNeighbourTowards(canvas, findHost(store.answer.folds, actor.index), direction);
  if (next === null) {
    announce("No neighbour lies that way");
    return;
  }
  store.choose(store.network.actors[next].id);
  focusCanvas(canvas, [next]);
}

/**
 * Opens what is known about the chosen actor; where none is chosen, chooses the foremost.
 * @param {KeyTargets} targets
 */
function openChosen(targets) {
  const { store, canvas, sheets } = targets;
  const bubble = /** @type {SVGElement|null} */ (
    getPart("bubbles").querySelector('[tabindex="0"]')
  );
  if (bubble) bubble.focus();
  else if (!getChosenActor(store) || !canvas.shown) chooseActorAt(targets, 0);
  else {
    sheets.open("panel");
    store.turnTo("details");
    focusPanel(store.state);
    cameFromCanvas = true;
  }
}

/**
 * Chooses the next actor that is drawn, or the one before, in the order of their importance.
 * @param {KeyTargets} targets
 * @param {number} step
 */
function stepThroughActors(targets, step) {
  const { order = [] } = targets.canvas.shown ?? {};
  const chosen = getChosenActor(targets.store);
  const here = chosen ? order.indexOf(findHost(targets.store.answer.folds, chosen.index)) : -1;
  chooseActorAt(targets, here < 0 && step < 0 ? order.length - 1 : here + step);
}

/**
 * @param {KeyTargets} targets
 * @param {number} place in the order of importance
 */
function chooseActorAt({ store, canvas }, place) {
  const { order = [] } = canvas.shown ?? {};
  if (!order.length) announce("No actor is drawn");
  else if (place < 0 || place >= order.length) announce("No more actors are drawn");
  else {
    const actor = order[place];
    store.choose(store.network.actors[actor].id);
    focusCanvas(canvas, [actor]);
  }
}

/**
 * Goes one thing back: out of a field, out of a sheet, and then what `STEPS_BACK` lists.
 * @param {KeyTargets} targets
 * @param {Element} field
 */
function goBack(targets, field) {
  if (isTyping(field)) leaveField(targets.store, field);
  else if (leavesPanel(targets, field)) getPart("canvas").focus({ preventScroll: true });
  else if (targets.sheets.close()) announce("Closed");
  else {
    const step = STEPS_BACK.find(({ applies }) => applies(targets.store.state));
    if (step) step.undo(targets);
    else if (targets.sheets.closePanel()) announce("Closed");
  }
}

/**
 * Whether the panel was opened from the network, which then has the focus back.
 * @param {KeyTargets} targets
 * @param {Element} field
 */
function leavesPanel({ sheets, store }, field) {
  const leaves = cameFromCanvas && field.closest("#panel") && store.state.view === "network";
  cameFromCanvas = false;
  if (leaves) sheets.close();
  return leaves;
}

/**
 * Moves the focus from a field to what the field is about, where the single keys work.
 * @param {Store} store
 * @param {Element} field
 */
function leaveField({ state }, field) {
  const rest =
    /** @type {HTMLElement|null|undefined} */
    (field.closest(".panel-body")?.querySelector("[data-rest]"));
  const part = rest ?? getPart(state.view === "network" ? "canvas" : "main");
  part.focus({ preventScroll: true });
}
