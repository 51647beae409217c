import { PANELS, choosePanel } from "../core/panels.js";
import { aboutPanel } from "./about_panel.js";
import { askPanel } from "./ask_panel.js";
import { brokersPanel } from "./brokers_panel.js";
import { campsPanel } from "./camps_panel.js";
import { communitiesPanel } from "./communities_panel.js";
import { detailsPanel } from "./details_panel.js";
import { element, getPart } from "./element.js";
import { isPanelOpen } from "./phone_sheets.js";
import { pathPanel } from "./path_panel.js";
import { ranksPanel } from "./ranks_panel.js";
import { sourcesPanel } from "./sources_panel.js";
import { createTabs } from "./tabs.js";

/**
 * What draws each panel: a new one is a file of its own, a line here and its id in
 * `core/panels.js`.
 * @type {Record<string, Panel>}
 */
export const BUILDERS = {
  details: detailsPanel,
  path: pathPanel,
  ask: askPanel,
  ranks: ranksPanel,
  brokers: brokersPanel,
  communities: communitiesPanel,
  camps: campsPanel,
  sources: sourcesPanel,
  about: aboutPanel,
};

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
  const rows = ids.map((id) => ({ id, label: BUILDERS[id].label, panel: `panel-${id}` }));
  /** @type {PanelTabs} */
  const tabs = { mark: () => {}, choose: () => {} };
  tabs.mark = createTabs(getPart("panel-tabs"), rows, (id) => tabs.choose(id));
  return tabs;
}

/**
 * The panel whose tab is that of a panel.
 * @param {string} id
 */
function findTab(id) {
  return id === "brokers" ? "ranks" : id;
}

/** @param {string} id */
function buildPanelBody(id) {
  const place = element("div", {
    class: "panel-body",
    id: `panel-${id}`,
    role: "tabpanel",
    "aria-labelledby": `tab-${findTab(id)}`,
    tabindex: 0,
    hidden: true,
  });
  getPart("panel").append(place);
  return place;
}

/**
 * Builds all panels.
 * @param {PanelContext} context
 * @param {PanelTabs} tabs
 * @returns {{draw: () => void, of: (id: string) => PanelBody}} draw: shows the panel that the state
 *   asks for, up to date
 */
export function createPanels(context, tabs) {
  const { store, open } = context;
  const bodies = PANELS.map(buildPanelBody);
  tabs.choose = (id) => {
    open();
    store.turnTo(id);
  };
  const panels = Object.fromEntries(
    PANELS.map((id, i) => [id, BUILDERS[id].create(context, bodies[i])]),
  );
  return {
    draw: () => {
      const id = choosePanel(store.state);
      tabs.mark(isPanelOpen() ? findTab(id) : "");
      PANELS.forEach((each, i) => (bodies[i].hidden = !isPanelOpen() || each !== id));
      panels[id].draw();
    },
    of: (id) => panels[id],
  };
}
