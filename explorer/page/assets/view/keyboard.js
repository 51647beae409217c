import { announce } from "./announce.js";
import { fitCanvas, focusCanvas, panCanvas, zoomCanvas } from "./camera.js";
import { getPart } from "./element.js";
import { findNeighbourTowards } from "./pointer.js";
import { turnVersion } from "./version_switch.js";

const WAYS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STRIDE = 60; // pixels an arrow key moves the paper

/** Whether a key belongs to the field that has the focus. */
function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

/** Whether the key means something else already: to a field, a dialog, the browser. */
function isReserved(event) {
  if (event.defaultPrevented || getPart("help").open) return true;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (isTyping(event.target) && event.key !== "Escape")
  );
}

function walk(view, way) {
  const { store, canvas } = view;
  const actor = store.network.actorById.get(store.state.actor);
  if (!actor) {
    panCanvas(canvas, way.x * STRIDE, way.y * STRIDE);
    return;
  }
  const next = findNeighbourTowards(canvas, actor.index, way);
  if (next === null) {
    announce("No neighbour lies that way");
    return;
  }
  store.choose(store.network.actors[next].id);
  focusCanvas(canvas, [next]);
}

/** From a field to what it is about, where the single keys work. */
function leaveField(view, field) {
  const resting = field.closest(".panel-body")?.querySelector("[data-rest]");
  (resting ?? getPart(view.store.state.view === "network" ? "canvas" : "main")).focus({
    preventScroll: true,
  });
}

/** What Esc takes back, the nearest first: when there is something, and how. */
const WAYS_BACK = [
  [({ ego }) => ego, ({ store }) => store.set({ ego: 0 })],
  [({ actor, relation }) => actor || relation, ({ store }) => store.choose("")],
  [({ rests, unsourced }) => rests || unsourced, ({ store }) => store.showResting(null)],
  [({ only }) => only, ({ store }) => store.set({ only: false })],
  [({ path }) => path, ({ store }) => store.leavePath()],
  [({ community }) => community, ({ store }) => store.set({ community: 0 })],
  [({ step }) => step !== null, ({ story }) => story?.leave()],
];

/** Esc goes one thing back: a field, a sheet, and then what `WAYS_BACK` says. */
function stepBack(view, target) {
  if (isTyping(target)) leaveField(view, target);
  else if (view.sheets.close()) announce("Closed");
  else WAYS_BACK.find(([applies]) => applies(view.store.state))?.[1](view);
}

const KEY_DEEDS = {
  "/": (view) => view.search.input.focus(),
  p: (view) => view.openPath(),
  t: ({ store }) => store.set({ view: store.state.view === "table" ? "network" : "table" }),
  f: ({ canvas }) => fitCanvas(canvas),
  v: ({ store }) => turnVersion(store),
  "+": ({ canvas }) => zoomCanvas(canvas, 1.4),
  "=": ({ canvas }) => zoomCanvas(canvas, 1.4),
  "-": ({ canvas }) => zoomCanvas(canvas, 1 / 1.4),
  n: ({ story }) => story?.turn(1),
  b: ({ story }) => story?.turn(-1),
  "?": (view) => view.help(),
  Escape: stepBack,
};

/**
 * The keys of the page. None is taken from a field, a dialog or the browser.
 * @param {object} view
 */
export function listenToKeys(view) {
  document.addEventListener("keydown", (event) => {
    if (isReserved(event)) return;
    const way = document.activeElement === getPart("canvas") ? WAYS[event.key] : undefined;
    const deed = way ? () => walk(view, way) : KEY_DEEDS[event.key];
    if (!deed) return;
    event.preventDefault();
    deed(view, event.target);
  });
}
