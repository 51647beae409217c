/** How rows differ between the two versions of a page. */
import { formatCount } from "../core/counts.js";
import { splitRelationSentence } from "../core/sentences.js";
import { CHANGE_SIGNS } from "./badges.js";
import { buildButton, element, isolate, isolateNames } from "./element.js";
import { buildLazyFold } from "./lazy_section.js";
import { appendInPortions } from "./paged_list.js";

/** @typedef {"added"|"removed"|"changed"} Difference */

/** @type {Record<Difference, {title: string, note: string}>} */
const DIFFERENCES = {
  added: { title: "Added", note: "Only in the later version" },
  removed: { title: "Removed", note: "Only in the earlier version" },
  changed: { title: "Changed", note: "Changed" },
};

/**
 * Describes how an actor or a relation differs between two versions.
 * @param {NetworkRow} row
 * @returns {HTMLElement|null} null where it does not
 */
export function buildChangeNote({ change = "same", fields = [] }) {
  if (change === "same") return null;
  return element(
    "div",
    { class: "change" },
    element("p", {}, buildSign(change), DIFFERENCES[change].note),
    fields.length ? element("ul", {}, fields.map(buildField)) : null,
  );
}

/**
 * Builds the list of everything that differs between two versions, as sentences that lead to it.
 * @param {Store} store
 * @param {Set<string>} open the folds that are open
 * @returns {HTMLElement|null} null where the page has one version
 */
export function buildChangeList(store, open) {
  if (!store.network.versions) return null;
  const names = /** @type {Difference[]} */ (Object.keys(DIFFERENCES));
  const folds = names.flatMap((change) => buildChangeFold(store, open, change) ?? []);
  return element(
    "section",
    { class: "changes" },
    element("h3", {}, "What changed"),
    folds.length ? folds : element("p", {}, "Nothing differs."),
  );
}

/**
 * @param {Store} store
 * @param {Set<string>} open
 * @param {Difference} change
 */
function buildChangeFold(store, open, change) {
  const actors = store.network.actors.filter((actor) => actor.change === change);
  const relations = store.network.relations.filter((relation) => relation.change === change);
  if (!actors.length && !relations.length) return null;
  const counts = [
    actors.length ? formatCount(actors.length, "actor") : "",
    relations.length ? formatCount(relations.length, "relation") : "",
  ];
  const title = `${DIFFERENCES[change].title}: ${counts.filter(Boolean).join(", ")}`;
  const summary = element("summary", { "data-key": `fold ${change}` }, buildSign(change), title);
  return buildLazyFold(open, change, summary, () => {
    const items = [
      ...actors.map((actor) => () => buildActorItem(store, actor)),
      ...relations.map((relation) => () => buildRelationItem(store, relation)),
    ];
    return appendInPortions(element("ul", { class: "ties" }), items, (build) => build());
  });
}

/**
 * @param {Store} store
 * @param {Actor} actor
 */
function buildActorItem({ choose }, actor) {
  const click = () => choose(actor.id);
  const words = [isolate(actor.name), ` (${actor.kind.label})`];
  return buildItem(actor, `change actor ${actor.id}`, words, click);
}

/**
 * @param {Store} store
 * @param {Relation} relation
 */
function buildRelationItem({ network, chooseRelation }, relation) {
  const click = () => chooseRelation(relation.id);
  const words = isolateNames(splitRelationSentence(network, relation, relation.source));
  return buildItem(relation, `change relation ${relation.id}`, words, click);
}

/**
 * @param {NetworkRow} row
 * @param {string} key
 * @param {Child[]} words
 * @param {() => void} click
 */
function buildItem({ fields }, key, words, click) {
  return element(
    "li",
    { class: "tie" },
    buildButton("link rest-link", { "data-key": key, click }, words),
    fields ? element("ul", { class: "change" }, fields.map(buildField)) : null,
  );
}

/** @param {FieldChange} change */
function buildField({ field, before, after }) {
  /** @param {string} text */
  const value = (text) => (text ? isolate(text) : "blank");
  return element(
    "li",
    {},
    element("b", {}, isolate(field)),
    ": ",
    value(after),
    element("span", { class: "was" }, ", was ", value(before)),
  );
}

/** @param {Difference} change */
function buildSign(change) {
  return element("span", { class: "change-sign", "aria-hidden": "true" }, CHANGE_SIGNS[change]);
}
