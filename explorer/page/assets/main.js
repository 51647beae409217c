/** Reads the page's document, and builds and draws what a reader sees first. */
import { readNetwork } from "./core/network.js";
import { VIEWS } from "./core/page_state.js";
import { choosePanel } from "./core/panels.js";
import { listLaterSteps } from "./view/around.js";
import { createBubbles, describeShownBubbles } from "./view/bubbles.js";
import { fitCanvas, lookAgain } from "./view/camera.js";
import { createNote } from "./view/canvas_note.js";
import { moveActors } from "./view/dragging.js";
import { element, getPart } from "./view/element.js";
import { createEmbed, opensEmbedded } from "./view/embed.js";
import { createHelp } from "./view/help.js";
import { createNetworkView } from "./view/network_view.js";
import { readDocument } from "./view/page_document.js";
import { createPanelTabs } from "./view/panel_tabs.js";
import { createSheets, isSmall } from "./view/phone_sheets.js";
import { createPictures } from "./view/picture.js";
import { listenToPrint } from "./view/print.js";
import { readLinkedLayout } from "./view/save_layout.js";
import { openInterface } from "./view/script_interface.js";
import { createSearchBox } from "./view/search_box.js";
import { beginStart, finishStart, runAfterPaint } from "./view/start.js";
import { opensPanel } from "./view/state_changes.js";
import { createStore } from "./view/store.js";
import { createStory } from "./view/story_card.js";
import { makeStyles } from "./view/styles.js";
import { createTables } from "./view/table_view.js";
import { createTabs } from "./view/tabs.js";
import { createTheme } from "./view/theme.js";
import { createTimePanel } from "./view/time_panel.js";
import { drawTimeline } from "./view/timeline_view.js";
import { createToolbar } from "./view/toolbar.js";

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
  runAfterPaint(() => [...listLaterSteps(page, drawn, opened), finishStart]);
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
  fitFirst(store, canvas, sheets);

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
 * Fits the drawing into the room that it has, with the panel beside it that a link opens. What that
 * is, and what buttons take of it, is remembered: another view may hide it.
 * @param {Store} store
 * @param {Canvas} canvas
 * @param {ReturnType<typeof createSheets>} sheets
 */
function fitFirst({ state, network }, canvas, sheets) {
  const showsChanges = network.versions && !isSmall();
  if (showsChanges || opensPanel(state, null)) sheets.open("panel");
  canvas.size();
  canvas.controls();
  fitCanvas(canvas, false);
}

/**
 * Draws the view that is open, and what is over it.
 * @param {ReturnType<typeof openPage>} page
 */
function drawFirst({ store, canvas, bubbles, draws }) {
  const { state } = store;
  draws.markView(state.view);
  draws.drawTools();
  const { draw, refresh } = draws.views[state.view];
  draw();
  if (state.view !== VIEWS[0]) refresh(); // the years are drawn already
  bubbles.draw();
  lookAgain(canvas); // with what the canvas shows now, and what is said over it
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

beginStart();
readDocument(getPart("document"), startPage);
