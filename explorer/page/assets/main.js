/** Reads the page's document and puts every part of the page to work. */
import { readNetwork } from "./core/document.js";
import { VIEWS } from "./core/hash.js";
import { choosePanel } from "./core/panels.js";
import { sortActorsByMeasure } from "./core/ranks.js";
import { describeAnswer } from "./core/sentences.js";
import { announce, formatCount } from "./view/announce.js";
import { createBubbles } from "./view/bubbles.js";
import { fitCanvas, focusCanvas, lookAgain, lookAtActors, zoomCanvas } from "./view/camera.js";
import { readDocument } from "./view/page_document.js";
import { createInkChooser } from "./view/colouring.js";
import {
  createCanvas,
  emphasiseOnCanvas,
  redrawCanvas,
  restyleCanvas,
  showOnCanvas,
} from "./view/canvas.js";
import { element, getPart } from "./view/element.js";
import { chooseEmphasis } from "./view/emphasis.js";
import { createEmbed, opensEmbedded } from "./view/embed.js";
import { createHelp } from "./view/help.js";
import { buildIconButton } from "./view/icons.js";
import { readLinkedLayout, listenToLinkedLayout } from "./view/save_layout.js";
import { listenToKeys } from "./view/keyboard.js";
import { drawLegend, buildFilterSections } from "./view/legend.js";
import { createNote, describeShown } from "./view/canvas_note.js";
import { listenToLinks } from "./view/link_notice.js";
import { openInterface } from "./view/script_interface.js";
import { createPanels } from "./view/panels.js";
import { listenOnCanvas } from "./view/pointer.js";
import { listenToPrint } from "./view/print.js";
import { createSearchBox } from "./view/search_box.js";
import { createSettings } from "./view/settings.js";
import { createSheets } from "./view/sheets.js";
import { createStory } from "./view/story_card.js";
import { createStore } from "./view/store.js";
import { measureRadii, makeKindStyles, THEMES, makeTypeStyles } from "./view/styles.js";
import { createTables } from "./view/table_view.js";
import { createTabs } from "./view/tabs.js";
import { createTheme } from "./view/theme.js";
import { createTimePanel } from "./view/time_panel.js";
import { drawTimeline } from "./view/timeline_view.js";
import { createTip } from "./view/tooltip.js";
import { createToolbar } from "./view/toolbar.js";
import { turnCanvas, describeVersionChange } from "./view/version_switch.js";

const VIEW_TABS = VIEWS.map((id) => ({
  id,
  label: id.charAt(0).toUpperCase() + id.slice(1),
  panel: `view-${id}`,
}));

function measureCanvasArea() {
  const { clientWidth, clientHeight } = getPart("canvas");
  return (clientWidth || 800) * (clientHeight || 600);
}

/** What the canvas needs to know to draw. */
function makePlate(view, parsed) {
  const { network } = view;
  return {
    network,
    drawing: parsed.drawing,
    types: view.styles.types,
    kinds: view.styles.kinds,
    typeIndex: network.relations.map((relation) => network.types.indexOf(relation.type)),
    kindIndex: network.actors.map((actor) => network.kinds.indexOf(actor.kind)),
    radii: measureRadii(network, view.store.state.sizeBy, measureCanvasArea()),
    sizeBy: view.store.state.sizeBy,
    colourBy: view.store.state.colourBy,
    inkOf: createInkChooser(network, view.styles, view.store.state.colourBy),
    claims: view.store.answer.claims,
    theme: THEMES[view.theme.name()],
  };
}

function buildCanvas(view, parsed) {
  const { store } = view;
  const canvas = createCanvas(getPart("canvas"), makePlate(view, parsed), lookAgain);
  getPart("canvas").setAttribute(
    "aria-label",
    `Network of ${formatCount(view.network.actors.length, "actor")} and ${formatCount(view.network.relations.length, "relation")}. The table tells the same in words.`,
  );
  const tip = createTip(view);
  listenOnCanvas(canvas, {
    pick: ({ actor, relation }) => pickOnCanvas(view, actor, relation),
    open: ({ actor }) => {
      if (actor !== null) store.set({ actor: view.network.actors[actor].id, relation: "", ego: 1 });
    },
    hover: (pointed, point) => {
      view.pointed = pointed;
      tip(pointed, point);
      emphasiseOnCanvas(canvas, chooseEmphasis(store, pointed, view.order));
    },
  });
  getPart("zoom").append(
    buildIconButton("more", "Zoom in", () => zoomCanvas(canvas, 1.4)),
    buildIconButton("less", "Zoom out", () => zoomCanvas(canvas, 1 / 1.4)),
    buildIconButton("fit", "Fit to window", () => fitCanvas(canvas)),
  );
  return canvas;
}

