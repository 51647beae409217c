import { getPart } from "./element.js";

/** Says that the page's script runs at all. */
export function beginStart() {
  document.documentElement.dataset.starting = "begun";
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
