import { splitRelationSentence } from "../core/sentences.js";
import {
  findCitingActors,
  findUnsourcedActors,
  findCitingRelations,
  countEvidence,
} from "../core/sources.js";
import { isInVersion } from "../core/versions.js";
import { formatCount } from "./announce.js";
import { element, isolate, replaceContent, isolateNames } from "./element.js";
import { buildFacts } from "./relation_facts.js";
import { appendInPortions } from "./paged_list.js";
import { buildSafeLink } from "./references.js";

/** Which actors and relations count: those of the version shown, where the page has two. */
function createVersionTest(store) {
  const { version } = store.filters();
  return (row) => isInVersion(row, version);
}

/** What rests on each source; worked out again only for another version. */
function getEvidence(store) {
  const { version } = store.filters();
  if (store.evidence?.version !== version) {
    store.evidence = { version, rests: countEvidence(store.network, createVersionTest(store)) };
  }
  return store.evidence.rests;
}

/**
 * A relation as a sentence that chooses it, with what weakens it, and whether the filters leave it
 * out.
 */
function buildRelationItem({ store }, relation) {
  const { network, answer } = store;
  const sentence = isolateNames(splitRelationSentence(network, relation, relation.source));
  return element(
    "li",
    { class: `tie${relation.disputes ? " is-disputed" : ""}` },
    element(
      "button",
      {
        type: "button",
        class: "link rest-link",
        "data-key": `rest ${relation.id}`,
        click: () => store.chooseRelation(relation.id),
      },
      sentence,
    ),
    buildFacts(relation, answer.claims[relation.index]),
    answer.mask[relation.index]
      ? null
      : element("p", { class: "quiet" }, "Left out by the filters"),
  );
}

function buildRelationGroup(view, title, rests) {
  if (!rests.length) return null;
  return [
    title ? element("h4", { class: "rest-title" }, title) : null,
    appendInPortions(element("ul", { class: "ties" }), rests, ({ relation }) =>
      buildRelationItem(view, relation),
    ),
  ];
}

function buildActorGroup(view, actors) {
  if (!actors.length) return null;
  const item = (actor) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          class: "link",
          "data-key": `citing ${actor.id}`,
          click: () => view.store.choose(actor.id),
        },
        isolate(actor.name),
      ),
    );
  return [
    element("h4", { class: "rest-title" }, "Actors"),
    appendInPortions(element("ul", { class: "rest-actors" }), actors, item),
  ];
}

/** What is in the fold of a source; "" is the fold of what has none. */
function buildEvidenceLists(view, id) {
  const { network } = view.store;
  const isThere = createVersionTest(view.store);
  const rests = findCitingRelations(network, id).filter(({ relation }) => isThere(relation));
  const [alone, beside] = [true, false].map((wanted) =>
    rests.filter((rest) => rest.alone === wanted),
  );
  return [
    buildRelationGroup(view, id && "On nothing else", alone),
    buildRelationGroup(view, "Beside other sources", beside),
    buildActorGroup(
      view,
      (id ? findCitingActors(network, id) : findUnsourcedActors(network)).filter(isThere),
    ),
  ]
    .flat(Infinity)
    .filter(Boolean);
}

/** A fold that is filled when it is first opened, and stays open when the panel is drawn again. */
function buildEvidenceFold(view, opened, id, words) {
  const key = `fold ${id}`;
  const fold = element(
    "details",
    { class: "fold", open: opened.has(key) },
    element("summary", { "data-key": key }, words),
  );
  const fillOnce = () => {
    if (fold.open && fold.childElementCount === 1) fold.append(...buildEvidenceLists(view, id));
  };
  fold.addEventListener("toggle", () => {
    if (fold.open) opened.add(key);
    else opened.delete(key);
    fillOnce();
  });
  fillOnce();
  return fold;
}

/** The button that brings forward on the canvas what rests on a source, or what has none. */
function buildShowButton({ store }, id) {
  const { rests, unsourced } = store.state;
  const shown = id ? rests === id : unsourced;
  return element(
    "button",
    {
      type: "button",
      class: "deed",
      "aria-pressed": String(shown),
      "data-key": `show ${id}`,
      click: () => store.showResting(shown ? null : id),
    },
    shown ? "Show the rest again" : "Show in the network",
  );
}