function pickOnCanvas(view, actor, relation) {
  const { store, network } = view;
  view.pointed = null;
  view.picked = true;
  if (actor !== null) store.choose(network.actors[actor].id);
  else if (relation !== null) store.chooseRelation(network.relations[relation].id);
  else if (store.state.actor || store.state.relation) store.choose("");
  else if (store.state.rests || store.state.unsourced) store.showResting(null);
  view.picked = false;
}

/** Sizes and colours, only when what they stand for has changed. */
function styleCanvas({ canvas, network, store, styles, order }) {
  const { plate } = canvas;
  const { sizeBy, colourBy } = store.state;
  if (plate.sizeBy === sizeBy && plate.colourBy === colourBy) return order;
  plate.sizeBy = sizeBy;
  plate.colourBy = colourBy;
  plate.inkOf = createInkChooser(network, styles, colourBy);
  plate.radii = measureRadii(network, sizeBy, measureCanvasArea());
  restyleCanvas(canvas);
  return sortActorsByMeasure(network, sizeBy);
}

function drawCanvas(view, before) {
  const { store, canvas } = view;
  const { state, answer } = store;
  turnCanvas(view);
  view.order = styleCanvas(view);
  showOnCanvas(canvas, {
    mask: answer.drawn.relations,
    actors: answer.drawn.actors,
    claims: answer.claims,
    order: view.order,
  });
  const emphasis = chooseEmphasis(store, view.pointed, view.order);
  emphasiseOnCanvas(canvas, emphasis);
  if (hasTurnedStep(state, before)) frameStep(view, emphasis, Boolean(before));
  else if (
    ["ego", "only", "whole", "community"].some((name) =>
      before ? before[name] !== state[name] : state[name],
    )
  ) {
    fitCanvas(canvas, Boolean(before));
  } else if (
    emphasis &&
    (!view.picked || view.sheets.isSmall()) &&
    !view.pointed &&
    hasMoved(before, state)
  ) {
    focusCanvas(canvas, emphasis.actors);
  }
}

/** Whether the story has come to another step. */
function hasTurnedStep({ step }, before) {
  return step !== null && step !== before?.step;
}

/**
 * Brings all of what a step shows into the part of the canvas that the story's card leaves free.
 */
function frameStep({ canvas, store }, emphasis, animated) {
  if (emphasis && !store.state.ego && !store.state.only) {
    lookAtActors(canvas, emphasis.actors, animated);
  } else fitCanvas(canvas, animated);
}

function hasMoved(before, state) {
  return (
    !before ||
    ["actor", "relation", "path", "which", "rests", "unsourced"].some(
      (name) => before[name] !== state[name],
    )
  );
}

const VIEWS_DRAWN = {
  network: (view, before, changed) => {
    if (before && changed("view")) redrawCanvas(view.canvas);
    drawCanvas(view, before);
    if (changed("filters", "view")) view.drawTime();
  },
  table: (view, before, changed) => {
    if (changed("filters", "view")) view.drawTables();
  },
  timeline: (view, before, changed) => {
    if (changed("filters", "view")) drawTimeline(view);
  },
};

/**
 * Brings every part of the page in line with the state; parts out of sight wait until they are
 * seen.
 */
function drawAll(view, before) {
  const { store } = view;
  const { state } = store;
  view.markView(state.view);
  const changed = (...names) => !before || names.some((name) => before[name] !== state[name]);
  if (changed("filters", "colourBy")) drawLegend(store, view.styles, view.legendPlace);
  view.drawSettings();
  view.drawTools();
  view.story?.draw();
  if (opensPanel(state, before) && !hasTurnedStep(state, before)) view.sheets.open("panel");
  view.panels.draw();
  view.drawNote();
  VIEWS_DRAWN[state.view](view, before, changed);
  view.bubbles.draw();
}

/** Whether a change is told of in a panel, which on small screens is a sheet. */
function opensPanel(state, before) {
  const chosen =
    (state.actor || state.relation) &&
    (!before || before.actor !== state.actor || before.relation !== state.relation);
  const asked = state.path && (!before || before.path !== state.path);
  return Boolean(chosen || asked || (state.panel && state.panel !== before?.panel));
}

function describeSourceShown({ store, canvas }) {
  const { rests, unsourced } = store.state;
  if (!rests && !unsourced) return "Everything is shown alike";
  const count = formatCount(canvas.emphasis?.relations.size ?? 0, "relation");
  return rests
    ? `${count} resting on ${store.network.sourceById.get(rests).citation}`
    : `${count} without a source`;
}

