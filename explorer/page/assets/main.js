/** Reads the page's document and puts every part of the page to work. */
import { readNetwork } from "./core/document.js";
import { VIEWS } from "./core/hash.js";
import { panelShown } from "./core/panels.js";
import { actorsByMeasure } from "./core/ranks.js";
import { answerSentence } from "./core/sentences.js";
import { announce, counted } from "./view/announce.js";
import { createBubbles } from "./view/bubbles.js";
import { fitCanvas, focusCanvas, lookAgain, lookAtActors, zoomCanvas } from "./view/camera.js";
import { withDocument } from "./view/carried.js";
import { inksOf } from "./view/colouring.js";
import {
  createCanvas,
  emphasiseOnCanvas,
  redrawCanvas,
  restyleCanvas,
  showOnCanvas,
} from "./view/canvas.js";
import { element, part } from "./view/element.js";
import { emphasisOf } from "./view/emphasis.js";
import { createEmbed, opensBare } from "./view/embed.js";
import { createHelp } from "./view/help.js";
import { iconButton } from "./view/icons.js";
import { createKept, listenToKept } from "./view/keeping.js";
import { listenToKeys } from "./view/keyboard.js";
import { drawLegend, filtersPlace } from "./view/legend.js";
import { createNote, shownWords } from "./view/note.js";
import { listenToLinks } from "./view/notice.js";
import { openInterface } from "./view/open_interface.js";
import { createPanels } from "./view/panels.js";
import { listenOnCanvas } from "./view/pointing.js";
import { listenToPrint } from "./view/print.js";
import { createSearchBox } from "./view/search_box.js";
import { createSettings } from "./view/settings.js";
import { createSheets } from "./view/sheets.js";
import { createStory } from "./view/story.js";
import { createStore } from "./view/store.js";
import { actorRadii, kindStyles, THEMES, typeStyles } from "./view/style.js";
import { createTables } from "./view/table_view.js";
import { createTabs } from "./view/tabs.js";
import { createTheme } from "./view/theme.js";
import { createTimePanel } from "./view/time_panel.js";
import { drawTimeline } from "./view/timeline_view.js";
import { createTip } from "./view/tip.js";
import { createToolbar } from "./view/toolbar.js";
import { turnCanvas, versionWords } from "./view/versions.js";

const VIEW_TABS = VIEWS.map((id) => ({
  id,
  label: id.charAt(0).toUpperCase() + id.slice(1),
  panel: `view-${id}`,
}));

function canvasArea() {
  const { clientWidth, clientHeight } = part("canvas");
  return (clientWidth || 800) * (clientHeight || 600);
}

/** What the canvas needs to know to draw. */
function plateOf(view, parsed) {
  const { network } = view;
  return {
    network,
    drawing: parsed.drawing,
    types: view.styles.types,
    kinds: view.styles.kinds,
    typeIndex: network.relations.map((relation) => network.types.indexOf(relation.type)),
    kindIndex: network.actors.map((actor) => network.kinds.indexOf(actor.kind)),
    radii: actorRadii(network, view.store.state.sizeBy, canvasArea()),
    sizeBy: view.store.state.sizeBy,
    colourBy: view.store.state.colourBy,
    inkOf: inksOf(network, view.styles, view.store.state.colourBy),
    claims: view.store.answer.claims,
    theme: THEMES[view.theme.name()],
  };
}

function buildCanvas(view, parsed) {
  const { store } = view;
  const canvas = createCanvas(part("canvas"), plateOf(view, parsed), lookAgain);
  part("canvas").setAttribute(
    "aria-label",
    `Network of ${counted(view.network.actors.length, "actor")} and ${counted(view.network.relations.length, "relation")}. The table tells the same in words.`,
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
      emphasiseOnCanvas(canvas, emphasisOf(store, pointed, view.order));
    },
  });
  part("zoom").append(
    iconButton("more", "Zoom in", () => zoomCanvas(canvas, 1.4)),
    iconButton("less", "Zoom out", () => zoomCanvas(canvas, 1 / 1.4)),
    iconButton("fit", "Fit to window", () => fitCanvas(canvas)),
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
function dressCanvas({ canvas, network, store, styles, order }) {
  const { plate } = canvas;
  const { sizeBy, colourBy } = store.state;
  if (plate.sizeBy === sizeBy && plate.colourBy === colourBy) return order;
  plate.sizeBy = sizeBy;
  plate.colourBy = colourBy;
  plate.inkOf = inksOf(network, styles, colourBy);
  plate.radii = actorRadii(network, sizeBy, canvasArea());
  restyleCanvas(canvas);
  return actorsByMeasure(network, sizeBy);
}

function drawCanvas(view, before) {
  const { store, canvas } = view;
  const { state, answer } = store;
  turnCanvas(view);
  view.order = dressCanvas(view);
  showOnCanvas(canvas, {
    mask: answer.drawn.relations,
    actors: answer.drawn.actors,
    claims: answer.claims,
    order: view.order,
  });
  const emphasis = emphasisOf(store, view.pointed, view.order);
  emphasiseOnCanvas(canvas, emphasis);
  if (turnedStep(state, before)) frameStep(view, emphasis, Boolean(before));
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
    moved(before, state)
  ) {
    focusCanvas(canvas, emphasis.actors);
  }
}

