/** Reads the page's document, builds its parts, and keeps them in line with the state. */
import { readNetwork } from "./core/network.js";
import { VIEWS } from "./core/page_state.js";
import { choosePanel } from "./core/panels.js";
import { prepareSpellings } from "./core/spellings.js";
import { listenToMessages } from "./view/announce.js";
import { announceChange } from "./view/announce_change.js";
import { createBubbles, describeShownBubbles } from "./view/bubbles.js";
import { fitCanvas, lookAgain } from "./view/camera.js";
import { createNote } from "./view/canvas_note.js";
import { moveActors } from "./view/dragging.js";
import { element, getPart } from "./view/element.js";
import { createEmbed, opensEmbedded } from "./view/embed.js";
import { holdFocus } from "./view/focus.js";
import { createHelp } from "./view/help.js";
import { listenToPointer } from "./view/held_pointer.js";
import { workWhenIdle } from "./view/idle.js";
import { listenToKeys } from "./view/keyboard.js";
import { buildFilterSections, drawLegend, makeLegendOneStop } from "./view/legend.js";
import { listenToLinks } from "./view/link_notice.js";
import { createNetworkView } from "./view/network_view.js";
import { readDocument } from "./view/page_document.js";
import { createPanelTabs } from "./view/panel_tabs.js";
import { createPanels } from "./view/panels.js";
import { createPictures } from "./view/picture.js";
import { listenToPrint } from "./view/print.js";
import { listenToLinkedNotes, readLinkedLayout } from "./view/save_layout.js";
import { openInterface } from "./view/script_interface.js";
import { createSearchBox } from "./view/search_box.js";
import { createSettings } from "./view/settings.js";
import { createSheets, isSmall } from "./view/phone_sheets.js";
import { listenToSkipLinks } from "./view/skip_links.js";
import { beginStart, finishStart, runAfterPaint } from "./view/start.js";
import { hasChanged, opensPanel } from "./view/state_changes.js";
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

/** @typedef {ReturnType<typeof openPage>} OpenedPage */

/**
 * Draws the network, and builds the rest when that is on the screen.
 * @param {PageDocument} pageDocument
 */
function startPage(pageDocument) {
  const network = readNetwork(pageDocument);
  const opened = location.hash; // before it is set right
  if (opensEmbedded(network.about)) network.story = null; // the page around the frame has its own
  getPart("app").hidden = false;
  const page = openPage(pageDocument, createStore(network));
  listenToPrint(page); // which a program may ask for as soon as the page has loaded
  openInterface(page);
  const drawn = { state: page.store.state, measures: network.measures };
  runAfterPaint([...listLaterSteps(page, drawn, opened), finishStart]);
}

/**
 * Builds what the drawing and its room depend on, and draws.
 * @param {PageDocument} pageDocument
 * @param {Store} store
 */
function openPage(pageDocument, store) {
  const { network } = store;
  const styles = makeStyles(network, pageDocument.styles);
  const layout = readLinkedLayout(network);
  const completeEmbed = createEmbed(store);
  const theme = createTheme();
  const markView = createTabs(getPart("views"), VIEWS, "view", (id) => store.set({ view: id }));
  const panelTabs = createPanelTabs(network);
  const drawTime = createTimePanel(store);
  const story = createStory(store, () => lookAgain(canvas));
  story?.draw(); // it takes room from the canvas, as the years below do
  drawTime();
  const search = createSearch(store);

  const { drawing } = pageDocument;
  const networkView = createNetworkView({ store, styles, drawing, theme, story });
  const { canvas } = networkView;
  const drawNote = createNote(store, () => describeShownBubbles(store, canvas));
  const bubbles = createBubbles(store, canvas, drawNote);
  theme.onChange(bubbles.draw);
  const { catchUp } = networkView;
  const pictures = createPictures({ store, styles, canvas, bubbles, catchUp });
  const sheets = createSheets(() => store.turnTo(choosePanel({ ...store.state, panel: "" })));
  sheets.onShow(networkView.cover);
  completeEmbed(canvas, sheets);
  const showHelp = createHelp(network);
  const drawTools = createToolbar({ store, theme, story, canvas, pictures, layout, showHelp });
  moveActors(canvas, store.state.moved);
  drawNote();
  canvas.controls(); // remembered where they lie, before another view hides them
  fitCanvas(canvas, false);

  /** @type {Record<string, {draw: () => void, refresh: () => void}>} */
  const views = {
    network: { draw: networkView.draw, refresh: drawTime },
    table: { draw: () => {}, refresh: createTables(store) },
    timeline: { draw: () => {}, refresh: () => drawTimeline(store, styles) },
  };
  const page = {
    ...{ store, styles, layout, story, search, networkView, canvas, bubbles, pictures, sheets },
    ...{ showHelp, panelTabs, drawTime, draws: { views, markView, drawTools, drawNote } },
  };
  drawFirst(page);
  return page;
}

/**
 * Draws the view that is open, and what is over it.
 * @param {ReturnType<typeof openPage>} page
 */
function drawFirst({ store, canvas, bubbles, sheets, draws }) {
  const { state, network } = store;
  draws.markView(state.view);
  draws.drawTools();
  const showsChanges = network.versions && !isSmall();
  if (showsChanges || opensPanel(state, null)) sheets.open("panel");
  const { draw, refresh } = draws.views[state.view];
  draw();
  if (state.view !== VIEWS[0]) refresh(); // the years are drawn already
  bubbles.draw();
  lookAgain(canvas); // with what the canvas shows now, and what is said over it
}

/**
 * What builds what is around the drawing, and keeps all in line with the state, in short steps.
 * @param {OpenedPage} page
 * @param {{state: State, measures: Measure[]}} drawn what is drawn already
 * @param {string} opened the address that the page was opened with
 * @returns {(() => void)[]}
 */
function listLaterSteps(page, drawn, opened) {
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
 * @param {OpenedPage} page
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

/** @param {OpenedPage} page */
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
 * @param {OpenedPage} page
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

beginStart();
readDocument(getPart("document"), startPage);
