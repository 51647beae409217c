/** What is known about an actor. */
import { describeSide } from "../core/camps.js";
import { groupClaims, mergeMutual } from "../core/claims.js";
import { findColouring } from "../core/colourings.js";
import { formatCount, formatWhole } from "../core/counts.js";
import { formatDates } from "../core/dates.js";
import { findRank, formatScore } from "../core/ranks.js";
import { splitRelationSentence } from "../core/sentences.js";
import { shorten } from "../core/text.js";
import { canCompare } from "../core/what_if.js";
import { buildActorButton } from "./actor_button.js";
import { buildCautions, describeBases } from "./cautions.js";
import { buildChangeNote } from "./changes.js";
import { buildCommunitySwatch } from "./communities_panel.js";
import { buildButton, element, isolate, isolateNames } from "./element.js";
import { buildFoldButton, buildFoldNote } from "./folds.js";
import { buildIcon } from "./icons.js";
import { drawLineSample, drawMarkSample } from "./legend_samples.js";
import { hideActor, showHiddenActor } from "./hidden_actors.js";
import { buildLazyFold, rememberFold } from "./lazy_section.js";
import { buildNoteBox } from "./note_box.js";
import { buildReferenceList } from "./references.js";
import { buildAttributeList, buildRelationItem } from "./relation_item.js";
import { buildWhatIf } from "./what_if_list.js";

const MOST_RELATIONS = 60; // of one type
const MOST_ALIASES = 6; // on the line below a name

/**
 * @param {PanelContext} context
 * @param {Actor} actor
 * @param {Set<string>} openFolds which folds are open
 */
export function buildActorCard(context, actor, openFolds) {
  const { store, layout } = context;
  const { description, references } = actor;
  return [
    buildActorHead(context, actor, openFolds),
    description ? element("p", { class: "description", dir: "auto" }, description) : null,
    buildAttributeList(actor.attributes),
    references.length ? buildReferenceList(references) : null,
    buildActions(context, actor),
    store.filters().avoidActor.has(actor.id) ? buildWhatIf(context, { actor }, openFolds) : null,
    buildNoteBox(layout, openFolds, "actors", actor.id, actor.name),
    buildMeasureFold(store, actor, openFolds),
    buildRelationGroups(context, actor),
  ];
}

/**
 * @param {PanelContext} context
 * @param {Actor} actor
 * @param {Set<string>} openFolds
 */
function buildActorHead({ store, styles }, actor, openFolds) {
  const { kind, name, aliases } = actor;
  const dates = formatDates(actor.start, actor.end);
  const style = styles.kinds[store.network.kinds.indexOf(kind)];
  return element(
    "header",
    { class: "card-head" },
    element(
      "p",
      { class: "eyebrow" },
      drawMarkSample(style, false),
      element("bdi", {}, kind.label),
      dates ? ` ${dates}` : "",
    ),
    element("h2", { class: "card-title", tabindex: -1, id: "card-title", dir: "auto" }, name),
    aliases.length ? buildAliasLine(actor, openFolds) : null,
    buildCampLine(store, actor),
    buildCommunityLine(store, actor),
    buildChangeNote(actor),
    buildHiddenNote(store, actor),
    buildFoldNote(store, actor),
  );
}

/**
 * Why an actor that can be read about is not drawn.
 * @param {Store} store
 * @param {Actor} actor
 */
function buildHiddenNote({ answer, state }, { id, index }) {
  if (answer.actors[index]) return null;
  const isHidden = state.filters.avoidActor.has(id);
  const words = isHidden ? "Hidden in the drawing." : "The filters leave this actor undrawn.";
  return element("p", { class: "quiet" }, words);
}

/**
 * @param {Actor} actor
 * @param {Set<string>} openFolds
 */
function buildAliasLine({ id, aliases }, openFolds) {
  /** @param {string[]} names */
  const list = (names) => names.flatMap((name, i) => [i ? ", " : "", isolate(name)]);
  if (aliases.length <= MOST_ALIASES + 2) {
    return element("p", { class: "aliases" }, "Also: ", list(aliases));
  }
  const more = `and ${aliases.length - MOST_ALIASES} more`;
  const key = `aliases ${id}`;
  const fold = element(
    "details",
    { class: "aliases" },
    element(
      "summary",
      { "data-key": key },
      "Also: ",
      list(aliases.slice(0, MOST_ALIASES)),
      element("span", { class: "goes-on" }, ","),
      " ",
      element("span", { class: "more" }, more),
    ),
    element("p", {}, list(aliases.slice(MOST_ALIASES))),
  );
  return rememberFold(openFolds, key, fold);
}

/**
 * Which camp an actor is in, where the page knows of camps.
 * @param {Store} store
 * @param {Actor} actor
 */
function buildCampLine({ network, turnTo }, { index }) {
  const words = network.camps && describeSide(network.camps, index);
  if (!words) return null;
  return element(
    "p",
    { class: "aliases" },
    words[0],
    buildButton(
      "link",
      { "data-key": "own camp", click: () => turnTo("camps") },
      isolate(words[1]),
    ),
  );
}

/**
 * Which community an actor is in. A colour on the canvas never says it alone.
 * @param {Store} store
 * @param {Actor} actor
 */
function buildCommunityLine({ network, state, turnTo }, { index }) {
  const { numberOf, list } = network.communities;
  const number = numberOf[index];
  if (number === null) return null;
  const [foremost] = list[number - 1].foremost;
  return element(
    "p",
    { class: "aliases" },
    findColouring(network, state.colourBy) === "community" ? buildCommunitySwatch(number) : null,
    "In ",
    buildButton(
      "link",
      { "data-key": "own community", click: () => turnTo("communities") },
      `community ${number}`,
      foremost === index ? null : [", around ", isolate(shorten(network.actors[foremost].name))],
    ),
    foremost === index ? ", as its foremost member" : null,
  );
}