/** Tells screen readers what a change came to. */
function announceChange(view, before) {
  const { store, network } = view;
  const { state, answer } = store;
  const actor = network.actorById.get(state.actor);
  if (hasTurnedStep(state, before)) announce(view.story.said());
  else if (actor && state.actor !== before.actor) {
    announce(
      `${actor.name}, ${formatCount(network.ties[actor.index].filter((i) => answer.mask[i]).length, "relation")}`,
    );
  } else if (
    answer.path &&
    (state.path !== before.path || state.which !== before.which || state.avoid !== before.avoid)
  ) {
    announce(describeAnswer(network, answer));
  } else if (state.rests !== before.rests || state.unsourced !== before.unsourced) {
    announce(describeSourceShown(view));
  } else if (state.filters !== before.filters) {
    announce(`${describeVersionChange(store, before)}${describeShown(store)} shown`);
  }
}

/** The focus goes where the arrow keys walk on from the actor found. */
function pickFromSearch(view, actor) {
  view.store.choose(actor.id);
  view.search.show(null);
  (view.store.state.view === "network" ? getPart("canvas") : getPart("panel-details")).focus({
    preventScroll: true,
  });
}

function buildTop(view) {
  const { store, network } = view;
  view.search = createSearchBox(network, {
    label: "Search for an actor",
    placeholder: "Search for an actor",
    pick: (actor) => pickFromSearch(view, actor),
  });
  getPart("search").append(
    view.search.root,
    element("kbd", { class: "search-key", "aria-hidden": "true" }, "/"),
  );
  view.markView = createTabs(getPart("views"), VIEW_TABS, (id) => store.set({ view: id }));
  view.help = createHelp(network);
  getPart("skip").addEventListener("click", (event) => {
    event.preventDefault();
    store.set({ view: "table" });
    getPart("view-table").querySelector("button")?.focus();
  });
}

function openPath(view, actor) {
  if (choosePanel(view.store.state) !== "path") view.store.turnTo("path");
  view.sheets.open("panel");
  view.panels.of("path").start(actor);
}

function buildPanels(view) {
  const { store } = view;
  const { legend, settings } = buildFilterSections();
  view.legendPlace = legend;
  view.drawSettings = createSettings(store, settings);
  view.panels = createPanels(view);
  view.startPath = (actor) => openPath(view, actor);
  view.openPath = () => view.startPath(store.network.actorById.get(store.state.actor) ?? null);
  view.drawTime = createTimePanel(store);
  view.drawTables = createTables(store);
  view.drawNote = createNote(store, () => view.bubbles.words());
}

/** Where the story's card covers the canvas; below it, it covers nothing. */
function locateCard({ story }) {
  const card = story?.box();
  const canvas = getPart("canvas").getBoundingClientRect();
  if (!card || card.top >= canvas.bottom) return null;
  return {
    left: card.left - canvas.left,
    top: card.top - canvas.top,
    right: card.right - canvas.left,
  };
}

/** How many pixels the note takes above. */
function measureNote() {
  const { hidden, offsetTop, offsetHeight } = getPart("plate-note");
  return hidden || !offsetHeight ? 0 : offsetTop + offsetHeight;
}

function start(parsed) {
  const network = readNetwork(parsed);
  if (opensEmbedded(network.about)) network.story = null; // the page around the frame tells its own
  getPart("app").hidden = false;
  const view = {
    network,
    store: createStore(network),
    kept: readLinkedLayout(network),
    pointed: null,
    picked: false,
  };
  view.order = sortActorsByMeasure(network, view.store.state.sizeBy);
  view.styles = {
    types: makeTypeStyles(network, parsed.styles),
    kinds: makeKindStyles(network, parsed.styles),
  };
  const embed = createEmbed(view.store);
  view.theme = createTheme((colours) => {
    view.canvas.plate.theme = colours;
    restyleCanvas(view.canvas);
    view.bubbles.draw();
  });
  buildTop(view);
  buildPanels(view);
  view.story = createStory(view.store);
  view.story?.draw(); // it takes room from the canvas
  view.canvas = buildCanvas(view, parsed);
  view.bubbles = createBubbles(view);
  view.sheets = createSheets((height) => {
    view.canvas.inset = height
      ? Math.max(
          0,
          height -
            getPart("canvas").getBoundingClientRect().bottom +
            innerHeight -
            getPart("dock").offsetHeight,
        )
      : 0;
  });
  embed(view);
  view.canvas.card = () => locateCard(view);
  view.canvas.note = measureNote;
  view.drawTools = createToolbar(view);
  listenToLinkedLayout(view);
  fitCanvas(view.canvas, false);
  drawAll(view, null);
  if ((view.store.answer.drawn.few || view.store.state.community) && !view.canvas.emphasis) {
    fitCanvas(view.canvas, false);
  }
  view.store.subscribe((_, before) => {
    drawAll(view, before);
    announceChange(view, before);
  });
  listenToKeys(view);
  listenToPrint(view);
  listenToLinks(network);
  openInterface(view);
}

readDocument(getPart("document"), start);
