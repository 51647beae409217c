import { getPart } from "./element.js";

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
