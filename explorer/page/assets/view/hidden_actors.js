/** The actors that the reader has hidden, each with a way back. */
import { formatWhole } from "../core/counts.js";
import { shorten } from "../core/text.js";
import { announce } from "./announce.js";
import { buildButton, element, isolate } from "./element.js";
import { buildIcon } from "./icons.js";

const MOST_IN_NOTE = 3;
const LONGEST_NAME = 40; // characters

/**
 * @param {Store} store
 * @param {Actor} actor
 */
export function hideActor(store, { id, name }) {
  store.hideActor(id);
  announce(`${name} is hidden`);
}

/**
 * @param {Store} store
 * @param {Actor} actor
 */
export function showHiddenActor(store, { id, name }) {
  store.showActor(id);
  announce(`${name} is shown again`);
}

/** @param {Store} store */
function listHiddenActors({ network, filters }) {
  return [...filters().avoidActor].flatMap((id) => network.actorById.get(id) ?? []);
}

/**
 * @param {Store} store
 * @param {Actor} actor
 * @param {string} place where the chip stands
 */
function buildChip(store, actor, place) {
  return buildButton(
    "chip",
    {
      "data-key": `${place} hidden ${actor.id}`,
      "aria-label": `Show ${actor.name} again`,
      title: "Show again",
      click: () => showHiddenActor(store, actor),
    },
    isolate(shorten(actor.name, LONGEST_NAME)),
    buildIcon("close"),
  );
}

/**
 * Builds what the note above the canvas says of hidden actors.
 * @param {Store} store
 * @param {string} place
 * @returns {Child[]}
 */
export function buildHiddenActors(store, place) {
  const hidden = listHiddenActors(store);
  const more = hidden.length - MOST_IN_NOTE;
  return [
    element("span", {}, "Hidden:"),
    hidden.slice(0, MOST_IN_NOTE).map((actor) => buildChip(store, actor, place)),
    more > 0 ? element("span", {}, `and ${formatWhole(more)} more`) : null,
  ];
}

/**
 * Builds the section of the legend that lists hidden actors.
 * @param {Store} store
 * @returns {HTMLElement|null} null where none is hidden
 */
export function buildHiddenSection(store) {
  const hidden = listHiddenActors(store);
  if (!hidden.length) return null;
  return element(
    "section",
    { class: "hidden-actors" },
    element("h2", {}, "Hidden actors"),
    element(
      "ul",
      { class: "chips" },
      hidden.map((actor) => element("li", {}, buildChip(store, actor, "legend"))),
    ),
  );
}
