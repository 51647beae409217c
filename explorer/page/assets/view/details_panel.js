import { findClaims, groupClaims } from "../core/claims.js";
import { formatDates } from "../core/dates.js";
import { sortActorsByMeasure, listCautions, findRank, formatScore } from "../core/ranks.js";
import { splitRelationSentence } from "../core/sentences.js";
import { formatCount } from "./announce.js";
import { buildChangeList, buildChangeNote } from "./changes.js";
import { buildCommunitySwatch } from "./communities_panel.js";
import { element, isolate, replaceContent, isolateNames } from "./element.js";
import { buildFacts } from "./relation_facts.js";
import { buildIcon } from "./icons.js";
import { buildNoteBox } from "./save_layout.js";
import { drawLineSample, drawMarkSample } from "./legend.js";
import { buildReferenceList } from "./references.js";
import { describeVersionSize } from "./version_switch.js";

const FIRST_ACTORS = 8;
const FIRST_TIES = 60;

/** A button that selects an actor. */
function buildActorButton(store, actor, key) {
  return element(
    "button",
    {
      type: "button",
      class: "link actor-link",
      "data-key": key ?? null,
      click: () => store.choose(actor.id),
    },
    isolate(actor.name),
  );
}

/** How much there is; of two versions, in each. */
function describeSize({ actors, relations, sources, versions }) {
  if (versions) {
    return `Before: ${describeVersionSize(versions.before)}. After: ${describeVersionSize(versions.after)}.`;
  }
  const cited = sources.length ? `, ${formatCount(sources.length, "source")}` : "";
  return `${formatCount(actors.length, "actor")}, ${formatCount(relations.length, "relation")}${cited}.`;
}

/** What the panel says before anything is chosen: how much there is, and where to begin. */
function buildWelcome(view) {
  const { store } = view;
  const { network } = store;
  const measure = network.measures.find(({ id }) => id === (store.state.sizeBy || "betweenness"));
  const first = sortActorsByMeasure(network, measure?.id ?? "")
    .filter((i) => store.answer.actors[i])
    .slice(0, FIRST_ACTORS);
  const scores = measure?.scores ?? network.ties.map((ties) => ties.length);
  const top = scores[first[0]] || 1;
  const rows = first.map((i) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "rank-row", click: () => store.choose(network.actors[i].id) },
        isolate(network.actors[i].name, "rank-name"),
        buildMeter(scores[i] / top),
      ),
    ),
  );
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
      element(
        "button",
        { type: "button", class: "deed", "data-key": "find path", click: () => view.openPath() },
        buildIcon("path"),
        "Find a path between two actors",
      ),
    ),
    buildChangeList(view),
    element("h3", {}, `First by ${measure ? measure.label : "number of relations"}`),
    element("ol", { class: "ranking" }, rows),
    listCautions({ measures: measure ? [measure] : [] }).map((text) =>
      element("p", { class: "quiet" }, text),
    ),
  ];
}

function buildMeter(share) {
  const bar = element("span", { class: "meter-bar" });
  bar.style.inlineSize = `${Math.max(1, Math.round(share * 100))}%`;
  return element("span", { class: "meter", "aria-hidden": "true" }, bar);
}

function buildHeading(view, actor) {
  const { store, styles } = view;
  const { kind } = actor;
  const life = formatDates(actor.start, actor.end);
  return element(
    "header",
    { class: "card-head" },
    element(
      "p",
      { class: "eyebrow" },
      drawMarkSample(styles.kinds[store.network.kinds.indexOf(kind)], false),
      element("bdi", {}, kind.label),
      life ? ` ${life}` : "",
    ),
    element("h2", { class: "card-title", tabindex: -1, id: "card-title", dir: "auto" }, actor.name),
    actor.aliases.length ? buildAliasLine(actor.aliases) : null,
    buildCommunityLine(view, actor),
    buildChangeNote(actor),
  );
}

