import { PANELS, choosePanel } from "../core/panels.js";
import { aboutPanel } from "./about_panel.js";
import { communitiesPanel } from "./communities_panel.js";
import { detailsPanel } from "./details_panel.js";
import { element, getPart } from "./element.js";
import { pathPanel } from "./path_panel.js";
import { ranksPanel } from "./ranks_panel.js";
import { sourcesPanel } from "./sources_panel.js";
import { createTabs } from "./tabs.js";

/**
 * @typedef {{label: string, create: (view: object, place: HTMLElement) => {draw: () => void}}}
 *   Panel
 *   create: called once, with the place to fill; draw: brings it up to date, and is called only
 *   while it is seen
 */

/**
 * What draws each panel: a new one is a file of its own, a line here and its id in
 * `core/panels.js`.
 */
export const BUILDERS = new Map([
  ["details", detailsPanel],
  ["path", pathPanel],
  ["ranks", ranksPanel],
  ["communities", communitiesPanel],
  ["sources", sourcesPanel],
  ["about", aboutPanel],
]);

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
 * @param {object} view
 * @returns {{draw: () => void, of: (id: string) => object}} draw: shows the panel that the state
 *   asks for, up to date
 */
export function createPanels(view) {
  const { store } = view;
  const places = PANELS.map((id) => [id, buildPanelBody(id)]);
  const tabs = PANELS.map((id) => ({ id, label: BUILDERS.get(id).label, panel: `panel-${id}` }));
  const mark = createTabs(getPart("panel-tabs"), tabs, (id) => store.turnTo(id));
  const panels = new Map(places.map(([id, place]) => [id, BUILDERS.get(id).create(view, place)]));
  return {
    draw: () => {
      const id = choosePanel(store.state);
      mark(id);
      panels.get(id).draw();
    },
    of: (id) => panels.get(id),
  };
}
