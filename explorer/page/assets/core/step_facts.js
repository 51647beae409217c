/**
 * What the relations of a step say of it, as far as they assert something: its influence, doubt,
 * dates, sign, confidence, voices.
 */
import { makeClaimKey } from "./claims.js";
import { mergeRanges } from "./day_ranges.js";
import { findPossibleDays } from "./lifetimes.js";
import { combineConfidences, toMillionths } from "./merits.js";
import { listVoices } from "./voices.js";

const UNRATED = 500_000; // millionths

/**
 * @param {Network} network
 * @param {number[]} indexes of all relations between the two actors that can be walked
 * @param {Reasons|null} [reasons] why relations may hold in the span that is asked, if one is
 * @returns {StepFacts}
 */
export function readStep(network, indexes, reasons = null) {
  const relations = indexes.map((index) => network.relations[index]);
  const asserting = relations.filter(({ disputes }) => !disputes);
  const disputing = relations.filter(({ disputes }) => disputes);
  const contested = new Set(disputing.map((relation) => makeClaimKey(network, relation)));
  const uncontested = asserting.filter(
    (relation) => !contested.has(makeClaimKey(network, relation)),
  );
  const firm = uncontested.filter(({ basis }) => basis !== "alleged");
  const confidence = findConfidence(asserting);
  return {
    asserting,
    doubt: findDoubt(asserting, uncontested, firm),
    isInferred: firm.length > 0 && firm.every(({ basis }) => basis === "inferred"),
    hasInfluence: asserting.some(({ type }) => type.influence),
    types: [...new Set(asserting.map(({ type }) => type.id))],
    isDated: asserting.some(({ start, end }) => start || end),
    isStartless: asserting.some(({ end }) => end) && !asserting.some(({ start }) => start),
    isCertain: !reasons || asserting.some(({ index }) => !reasons[index]),
    sign: findSign(firm.length ? firm : asserting),
    confidence,
    millionths: toMillionths(confidence),
  };
}

/**
 * The independent voices on which the relations rest.
 *
 * @param {Network} network
 * @param {StepFacts} facts
 * @returns {Set<string>}
 */
export function getVoices(network, facts) {
  facts.voices ??= listVoices(
    network,
    facts.asserting.flatMap(({ references }) => references),
  );
  return facts.voices;
}

/**
 * The confidence of the relations together, in millionths.
 *
 * @param {Network} network
 * @param {StepFacts} facts
 * @returns {number}
 */
export function getCombinedConfidence(network, facts) {
  facts.combined ??= combineConfidences(network, facts.asserting);
  return facts.combined;
}

/**
 * The days on which one of the relations may hold.
 *
 * @param {Network} network
 * @param {StepFacts} facts
 * @returns {[first: number, last: number][]}
 */
export function getDays(network, facts) {
  facts.days ??= mergeRanges(
    facts.asserting.map((relation) => findPossibleDays(network, relation)),
  );
  return facts.days;
}

/**
 * The index of the step with the lowest confidence, and then the fewest voices.
 *
 * @param {Network} network
 * @param {StepFacts[]} steps at least one
 * @returns {number}
 */
export function findWeakest(network, steps) {
  let weakest = 0;
  steps.forEach((step, index) => {
    const before = steps[weakest];
    const weaker =
      step.millionths - before.millionths ||
      getVoices(network, step).size - getVoices(network, before).size;
    if (weaker < 0) weakest = index;
  });
  return weakest;
}

/**
 * The net sign of two steps: a foe's foe counts as a friend.
 *
 * @param {NetSign} one
 * @param {NetSign} other
 * @returns {NetSign}
 */
export function multiplySigns(one, other) {
  if (one === "mixed" || other === "mixed") return "mixed";
  return one === other ? "+" : "-";
}

/**
 * Why no relation of the step is beyond doubt; "" where one is.
 * @param {Relation[]} asserting
 * @param {Relation[]} uncontested
 * @param {Relation[]} firm
 * @returns {Doubt}
 */
function findDoubt(asserting, uncontested, firm) {
  if (firm.length) return "";
  return uncontested.length === asserting.length ? "alleged" : "contested";
}

/**
 * @param {Relation[]} relations
 * @returns {NetSign}
 */
function findSign(relations) {
  if (!relations.some(({ type }) => type.sign === "-")) return "+";
  return relations.some(({ type }) => type.sign === "+") ? "mixed" : "-";
}

/**
 * The best confidence of the relations; null where that is of an unrated one.
 * @param {Relation[]} relations
 */
function findConfidence(relations) {
  const stated = relations.flatMap(({ confidence }) => confidence ?? []);
  const best = stated.length ? stated.reduce((one, other) => Math.max(one, other)) : null;
  return stated.length < relations.length && toMillionths(best) < UNRATED ? null : best;
}
