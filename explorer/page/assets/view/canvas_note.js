import { countDrawn } from "../core/answers.js";
import { formatCount, formatWhole } from "../core/counts.js";
import { describeSpan } from "../core/dates.js";
import { countMayHold } from "../core/lifetimes.js";
import { shorten } from "../core/text.js";
import { VERSIONS } from "../core/versions.js";
import { formatShare } from "./announce.js";
import { buildButton, element, isolate, getPart, keepDates, replaceContent } from "./element.js";
import { buildFoldedNote } from "./folds.js";
import { buildHiddenActors } from "./hidden_actors.js";
import { buildIconButton } from "./icons.js";
import { isByTouch } from "./touch.js";

const LONGEST_TITLE = 80; // characters; the canvas must stay in sight

/**
 * The stepper of the surroundings: how many steps around an actor are drawn.
 * @param {Store} store
 * @param {Actor} actor
 */
function buildEgoNote(store, actor) {
  const { ego } = store.state;
  return [
    element(
      "span",
      {},
      "Around ",
      isolate(shorten(actor.name), "strong"),
      `, ${formatCount(ego, "step")}`,
    ),
    buildIconButton("less", "One step less", () => store.set({ ego: ego - 1 }), {
      disabled: ego <= 1,
      "data-key": "ego less",
    }),
    buildIconButton("more", "One step more", () => store.set({ ego: ego + 1 }), {
      disabled: ego >= 9,
      "data-key": "ego more",
    }),
    element(
      "button",
      { type: "button", class: "link", "data-key": "ego off", click: () => store.set({ ego: 0 }) },
      "Show all",
    ),
  ];
}

/**
 * @param {Store} store
 * @param {Source} source
 */
function buildSourceNote(store, source) {
  return [
    element(
      "span",
      {},
      "Without what rests on ",
      isolate(shorten(source.title || source.id, LONGEST_TITLE), "strong"),
      " alone",
    ),
    element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "source off",
        click: () => store.filter({ withoutSource: "" }),
      },
      "Show all",
    ),
  ];
}

/**
 * @param {Store} store
 * @param {number} number
 */
function buildCommunityNote(store, number) {
  const { actors, communities } = store.network;
  const first = communities.list[number - 1]?.foremost[0];
  if (first === undefined) return [];
  return [
    element(
      "span",
      {},
      "Only ",
      element("b", { class: "strong" }, `community ${number}`),
      ", around ",
      isolate(shorten(actors[first].name), "strong"),
    ),
    element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "community off",
        click: () => store.set({ community: 0 }),
      },
      "Show all",
    ),
  ];
}

/** @param {Store} store */
function buildVersionNote(store) {
  const { version } = store.filters();
  return [
    element("span", {}, `Only the ${version === "before" ? "earlier" : "later"} version`),
    element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "version off",
        click: () => store.filter({ version: VERSIONS[0] }),
      },
      "Show both",
    ),
  ];
}

/** @param {Store} store */
function buildFewNote(store) {
  const { actors, foremost } = store.answer;
  const visibleCount = formatWhole(actors.reduce((sum, visible) => sum + visible, 0));
  return [
    element(
      "span",
      {},
      `Showing the ${foremost?.size ?? 0} actors with most relations of ${visibleCount}; ` +
        "search or open an actor to see its surroundings.",
    ),
    element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "whole",
        click: () => store.set({ whole: true }),
      },
      "Draw everything",
    ),
  ];
}

/**
 * @param {Store} store
 * @param {string} words
 */
function buildBubblesNote(store, words) {
  const how = isByTouch()
    ? "To open a bubble, tap it"
    : "To open a bubble, double-click it, or press Enter on it";
  return [
    element("span", {}, `${words} ${how}.`),
    element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "whole",
        click: () => store.set({ whole: true }),
      },
      "Draw everything",
    ),
  ];
}

