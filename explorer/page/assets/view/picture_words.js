/** The words around a picture: its title, its legend, and who made it of what. */
import { findColouring, STEP_NAMES } from "../core/colourings.js";
import { formatWhole } from "../core/counts.js";
import { COLOURED } from "../core/communities.js";
import { CAMPS_OF, listCampItems, nameColours } from "./colouring.js";
import { findCitedSources } from "../core/sources.js";
import { splitStepSentence } from "../core/step_sentence.js";
import { writeAddressState } from "../core/story.js";
import { shorten } from "../core/text.js";
import { VERSIONS } from "../core/versions.js";
import { CHANGE_SIGNS, CLAIM_NOTES, CLAIM_SIGNS } from "./badges.js";
import { describeShownBubbles } from "./bubbles.js";
import { describeShown, describeShownTime } from "./canvas_note.js";
import { PAIR_INKS, choosePairInk } from "./pair_lines.js";

const LONGEST_ADDRESS = 300; // characters; a longer one is printed without what it shows

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {Canvas} canvas
 * @returns {PictureItem[]} what the lines, marks, signs and colours of the drawing mean
 */
export function listLegendItems(store, styles, canvas) {
  if (store.answer.drawn.bubbles) {
    const what = "A disc is a community, a line the relations between two of them.";
    return [{ text: what }, { text: describeShownBubbles(store, canvas) }];
  }
  const { plate, emphasis } = canvas;
  const seen = chooseSeen(store, emphasis);
  return [
    ...listChangeItems(store),
    ...(plate.lines && !emphasis
      ? listPairItems(store, plate)
      : listTypeItems(store, styles, seen)),
    ...listKindItems(store, styles, seen),
    ...listClaimItems(store, seen),
    ...(plate.insides.size
      ? [{ text: "+1 beside a mark: so many more actors are drawn in it" }]
      : []),
  ];
}

/**
 * What a picture shows: what is brought forward, else all that is drawn.
 * @typedef {{actors: (index: number) => boolean, relations: (index: number) => boolean}} Seen
 */

/**
 * @param {Store} store
 * @param {Emphasis|null} emphasis
 * @returns {Seen}
 */
export function chooseSeen({ answer: { drawn } }, emphasis) {
  return emphasis
    ? { actors: (i) => emphasis.actors.has(i), relations: (i) => emphasis.relations.has(i) }
    : { actors: (i) => drawn.actors[i] === 1, relations: (i) => drawn.relations[i] === 1 };
}

/** @param {Store} store */
function listChangeItems({ network, state, answer }) {
  if (!network.versions || state.filters.version !== VERSIONS[0]) return [];
  return Object.entries(CHANGE_SIGNS).map(([change, sign]) => ({
    sign,
    text: `${change} (${formatWhole(answer.legendCounts().changes?.relations.get(change) ?? 0)})`,
  }));
}

/**
 * The inks of the lines, each with how many relations have it by their own type, and the types.
 * @param {Store} store
 * @param {Plate} plate
 */
function listPairItems({ network, answer }, { pairs }) {
  const shown = pairs
    .map((pair) => pair.filter((i) => answer.drawn.relations[i]))
    .map((pair) => pair.map((i) => network.relations[i].type));
  const types = shown.flat();
  const hasBoth = shown.some((pair) => choosePairInk(pair) === "both");
  return PAIR_INKS.flatMap(({ id: ink, group }) => {
    const own = types.filter((type) => choosePairInk([type]) === ink);
    const labels = [...new Set(own)].map(({ label }) => label).join(", ");
    const counted = own.length ? [`${group} (${formatWhole(own.length)}): ${labels}`] : [];
    const texts = ink === "both" && hasBoth ? ["ties and tensions at once"] : counted;
    return texts.map((text) => ({ pair: ink, text }));
  });
}

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {Seen} seen
 */
function listTypeItems({ network }, styles, seen) {
  const drawn = network.relations.filter(({ index }) => seen.relations(index));
  return network.types.flatMap((type, i) => {
    const count = drawn.filter((relation) => relation.type === type).length;
    return count ? [{ type: styles.types[i], text: `${type.label} (${formatWhole(count)})` }] : [];
  });
}

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {Seen} seen
 */
function listKindItems({ network, state }, styles, seen) {
  const drawn = network.actors.filter(({ index }) => seen.actors(index));
  return network.kinds.flatMap((kind, i) => {
    const count = drawn.filter((actor) => actor.kind === kind).length;
    const item = { kind: styles.kinds[i], coloured: state.colourBy === "kind" };
    return count ? [{ ...item, text: `${kind.label} (${formatWhole(count)})` }] : [];
  });
}

