/**
 * The cheapest path of no more than some steps, where the cheapest of all is longer:
 * `graph/analysis/paths/within_length.py` does the same.
 */
import { INWARD, OUTWARD } from "./adjacency.js";
import { compareNumbers } from "./heap.js";
import { measureStep } from "./path_rank.js";

/**
 * @import { Costs, Follow, Subspace, Union } from "./path_cheapest.js"
 * @typedef {[cost: number, rank: number, before: number]} Label
 */

/**
 * The best way to each actor is found for each number of steps (Bellman, 1958), among the actors
 * from which the target can still be reached in time.
 *
 * @param {Subspace} subspace
 * @param {number} target
 * @param {Follow} follow whose steps have costs
 * @param {number} most steps from the end of the prefix
 * @param {Ranking} ranking
 * @returns {Union|null} one path, the most telling of the cheapest; null without any
 */
export function findWithin(subspace, target, follow, most, ranking) {
  const { prefix, barred } = subspace;
  const here = prefix[prefix.length - 1];
  const remaining = measureRemaining(prefix, target, follow, most);
  /** @type {Map<number, Label>[]} */
  const levels = [new Map([[here, [0, 0, here]]])];
  const length = most + prefix.length;
  /** @param {number} from @param {number} to */
  const rankStep = (from, to) => measureStep(ranking, from, to, length);
  for (let steps = 1; steps <= most && levels[steps - 1].size; steps++) {
    /** @param {number} actor */
    const isAllowed = (actor) =>
      (remaining.get(actor) ?? Infinity) <= most - steps && !(steps === 1 && barred.has(actor));
    const before = new Map(levels[steps - 1]);
    before.delete(target);
    levels.push(takeSteps(before, isAllowed, follow, rankStep));
  }
  let last = 0;
  levels.forEach((level, number) => {
    const label = level.get(target);
    const best = levels[last].get(target);
    if (label && (!best || compareNumbers(label, best) < 0)) last = number;
  });
  if (!last) return null;
  const path = [target];
  for (let level = last; level; level--) path.unshift(levels[level].get(path[0])?.[2] ?? here);
  return {
    layers: path.map((actor) => [actor]),
    onwards: new Map(path.slice(1).map((actor, step) => [path[step], [actor]])),
  };
}

/**
 * The steps to the target of the actors that are near enough.
 * @param {number[]} prefix
 * @param {number} target
 * @param {Follow} follow
 * @param {number} most
 */
function measureRemaining(prefix, target, follow, most) {
  const used = new Set(prefix);
  const steps = new Map([[target, 0]]);
  let level = [target];
  for (let number = 1; number < most && level.length; number++) {
    const near = new Set(level.flatMap((actor) => [...follow.next(actor, INWARD)]));
    level = [...near].filter((actor) => !steps.has(actor) && !used.has(actor));
    for (const actor of level) steps.set(actor, number);
  }
  return steps;
}

/**
 * @param {Map<number, Label>} level
 * @param {(actor: number) => boolean} isAllowed
 * @param {Follow} follow
 * @param {(here: number, there: number) => number} rankStep
 * @returns {Map<number, Label>} the best ways of one step more
 */
function takeSteps(level, isAllowed, { next, costs }, rankStep) {
  /** @type {Map<number, Label>} */
  const reached = new Map();
  for (const [actor, [cost, rank]] of [...level].sort(([one], [other]) => one - other)) {
    const spent = cost && cost + (costs?.node(actor) ?? 0); // the first costs nothing
    for (const there of next(actor, OUTWARD)) {
      if (!isAllowed(there)) continue;
      /** @type {Label} */
      const label = [
        spent + (costs?.step(actor, there) ?? 0),
        rank + rankStep(actor, there),
        actor,
      ];
      const before = reached.get(there);
      if (!before || compareNumbers(label, before) < 0) reached.set(there, label);
    }
  }
  return reached;
}
