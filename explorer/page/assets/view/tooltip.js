import { formatCount, formatWhole } from "../core/counts.js";
import { listQualifications, splitRelationSentence } from "../core/sentences.js";
import { shorten } from "../core/text.js";
import { formatVoiceCount } from "../core/voices.js";
import { element, isolate, getPart, isolateNames } from "./element.js";
import { describeInside } from "./folds.js";
import { listPairRelations } from "./pair_lines.js";

const AWAY = 14; // pixels between pointer and tip
const LONGEST = 160; // characters
const LONGEST_FACT = 110;
const MOST_TYPES = 4; // of the other relations of a pair

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
  const inside = answer.folds.insides.get(actor.index);
  return [
    isolate(shorten(actor.name, LONGEST), "strong"),
    buildFacts(actor.kind.label, formatCount(relations.length, "relation"), getChange(actor)),
    ...(inside ? [buildFacts(`Folded: ${describeInside(inside)}`)] : []),
  ];
}

/**
 * A relation as its card says it, and what else there is between the two.
 * @param {Store} store
 * @param {Relation} relation
 */
function describeRelation({ network, answer }, relation) {
  const words = splitRelationSentence(network, relation, relation.source);
  const known = listQualifications(network, relation, answer.claims);
  const { length } = relation.references;
  const source = length ? formatVoiceCount(1) : "no source"; // of several, the card says more
  return [
    element("span", {}, isolateNames(words.map((text) => shorten(text, LONGEST / 2)))),
    buildFacts(
      ...known.map((text) => shorten(text, LONGEST_FACT)),
      length > 1 ? "" : source,
      getChange(relation),
    ),
    ...describeOthers(answer.folds.network, relation, answer.mask),
  ];
}

/**
 * @param {Network} network as it is drawn
 * @param {Relation} relation
 * @param {Uint8Array} mask
 */
function describeOthers(network, relation, mask) {
  const others = listPairRelations(network, network.relations[relation.index])
    .filter((i) => i !== relation.index && mask[i])
    .map((i) => network.relations[i].type.label);
  if (!others.length) return [];
  const labels = [...new Set(others)].slice(0, MOST_TYPES).map((label) => shorten(label));
  return [buildFacts(`and ${formatWhole(others.length)} more: ${labels.join(", ")}`)];
}

/** @param {...string} facts */
function buildFacts(...facts) {
  return element("span", { class: "tip-more" }, facts.filter(Boolean).join(" · "));
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