/** Which community an actor is in; a colour of the canvas is never the only one to say it. */
function buildCommunityLine({ store }, actor) {
  const number = store.network.communities.numberOf[actor.index];
  if (number === null) return null;
  return element(
    "p",
    { class: "aliases" },
    store.state.colourBy === "community" ? buildCommunitySwatch(number) : null,
    "In ",
    element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": "own community",
        click: () => store.turnTo("communities"),
      },
      `community ${number}`,
    ),
  );
}

function buildAliasLine(aliases) {
  const few = 6;
  const list = (names) => names.flatMap((name, i) => [i ? ", " : "", isolate(name)]);
  if (aliases.length <= few + 2) return element("p", { class: "aliases" }, "Also: ", list(aliases));
  return element(
    "details",
    { class: "aliases" },
    element(
      "summary",
      {},
      "Also: ",
      list(aliases.slice(0, few)),
      element("span", { class: "goes-on" }, ","),
      " ",
      element("span", { class: "more" }, `and ${aliases.length - few} more`),
    ),
    element("p", {}, list(aliases.slice(few))),
  );
}

function buildActions(view, actor) {
  const { store } = view;
  const button = (text, name, click, key) =>
    element(
      "button",
      { type: "button", class: "deed", "data-key": key, click },
      buildIcon(name),
      text,
    );
  return element(
    "div",
    { class: "deeds" },
    button("Path from here", "path", () => view.startPath(actor), "path from"),
    store.state.ego
      ? button("Show whole network", "fit", () => store.set({ ego: 0 }), "ego")
      : button("Only its surroundings", "fit", () => store.set({ ego: 1 }), "ego"),
    button("Hide", "close", () => store.hideActor(actor.id), "hide actor"),
  );
}

function buildMeasureTable(network, index) {
  const rows = network.measures
    .map((measure) => ({ measure, rank: findRank(measure, index) }))
    .filter(({ rank }) => rank !== null);
  if (!rows.length) return null;
  const row = ({ measure, rank }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, measure.label),
      element("td", { class: "number" }, formatScore(measure, index)),
      element("td", { class: "number" }, `${rank}.`),
    );
  return element(
    "details",
    { class: "fold" },
    element("summary", {}, "Measures"),
    element(
      "p",
      { class: "quiet" },
      `Of the ${network.versions ? "later version" : "whole network"}, as exported; the filters do not change them.`,
    ),
    listCautions(network).map((text) => element("p", { class: "quiet" }, text)),
    element(
      "table",
      { class: "measures" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ["Measure", "Score", "Rank"].map((text) => element("th", { scope: "col" }, text)),
        ),
      ),
      element("tbody", {}, rows.map(row)),
    ),
  );
}

/** The sentence of a relation in which the other actor can be chosen. */
function buildRelationLine(view, relation, actor) {
  const { store } = view;
  const { network } = store;
  const other = network.actors[relation.source === actor.index ? relation.target : relation.source];
  const parts = splitRelationSentence(network, relation, actor.index);
  if (other === actor) return element("p", { class: "tie-line" }, isolateNames(parts));
  return element(
    "p",
    { class: "tie-line" },
    element("span", { class: "own" }, isolateNames(parts.slice(0, 4))),
    buildActorButton(store, other, `tie ${relation.id}`),
    parts[5],
  );
}

/** One relation as it stands in a list: sentence, facts, note and sources. */
function buildRelationItem(view, relation, line) {
  return element(
    "li",
    { class: `tie${relation.disputes ? " is-disputed" : ""}` },
    line,
    buildFacts(relation, view.store.answer.claims[relation.index]),
    buildChangeNote(relation),
    relation.note ? element("p", { class: "note", dir: "auto" }, relation.note) : null,
    buildReferenceList(relation.references),
  );
}

