/** Reads the page's document, builds its parts, and keeps them in line with the state. */
import { readNetwork } from "./core/network.js";
import { VIEWS } from "./core/page_link.js";
import { choosePanel } from "./core/panels.js";
import { listenToMessages } from "./view/announce.js";
import { announceChange, hasTurnedStep } from "./view/announce_change.js";
import { createBubbles, describeShownBubbles } from "./view/bubbles.js";
import { fitCanvas, lookAgain } from "./view/camera.js";
import { createNote } from "./view/canvas_note.js";
import { moveActors } from "./view/dragging.js";
import { element, getPart } from "./view/element.js";
import { createEmbed, opensEmbedded } from "./view/embed.js";
import { focusPanel, holdFocus } from "./view/focus.js";
import { createHelp } from "./view/help.js";
import { listenToKeys } from "./view/keyboard.js";
import { buildFilterSections, drawLegend, LEGEND_CONTROLS } from "./view/legend.js";
import { listenToLinks } from "./view/link_notice.js";
import { createNetworkView } from "./view/network_view.js";
import { readDocument } from "./view/page_document.js";
import { createPanels } from "./view/panels.js";
import { createPictures } from "./view/picture.js";
import { listenToPrint } from "./view/print.js";
import { listenToLinkedNotes, readLinkedLayout } from "./view/save_layout.js";
import { makeOneStop } from "./view/roving.js";
import { openInterface } from "./view/script_interface.js";
import { createSearchBox } from "./view/search_box.js";
import { createSettings } from "./view/settings.js";
import { createSheets, isSmall } from "./view/phone_sheets.js";
import { beginStart, finishStart } from "./view/start.js";
import { createStore } from "./view/store.js";
import { createStory } from "./view/story_card.js";
import { makeStyles } from "./view/styles.js";
import { createTables } from "./view/table_view.js";
import { createTabs } from "./view/tabs.js";
import { createTheme } from "./view/theme.js";
import { createTimePanel } from "./view/time_panel.js";
import { drawTimeline } from "./view/timeline_view.js";
import { createToolbar } from "./view/toolbar.js";
import { createUnsavedNote } from "./view/unsaved.js";

const VIEW_TABS = VIEWS.map((id) => ({
  id,
  label: id.charAt(0).toUpperCase() + id.slice(1),
  panel: `view-${id}`,
}));

/**
 * Builds the page from its document, part by part; each receives what it needs.
 * @param {PageDocument} pageDocument
 */
