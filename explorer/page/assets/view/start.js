import { getPart } from "./element.js";

const LONGEST_WAIT = 1000; // milliseconds
const FRAME = 17; // milliseconds
const PATIENCE = 3;

/**
 * Says that the page's script runs at all. Without the style sheet, which the site around the page
 * may forbid, nothing starts.
 */
export function beginStart() {
  const root = document.documentElement;
  if (!getComputedStyle(root).getPropertyValue("--paper")) {
    throw new Error("The site around this page forbids its style sheet.");
  }
  root.dataset.starting = "begun";
}

/**
 * Takes some steps when what was drawn just now is on the screen, each when the browser has time
 * for it; all at once when the reader does something before, and, where nothing is on a screen, as
 * in a tab that nobody sees, soon.
 * @param {() => (() => void)[]} listSteps asked when the first of them is due
 */
export function runAfterPaint(listSteps) {
  /** @type {(() => void)[]|null} */
  let left = null;
  const take = () => {
    left ??= listSteps();
    left.shift()?.();
    return left.length > 0;
  };
  const takeAll = () => {
    while (take());
  };
  const takeNext = () => {
    if (take()) waitForTime(takeNext);
  };
  requestAnimationFrame(() => requestAnimationFrame(() => waitForTime(takeNext)));
  for (const event of ["keydown", "pointerdown"]) {
    addEventListener(event, takeAll, { capture: true, once: true });
  }
  setTimeout(takeAll, LONGEST_WAIT);
}

/**
 * Runs something when no frame is due, or else after some: a step takes longer than a frame leaves.
 * @param {() => void} run
 * @param {number} [patience] how often time too short is let go by
 */
function waitForTime(run, patience = PATIENCE) {
  if (!window.requestIdleCallback) {
    setTimeout(run); // Safari has no idle time to ask for
    return;
  }
  requestIdleCallback((deadline) => {
    if (patience && deadline.timeRemaining() < FRAME) waitForTime(run, patience - 1);
    else run();
  });
}

/** The page works: its plain tables, which stand in for it until then, are no longer needed. */
export function finishStart() {
  const root = document.documentElement;
  root.dataset.started = "";
  root.dataset.starting = "begun";
  getPart("plain").remove();
}

/**
 * Leaves the plain tables, with the reason why there is no more.
 * @param {HTMLElement} reason
 */
export function giveUpStart(reason) {
  getPart("plain").prepend(reason);
  delete document.documentElement.dataset.starting;
}