function buildRelationGroups(view, actor) {
  const { store, styles } = view;
  const { network, answer } = store;
  const kept = groupClaims(
    network,
    network.ties[actor.index].filter((i) => answer.mask[i]).map((i) => network.relations[i]),
  );
  const hidden = network.ties[actor.index].length - kept.length;
  const groups = network.types.map((type, i) => ({
    type,
    style: styles.types[i],
    ties: kept.filter((relation) => relation.type === type),
  }));
  const sections = groups
    .filter(({ ties }) => ties.length)
    .map(({ type, style, ties }) =>
      element(
        "section",
        { class: "tie-group" },
        element(
          "h4",
          { title: type.id },
          drawLineSample(style),
          element("bdi", {}, type.label),
          element("span", { class: "count" }, ties.length),
        ),
        element(
          "ul",
          { class: "ties" },
          ties
            .slice(0, FIRST_TIES)
            .map((relation) =>
              buildRelationItem(view, relation, buildRelationLine(view, relation, actor)),
            ),
        ),
        ties.length > FIRST_TIES
          ? element("p", { class: "quiet" }, `${ties.length - FIRST_TIES} more in the table`)
          : null,
      ),
    );
  return [
    element("h3", {}, formatCount(kept.length, "relation")),
    hidden
      ? element(
          "p",
          { class: "quiet" },
          `${formatCount(hidden, "more")} hidden by the filters`.replace("mores", "more"),
        )
      : null,
    sections,
  ];
}

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

function buildActorCard(view, actor) {
  return [
    buildHeading(view, actor),
    actor.description
      ? element("p", { class: "description", dir: "auto" }, actor.description)
      : null,
    buildAttributeList(actor.attributes),
    actor.references.length ? buildReferenceList(actor.references) : null,
    buildActions(view, actor),
    buildNoteBox(view, "actors", actor, actor.name),
    buildMeasureTable(view.store.network, actor.index),
    buildRelationGroups(view, actor),
  ];
}

function buildRelationCard(view, relation) {
  const { store, styles } = view;
  const { network } = store;
  const [source, target] = [network.actors[relation.source], network.actors[relation.target]];
  const claims = findClaims(network, relation);
  const kept = claims.filter(({ index }) => store.answer.mask[index]);
  return [
    element(
      "header",
      { class: "card-head" },
      element(
        "p",
        { class: "eyebrow" },
        drawLineSample(styles.types[network.types.indexOf(relation.type)]),
        element("bdi", { title: relation.type.id }, relation.type.label),
        store.answer.claims[relation.index] === "stands"
          ? ""
          : `, ${store.answer.claims[relation.index]}`,
      ),
      element(
        "h2",
        { class: "card-title", tabindex: -1, id: "card-title" },
        buildActorButton(store, source, "source"),
        " ",
        isolate(relation.type.label),
        " ",
        buildActorButton(store, target, "target"),
      ),
    ),
    element("h3", {}, kept.length === 1 ? "One claim" : `${kept.length} claims`),
    element(
      "ul",
      { class: "ties" },
      kept.map((claim) =>
        buildRelationItem(
          view,
          claim,
          element(
            "p",
            { class: "tie-line" },
            isolateNames(splitRelationSentence(network, claim, claim.source)),
          ),
        ),
      ),
    ),
    buildAttributeList(relation.attributes),
    buildNoteBox(
      view,
      "relations",
      relation,
      `${source.name} ${relation.type.label} ${target.name}`,
    ),
  ];
}

function drawPanel(view, place) {
  const { network, state } = view.store;
  const actor = network.actorById.get(state.actor);
  const relation = network.relationById.get(state.relation);
  const content = actor
    ? buildActorCard(view, actor)
    : relation
      ? buildRelationCard(view, relation)
      : buildWelcome(view);
  replaceContent(place, content.flat());
}

/** What is known about the chosen actor or relation, and who says so. */
export const detailsPanel = {
  label: "Details",
  create: (view, place) => ({ draw: () => drawPanel(view, place) }),
};