function buildTrustButton({ store }, id) {
  const wrong = store.filters().source === id;
  return element(
    "button",
    {
      type: "button",
      class: "deed",
      "aria-pressed": String(wrong),
      "data-key": `wrong ${id}`,
      click: () => store.filter({ source: wrong ? "" : id }),
    },
    wrong ? "Trust it again" : "What if it is wrong?",
  );
}

/** What would be left out if the source is wrong, or that nothing would. */
function describeLoss({ relations, alone, actors, actorsGone }) {
  const gone = [
    alone ? formatCount(alone, "relation") : "",
    actorsGone ? formatCount(actorsGone, "actor") : "",
  ].filter(Boolean);
  if (gone.length) return `Without it, ${gone.join(" and ")} would be gone.`;
  return relations || actors ? "Nothing rests on it alone." : "Nothing cites it.";
}

function buildSourceItem(view, opened, source) {
  const { store } = view;
  const evidence = getEvidence(store).get(source.id);
  const { relations, alone, actors, actorsGone } = evidence;
  const cited = relations + actors > 0;
  return element(
    "li",
    { class: `source${store.filters().source === source.id ? " is-wrong" : ""}` },
    element(
      "p",
      { class: "source-title" },
      buildSafeLink(source.url, source.citation || source.title || source.id),
    ),
    source.archiveUrl
      ? element("p", { class: "quiet" }, buildSafeLink(source.archiveUrl, "Archived copy"))
      : null,
    element(
      "p",
      { class: "quiet" },
      `${formatCount(relations, "relation")}${alone ? ` (${alone.toLocaleString("en")} on nothing else)` : ""}, ${formatCount(actors, "actor")}. ${describeLoss(evidence)}`,
    ),
    cited
      ? element(
          "div",
          { class: "deeds" },
          buildShowButton(view, source.id),
          alone || actorsGone ? buildTrustButton(view, source.id) : null,
        )
      : null,
    cited ? buildEvidenceFold(view, opened, source.id, "What rests on it") : null,
  );
}

/** What cites nothing is an entry of its own, behind the sources. */
function buildUnsourcedItem(view, opened) {
  const { network } = view.store;
  const isThere = createVersionTest(view.store);
  const relations = findCitingRelations(network, "").filter(({ relation }) =>
    isThere(relation),
  ).length;
  const actors = findUnsourcedActors(network).filter(isThere).length;
  if (!relations && !actors) return null;
  return element(
    "li",
    { class: "source" },
    element("p", { class: "source-title" }, "Without a source"),
    element(
      "p",
      { class: "quiet" },
      `${formatCount(relations, "relation")}, ${formatCount(actors, "actor")}.`,
    ),
    element("div", { class: "deeds" }, buildShowButton(view, "")),
    buildEvidenceFold(view, opened, "", "What has no source"),
  );
}

function drawPanel(view, opened, place) {
  const { network } = view.store;
  const isThere = createVersionTest(view.store);
  const rests = getEvidence(view.store);
  const direct = network.relations
    .filter(isThere)
    .filter(
      ({ references }) => references.length && references.every(({ source }) => !source),
    ).length;
  const order = [...network.sources].sort(
    (a, b) => rests.get(b.id).relations - rests.get(a.id).relations || a.index - b.index,
  );
  replaceContent(
    place,
    element("h2", { class: "card-title" }, "Sources"),
    element(
      "p",
      { class: "quiet" },
      `${formatCount(network.sources.length, "source")}, the most cited first.${direct ? ` ${formatCount(direct, "relation")} ${direct === 1 ? "cites" : "cite"} a page or a text directly.` : ""}`,
    ),
    element(
      "ol",
      { class: "sources" },
      order.map((source) => buildSourceItem(view, opened, source)),
      buildUnsourcedItem(view, opened),
    ),
  );
}

/** The list of sources, and what rests on each. */
export const sourcesPanel = {
  label: "Sources",
  create: (view, place) => {
    const opened = new Set();
    return { draw: () => drawPanel(view, opened, place) };
  },
};
