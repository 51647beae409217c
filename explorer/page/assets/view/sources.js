import { tieParts } from "../core/sentences.js";
import { actorsCiting, actorsWithoutSource, restingOn, whatRests } from "../core/sources.js";
import { isInVersion } from "../core/versions.js";
import { counted } from "./announce.js";
import { element, named, renew, told } from "./element.js";
import { factLine } from "./facts.js";
import { inPortions } from "./portions.js";
import { safeLink } from "./references.js";

/** Which actors and relations count: those of the version shown, where the page has two. */
function inShownVersion(store) {
  const { version } = store.filters();
  return (row) => isInVersion(row, version);
}

/** What rests on each source; worked out again only for another version. */
function evidenceOf(store) {
  const { version } = store.filters();
  if (store.evidence?.version !== version) {
    store.evidence = { version, rests: whatRests(store.network, inShownVersion(store)) };
  }
  return store.evidence.rests;
}

/**
 * A relation as a sentence that chooses it, with what weakens it, and whether the filters leave it
 * out.
 */
function restItem({ store }, relation) {
  const { network, answer } = store;
  const sentence = told(tieParts(network, relation, relation.source));
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
    factLine(relation, answer.claims[relation.index]),
    answer.mask[relation.index]
      ? null
      : element("p", { class: "quiet" }, "Left out by the filters"),
  );
}

function restGroup(view, title, rests) {
  if (!rests.length) return null;
  return [
    title ? element("h4", { class: "rest-title" }, title) : null,
    inPortions(element("ul", { class: "ties" }), rests, ({ relation }) => restItem(view, relation)),
  ];
}

function actorGroup(view, actors) {
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
        named(actor.name),
      ),
    );
  return [
    element("h4", { class: "rest-title" }, "Actors"),
    inPortions(element("ul", { class: "rest-actors" }), actors, item),
  ];
}

/** What is in the fold of a source; "" is the fold of what has none. */
function restLists(view, id) {
  const { network } = view.store;
  const isThere = inShownVersion(view.store);
  const rests = restingOn(network, id).filter(({ relation }) => isThere(relation));
  const [alone, beside] = [true, false].map((wanted) =>
    rests.filter((rest) => rest.alone === wanted),
  );
  return [
    restGroup(view, id && "On nothing else", alone),
    restGroup(view, "Beside other sources", beside),
    actorGroup(
      view,
      (id ? actorsCiting(network, id) : actorsWithoutSource(network)).filter(isThere),
    ),
  ]
    .flat(Infinity)
    .filter(Boolean);
}

/** A fold that is filled when it is first opened, and stays open when the panel is drawn again. */
function restFold(view, opened, id, words) {
  const key = `fold ${id}`;
  const fold = element(
    "details",
    { class: "fold", open: opened.has(key) },
    element("summary", { "data-key": key }, words),
  );
  const fillOnce = () => {
    if (fold.open && fold.childElementCount === 1) fold.append(...restLists(view, id));
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
function showButton({ store }, id) {
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

function wrongButton({ store }, id) {
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
function fallWords({ relations, alone, actors, actorsGone }) {
  const gone = [
    alone ? counted(alone, "relation") : "",
    actorsGone ? counted(actorsGone, "actor") : "",
  ].filter(Boolean);
  if (gone.length) return `Without it, ${gone.join(" and ")} would be gone.`;
  return relations || actors ? "Nothing rests on it alone." : "Nothing cites it.";
}

function sourceItem(view, opened, source) {
  const { store } = view;
  const evidence = evidenceOf(store).get(source.id);
  const { relations, alone, actors, actorsGone } = evidence;
  const cited = relations + actors > 0;
  return element(
    "li",
    { class: `source${store.filters().source === source.id ? " is-wrong" : ""}` },
    element(
      "p",
      { class: "source-title" },
      safeLink(source.url, source.citation || source.title || source.id),
    ),
    source.archiveUrl
      ? element("p", { class: "quiet" }, safeLink(source.archiveUrl, "Archived copy"))
      : null,
    element(
      "p",
      { class: "quiet" },
      `${counted(relations, "relation")}${alone ? ` (${alone.toLocaleString("en")} on nothing else)` : ""}, ${counted(actors, "actor")}. ${fallWords(evidence)}`,
    ),
    cited
      ? element(
          "div",
          { class: "deeds" },
          showButton(view, source.id),
          alone || actorsGone ? wrongButton(view, source.id) : null,
        )
      : null,
    cited ? restFold(view, opened, source.id, "What rests on it") : null,
  );
}

/** What cites nothing is an entry of its own, behind the sources. */
function unsourcedItem(view, opened) {
  const { network } = view.store;
  const isThere = inShownVersion(view.store);
  const relations = restingOn(network, "").filter(({ relation }) => isThere(relation)).length;
  const actors = actorsWithoutSource(network).filter(isThere).length;
  if (!relations && !actors) return null;
  return element(
    "li",
    { class: "source" },
    element("p", { class: "source-title" }, "Without a source"),
    element(
      "p",
      { class: "quiet" },
      `${counted(relations, "relation")}, ${counted(actors, "actor")}.`,
    ),
    element("div", { class: "deeds" }, showButton(view, "")),
    restFold(view, opened, "", "What has no source"),
  );
}

function drawSources(view, opened, place) {
  const { network } = view.store;
  const isThere = inShownVersion(view.store);
  const rests = evidenceOf(view.store);
  const direct = network.relations
    .filter(isThere)
    .filter(
      ({ references }) => references.length && references.every(({ source }) => !source),
    ).length;
  const order = [...network.sources].sort(
    (a, b) => rests.get(b.id).relations - rests.get(a.id).relations || a.index - b.index,
  );
  renew(
    place,
    element("h2", { class: "card-title" }, "Sources"),
    element(
      "p",
      { class: "quiet" },
      `${counted(network.sources.length, "source")}, the most cited first.${direct ? ` ${counted(direct, "relation")} ${direct === 1 ? "cites" : "cite"} a page or a text directly.` : ""}`,
    ),
    element(
      "ol",
      { class: "sources" },
      order.map((source) => sourceItem(view, opened, source)),
      unsourcedItem(view, opened),
    ),
  );
}

/** The list of sources, and what rests on each. */
export const sourcesPanel = {
  label: "Sources",
  create: (view, place) => {
    const opened = new Set();
    return { draw: () => drawSources(view, opened, place) };
  },
};
