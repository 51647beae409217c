/** List what rests on a source: the relations, on it alone or on others, too, and the actors. */
import { maskActors, maskRelations } from "../core/filters.js";
import { splitRelationSentence } from "../core/sentences.js";
import {
  countEvidence,
  findRestingActors,
  findRestingRelations,
  findUnsourcedActors,
} from "../core/sources.js";
import { element, isolate, isolateNames } from "./element.js";
import { buildLazyFold } from "./lazy_section.js";
import { appendInPortions } from "./paged_list.js";
import { buildFacts } from "./relation_facts.js";

/**
 * What rests on each source of what the filters select, counted again only for other filters: the
 * source that is assumed wrong counts, or nobody would see what is lost.
 * @param {Store} store
 * @returns {NonNullable<Store["evidence"]>} and the test of what counts
 */
export function getEvidence(store) {
  const { network } = store;
  const filters = store.filters();
  if (store.evidence?.filters !== filters) {
    const trusting = { ...filters, withoutSource: "" };
    const mask = maskRelations(network, trusting);
    const actors = maskActors(network, trusting, mask);
    /** @type {RowTest} */
    const isThere = (row) => Boolean(("type" in row ? mask : actors)[row.index]);
    store.evidence = { filters, isThere, rests: countEvidence(network, isThere) };
  }
  return store.evidence;
}

/**
 * Builds a section that opens to what rests on a source; "" is the section of what has none.
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {string} id
 * @param {string} words
 */
export function buildEvidenceFold(context, open, id, words) {
  const key = `fold ${id}`;
  const summary = element("summary", { "data-key": key }, words);
  return buildLazyFold(open, key, summary, () => buildEvidenceLists(context, id));
}

/**
 * Lists the relations and actors that rest on a source; for "", those without a source.
 * @param {PanelContext} context
 * @param {string} id
 * @returns {Child[]}
 */
function buildEvidenceLists(context, id) {
  const { network } = context.store;
  const { isThere } = getEvidence(context.store);
  const rests = findRestingRelations(network, id).filter(({ relation }) => isThere(relation));
  const [alone, beside] = [true, false].map((wanted) =>
    rests.filter((rest) => rest.alone === wanted),
  );
  return [
    buildRelationGroup(context, id && "Resting on it alone", alone),
    buildRelationGroup(context, "Resting on others, too", beside),
    buildActorGroup(
      context,
      (id ? findRestingActors(network, id) : findUnsourcedActors(network)).filter(isThere),
    ),
  ];
}

/**
 * @param {PanelContext} context
 * @param {string} title
 * @param {{relation: Relation, alone: boolean}[]} rests
 */
function buildRelationGroup(context, title, rests) {
  if (!rests.length) return null;
  return [
    title ? element("h4", { class: "rest-title" }, title) : null,
    appendInPortions(element("ul", { class: "ties" }), rests, ({ relation }) =>
      buildRelationItem(context, relation),
    ),
  ];
}

/**
 * Builds a relation as a sentence that chooses it, with what weakens it, and whether the filters
 * leave it out.
 * @param {PanelContext} context
 * @param {Relation} relation
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
    buildFacts(store, relation),
    answer.mask[relation.index]
      ? null
      : element("p", { class: "quiet" }, "Left out by the filters"),
  );
}

/**
 * @param {PanelContext} context
 * @param {Actor[]} actors
 */
function buildActorGroup(context, actors) {
  if (!actors.length) return null;
  /** @param {Actor} actor */
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
          click: () => context.store.choose(actor.id),
        },
        isolate(actor.name),
      ),
    );
  return [
    element("h4", { class: "rest-title" }, "Actors"),
    appendInPortions(element("ul", { class: "rest-actors" }), actors, item),
  ];
}
