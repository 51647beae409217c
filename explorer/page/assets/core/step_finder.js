/** The steps that can be walked: who is next to whom, and by which relations. */
import { INWARD, OUTWARD } from "./adjacency.js";
import { findNextActors, isOpen, makeWalk } from "./path_search.js";
import { readStep } from "./step_facts.js";

/**
 * @typedef {object} StepFinder
 * @property {(actor: number) => number[]} next the actors one step on, in the order of rows
 * @property {(actor: number) => number[]} last the actors one step back
 * @property {(here: number, there: number) => number[]} relations all between two, in row order
 * @property {(here: number, there: number) => StepFacts} facts
 * @property {AskedTime|null} asked
 */

/**
 * @param {Network} network
 * @param {{mask?: Uint8Array, directed?: boolean, asked?: AskedTime|null}} options
 * @returns {StepFinder}
 */
export function makeStepFinder(network, { asked = null, ...options }) {
  const walk = makeWalk(network, options);
  /** @param {number} way */
  const list = (way) => (/** @type {number} */ actor) =>
    [...new Set(findNextActors(walk, actor, way))].sort((one, other) => one - other);
  /**
   * @param {number} here
   * @param {number} there
   */
  const relations = (here, there) => {
    const found = [];
    for (let entry = walk.offsets[here]; entry < walk.offsets[here + 1]; entry++) {
      if (walk.neighbours[entry] === there && isOpen(walk, entry, here, OUTWARD)) {
        found.push(walk.relations[entry]);
      }
    }
    return found;
  };
  /** @type {Map<string, StepFacts>} */
  const known = new Map();
  return {
    next: list(OUTWARD),
    last: list(INWARD),
    relations,
    facts: (here, there) => {
      const key = `${here} ${there}`;
      const facts = known.get(key) ?? readStep(network, relations(here, there), asked?.reasons);
      known.set(key, facts);
      return facts;
    },
    asked,
  };
}

/**
 * @param {StepFinder} finder
 * @param {[number, number][]} pairs
 * @returns {Step[]}
 */
export function buildSteps({ relations }, pairs) {
  return pairs.map(([source, target]) => ({
    source,
    target,
    relations: relations(source, target),
  }));
}

/**
 * Steps in the words of files and of Python: actors and relations by id.
 * @param {Network} network
 * @param {Step[]} steps
 */
export function toStepFields(network, steps) {
  return steps.map(({ source, target, relations }) => ({
    source: network.actors[source].id,
    target: network.actors[target].id,
    relations: relations.map((index) => network.relations[index].id),
  }));
}