/**
 * @param {PanelContext} context
 * @param {Actor} actor
 */
function buildActions({ store, openPath, startMove }, actor) {
  /**
   * @param {string} text
   * @param {string} icon
   * @param {string} key
   * @param {() => void} click
   */
  const action = (text, icon, key, click) =>
    buildButton("deed", { "data-key": key, click }, buildIcon(icon), text);
  return element(
    "div",
    { class: "deeds" },
    action("Path from here", "path", "path from", () => openPath(actor)),
    store.state.ego
      ? action("Show whole network", "fit", "ego", () => store.set({ ego: 0 }))
      : action("Only its surroundings", "fit", "ego", () => store.set({ ego: 1 })),
    buildFoldButton(store, actor),
    store.answer.drawn.actors[actor.index]
      ? action("Move", "move", "move actor", () => startMove(actor))
      : null,
    store.filters().avoidActor.has(actor.id)
      ? action("Show again", "undo", "suppose", () => showHiddenActor(store, actor))
      : [
          action("Hide", "close", "hide actor", () => hideActor(store, actor)),
          buildSupposeButton(store, actor),
        ],
  );
}

/**
 * The button that leaves the actor out and stays with it, to tell what that changes.
 * @param {Store} store
 * @param {Actor} actor
 */
function buildSupposeButton(store, { id }) {
  if (!canCompare(store.network)) return null;
  const click = () => {
    const avoidActor = new Set([...store.filters().avoidActor, id]);
    store.filter({ avoidActor });
  };
  return buildButton("deed", { "data-key": "suppose", click }, "Without this actor…");
}

/**
 * The actor's scores and ranks, in a fold that stays open when scores of other filters arrive.
 * @param {Store} store
 * @param {Actor} actor
 * @param {Set<string>} openFolds
 */
function buildMeasureFold(store, { id, index }, openFolds) {
  const { network } = store;
  const rows = network.measures.flatMap((measure) => {
    const rank = findRank(measure, index);
    return rank === null ? [] : buildMeasureRow(measure, index, rank);
  });
  if (!rows.length) return null;
  const headings = ["Measure", "Score", "Rank"].map((text) =>
    element("th", { scope: "col" }, text),
  );
  const key = `measures ${id}`;
  const summary = element("summary", { "data-key": key }, "Measures");
  return buildLazyFold(openFolds, key, summary, () => [
    describeBases(store, network.measures).map((text) => element("p", { class: "quiet" }, text)),
    buildCautions(network.measures),
    element(
      "table",
      { class: "measures" },
      element("thead", {}, element("tr", {}, headings)),
      element("tbody", {}, rows),
    ),
  ]);
}

/**
 * @param {Measure} measure
 * @param {number} index
 * @param {number} rank
 */
function buildMeasureRow(measure, index, rank) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, measure.label),
    element("td", { class: "number" }, formatScore(measure, index)),
    element("td", { class: "number" }, `${rank}.`),
  );
}

/**
 * Builds the relations of an actor, a section for each type.
 * @param {PanelContext} context
 * @param {Actor} actor
 */
function buildRelationGroups(context, actor) {
  const { network, answer } = context.store;
  const all = network.ties[actor.index];
  const selected = all
    .filter((index) => answer.mask[index])
    .map((index) => network.relations[index]);
  const relations = groupClaims(network, selected);
  const hidden = formatWhole(all.length - relations.length);
  return [
    element("h3", {}, formatCount(relations.length, "relation")),
    all.length > relations.length
      ? element("p", { class: "quiet" }, `${hidden} more hidden by the filters`)
      : null,
    network.types.map((type) => {
      const ofType = relations.filter((relation) => relation.type === type);
      return ofType.length ? buildRelationGroup(context, actor, type, ofType) : null;
    }),
  ];
}

/**
 * @param {PanelContext} context
 * @param {Actor} actor
 * @param {RelationType} type
 * @param {Relation[]} relations
 */
function buildRelationGroup(context, actor, type, relations) {
  const style = context.styles.types[context.store.network.types.indexOf(type)];
  const more = relations.length - MOST_RELATIONS;
  return element(
    "section",
    { class: "tie-group" },
    element(
      "h4",
      { title: type.id },
      drawLineSample(style),
      element("bdi", {}, type.label),
      element("span", { class: "count" }, relations.length),
    ),
    element(
      "ul",
      { class: "ties" },
      mergeMutual(relations)
        .slice(0, MOST_RELATIONS)
        .map((relation) =>
          buildRelationItem(context, relation, buildRelationLine(context, relation, actor)),
        ),
    ),
    more > 0 ? element("p", { class: "quiet" }, `${more} more in the table`) : null,
  );
}

/**
 * The sentence of a relation in which the actor at the other end can be chosen.
 * @param {PanelContext} context
 * @param {Relation} relation
 * @param {Actor} actor
 */
function buildRelationLine({ store }, relation, actor) {
  const { source, target, id } = relation;
  const words = splitRelationSentence(store.network, relation, actor.index);
  if (source === target) return element("p", { class: "tie-line" }, isolateNames(words));
  const otherEnd = store.network.actors[source === actor.index ? target : source];
  return element(
    "p",
    { class: "tie-line" },
    element("span", { class: "own" }, isolateNames(words.slice(0, 4))),
    buildActorButton(store, otherEnd, `tie ${id}`),
    words[5],
    words[6] ? isolate(words[6]) : null,
  );
}