/** @param {Store} store */
function buildEmptyNote(store) {
  return [
    element("span", {}, "The filters leave no relation."),
    element(
      "button",
      { type: "button", class: "link", "data-key": "filters off", click: store.showAll },
      "Show all",
    ),
  ];
}

/** @param {Store} store */
function buildOnlyNote({ answer, set }) {
  if (!answer.shown) return null;
  const click = () => set({ pathAlone: false, askAlone: false });
  return [
    element("span", {}, `Only this ${answer.path ? "path" : "answer"} is shown`),
    buildButton("link", { "data-key": "only off", click }, "Show all"),
  ];
}

/**
 * What is special about the picture just now, if anything.
 * @param {Store} store
 * @param {() => string} bubbleWords
 * @returns {Child[]|null}
 */
function buildNote(store, bubbleWords) {
  const { network, state, answer } = store;
  const actor = network.actorById.get(state.actor);
  if (state.ego && actor) return buildEgoNote(store, actor);
  if (state.pathAlone || state.askAlone) return buildOnlyNote(store);
  const source = network.sourceById.get(state.filters.withoutSource);
  if (source) return buildSourceNote(store, source);
  if (!network.actors.length) return [element("span", {}, "There are no actors in this data.")];
  if (network.relations.length && !answer.mask.includes(1)) return buildEmptyNote(store);
  if (state.community) return buildCommunityNote(store, state.community);
  if (answer.drawn.bubbles) return buildBubblesNote(store, bubbleWords());
  if (answer.drawn.few) return buildFewNote(store);
  return buildSelectionNote(store);
}

/**
 * What the reader has left out, if nothing else is special.
 * @param {Store} store
 * @returns {Child[]|null}
 */
function buildSelectionNote(store) {
  const { avoidActor, version } = store.filters();
  const parts = [
    ...(avoidActor.size ? buildHiddenActors(store, "note") : []),
    ...(store.answer.folds.insides.size ? buildFoldedNote(store) : []),
  ];
  if (parts.length) return parts;
  return version === VERSIONS[0] ? null : buildVersionNote(store);
}

/**
 * How much is drawn: of how much, where it is not everything.
 * @param {Store} store
 */
export function describeShown({ network, answer }) {
  if (answer.drawn.bubbles) return "Communities";
  const { actors, relations } = countDrawn(answer.folds.network, answer.drawn);
  const actorShare = formatShare(actors, network.actors.length, "actor");
  const relationShare = formatShare(relations, network.relations.length, "relation");
  return `${actorShare}, ${relationShare}`;
}

/**
 * The time that is asked about, and how much of what is drawn merely may hold then.
 * @param {Store} store
 * @returns {string} such as ", 12 may hold in 1990"; "" where no date is asked
 */
export function describeShownTime({ state, answer }) {
  if (!answer.states) return "";
  const { at, from, to } = state.filters;
  const mayHold = countMayHold(answer.drawn.relations, answer.states);
  const words = mayHold ? `${formatWhole(mayHold)} may hold ` : "";
  return `, ${words}${at ? describeSpan(at, at) : describeSpan(from, to)}`;
}

/** @param {Store} store */
function drawCount(store) {
  const { network, answer } = store;
  const { actors, relations } = countDrawn(answer.folds.network, answer.drawn);
  getPart("plate-count").hidden =
    answer.drawn.bubbles ||
    (!answer.states && actors === network.actors.length && relations === network.relations.length);
  const words = describeShown(store) + describeShownTime(store);
  replaceContent(getPart("plate-count"), keepDates(words));
}

/**
 * Builds the lines over the canvas that say when less than everything is drawn, how much, and how
 * to get it back.
 * @param {Store} store
 * @param {() => string} bubbleWords what the bubbles of a large network show
 * @returns {() => void} brings it up to date
 */
export function createNote(store, bubbleWords) {
  return () => {
    const parts = buildNote(store, bubbleWords);
    getPart("plate-note").hidden = parts === null;
    replaceContent(getPart("plate-note"), parts ?? []);
    drawCount(store);
  };
}