/**
 * @param {Store} store
 * @param {Seen} seen
 */
function listClaimItems({ answer: { claims } }, seen) {
  return Object.entries(CLAIM_NOTES).flatMap(([standing, note]) =>
    claims.some((claim, i) => claim === standing && seen.relations(i))
      ? [{ sign: CLAIM_SIGNS[standing], text: `${standing}: ${note}` }]
      : [],
  );
}

/**
 * @param {Store} store
 * @param {Emphasis|null} emphasis
 * @returns {PictureColours|null} what the colours of marks mean, unless the legend says it
 */
export function describeColours(store, emphasis) {
  const { network, state } = store;
  if (findColouring(network, state.colourBy) === "community") {
    return describeCommunityColours(network);
  }
  if (findColouring(network, state.colourBy) === "camp" && network.camps) {
    const items = listCampItems(network.camps, chooseSeen(store, emphasis).actors).map(
      ({ place, text }) => ({
        colour: (/** @type {Theme} */ theme) => theme.communities[place],
        text,
      }),
    );
    return { title: CAMPS_OF, items };
  }
  const measure = network.measures.find(({ id }) => id === state.colourBy);
  if (!measure) return null;
  const items = STEP_NAMES.map((text, step) => ({
    colour: (/** @type {Theme} */ theme) => theme.steps[step],
    text,
  }));
  return { title: nameColours(network, measure.id, measure.label), items };
}

/** @param {Network} network */
function describeCommunityColours(network) {
  const { actors, communities } = network;
  const items = communities.list.slice(0, COLOURED).map(({ number, foremost }) => ({
    colour: (/** @type {Theme} */ theme) => theme.communities[number - 1],
    text: `${number}, around ${shorten(actors[foremost[0]].name)}`,
  }));
  if (communities.list.length > COLOURED || communities.alone) {
    items.push({ colour: (theme) => theme.communities[COLOURED], text: "other actors" });
  }
  return { title: nameColours(network, "community", "community"), items };
}

/**
 * @param {Store} store
 * @returns {string[]} the steps of the path that is shown, numbered as in the picture
 */
export function listPathSentences({ network, answer, state }) {
  const steps = answer.path?.paths[state.pathNumber - 1]?.steps ?? [];
  return steps.map(
    (step, i) => `${i + 1}. ${splitStepSentence(network, step, answer.claims).join("")}`,
  );
}

/**
 * What is in sight, or what is brought forward of it.
 * @param {Store} store
 * @param {Canvas} canvas
 */
function listRowsInSight({ network: { actors, relations } }, { emphasis, shown }) {
  const indexes = emphasis ?? {
    actors: shown?.order ?? [],
    relations: [...relations.keys()].filter((i) => shown?.relations[i]),
  };
  return [
    ...Array.from(indexes.actors, (i) => actors[i]),
    ...Array.from(indexes.relations, (i) => relations[i]),
  ];
}

/**
 * The sources of what is in sight.
 * @param {Store} store
 * @param {Canvas} canvas
 * @returns {{text: string, url: string}[]}
 */
export function listSourcesInSight(store, canvas) {
  const cited = findCitedSources(listRowsInSight(store, canvas));
  return store.network.sources
    .filter(({ id }) => cited.has(id))
    .map(({ citation, title, id, url }) => ({ text: citation || title || id, url }));
}

/**
 * How much is drawn, when and where the picture was made, and with what.
 * @param {Store} store
 * @param {string} deed such as "Printed"
 * @returns {string[]} sentences
 */
export function describeOrigin(store, deed) {
  const { about } = store.network;
  const date = new Date().toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return [
    `${describeShown(store)}${describeShownTime(store)}.`,
    about.earliest ? `Dates in the data: ${about.earliest} to ${about.latest}.` : "",
    about.redacted ? "Redacted: some of what is known was left out." : "",
    `${deed} on ${date} with the actor explorer ${about.version}.`,
    formatAddress(store),
  ].filter(Boolean);
}

/**
 * The address of what is shown. Of a file only the name, since its folders tell of the reader.
 * @param {Store} store
 */
function formatAddress({ state, network }) {
  const { protocol, origin, pathname } = location;
  if (protocol === "file:") {
    const name = pathname.slice(pathname.lastIndexOf("/") + 1);
    try {
      return `File: ${decodeURIComponent(name)}`;
    } catch {
      return `File: ${name}`;
    }
  }
  if (protocol !== "http:" && protocol !== "https:") return "";
  const address = `${origin}${pathname}`;
  const whole = address + writeAddressState(state, network);
  return whole.length <= LONGEST_ADDRESS ? whole : address;
}
