/**
 * The paths whose weakest step rests on the most voices; of those the shortest:
 * `graph/analysis/paths/widest.py` does the same.
 */
import { INWARD, OUTWARD } from "./adjacency.js";
import { findCheapestWays } from "./path_cheapest.js";

/**
 * @import { Follow, Subspace, Union } from "./path_cheapest.js"
 * @typedef {(here: number, there: number) => number} Strength of a step
 */

/**
 * How strong the weakest step can be is found by halving: each time a search says whether there is
 * a path over steps of a strength.
 *
 * @param {Subspace} subspace whose steps count, too
 * @param {number} target
 * @param {Follow} follow
 * @param {Strength} strength
 * @param {number} most steps
 * @returns {{union: Union, follow: Follow}|null} null where there is no path
 */
export function findWidest(subspace, target, follow, strength, most) {
  /** @param {number} least */
  const search = (least) => {
    const strong = selectStrong(follow, strength, least);
    const union = findCheapestWays(subspace, target, { ...strong, costs: null }, most);
    return union && { union, follow: strong };
  };
  let found = search(0);
  let least = 0;
  let below = found ? findLimit(subspace, target, follow, strength) + 1 : 0;
  while (below - least > 1) {
    const middle = Math.floor((least + below) / 2);
    const stronger = search(middle);
    if (stronger) [found, least] = [stronger, middle];
    else below = middle;
  }
  return found;
}

/**
 * How strong the weakest step is at most, as far as the ends say.
 * @param {Subspace} subspace
 * @param {number} target
 * @param {Follow} follow
 * @param {Strength} strength
 */
function findLimit({ prefix }, target, follow, strength) {
  const here = prefix[prefix.length - 1];
  if (here === target) return 0;
  const following = [...follow.next(here, OUTWARD)].map((actor) => strength(here, actor));
  const last = [...follow.next(target, INWARD)].map((actor) => strength(actor, target));
  const begun = prefix.slice(1).map((actor, step) => strength(prefix[step], actor));
  return Math.min(findMost(following), findMost(last), ...begun);
}

/** @param {number[]} numbers */
function findMost(numbers) {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

/**
 * @param {Follow} follow
 * @param {Strength} strength
 * @param {number} least
 * @returns {Follow} what leads over the steps that are strong enough
 */
function selectStrong(follow, strength, least) {
  if (!least) return follow;
  return {
    ...follow,
    next: (actor, way) =>
      [...follow.next(actor, way)].filter((other) => {
        const [here, there] = way === OUTWARD ? [actor, other] : [other, actor];
        return strength(here, there) >= least;
      }),
  };
}