// eslint-disable-next-line max-lines-per-function -- one list, to be read from top to bottom
function startPage(pageDocument) {
  const network = readNetwork(pageDocument);
  const opened = location.hash; // before it is set right
  if (opensEmbedded(network.about)) network.story = null; // the page around the frame has its own
  getPart("app").hidden = false;

  const store = createStore(network);
  const styles = makeStyles(network, pageDocument.styles);
  const layout = readLinkedLayout(network);
  const completeEmbed = createEmbed(store);
  const theme = createTheme();

  const search = createSearch(store);
  const markView = createTabs(getPart("views"), VIEW_TABS, (id) => store.set({ view: id }));
  const showHelp = createHelp(network);
  const filters = createFilters(store, styles);
  const drawTime = createTimePanel(store);
  const drawTables = createTables(store);
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
  const panels = createPanels({ store, styles, layout, openPath, startMove, open });
  const story = createStory(store, () => lookAgain(canvas));
  story?.draw(); // it takes room from the canvas, as the years below do
  drawTime();

  const { drawing } = pageDocument;
  const networkView = createNetworkView({ store, styles, drawing, theme, story });
  const { canvas } = networkView;
  const drawUnsaved = createUnsavedNote(store, canvas, layout);
  const drawNote = createNote(store, () => describeShownBubbles(store, canvas));
  const bubbles = createBubbles(store, canvas, drawNote);
  theme.onChange(bubbles.draw);
  const { catchUp } = networkView;
  const pictures = createPictures({ store, styles, canvas, bubbles, catchUp });
  const sheets = createSheets(() => store.turnTo(choosePanel({ ...store.state, panel: "" })));
  sheets.onShow(networkView.cover);
  completeEmbed(canvas, sheets);
  const drawTools = createToolbar({ store, theme, story, canvas, pictures, layout, showHelp });
  listenToLinkedNotes(network, layout, panels.draw);
  moveActors(canvas, store.state.moved);
  drawNote();
  canvas.controls(); // remembered where they lie, before another view hides them
  fitCanvas(canvas, false);

  const views = {
    network: { draw: networkView.draw, refresh: drawTime },
    table: { draw: () => {}, refresh: drawTables },
    timeline: { draw: () => {}, refresh: () => drawTimeline(store, styles) },
  };
  /** @type {Measure[]} */
  let scored = [];
  /** @param {State|null} before */
  const drawAll = (before) => {
    const restoreFocus = holdFocus();
    const isScored = network.measures !== scored;
    scored = network.measures;
    markView(store.state.view);
    filters.draw(isScored ? null : before);
    drawTools();
    story?.draw();
    if (opensPanel(store.state, before)) sheets.open("panel");
    panels.draw();
    drawNote();
    drawUnsaved();
    moveActors(canvas, store.state.moved);
    drawView(views, store.state, isScored ? null : before);
    bubbles.draw();
    restoreFocus(store.state);
  };
  if (network.versions && !isSmall()) open(); // with what has changed
  drawAll(null);
  lookAgain(canvas); // with what the canvas shows now, and what is said over it
  let { folds } = store.answer;
  store.subscribe((/** @type {any} */ _, /** @type {any} */ before) => {
    drawAll(before);
    announceChange({ store, canvas, story }, before, folds);
    folds = store.answer.folds;
  });

  listenToSkipLinks(store, sheets);
  listenToKeys({ store, canvas, search, sheets, story, openPath, showHelp });
  listenToPrint({ store, styles, canvas, pictures });
  listenToLinks(network, opened);
  listenToMessages();
  openInterface({ store, canvas, bubbles, layout });
  finishStart();
}

/**
 * Builds the search for an actor. The focus then goes where the arrow keys lead on from the actor.
 * @param {Store} store
 * @returns {SearchBox}
 */
function createSearch(store) {
  const search = createSearchBox(store.network, {
    label: "Search for an actor",
    placeholder: "Search for an actor",
    pick: (actor) => {
      store.choose(actor.id);
      search.show(null);
      const part = store.state.view === "network" ? "canvas" : "panel-details";
      getPart(part).focus({ preventScroll: true });
    },
  });
  getPart("search").append(
    search.root,
    element("kbd", { class: "search-key", "aria-hidden": "true" }, "/"),
  );
  return search;
}

/**
 * Lets the links at the top of the page skip to the table, to the network and to the panel.
 * @param {Store} store
 * @param {Sheets} sheets
 */
function listenToSkipLinks(store, sheets) {
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

/**
 * Builds the legend and the settings below it.
 * @param {Store} store
 * @param {Styles} styles
 * @returns {{draw: (before: State|null) => void}}
 */
function createFilters(store, styles) {
  const sections = buildFilterSections();
  const drawSettings = createSettings(store, sections.settings);
  const updateStop = makeOneStop(sections.legend, LEGEND_CONTROLS);
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
  if (hasChanged(state, before, "filters", "view", "table", "sort", "find")) refresh();
}

/**
 * Whether any of these fields has changed; at first everything has.
 * @param {State} state
 * @param {State|null} before
 * @param {...(keyof State)} names
 */
function hasChanged(state, before, ...names) {
  return before === null || names.some((name) => before[name] !== state[name]);
}

/**
 * Whether a change is described in a panel, which on small screens is a sheet. A step of the story
 * opens none.
 * @param {State} state
 * @param {State|null} before
 */
function opensPanel(state, before) {
  const isChosen =
    (state.actor || state.relation) && hasChanged(state, before, "actor", "relation");
  const isAsked = (state.path || state.ask) && hasChanged(state, before, "path", "ask");
  const isOpened = state.panel && state.panel !== before?.panel;
  return Boolean(isChosen || isAsked || isOpened) && !hasTurnedStep(state, before);
}

beginStart();
readDocument(getPart("document"), startPage);
