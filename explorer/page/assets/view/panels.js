import { PANELS, choosePanel } from "../core/panels.js";
import { aboutPanel } from "./about_panel.js";
import { askPanel } from "./ask_panel.js";
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
  communities: communitiesPanel,
  sources: sourcesPanel,
  about: aboutPanel,
};

/** @param {string} id */
function buildPanelBody(id) {
  const place = element("div", {
    class: "panel-body",
    id: `panel-${id}`,
    role: "tabpanel",
    "aria-labelledby": `tab-${id}`,
    tabindex: 0,
    hidden: true,
  });
  getPart("panel").append(place);
  return place;
}

/**
 * Builds all panels and the tabs that turn to them.
 * @param {PanelContext} context
 * @returns {{draw: () => void, of: (id: string) => PanelBody}} draw: shows the panel that the state
 *   asks for, up to date
 */
export function createPanels(context) {
  const { store, open } = context;
  const bodies = PANELS.map(buildPanelBody);
  const tabs = PANELS.map((id) => ({ id, label: BUILDERS[id].label, panel: `panel-${id}` }));
  const mark = createTabs(getPart("panel-tabs"), tabs, (id) => {
    open();
    store.turnTo(id);
  });
  const panels = Object.fromEntries(
    PANELS.map((id, i) => [id, BUILDERS[id].create(context, bodies[i])]),
  );
  return {
    draw: () => {
      const id = choosePanel(store.state);
      mark(isPanelOpen() ? id : "");
      panels[id].draw();
    },
    of: (id) => panels[id],
  };
}
