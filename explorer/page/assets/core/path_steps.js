/** The steps that a search for paths may take, and what they cost. */
import { OUTWARD, INWARD } from "./adjacency.js";
import { measureDoubt } from "./path_logarithms.js";
import { isExcused } from "./path_rank.js";
import { findNextActors } from "./path_search.js";
import { getCombinedConfidence, getVoices } from "./step_facts.js";

/**
 * @import { Costs, Follow } from "./path_cheapest.js"
 * @import { Walk } from "./path_search.js"
 */

/** A step beside what a path is compared by first, in a sum of costs: fewer steps decide draws. */
const STEP = 1_024;
const FEW_NEIGHBOURS = 8;
const UNRATED = 500_000;

/**
 * A walk along the relations alone that carry influence that way; where a path begins or ends at a
 * place, any relation leads there.
 *
 * @param {Network} network
 * @param {Walk} walk
 * @param {readonly [number, number]} ends
 * @returns {Walk}
 */
export function limitToInfluence(network, walk, ends) {
  return {
    ...walk,
    opens: (entry, actor, way) => {
      const other = walk.neighbours[entry];
      const [here, there] = way === OUTWARD ? [actor, other] : [other, actor];
      const { influence } = network.relations[walk.relations[entry]].type;
      return (
        isExcused(network, ends, here, there) || (influence && (walk.walks[entry] & way) !== 0)
      );
    },
  };
}

/**
 * What a search follows.
 *
 * @param {Walk} walk
 * @param {Ranking} ranking
 * @param {PathQuestion} question
 * @returns {Follow}
 */
export function makeFollow(walk, ranking, question) {
  /** @type {Map<number, number[]>[]} */
  const known = [new Map(), new Map()];
  return {
    next: (actor, way) => {
      const found = known[Number(way === INWARD)];
      const next = found.get(actor) ?? [...new Set(findNextActors(walk, actor, way))];
      found.set(actor, next);
      return next;
    },
    costs: makeCosts(walk, ranking, question),
  };
}

/**
 * @param {Walk} walk
 * @param {Ranking} ranking
 * @param {PathQuestion} question
 * @returns {Costs|null} null where each step costs the same
 */
function makeCosts(walk, { network, facts }, { by, hubs }) {
  const isRated = by === "confidence";
  if (!isRated && hubs) return null;
  const unit = (isRated ? measureDoubt(UNRATED) : 1) * STEP;
  const all = { ...walk, directed: false, opens: undefined };
  /** @param {number} actor */
  const countNeighbours = (actor) => new Set(findNextActors(all, actor, OUTWARD)).size;
  return {
    step: (here, there) =>
      isRated
        ? measureDoubt(getCombinedConfidence(network, facts(here, there))) * STEP + 1
        : STEP + 1,
    node: (actor) => (hubs ? 0 : countHubSteps(countNeighbours(actor)) * unit),
  };
}

/**
 * How many further steps it counts as to pass through an actor: one for each doubling of its
 * neighbours beyond 8. `graph/analysis/paths/hubs.py` has the rule.
 *
 * @param {number} neighbours
 */
export function countHubSteps(neighbours) {
  return Math.max(0, 31 - Math.clz32(Math.floor(neighbours / FEW_NEIGHBOURS)));
}

/**
 * On how many voices a step rests.
 *
 * @param {Ranking} ranking
 * @param {number} here
 * @param {number} there
 */
export function countStepVoices({ network, facts }, here, there) {
  return getVoices(network, facts(here, there)).size;
}
