/** What is known about a relation. */
import { findClaims } from "../core/claims.js";
import { splitRelationSentence } from "../core/sentences.js";
import { buildActorButton } from "./actor_button.js";
import { element, isolate, isolateNames } from "./element.js";
import { drawLineSample } from "./legend_samples.js";
import { buildNoteBox } from "./note_box.js";
import { buildRelationItem } from "./relation_item.js";

/**
 * @param {PanelContext} context
 * @param {Relation} relation
 * @param {Set<string>} openFolds which folds are open
 */
export function buildRelationCard(context, relation, openFolds) {
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
    buildNoteBox(layout, openFolds, "relations", relation.id, name),
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
