/** Builds what is around the drawing, once that is seen, and keeps all in line with the state. */
import { VIEWS } from "../core/page_state.js";
import { choosePanel } from "../core/panels.js";
import { prepareSpellings } from "../core/spellings.js";
import { listenToMessages } from "./announce.js";
import { announceChange } from "./announce_change.js";
import { lookAgain } from "./camera.js";
import { moveActors } from "./dragging.js";
import { holdFocus } from "./focus.js";
import { listenToPointer } from "./held_pointer.js";
import { workWhenIdle } from "./idle.js";
import { listenToKeys } from "./keyboard.js";
import { buildFilterSections, drawLegend, makeLegendOneStop } from "./legend.js";
import { listenToLinks } from "./link_notice.js";
import { createPanels } from "./panels.js";
import { listenToLinkedNotes } from "./save_layout.js";
import { createSettings } from "./settings.js";
import { listenToSkipLinks } from "./skip_links.js";
import { hasChanged, opensPanel } from "./state_changes.js";
import { createUnsavedNote } from "./unsaved.js";

/**
 * What builds what is around the drawing, and keeps all in line with the state, in short steps.
 * @param {import("../main.js").OpenedPage} page
 * @param {{state: State, measures: Measure[]}} drawn what is drawn already
 * @param {string} opened the address that the page was opened with
 * @returns {(() => void)[]}
 */
export function listLaterSteps(page, drawn, opened) {
  const { store, styles } = page;
  /** @type {ReturnType<typeof createFilters>} */
  let filters;
  /** @type {ReturnType<typeof buildPanels>} */
  let built;
  return [
    () => {
      filters = createFilters(store, styles);
    },
    () => {
      built = buildPanels(page);
    },
    page.drawTime,
    () => completePage(page, drawn, opened, { filters, ...built }),
  ];
}

/**
 * @param {import("../main.js").OpenedPage} page
 * @param {{state: State, measures: Measure[]}} drawn what is drawn already
 * @param {string} opened the address that the page was opened with
 * @param {ReturnType<typeof buildPanels> & {filters: ReturnType<typeof createFilters>}} around
 */
function completePage(page, drawn, opened, { filters, panels, openPath }) {
  const { store, layout, story, search, canvas, sheets } = page;
  const { network } = store;
  const drawUnsaved = createUnsavedNote(store, canvas, layout);
  listenToLinkedNotes(network, layout, panels.draw);
  /** @param {State|null} before */
  const drawAround = (before) => {
    filters.draw(before);
    panels.draw();
    drawUnsaved();
  };
  followState(page, drawn, drawAround);
  const { inset } = canvas;
  sheets.measure(); // what the link opens is filled only now
  if (canvas.inset !== inset) lookAgain(canvas);
  listenToSkipLinks(store, sheets);
  listenToKeys({ store, canvas, search, sheets, story, openPath, showHelp: page.showHelp });
  listenToLinks(network, opened);
  listenToMessages();
  listenToPointer();
  workWhenIdle(() => Boolean(canvas.plate.bends())); // for the first relation that is pointed at
  workWhenIdle((count) => prepareSpellings(network, count)); // for the search
}

/** @param {import("../main.js").OpenedPage} page */
function buildPanels({ store, styles, layout, networkView, sheets, panelTabs }) {
  /** @param {Actor|null} actor */
  const openPath = (actor) => {
    if (choosePanel(store.state) !== "path") store.turnTo("path");
    sheets.open("panel");
    panels.of("path").start?.(actor);
  };
  /** @param {Actor} actor */
  const startMove = ({ index }) => {
    sheets.close();
    store.set({ view: VIEWS[0] });
    networkView.startMove(index);
  };
  const open = () => sheets.open("panel");
  const panels = createPanels({ store, styles, layout, openPath, startMove, open }, panelTabs);
  return { panels, openPath };
}

/**
 * Draws what has changed since the network was drawn, and then after each change of the state.
 * @param {import("../main.js").OpenedPage} page
 * @param {{state: State, measures: Measure[]}} drawn
 * @param {(before: State|null) => void} drawAround
 */
function followState({ store, canvas, story, bubbles, sheets, draws }, drawn, drawAround) {
  const { network } = store;
  let { state: last, measures: scored } = drawn;
  /** @param {State|null} before */
  const drawAll = (before) => {
    const restoreFocus = holdFocus();
    const changed = network.measures === scored ? before : null;
    [last, scored] = [store.state, network.measures];
    draws.markView(last.view);
    draws.drawTools();
    story?.draw();
    if (opensPanel(last, before)) sheets.open("panel");
    drawAround(changed);
    draws.drawNote();
    moveActors(canvas, last.moved);
    drawView(draws.views, last, changed);
    bubbles.draw();
    restoreFocus(last);
  };
  const isDrawn = store.state === last && network.measures === scored;
  if (isDrawn) drawAround(null);
  else drawAll(null);
  let { folds } = store.answer;
  store.subscribe((/** @type {any} */ _, /** @type {any} */ before) => {
    drawAll(before);
    announceChange({ store, canvas, story }, before, folds);
    folds = store.answer.folds;
  });
}

/**
 * Builds the legend and the settings below it.
 * @param {Store} store
 * @param {Styles} styles
 * @returns {{draw: (before: State|null) => void}}
 */
function createFilters(store, styles) {
  const sections = buildFilterSections();
  const drawSettings = createSettings(store, sections.settings);
  const updateStop = makeLegendOneStop(sections.legend);
  return {
    draw: (before) => {
      if (hasChanged(store.state, before, "filters", "colourBy")) {
        drawLegend(store, styles, sections.legend);
        updateStop();
      }
      drawSettings();
    },
  };
}

/**
 * Draws the view that is open. What does not depend on what is chosen is drawn again only where the
 * filters have changed, or when it is seen again.
 * @param {Record<string, {draw: () => void, refresh: () => void}>} views
 * @param {State} state
 * @param {State|null} before
 */
function drawView(views, state, before) {
  const { draw, refresh } = views[state.view];
  draw();
  const ofTable = hasChanged(state, before, "table", "sort", "find");
  const ofTimeline = hasChanged(state, before, "timeline", "rankBy");
  if (ofTable || ofTimeline || hasChanged(state, before, "filters", "view")) refresh();
}
