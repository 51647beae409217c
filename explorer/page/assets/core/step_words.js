/** Say something of some steps of a path. */
import { formatWhole } from "./counts.js";
import { joinWithAnd } from "./text.js";

/**
 * That some steps are something, in a sentence; empty where none is.
 *
 * @param {{stepCount: number}} support
 * @param {number[]} steps
 * @param {string} words
 */
export function describeSteps({ stepCount }, steps, words) {
  if (!steps.length) return "";
  if (stepCount === 1) return `The step is ${words}.`;
  if (steps.length === stepCount) return `All steps are ${words}.`;
  const numbers = steps.map(formatWhole);
  if (numbers.length === 1) return `Step ${numbers[0]} is ${words}.`;
  return `Steps ${joinWithAnd(numbers)} are ${words}.`;
}
