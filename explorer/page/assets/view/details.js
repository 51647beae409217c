import { claimsLike, claimsTogether } from "../core/claims.js";
import { datePhrase } from "../core/dates.js";
import { actorsByMeasure, cautions, rankOf, scoreText } from "../core/ranks.js";
import { tieParts } from "../core/sentences.js";
import { counted } from "./announce.js";
import { changeList, changeNote } from "./changes.js";
import { communitySwatch } from "./communities_panel.js";
import { element, named, renew, told } from "./element.js";
import { factLine } from "./facts.js";
import { icon } from "./icons.js";
import { noteBox } from "./keeping.js";
import { lineSample, markSample } from "./legend.js";
import { referenceList } from "./references.js";
import { versionCounts } from "./versions.js";

const FIRST_ACTORS = 8;
const FIRST_TIES = 60;

/** A button that selects an actor. */
function actorButton(store, actor, key) {
  return element(
    "button",
    {
      type: "button",
      class: "link actor-link",
      "data-key": key ?? null,
      click: () => store.choose(actor.id),
    },
    named(actor.name),
  );
}

/** How much there is; of two versions, in each. */
function holdings({ actors, relations, sources, versions }) {
  if (versions) {
    return `Before: ${versionCounts(versions.before)}. After: ${versionCounts(versions.after)}.`;
  }
  const cited = sources.length ? `, ${counted(sources.length, "source")}` : "";
  return `${counted(actors.length, "actor")}, ${counted(relations.length, "relation")}${cited}.`;
}

/** What the panel says before anything is chosen: how much there is, and where to begin. */
function welcome(view) {
  const { store } = view;
  const { network } = store;
  const measure = network.measures.find(({ id }) => id === (store.state.sizeBy || "betweenness"));
  const first = actorsByMeasure(network, measure?.id ?? "")
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
        named(network.actors[i].name, "rank-name"),
        meter(scores[i] / top),
      ),
    ),
  );
  return [
    element("p", { class: "lead" }, holdings(network)),
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
        icon("path"),
        "Find a path between two actors",
      ),
    ),
    changeList(view),
    element("h3", {}, `First by ${measure ? measure.label : "number of relations"}`),
    element("ol", { class: "ranking" }, rows),
    cautions({ measures: measure ? [measure] : [] }).map((text) =>
      element("p", { class: "quiet" }, text),
    ),
  ];
}

function meter(share) {
  const bar = element("span", { class: "meter-bar" });
  bar.style.inlineSize = `${Math.max(1, Math.round(share * 100))}%`;
  return element("span", { class: "meter", "aria-hidden": "true" }, bar);
}

function heading(view, actor) {
  const { store, styles } = view;
  const { kind } = actor;
  const life = datePhrase(actor.start, actor.end);
  return element(
    "header",
    { class: "card-head" },
    element(
      "p",
      { class: "eyebrow" },
      markSample(styles.kinds[store.network.kinds.indexOf(kind)], false),
      element("bdi", {}, kind.label),
      life ? ` ${life}` : "",
    ),
    element("h2", { class: "card-title", tabindex: -1, id: "card-title", dir: "auto" }, actor.name),
    actor.aliases.length ? aliasLine(actor.aliases) : null,
    communityLine(view, actor),
    changeNote(actor),
  );
}

