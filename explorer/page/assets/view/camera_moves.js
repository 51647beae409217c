/** Move the camera to what has changed. */
import { VIEWS } from "../core/page_state.js";
import { hasTurnedStep } from "./announce_change.js";
import { fitCanvas, focusCanvas, lookAtActors } from "./camera.js";

/** A change of these shows another part of the network, which is then fitted to the canvas. */
const FITTED_FIELDS = /** @type {const} */ (["ego", "pathAlone", "askAlone", "whole", "community"]);

/** A change of these is what the canvas moves to. */
const FOCUSED_FIELDS =
  /** @type {const} */
  (["actor", "relation", "path", "pathNumber", "ask", "askNumber", "source", "unsourced"]);

/**
 * Moves the camera to what has changed, where the canvas does not show it already.
 * @param {Store} store
 * @param {Canvas} canvas
 * @param {State|null} before
 * @param {boolean} mayFocus
 */
export function moveCamera({ state }, canvas, before, mayFocus) {
  const { emphasis } = canvas;
  const animated = before !== null && state.view === VIEWS[0];
  const { focuses, fits, selects } = compareStates(state, before);
  if (hasTurnedStep(state, before)) {
    if (emphasis && !state.ego && !state.pathAlone) lookAtActors(canvas, emphasis.actors, animated);
    else fitCanvas(canvas, animated);
  } else if (fits) fitCanvas(canvas, animated);
  else if (emphasis && mayFocus) {
    if (focuses) focusCanvas(canvas, emphasis.actors, animated);
  } else if (selects && !isAllInSight(canvas)) fitCanvas(canvas, animated);
}

/**
 * @param {State} state
 * @param {State|null} before
 */
function compareStates(state, before) {
  return {
    focuses: !before || FOCUSED_FIELDS.some((name) => before[name] !== state[name]),
    fits: FITTED_FIELDS.some((name) => (before ? before[name] !== state[name] : state[name])),
    selects: before !== null && before.filters !== state.filters,
  };
}

/**
 * Whether all actors that are drawn are on the canvas, or the reader looks at a part of it.
 * @param {Canvas} canvas
 */
function isAllInSight({ moved, shown, plate, size }) {
  const { width, height } = size();
  return (
    moved ||
    shown?.order.every((i) => {
      const { x, y } = plate.place(i);
      return x >= 0 && x <= width && y >= 0 && y <= height;
    })
  );
}
