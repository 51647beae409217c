import { findColouring, listColourings, gradeScores, STEP_NAMES } from "../core/colourings.js";
import { formatWhole } from "../core/counts.js";
import { CAMP_COLOURS, findCampColour, listPastMembers } from "../core/camps.js";
import { COLOURED, findColourNumber } from "../core/communities.js";
import { followsFilters } from "../core/scores.js";
import { shorten } from "../core/text.js";
import { element, isolate } from "./element.js";

const WHOLE = " (computed from the whole network; filters do not change it)";

/** What the colours of camps stand for; filters do not change who is in which camp. */
export const CAMPS_OF = `Actors by camp${WHOLE}`;

/**
 * Chooses the ink of each actor's mark under a theme.
 * @param {Network} network
 * @param {Styles} styles
 * @param {string} colourBy what the colours mean, see `core/colourings.js`
 * @returns {InkChooser}
 */
export function createInkChooser(network, styles, colourBy) {
  const colouring = findColouring(network, colourBy);
  if (colouring === "kind") {
    const colours = network.actors.map(
      ({ kind }) => styles.kinds[network.kinds.indexOf(kind)].colour,
    );
    return (actor) => colours[actor];
  }
  if (colouring === "community") {
    const places = Uint8Array.from(network.communities.numberOf, findColourNumber);
    return (actor, theme) => theme.communities[places[actor]];
  }
  if (colouring === "camp" && network.camps) {
    const { numberOf, past } = network.camps;
    const places = Uint8Array.from(numberOf, findCampColour);
    for (const actor of past) places[actor] = findCampColour(null);
    return (actor, theme) => theme.communities[places[actor]];
  }
  const measure = network.measures.find(({ id }) => id === colourBy);
  if (!measure) return (_, theme) => theme.ink;
  const steps = gradeScores(measure.scores);
  return (actor, theme) => theme.steps[steps[actor]];
}

function buildStepKey() {
  return element(
    "ul",
    { class: "colour-key" },
    STEP_NAMES.map((name, step) =>
      element(
        "li",
        {},
        element("span", { class: `swatch step-${step}`, "aria-hidden": "true" }),
        name,
      ),
    ),
  );
}

/**
 * @param {string} swatch
 * @param {...Child} words
 */
function buildKeyItem(swatch, ...words) {
  return element(
    "li",
    {},
    element("span", { class: `swatch ${swatch}`, "aria-hidden": "true" }),
    element("span", {}, words),
  );
}

/**
 * What the colours stand for, and of what network where it is not the one that is shown.
 * @param {Network} network
 * @param {string} id of the measure, or "community"
 * @param {string} label
 */
export function nameColours(network, id, label) {
  return `Actors by ${label}${followsFilters(network, id) ? "" : WHOLE}`;
}

/** @param {Network} network */
function buildCommunityKey(network) {
  const { actors, communities } = network;
  const first = communities.list
    .slice(0, COLOURED)
    .map(({ number, foremost }) =>
      buildKeyItem(
        `community-${number - 1}`,
        `${number}, around `,
        isolate(shorten(actors[foremost[0]].name)),
      ),
    );
  const others =
    communities.list.length > COLOURED || communities.alone
      ? buildKeyItem(
          `community-${COLOURED}`,
          communities.list.length > COLOURED
            ? "all smaller ones, and actors in no community"
            : "actors in no community",
        )
      : null;
  return element(
    "div",
    {},
    element("p", { class: "quiet" }, `${nameColours(network, "community", "community")}:`),
    element("ul", { class: "colour-key" }, first, others),
  );
}

/**
 * The colours of camps with their names, and how many actors that are drawn have none, as those in
 * no camp and those whose time ended long ago.
 * @param {Camps} camps
 * @param {(actor: number) => boolean} isSeen
 */
export function listCampItems(camps, isSeen) {
  const items = camps.short_names.map((name, i) => ({
    place: CAMP_COLOURS[i],
    text: `camp ${i + 1}: ${shorten(name)}`,
  }));
  const named = new Set([...camps.undecided, ...camps.unplaced]);
  const others = [...camps.numberOf.keys()].filter((actor) => camps.numberOf[actor] === null);
  /** @type {[string, number[]][]} */
  const rest = [
    ["undecided", camps.undecided],
    ["in no camp", camps.unplaced],
    [`ended before ${camps.past_limit}`, listPastMembers(camps)],
    ["places and assets in no camp", others.filter((actor) => !named.has(actor))],
  ];
  for (const [text, all] of rest) {
    const count = all.filter(isSeen).length;
    if (count) items.push({ place: findCampColour(null), text: `${text} (${formatWhole(count)})` });
  }
  return items;
}

/**
 * @param {Camps} camps
 * @param {(actor: number) => boolean} isSeen
 */
function buildCampKey(camps, isSeen) {
  return element(
    "div",
    {},
    element("p", { class: "quiet" }, `${CAMPS_OF}:`),
    element(
      "ul",
      { class: "colour-key" },
      listCampItems(camps, isSeen).map(({ place, text }) =>
        buildKeyItem(`community-${place}`, isolate(text)),
      ),
    ),
  );
}

/**
 * Says what the colours mean where the legend of kinds does not.
 * @param {Store} store
 * @param {(actor: number) => boolean} [isSeen] whether an actor is in the picture
 * @returns {HTMLElement|null}
 */
export function buildColourKey(
  { network, state: { colourBy }, answer: { drawn } },
  isSeen = (actor) => drawn.actors[actor] === 1,
) {
  const colouring = findColouring(network, colourBy);
  if (colouring === "community") return buildCommunityKey(network);
  if (colouring === "camp" && network.camps) return buildCampKey(network.camps, isSeen);
  const measure = network.measures.find(({ id }) => id === colourBy);
  return measure
    ? element(
        "div",
        {},
        element("p", { class: "quiet" }, `${nameColours(network, measure.id, measure.label)}:`),
        buildStepKey(),
      )
    : null;
}

/**
 * The choices of the setting.
 * @param {Network} network
 * @returns {string[][]}
 */
export function listColourChoices(network) {
  return listColourings(network).map(({ id, label }) => [id, label]);
}
