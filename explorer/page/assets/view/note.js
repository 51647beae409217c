import { drawnCounts } from "../core/answers.js";
import { shorten } from "../core/text.js";
import { VERSIONS } from "../core/versions.js";
import { counted, countedOf } from "./announce.js";
import { element, named, part, renew } from "./element.js";
import { iconButton } from "./icons.js";

const LONGEST_TITLE = 80; // characters; the canvas must stay in sight

/** The stepper of the surroundings: how many steps around an actor are drawn. */
function egoNote(store, actor) {
  const { ego } = store.state;
  return [
    element(
      "span",
      {},
      "Around ",
      named(shorten(actor.name), "strong"),
      `, ${counted(ego, "step")}`,
    ),
    iconButton("less", "One step less", () => store.set({ ego: ego - 1 }), {
      disabled: ego <= 1,
      "data-key": "ego less",
    }),
    iconButton("more", "One step more", () => store.set({ ego: ego + 1 }), {
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

function sourceNote(store, source) {
  return [
    element(
      "span",
      {},
      "Without what rests on ",
      named(shorten(source.title || source.id, LONGEST_TITLE), "strong"),
      " alone",
    ),
    element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "source off",
        click: () => store.filter({ source: "" }),
      },
      "Show all",
    ),
  ];
}

function communityNote(store, number) {
  const { actors, communities } = store.network;
  const [first] = communities.list[number - 1].foremost;
  return [
    element(
      "span",
      {},
      "Only ",
      element("b", { class: "strong" }, `community ${number}`),
      ", around ",
      named(shorten(actors[first].name), "strong"),
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

function versionNote(store) {
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

function fewNote(store) {
  const { actors, foremost } = store.answer;
  const kept = actors.reduce((sum, one) => sum + one, 0).toLocaleString("en");
  return [
    element(
      "span",
      {},
      `Showing the ${foremost.size} actors with most relations of ${kept}; search or open an actor to see its surroundings.`,
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

function bubblesNote(store, words) {
  const how = matchMedia("(pointer: coarse)").matches
    ? "Tap one to open it"
    : "Double-click one, or press Enter on it, to open it";
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

function emptyNote(store) {
  return [
    element("span", {}, "The filters leave no relation."),
    element(
      "button",
      { type: "button", class: "link", "data-key": "filters off", click: store.showAll },
      "Show all",
    ),
  ];
}

/** What is special about the picture just now, if anything. */
function noteParts(store, bubbleWords) {
  const { network, state, answer } = store;
  const actor = network.actorById.get(state.actor);
  if (state.ego && actor) return egoNote(store, actor);
  if (state.only && answer.path) {
    return [
      element("span", {}, "Only this path is shown"),
      element(
        "button",
        {
          type: "button",
          class: "link",
          "data-key": "only off",
          click: () => store.set({ only: false }),
        },
        "Show all",
      ),
    ];
  }
  if (state.filters.source) return sourceNote(store, network.sourceById.get(state.filters.source));
  if (network.relations.length && !answer.mask.includes(1)) return emptyNote(store);
  if (state.community) return communityNote(store, state.community);
  if (answer.drawn.bubbles) return bubblesNote(store, bubbleWords());
  if (answer.drawn.few) return fewNote(store);
  if (state.filters.version !== VERSIONS[0]) return versionNote(store);
  return null;
}

/** How much is drawn: of how much, where it is not everything. */
export function shownWords({ network, answer }) {
  if (answer.drawn.bubbles) return "Communities";
  const { actors, relations } = drawnCounts(network, answer.drawn);
  return `${countedOf(actors, network.actors.length, "actor")}, ${countedOf(relations, network.relations.length, "relation")}`;
}

function drawCount(store) {
  const { network, answer } = store;
  const { actors, relations } = drawnCounts(network, answer.drawn);
  part("plate-count").hidden =
    answer.drawn.bubbles ||
    (actors === network.actors.length && relations === network.relations.length);
  part("plate-count").textContent = shownWords(store);
}

/**
 * Builds the lines over the canvas that say when less than everything is drawn, how much, and how
 * to get it back.
 * @param {object} store
 * @param {() => string} bubbleWords what the bubbles of a large network show
 * @returns {() => void} brings it up to date
 */
export function createNote(store, bubbleWords) {
  return () => {
    const parts = noteParts(store, bubbleWords);
    part("plate-note").hidden = parts === null;
    renew(part("plate-note"), parts ?? []);
    drawCount(store);
  };
}
