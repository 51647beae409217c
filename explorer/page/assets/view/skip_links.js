import { getPart } from "./element.js";
import { focusPanel } from "./focus.js";

/**
 * Lets the links at the top of the page skip to the table, to the network and to the panel.
 * @param {Store} store
 * @param {Sheets} sheets
 */
export function listenToSkipLinks(store, sheets) {
  /** @type {Record<string, () => void>} */
  const skips = {
    skip: () => {
      store.set({ view: "table" });
      getPart("view-table").querySelector("button")?.focus();
    },
    "skip-network": () => {
      store.set({ view: "network" });
      getPart("canvas").focus();
    },
    "skip-panel": () => {
      sheets.open("panel");
      focusPanel(store.state);
    },
  };
  for (const [id, skip] of Object.entries(skips)) {
    getPart(id).addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      skip();
    });
  }
}
