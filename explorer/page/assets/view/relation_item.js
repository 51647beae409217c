/** One relation as an item of a list. */
import { buildChangeNote } from "./changes.js";
import { element } from "./element.js";
import { buildReferenceList } from "./references.js";
import { buildFacts } from "./relation_facts.js";

/**
 * One relation as an item of a list: sentence, facts, note, own columns and sources.
 * @param {PanelContext} context
 * @param {Relation} relation
 * @param {HTMLElement} line the sentence
 */
export function buildRelationItem({ store }, relation, line) {
  const { attributes, disputes, note, references } = relation;
  return element(
    "li",
    { class: `tie${disputes ? " is-disputed" : ""}` },
    line,
    buildFacts(store, relation),
    buildChangeNote(relation),
    note ? element("p", { class: "note", dir: "auto" }, note) : null,
    buildAttributeList(attributes),
    buildReferenceList(references),
  );
}

/**
 * The columns of the author's own that a row fills.
 * @param {Map<string, string>} attributes
 */
export function buildAttributeList(attributes) {
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