/** Whether the story has come to another step. */
function turnedStep({ step }, before) {
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

function moved(before, state) {
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
  if (callsForPanel(state, before) && !turnedStep(state, before)) view.sheets.open("panel");
  view.panels.draw();
  view.drawNote();
  VIEWS_DRAWN[state.view](view, before, changed);
  view.bubbles.draw();
}

/** Whether a change is told of in a panel, which on small screens is a sheet. */
function callsForPanel(state, before) {
  const chosen =
    (state.actor || state.relation) &&
    (!before || before.actor !== state.actor || before.relation !== state.relation);
  const asked = state.path && (!before || before.path !== state.path);
  return Boolean(chosen || asked || (state.panel && state.panel !== before?.panel));
}

function restingWords({ store, canvas }) {
  const { rests, unsourced } = store.state;
  if (!rests && !unsourced) return "Everything is shown alike";
  const count = counted(canvas.emphasis?.relations.size ?? 0, "relation");
  return rests
    ? `${count} resting on ${store.network.sourceById.get(rests).citation}`
    : `${count} without a source`;
}

/** Tells screen readers what a change came to. */
function tellChange(view, before) {
  const { store, network } = view;
  const { state, answer } = store;
  const actor = network.actorById.get(state.actor);
  if (turnedStep(state, before)) announce(view.story.said());
  else if (actor && state.actor !== before.actor) {
    announce(
      `${actor.name}, ${counted(network.ties[actor.index].filter((i) => answer.mask[i]).length, "relation")}`,
    );
  } else if (
    answer.path &&
    (state.path !== before.path || state.which !== before.which || state.avoid !== before.avoid)
  ) {
    announce(answerSentence(network, answer));
  } else if (state.rests !== before.rests || state.unsourced !== before.unsourced) {
    announce(restingWords(view));
  } else if (state.filters !== before.filters) {
    announce(`${versionWords(store, before)}${shownWords(store)} shown`);
  }
}

/** The focus goes where the arrow keys walk on from the actor found. */
function pickFromSearch(view, actor) {
  view.store.choose(actor.id);
  view.search.show(null);
  (view.store.state.view === "network" ? part("canvas") : part("panel-details")).focus({
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
  part("search").append(
    view.search.root,
    element("kbd", { class: "search-key", "aria-hidden": "true" }, "/"),
  );
  view.markView = createTabs(part("views"), VIEW_TABS, (id) => store.set({ view: id }));
  view.help = createHelp(network);
  part("skip").addEventListener("click", (event) => {
    event.preventDefault();
    store.set({ view: "table" });
    part("view-table").querySelector("button")?.focus();
  });
}

function openPath(view, actor) {
  if (panelShown(view.store.state) !== "path") view.store.turnTo("path");
  view.sheets.open("panel");
  view.panels.of("path").start(actor);
}

function buildPanels(view) {
  const { store } = view;
  const { legend, settings } = filtersPlace();
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
function cardOnCanvas({ story }) {
  const card = story?.box();
  const canvas = part("canvas").getBoundingClientRect();
  if (!card || card.top >= canvas.bottom) return null;
  return {
    left: card.left - canvas.left,
    top: card.top - canvas.top,
    right: card.right - canvas.left,
  };
}

/** How many pixels the note takes above. */
function noteOnCanvas() {
  const { hidden, offsetTop, offsetHeight } = part("plate-note");
  return hidden || !offsetHeight ? 0 : offsetTop + offsetHeight;
}

function start(parsed) {
  const network = readNetwork(parsed);
  if (opensBare(network.about)) network.story = null; // the page around the frame tells its own
  part("app").hidden = false;
  const view = {
    network,
    store: createStore(network),
    kept: createKept(network),
    pointed: null,
    picked: false,
  };
  view.order = actorsByMeasure(network, view.store.state.sizeBy);
  view.styles = {
    types: typeStyles(network, parsed.styles),
    kinds: kindStyles(network, parsed.styles),
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
            part("canvas").getBoundingClientRect().bottom +
            innerHeight -
            part("dock").offsetHeight,
        )
      : 0;
  });
  embed(view);
  view.canvas.card = () => cardOnCanvas(view);
  view.canvas.note = noteOnCanvas;
  view.drawTools = createToolbar(view);
  listenToKept(view);
  fitCanvas(view.canvas, false);
  drawAll(view, null);
  if ((view.store.answer.drawn.few || view.store.state.community) && !view.canvas.emphasis) {
    fitCanvas(view.canvas, false);
  }
  view.store.subscribe((_, before) => {
    drawAll(view, before);
    tellChange(view, before);
  });
  listenToKeys(view);
  listenToPrint(view);
  listenToLinks(network);
  openInterface(view);
}

withDocument(part("document"), start);
