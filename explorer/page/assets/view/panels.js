import { PANELS, choosePanel } from "../core/panels.js";
import { aboutPanel } from "./about_panel.js";
import { askPanel } from "./ask_panel.js";
import { brokersPanel } from "./brokers_panel.js";
import { campsPanel } from "./camps_panel.js";
import { communitiesPanel } from "./communities_panel.js";
import { detailsPanel } from "./details_panel.js";
import { element, getPart } from "./element.js";
import { findTab } from "./panel_tabs.js";
import { isPanelOpen } from "./phone_sheets.js";
import { pathPanel } from "./path_panel.js";
import { ranksPanel } from "./ranks_panel.js";
import { sourcesPanel } from "./sources_panel.js";

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
 * @param {import("./panel_tabs.js").PanelTabs} tabs
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
