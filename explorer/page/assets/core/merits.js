/** How credible a step is: `graph/analysis/paths/merits.py` has the rule. */
import { listVoices } from "./voices.js";

export const CERTAIN = 1_000_000; // millionths
const UNRATED = 500_000;
const NO_SOURCE = ""; // what cites nothing is one testimony

/**
 * The confidence of relations together: of those that share a voice the best counts, independent
 * ones make them more credible.
 *
 * @param {Network} network
 * @param {Relation[]} relations that assert something
 * @returns {number} in millionths
 */
export function combineConfidences(network, relations) {
  /** @type {{voices: Set<string>, best: number}[]} */
  let groups = [];
  for (const { references, confidence } of relations) {
    const voices = new Set(references.length ? listVoices(network, references) : [NO_SOURCE]);
    /** @param {{voices: Set<string>}} group */
    const isDependent = (group) => [...group.voices].some((voice) => voices.has(voice));
    const dependent = groups.filter(isDependent);
    const best = Math.max(toMillionths(confidence), ...dependent.map((group) => group.best));
    const joined = new Set([...voices, ...dependent.flatMap((group) => [...group.voices])]);
    groups = [...groups.filter((group) => !isDependent(group)), { voices: joined, best }];
  }
  const confidences = groups.map(({ best }) => best).sort((one, other) => one - other);
  const doubt = confidences.reduce(
    (left, each) => Math.floor((left * (CERTAIN - each) + CERTAIN / 2) / CERTAIN),
    CERTAIN,
  );
  return CERTAIN - doubt;
}

/**
 * The product of confidences, rounded to millionths.
 *
 * @param {number[]} millionths
 */
export function multiplyConfidences(millionths) {
  const product = millionths.reduce((before, each) => before * (each / CERTAIN), 1);
  return Math.floor(product * CERTAIN + 0.5) / CERTAIN;
}

/** @param {number|null} confidence an unrated one counts half */
export function toMillionths(confidence) {
  return confidence === null ? UNRATED : Math.floor(confidence * CERTAIN + 0.5);
}
