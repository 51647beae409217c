import { describeSides } from "../core/claim_words.js";
import { splitRelationSentence } from "../core/sentences.js";
import { shorten } from "../core/text.js";
import { formatCount } from "./announce.js";
import { element, isolate, getPart, isolateNames } from "./element.js";
import { listPairRelations } from "./pair_lines.js";

const AWAY = 14; // pixels between pointer and tip
const LONGEST = 160; // characters

/**
 * Builds the few words beside the pointer that name what it is on.
 * @param {Store} store
 * @returns {(target: Pointed, point: Point|null) => void} shows them for what is pointed at
 */
export function createTip(store) {
  const tip = getPart("tip");
  return (target, point) => {
    const content = point ? buildContent(store, target) : null;
    tip.hidden = content === null;
    if (!content || !point) return;
    tip.replaceChildren(...content);
    moveTip(tip, point);
  };
}

/**
 * @param {Store} store
 * @param {Pointed} target
 * @returns {HTMLElement[]|null} null where nothing is pointed at
 */
function buildContent(store, { actor, relation }) {
  if (actor !== null) return describeActor(store, store.network.actors[actor]);
  if (relation !== null) return describeRelation(store, store.network.relations[relation]);
  return null;
}

/**
 * @param {Store} store
 * @param {Actor} actor
 */
function describeActor({ network, answer }, actor) {
  const relations = network.ties[actor.index].filter((index) => answer.mask[index]);
  return [
    isolate(shorten(actor.name, LONGEST), "strong"),
    buildFacts(actor.kind.label, formatCount(relations.length, "relation"), getChange(actor)),
  ];
}

/**
 * @param {Store} store
 * @param {Relation} relation
 */
function describeRelation({ network, answer }, relation) {
  const words = splitRelationSentence(network, relation, relation.source);
  const sides = describeSides(network, relation, answer.claims);
  const contested = sides && `contested: ${shorten(sides, LONGEST)}`;
  const sources = formatCount(relation.references.length, "source");
  const others = listPairRelations(network, relation).filter((i) => answer.mask[i]).length - 1;
  const more = others > 0 ? `${formatCount(others, "more relation")} between them` : "";
  return [
    element("span", {}, isolateNames(words.map((text) => shorten(text, LONGEST / 2)))),
    buildFacts(contested, getChange(relation), sources, more),
  ];
}

/** @param {...string} facts */
function buildFacts(...facts) {
  return element("span", { class: "tip-more" }, facts.filter(Boolean).join(", "));
}

/** @param {NetworkRow} row */
function getChange({ change = "same" }) {
  return change === "same" ? "" : change;
}

/**
 * Moves the tip beside the pointer; above it where there is no room below.
 * @param {HTMLElement} tip
 * @param {Point} point
 */
function moveTip(tip, { x, y }) {
  const { clientWidth, clientHeight } = /** @type {HTMLElement} */ (tip.parentElement);
  const room = clientWidth - tip.offsetWidth - 8;
  const isBelow = y + AWAY + tip.offsetHeight <= clientHeight;
  tip.style.left = `${Math.max(8, Math.min(x + AWAY, room))}px`;
  tip.style.top = `${isBelow ? y + AWAY : y - AWAY - tip.offsetHeight}px`;
}
