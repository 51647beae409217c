/** What is asked of paths, and how it is said: `graph/analysis/paths/question.py` has the rule. */
import { formatWhole } from "./counts.js";
import { formatNumber } from "./sentences.js";
import { describeSteps } from "./step_words.js";

/** @type {PathOrder[]} */
export const ORDERS = ["steps", "voices", "confidence", "influence"];
export const MOST_RANKED = 1_000;
const UNRATED_WORDS = "not rated; an unrated relation counts as 0.5";
const COMBINED_WORDS =
  "more credible than each of the relations alone, because independent ones add up";
const MOST_FACTORS = 20; // listed; of a longer path the first and the last

/** @type {PathQuestion} */
export const SHORTEST = {
  directed: false,
  by: "steps",
  k: null,
  maxLength: null,
  hubs: true,
  times: "",
};

/**
 * What was asked beyond the shortest paths.
 *
 * @param {PathQuestion} question
 * @returns {string} empty where nothing was
 */
export function describeQuestion({ by, maxLength, hubs, times }) {
  const steps = maxLength === 1 ? "step" : "steps";
  const parts = [
    by === "steps" ? "" : `by ${by}`,
    maxLength ? `of at most ${formatWhole(maxLength)} ${steps}` : "",
    hubs ? "" : "around hubs",
    times === "together" ? "steps that may hold at the same time" : "",
    times === "in_order" ? "steps that start in order" : "",
  ].filter(Boolean);
  return parts.length ? `Paths: ${parts.join(", ")}.` : "";
}

/**
 * What makes a path good by what was asked, and whom it passes more than once.
 *
 * @param {Network} network
 * @param {Path} path
 * @param {PathQuestion} question
 * @returns {string[]} a sentence each
 */
export function describeMerit(network, { actors, support }, { by }) {
  if (actors.length < 2) return [];
  const names = actors.map((index) => network.actors[index].name);
  /** @param {string} name @param {number} index */
  const comesAgain = (name, index) =>
    names.indexOf(name) === index && names.lastIndexOf(name) !== index;
  const twice = names.filter(comesAgain);
  const sentences = [];
  if (by === "confidence") {
    sentences.push(...describeConfidence(support));
  }
  if (by === "influence") {
    sentences.push(addFullStop(`Influence travels along each step, towards ${names.at(-1)}`));
  }
  if (by === "voices") {
    const count = support.leastVoiceCount;
    const least = count > 1 ? `${formatWhole(count)} voices` : "one voice";
    sentences.push(count ? `Each step rests on at least ${least}.` : "A step rests on no source.");
  }
  if (twice.length) {
    const last = twice.pop();
    const all = twice.length ? `${twice.join(", ")} and ${last}` : last;
    sentences.push(addFullStop(`It passes ${all} more than once`));
  }
  return sentences;
}

/**
 * The product of the confidences with its factors, and why one differs from what the rows say.
 *
 * @param {Support} support
 * @returns {string[]}
 */
function describeConfidence(support) {
  let factors = support.stepConfidences.map(formatNumber);
  if (factors.length > MOST_FACTORS) {
    factors = [...factors.slice(0, MOST_FACTORS - 1), "…", factors[factors.length - 1]];
  }
  const product = formatProduct(support.confidence);
  const listed = factors.length > 1 ? `: ${factors.join(" × ")}` : "";
  return [
    `All steps together have a confidence of ${product}${listed}.`,
    describeSteps(support, support.unratedSteps, UNRATED_WORDS),
    describeSteps(support, support.combinedSteps, COMBINED_WORDS),
  ].filter(Boolean);
}

/** @param {number} confidence a product, of which small ones have two digits that tell */
function formatProduct(confidence) {
  if (confidence < 0.00001) return "less than 0.00001";
  const millionths = Math.round(confidence * 1_000_000);
  const power = 10 ** Math.max(0, String(millionths).length - 2);
  const rounded = Math.floor((millionths + Math.floor(power / 2)) / power) * power;
  return formatNumber(rounded / 1_000_000);
}

/** @param {string} text */
function addFullStop(text) {
  return text.endsWith(".") ? text : `${text}.`;
}
