/**
 * Search for the shortest paths whose steps hold at the same time, or start one after the other:
 * `graph/analysis/paths/timed_search.py` says how.
 */
import { OUTWARD } from "./adjacency.js";
import { findCheapestWays } from "./path_cheapest.js";
import { iterateCheapest } from "./path_rank.js";
import { findNextActors } from "./path_search.js";

/**
 * @import { Subspace, Union } from "./path_cheapest.js"
 * @import { Walk } from "./path_search.js"
 * @import { TimeRule } from "./time_rules.js"
 */

/**
 * @typedef {{actor: number, state: any, before: Reached|null}} Reached
 * @typedef {Ranking & {walk: Walk, rule: TimeRule, most?: number, count?: number}} TimedSearch the
 *   most steps that may be looked at in all of its searches, and how many were
 */

const MOST_LOOKED_THROUGH = 100; // paths
export const MOST_LOOKED_AT = 1_000_000; // steps

/**
 * Whether all steps were looked at that may be, so that there may be more than was found.
 *
 * @param {TimedSearch} search
 */
export function isSpent({ count = 0, most = MOST_LOOKED_AT }) {
  return count > most;
}

/**
 * That a search in time ended before it found anything.
 *
 * @returns {string}
 */
export function describeSpent() {
  const steps = MOST_LOOKED_AT.toLocaleString("en");
  return `The search would take too long, and ended after ${steps} steps.`;
}

/**
 * By what a target is reached, by the number of steps, the fewest first.
 *
 * @param {TimedSearch} search
 * @returns {Map<number, any[]>}
 */
export function listStates(search) {
  const { ends, rule } = search;
  const [source, target] = ends;
  if (source === target) return new Map([[0, [rule.start]]]);
  const whole = { prefix: [source], barred: new Set() };
  /** @type {Map<number, any[]>} */
  const states = new Map();
  for (const reached of iterateReached(search, whole, rule.start, Infinity)) {
    if (reached.actor !== target) continue;
    const steps = listActors(reached).length - 1;
    states.set(steps, [...(states.get(steps) ?? []), reached.state]);
  }
  return states;
}

/**
 * One shortest way to finish a path of a subspace; null where there is none.
 *
 * @param {TimedSearch} search
 * @param {Subspace} subspace
 * @param {number} most steps from the end of the prefix
 * @returns {Union|null}
 */
export function findTimedWay(search, subspace, most) {
  const { prefix } = subspace;
  const target = search.ends[1];
  const before = prefix.slice(0, -1);
  const start = takeSteps(search, prefix);
  /** @param {number} actor @param {number} way */
  const next = (actor, way) => findNextActors(search.walk, actor, way);
  const shortest = findCheapestWays(subspace, target, { next, costs: null }, most);
  if (start === null || !shortest) return null;
  const iterate = iterateCheapest(
    { ...search, ...shortest },
    before.length + shortest.layers.length - 1,
  );
  for (let turn = 0; turn < MOST_LOOKED_THROUGH; turn++) {
    const rest = iterate();
    if (!rest) break;
    if (takeSteps(search, [...before, ...rest]) !== null) return makeSingle(rest);
  }
  for (const reached of iterateReached(search, subspace, start, most)) {
    if (reached.actor === target) return makeSingle(listActors(reached));
  }
  return null;
}

/**
 * @param {number[]} path
 * @returns {Union}
 */
function makeSingle(path) {
  return {
    layers: path.map((actor) => [actor]),
    onwards: new Map(path.slice(1).map((actor, step) => [path[step], [actor]])),
  };
}

/**
 * By what the end of a path is reached; null where its times will not do.
 * @param {TimedSearch} search
 * @param {number[]} path
 */
function takeSteps({ network, facts, rule }, path) {
  let state = rule.start;
  for (let step = 1; step < path.length && state !== null; step++) {
    state = rule.extend(network, state, facts(path[step - 1], path[step]));
  }
  return state;
}

/**
 * What is reached from the end of a prefix, by the number of steps; from the target nothing goes
 * on.
 * @param {TimedSearch} search
 * @param {Subspace} subspace
 * @param {any} start
 * @param {number} most steps
 * @returns {Generator<Reached>}
 */
function* iterateReached(search, { prefix, barred }, start, most) {
  const here = prefix[prefix.length - 1];
  const used = new Set(prefix);
  const seen = new Map([[here, start]]);
  /** @type {Reached[]} */
  let level = [{ actor: here, state: start, before: null }];
  for (let steps = 0; level.length && steps < most && !isSpent(search); steps++) {
    const closed = steps ? used : new Set([...used, ...barred]);
    /** @type {Reached[]} */
    const following = [];
    for (const reached of takeFurther(search, level, closed, seen)) {
      yield reached;
      if (reached.actor !== search.ends[1]) following.push(reached);
    }
    level = following;
  }
}

/**
 * What is reached by one step more, and by what it was not reached before.
 * @param {TimedSearch} search
 * @param {Reached[]} level
 * @param {Set<number>} closed
 * @param {Map<number, any>} seen
 * @returns {Generator<Reached>}
 */
function* takeFurther(search, level, closed, seen) {
  const { walk, network, facts, rule } = search;
  for (const before of level.sort((one, other) => one.actor - other.actor)) {
    const next = [...new Set(findNextActors(walk, before.actor, OUTWARD))].sort(compare);
    for (const actor of next.filter((each) => !closed.has(each))) {
      search.count = (search.count ?? 0) + 1;
      if (isSpent(search)) return;
      const state = rule.extend(network, before.state, facts(before.actor, actor));
      const further = state === null ? null : rule.leaveOut(state, seen.get(actor));
      if (further === null) continue;
      seen.set(actor, rule.join(seen.get(actor), further));
      yield { actor, state: further, before };
    }
  }
}

/** @param {Reached|null} reached */
function listActors(reached) {
  const actors = [];
  for (let last = reached; last; last = last.before) actors.push(last.actor);
  return actors.reverse();
}

/**
 * @param {number} one
 * @param {number} other
 */
function compare(one, other) {
  return one - other;
}