/** Which community an actor is in; a colour of the canvas is never the only one to say it. */
function communityLine({ store }, actor) {
  const number = store.network.communities.numberOf[actor.index];
  if (number === null) return null;
  return element(
    "p",
    { class: "aliases" },
    store.state.colourBy === "community" ? communitySwatch(number) : null,
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

function aliasLine(aliases) {
  const few = 6;
  const list = (names) => names.flatMap((name, i) => [i ? ", " : "", named(name)]);
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

function deeds(view, actor) {
  const { store } = view;
  const button = (text, name, click, key) =>
    element("button", { type: "button", class: "deed", "data-key": key, click }, icon(name), text);
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

function measureTable(network, index) {
  const rows = network.measures
    .map((measure) => ({ measure, rank: rankOf(measure, index) }))
    .filter(({ rank }) => rank !== null);
  if (!rows.length) return null;
  const row = ({ measure, rank }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, measure.label),
      element("td", { class: "number" }, scoreText(measure, index)),
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
    cautions(network).map((text) => element("p", { class: "quiet" }, text)),
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
function tieLine(view, relation, actor) {
  const { store } = view;
  const { network } = store;
  const other = network.actors[relation.source === actor.index ? relation.target : relation.source];
  const parts = tieParts(network, relation, actor.index);
  if (other === actor) return element("p", { class: "tie-line" }, told(parts));
  return element(
    "p",
    { class: "tie-line" },
    element("span", { class: "own" }, told(parts.slice(0, 4))),
    actorButton(store, other, `tie ${relation.id}`),
    parts[5],
  );
}

/** One relation as it stands in a list: sentence, facts, note and sources. */
function tieItem(view, relation, line) {
  return element(
    "li",
    { class: `tie${relation.disputes ? " is-disputed" : ""}` },
    line,
    factLine(relation, view.store.answer.claims[relation.index]),
    changeNote(relation),
    relation.note ? element("p", { class: "note", dir: "auto" }, relation.note) : null,
    referenceList(relation.references),
  );
}

function tiesByType(view, actor) {
  const { store, styles } = view;
  const { network, answer } = store;
  const kept = claimsTogether(
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
          lineSample(style),
          element("bdi", {}, type.label),
          element("span", { class: "count" }, ties.length),
        ),
        element(
          "ul",
          { class: "ties" },
          ties
            .slice(0, FIRST_TIES)
            .map((relation) => tieItem(view, relation, tieLine(view, relation, actor))),
        ),
        ties.length > FIRST_TIES
          ? element("p", { class: "quiet" }, `${ties.length - FIRST_TIES} more in the table`)
          : null,
      ),
    );
  return [
    element("h3", {}, counted(kept.length, "relation")),
    hidden
      ? element(
          "p",
          { class: "quiet" },
          `${counted(hidden, "more")} hidden by the filters`.replace("mores", "more"),
        )
      : null,
    sections,
  ];
}

function attributeList(attributes) {
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

function actorCard(view, actor) {
  return [
    heading(view, actor),
    actor.description
      ? element("p", { class: "description", dir: "auto" }, actor.description)
      : null,
    attributeList(actor.attributes),
    actor.references.length ? referenceList(actor.references) : null,
    deeds(view, actor),
    noteBox(view, "actors", actor, actor.name),
    measureTable(view.store.network, actor.index),
    tiesByType(view, actor),
  ];
}

function relationCard(view, relation) {
  const { store, styles } = view;
  const { network } = store;
  const [source, target] = [network.actors[relation.source], network.actors[relation.target]];
  const claims = claimsLike(network, relation);
  const kept = claims.filter(({ index }) => store.answer.mask[index]);
  return [
    element(
      "header",
      { class: "card-head" },
      element(
        "p",
        { class: "eyebrow" },
        lineSample(styles.types[network.types.indexOf(relation.type)]),
        element("bdi", { title: relation.type.id }, relation.type.label),
        store.answer.claims[relation.index] === "stands"
          ? ""
          : `, ${store.answer.claims[relation.index]}`,
      ),
      element(
        "h2",
        { class: "card-title", tabindex: -1, id: "card-title" },
        actorButton(store, source, "source"),
        " ",
        named(relation.type.label),
        " ",
        actorButton(store, target, "target"),
      ),
    ),
    element("h3", {}, kept.length === 1 ? "One claim" : `${kept.length} claims`),
    element(
      "ul",
      { class: "ties" },
      kept.map((claim) =>
        tieItem(
          view,
          claim,
          element("p", { class: "tie-line" }, told(tieParts(network, claim, claim.source))),
        ),
      ),
    ),
    attributeList(relation.attributes),
    noteBox(view, "relations", relation, `${source.name} ${relation.type.label} ${target.name}`),
  ];
}

function drawDetails(view, place) {
  const { network, state } = view.store;
  const actor = network.actorById.get(state.actor);
  const relation = network.relationById.get(state.relation);
  const content = actor
    ? actorCard(view, actor)
    : relation
      ? relationCard(view, relation)
      : welcome(view);
  renew(place, content.flat());
}

/** What is known about the chosen actor or relation, and who says so. */
export const detailsPanel = {
  label: "Details",
  create: (view, place) => ({ draw: () => drawDetails(view, place) }),
};
