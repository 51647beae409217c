/** The tabs above the panels. */
import { PANELS } from "../core/panels.js";
import { getPart } from "./element.js";
import { createTabs } from "./tabs.js";

/**
 * The tabs that turn to the panels.
 * @typedef {object} PanelTabs
 * @property {(id: string) => void} mark marks the one that is open
 * @property {(id: string) => void} choose what a click does
 */

/**
 * Builds the tabs alone: they take room from the canvas. Without camps that of camps is left out.
 * @param {Network} network
 * @returns {PanelTabs}
 */
export function createPanelTabs({ camps }) {
  const ids = PANELS.filter((id) => findTab(id) === id && (id !== "camps" || camps));
  /** @type {PanelTabs} */
  const tabs = { mark: () => {}, choose: () => {} };
  tabs.mark = createTabs(getPart("panel-tabs"), ids, "panel", (id) => tabs.choose(id));
  return tabs;
}

/**
 * The panel whose tab is that of a panel.
 * @param {string} id
 */
export function findTab(id) {
  return id === "brokers" ? "ranks" : id;
}
