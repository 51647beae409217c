/** The panel of what is chosen: an actor, a relation, or where to begin. */
import { findClaims, groupClaims } from "../core/claims.js";
import { formatDates } from "../core/dates.js";
import { findRank, formatScore, listCautions, sortActorsByMeasure } from "../core/ranks.js";
import { splitRelationSentence } from "../core/sentences.js";
import { formatCount } from "./announce.js";
import { buildChangeList, buildChangeNote } from "./changes.js";
import { buildCommunitySwatch } from "./communities_panel.js";
import { buildButton, element, isolate, isolateNames, replaceContent } from "./element.js";
import { buildIcon } from "./icons.js";
import { drawLineSample, drawMarkSample } from "./legend.js";
import { buildNoteBox } from "./note_box.js";
import { buildReferenceList } from "./references.js";
import { buildFacts } from "./relation_facts.js";
import { describeVersionSize } from "./version_switch.js";

const MOST_RANKED = 8; // actors listed before anything is chosen
const MOST_RELATIONS = 60; // of one type
const MOST_ALIASES = 6; // on the line below a name

/**
 * What is known about the chosen actor or relation, and who says so.
 * @type {Panel}
 */
export const detailsPanel = {
  label: "Details",
  create: (context, body) => {
    /** @type {Set<string>} */
    const openChanges = new Set();
    return { draw: () => replaceContent(body, buildContent(context, openChanges)) };
  },
};

/**
 * @param {PanelContext} context
 * @param {Set<string>} openChanges which folds of changes are open
 */
function buildContent(context, openChanges) {
  const { network, state } = context.store;
  const actor = network.actorById.get(state.actor);
  if (actor) return buildActorCard(context, actor);
  const relation = network.relationById.get(state.relation);
  return relation ? buildRelationCard(context, relation) : buildWelcome(context, openChanges);
}

// ---- Before anything is chosen

/**
 * Builds what the panel shows at first: how much there is, and where to begin.
 * @param {PanelContext} context
 * @param {Set<string>} openChanges
 */
function buildWelcome({ store, openPath }, openChanges) {
  const { network, state } = store;
  const sizeBy = state.sizeBy || "betweenness";
  const measure = network.measures.find(({ id }) => id === sizeBy);
  return [
    element("p", { class: "lead" }, describeSize(network)),
    element(
      "p",
      {},
      "Choose an actor or a line in the network to see what is known about it, and who says so.",
    ),
    element(
      "div",
      { class: "deeds" },
      buildButton(
        "deed",
        { "data-key": "find path", click: () => openPath(null) },
        buildIcon("path"),
        "Find a path between two actors",
      ),
    ),
    buildChangeList(store, openChanges),
    element("h3", {}, `First by ${measure ? measure.label : "number of relations"}`),
    buildRanking(store, measure),
    buildCautions(measure ? [measure] : []),
  ];
}

/**
 * How much there is; of two versions, in each.
 * @param {Network} network
 */
function describeSize({ actors, relations, sources, versions }) {
  if (versions) {
    const [before, after] = [versions.before, versions.after].map(describeVersionSize);
    return `Before: ${before}. After: ${after}.`;
  }
  const cited = sources.length ? `, ${formatCount(sources.length, "source")}` : "";
  return `${formatCount(actors.length, "actor")}, ${formatCount(relations.length, "relation")}${cited}.`;
}

/**
 * Builds the list of the first actors by a measure, with bars.
 * @param {Store} store
 * @param {Measure|undefined} measure undefined for the number of relations
 */
function buildRanking({ network, answer, choose }, measure) {
  const first = sortActorsByMeasure(network, measure?.id ?? "")
    .filter((index) => answer.actors[index])
    .slice(0, MOST_RANKED);
  const scores = measure?.scores ?? network.ties.map((relations) => relations.length);
  const top = scores[first[0]] || 1;
  const rows = first.map((index) => {
    const { id, name } = network.actors[index];
    return element(
      "li",
      {},
      buildButton(
        "rank-row",
        { click: () => choose(id) },
        isolate(name, "rank-name"),
        buildMeter((scores[index] ?? 0) / top),
      ),
    );
  });
  return element("ol", { class: "ranking" }, rows);
}

/** @param {number} share */
function buildMeter(share) {
  const bar = element("span", { class: "meter-bar" });
  bar.style.inlineSize = `${Math.max(1, Math.round(share * 100))}%`;
  return element("span", { class: "meter", "aria-hidden": "true" }, bar);
}

/** @param {Measure[]} measures */
function buildCautions(measures) {
  return listCautions({ measures }).map((text) => element("p", { class: "quiet" }, text));
}

// ---- An actor

/**
 * @param {PanelContext} context
 * @param {Actor} actor
 */
function buildActorCard(context, actor) {
  const { store, layout } = context;
  const { description, references } = actor;
  return [
    buildActorHead(context, actor),
    description ? element("p", { class: "description", dir: "auto" }, description) : null,
    buildAttributeList(actor.attributes),
    references.length ? buildReferenceList(references) : null,
    buildActions(context, actor),
    buildNoteBox(layout, "actors", actor.id, actor.name),
    buildMeasureTable(store.network, actor.index),
    buildRelationGroups(context, actor),
  ];
}

/**
 * @param {PanelContext} context
 * @param {Actor} actor
 */
function buildActorHead({ store, styles }, actor) {
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
    aliases.length ? buildAliasLine(aliases) : null,
    buildCommunityLine(store, actor),
    buildChangeNote(actor),
  );
}

