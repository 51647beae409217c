import { getPart } from "./element.js";

const LONGEST_WAIT = 1000; // milliseconds

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
 * Runs something when what was drawn just now is on the screen, or when the reader does something
 * before; where nothing is on a screen, as in a tab that nobody sees, soon.
 * @param {() => void} run
 */
export function runAfterPaint(run) {
  let isDue = true;
  const runOnce = () => {
    if (!isDue) return;
    isDue = false;
    run();
  };
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(runOnce)));
  for (const event of ["keydown", "pointerdown"]) {
    addEventListener(event, runOnce, { capture: true, once: true });
  }
  setTimeout(runOnce, LONGEST_WAIT);
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
