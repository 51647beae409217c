/**
 * All shortest ways whose times will do, listed from the cheapest on, each only when asked for:
 * `graph/analysis/paths/timed_ways.py` says how.
 */
import { compareNumbers, makeHeap } from "./heap.js";
import { measureStep } from "./path_rank.js";
import { take } from "./timed_levels.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { TimedSearch } from "./timed_search.js"
 * @typedef {{onward: Map<number, number[]>[], goals: Map<number, any>[]}} TimedWays for each number
 *   of steps the next actors of each that comes after so many, and by what the target is reached
 */

/**
 * @param {TimedSearch} search
 * @param {TimedWays} ways
 * @param {any} start by what the first actor is reached
 * @param {number} length of the whole paths
 * @returns {Generator<number[], void>} every way, the most telling first
 */
export function* iterateTimedWays(search, { onward, goals }, start, length) {
  const { network, facts, rule, ends } = search;
  /** @param {number} here @param {number} there */
  const measure = (here, there) => measureStep(search, here, there, length);
  const remaining = measureRemaining(onward, ends[1], measure);
  const [[here]] = onward[0];
  /** @type {Heap<{key: number[], state: any}>} */
  const queue = makeHeap((one, other) => compareNumbers(one.key, other.key));
  queue.push({ key: [getCost(remaining, 0, here), here], state: start });
  while (queue.size()) {
    const { key, state } = queue.pop();
    const [total, ...actors] = key;
    const number = actors.length - 1;
    if (number === onward.length) {
      yield actors;
      continue;
    }
    const last = actors[number];
    const spent = total - getCost(remaining, number, last);
    for (const there of onward[number].get(last) ?? []) {
      if (!take(search)) return;
      const reached = rule.extend(network, state, facts(last, there), true);
      if (reached === null || !rule.meets(reached, goals[number + 1].get(there))) continue;
      const least = spent + measure(last, there) + getCost(remaining, number + 1, there);
      queue.push({ key: [least, ...actors, there], state: reached });
    }
  }
}

/**
 * What it costs at least to reach the target, by the number of steps and the actor; times left
 * aside.
 * @param {Map<number, number[]>[]} onward
 * @param {number} target
 * @param {(here: number, there: number) => number} measure
 */
function measureRemaining(onward, target, measure) {
  const remaining = [new Map([[target, 0]])];
  for (const steps of onward.slice().reverse()) {
    const [further] = remaining;
    const costs = new Map();
    for (const [here, next] of steps) {
      costs.set(
        here,
        Math.min(...next.map((there) => measure(here, there) + (further.get(there) ?? 0))),
      );
    }
    remaining.unshift(costs);
  }
  return remaining;
}

/**
 * @param {Map<number, number>[]} remaining
 * @param {number} number
 * @param {number} actor
 */
function getCost(remaining, number, actor) {
  return remaining[number].get(actor) ?? 0;
}