/** @param {string[]} aliases */
function buildAliasLine(aliases) {
  /** @param {string[]} names */
  const list = (names) => names.flatMap((name, i) => [i ? ", " : "", isolate(name)]);
  if (aliases.length <= MOST_ALIASES + 2) {
    return element("p", { class: "aliases" }, "Also: ", list(aliases));
  }
  const more = `and ${aliases.length - MOST_ALIASES} more`;
  return element(
    "details",
    { class: "aliases" },
    element(
      "summary",
      {},
      "Also: ",
      list(aliases.slice(0, MOST_ALIASES)),
      element("span", { class: "goes-on" }, ","),
      " ",
      element("span", { class: "more" }, more),
    ),
    element("p", {}, list(aliases.slice(MOST_ALIASES))),
  );
}

/**
 * Which community an actor is in. A colour on the canvas never says it alone.
 * @param {Store} store
 * @param {Actor} actor
 */
function buildCommunityLine({ network, state, turnTo }, { index }) {
  const number = network.communities.numberOf[index];
  if (number === null) return null;
  return element(
    "p",
    { class: "aliases" },
    state.colourBy === "community" ? buildCommunitySwatch(number) : null,
    "In ",
    buildButton(
      "link",
      { "data-key": "own community", click: () => turnTo("communities") },
      `community ${number}`,
    ),
  );
}

/**
 * @param {PanelContext} context
 * @param {Actor} actor
 */
function buildActions({ store, openPath }, actor) {
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
    action("Hide", "close", "hide actor", () => store.hideActor(actor.id)),
  );
}

/**
 * @param {Network} network
 * @param {number} index of the actor
 */
function buildMeasureTable(network, index) {
  const rows = network.measures.flatMap((measure) => {
    const rank = findRank(measure, index);
    return rank === null ? [] : buildMeasureRow(measure, index, rank);
  });
  if (!rows.length) return null;
  const whole = network.versions ? "later version" : "whole network";
  const headings = ["Measure", "Score", "Rank"].map((text) =>
    element("th", { scope: "col" }, text),
  );
  return element(
    "details",
    { class: "fold" },
    element("summary", {}, "Measures"),
    element(
      "p",
      { class: "quiet" },
      `Of the ${whole}, as exported; the filters do not change them.`,
    ),
    buildCautions(network.measures),
    element(
      "table",
      { class: "measures" },
      element("thead", {}, element("tr", {}, headings)),
      element("tbody", {}, rows),
    ),
  );
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

/** @param {Map<string, string>} attributes */
function buildAttributeList(attributes) {
  if (!attributes.size) return null;
  return element(
    "dl",
    { class: "attributes" },
    [...attributes].flatMap(([name, value]) => [
      element("dt", {}, element("bdi", {}, name)),
      element("dd", {}, element("bdi", {}, value)),
    ]),
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
  const hidden = (all.length - relations.length).toLocaleString("en");
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
      relations
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
  );
}

/**
 * One relation as an item of a list: sentence, facts, note and sources.
 * @param {PanelContext} context
 * @param {Relation} relation
 * @param {HTMLElement} line the sentence
 */
function buildRelationItem({ store }, relation, line) {
  const { disputes, note, references, index } = relation;
  return element(
    "li",
    { class: `tie${disputes ? " is-disputed" : ""}` },
    line,
    buildFacts(relation, store.answer.claims[index]),
    buildChangeNote(relation),
    note ? element("p", { class: "note", dir: "auto" }, note) : null,
    buildReferenceList(references),
  );
}

// ---- A relation

/**
 * @param {PanelContext} context
 * @param {Relation} relation
 */
function buildRelationCard(context, relation) {
  const { store, layout } = context;
  const { network, answer } = store;
  const { actors } = network;
  const claims = findClaims(network, relation).filter(({ index }) => answer.mask[index]);
  const items = claims.map((claim) => {
    const sentence = isolateNames(splitRelationSentence(network, claim, claim.source));
    return buildRelationItem(context, claim, element("p", { class: "tie-line" }, sentence));
  });
  const [source, target] = [actors[relation.source].name, actors[relation.target].name];
  const name = `${source} ${relation.type.label} ${target}`;
  return [
    buildRelationHead(context, relation),
    element("h3", {}, claims.length === 1 ? "One claim" : `${claims.length} claims`),
    element("ul", { class: "ties" }, items),
    buildAttributeList(relation.attributes),
    buildNoteBox(layout, "relations", relation.id, name),
  ];
}

/**
 * @param {PanelContext} context
 * @param {Relation} relation
 */
function buildRelationHead({ store, styles }, { index, source, target, type }) {
  const { network, answer } = store;
  const standing = answer.claims[index];
  return element(
    "header",
    { class: "card-head" },
    element(
      "p",
      { class: "eyebrow" },
      drawLineSample(styles.types[network.types.indexOf(type)]),
      element("bdi", { title: type.id }, type.label),
      standing === "stands" ? "" : `, ${standing}`,
    ),
    element(
      "h2",
      { class: "card-title", tabindex: -1, id: "card-title" },
      buildActorButton(store, network.actors[source], "source"),
      " ",
      isolate(type.label),
      " ",
      buildActorButton(store, network.actors[target], "target"),
    ),
  );
}

/**
 * @param {Store} store
 * @param {Actor} actor
 * @param {string} key
 */
function buildActorButton({ choose }, { id, name }, key) {
  return buildButton(
    "link actor-link",
    { "data-key": key, click: () => choose(id) },
    isolate(name),
  );
}
