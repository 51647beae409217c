import { announce } from "./announce.js";
import { fitCanvas, focusCanvas, panCanvas, zoomCanvas } from "./camera.js";
import { getPart } from "./element.js";
import { findNeighbourTowards } from "./pointer.js";
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

/** @type {Record<string, (targets: KeyTargets, field: Element) => void>} */
const ACTIONS = {
  "/": ({ search }) => search.input.focus(),
  p: ({ store, openPath }) => openPath(getChosenActor(store)),
  t: ({ store }) => store.set({ view: store.state.view === "table" ? "network" : "table" }),
  f: ({ canvas }) => fitCanvas(canvas),
  v: ({ store }) => turnVersion(store),
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
    const direction = isOnCanvas ? DIRECTIONS[event.key] : undefined;
    const action = direction ? () => walk(targets, direction) : ACTIONS[event.key];
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
  const next = findNeighbourTowards(canvas, actor.index, direction);
  if (next === null) {
    announce("No neighbour lies that way");
    return;
  }
  store.choose(store.network.actors[next].id);
  focusCanvas(canvas, [next]);
}

/**
 * Goes one thing back: out of a field, out of a sheet, and then what `STEPS_BACK` lists.
 * @param {KeyTargets} targets
 * @param {Element} field
 */
function goBack(targets, field) {
  if (isTyping(field)) leaveField(targets.store, field);
  else if (targets.sheets.close()) announce("Closed");
  else STEPS_BACK.find(({ applies }) => applies(targets.store.state))?.undo(targets);
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
