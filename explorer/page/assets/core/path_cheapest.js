/**
 * The best ways to finish a path that has begun, searched from both ends at once: the shortest, or
 * where steps have costs the cheapest. `graph/analysis/paths/cheapest.py` does the same.
 */
import { INWARD, OUTWARD } from "./adjacency.js";
import { compareNumbers, makeHeap } from "./heap.js";

/**
 * @import { Heap } from "./heap.js"
 * @typedef {{step(here: number, there: number): number, node(actor: number): number}} Costs
 * @typedef {{next(actor: number, way: number): Iterable<number>, costs: Costs|null}} Follow
 * @typedef {{prefix: number[], barred: Set<number>}} Subspace the actors that paths begin with, and
 *   those that do not come next
 * @typedef {{layers: number[][], onwards: Map<number, number[]>}} Union of paths that are as good
 * @typedef {{starts: Map<number, number>, target: number, follow: Follow, used: Set<number>,
 *   ahead: Map<number, number>, behind: Map<number, number>}} Search
 */

/**
 * @param {Subspace} subspace
 * @param {number} target
 * @param {Follow} follow
 * @param {number} [most] steps from the end of the prefix, where steps have no costs
 * @returns {Union|null} all cheapest ways from the end of the prefix on; null where there is none
 */
export function findCheapestWays({ prefix, barred }, target, follow, most = Infinity) {
  const here = prefix[prefix.length - 1];
  if (here === target) return { layers: [[here]], onwards: new Map() };
  const used = new Set(prefix);
  const starts = new Map();
  for (const actor of follow.next(here, OUTWARD)) {
    if (used.has(actor) || barred.has(actor)) continue;
    starts.set(actor, follow.costs ? follow.costs.step(here, actor) : 1);
  }
  const labels = { ahead: new Map(starts), behind: new Map([[target, 0]]) };
  const search = { starts, target, follow, used, ...labels };
  const meeting = follow.costs ? meetAtLeastCost(search) : meet(search, most);
  if (!meeting.size) return null;
  const onwards = listOnwards(search, meeting, here);
  return { layers: listLayers(onwards, here, target), onwards };
}

/**
 * Grows by levels, the smaller first, until both meet.
 * @param {Search} search
 * @param {number} most
 * @returns {Set<number>}
 */
function meet({ starts, target, follow, used, ahead, behind }, most) {
  let near = [...starts.keys()];
  let far = [target];
  let meeting = near.filter((actor) => actor === target);
  for (let length = 1; near.length && far.length && !meeting.length && length < most; length++) {
    if (near.length <= far.length) {
      near = grow(near, ahead, follow, OUTWARD, used);
      meeting = near.filter((actor) => behind.has(actor));
    } else {
      far = grow(far, behind, follow, INWARD, used);
      meeting = far.filter((actor) => ahead.has(actor));
    }
  }
  return new Set(meeting);
}

/**
 * @param {number[]} level
 * @param {Map<number, number>} labels
 * @param {Follow} follow
 * @param {number} way
 * @param {Set<number>} used
 */
function grow(level, labels, follow, way, used) {
  const steps = (labels.get(level[0]) ?? 0) + 1;
  const reached = [];
  for (const actor of level) {
    for (const next of follow.next(actor, way)) {
      if (labels.has(next) || used.has(next)) continue;
      labels.set(next, steps);
      reached.push(next);
    }
  }
  return reached;
}

/**
 * Grows by cost, the nearer first, until all that is left of both costs more than the cheapest.
 * @param {Search} search
 * @returns {Set<number>} the actors of cheapest paths where both meet
 */
function meetAtLeastCost(search) {
  const { starts, target, ahead, behind } = search;
  /** @type {Heap<[cost: number, actor: number]>} */
  const near = makeHeap((one, other) => compareNumbers(one, other));
  for (const [actor, cost] of starts) near.push([cost, actor]);
  /** @type {Heap<[cost: number, actor: number]>} */
  const far = makeHeap((one, other) => compareNumbers(one, other));
  far.push([0, target]);
  let least = starts.get(target) ?? Infinity;
  const done = { near: new Set(), far: new Set() };
  while (near.size() && far.size() && near.first()[0] + far.first()[0] <= least) {
    const isAhead = compareNumbers(near.first(), far.first()) <= 0;
    const queue = isAhead ? near : far;
    const [cost, actor] = queue.pop();
    const known = isAhead ? done.near : done.far;
    if (known.has(actor)) continue;
    known.add(actor);
    for (const next of settle(search, actor, cost, queue, isAhead)) {
      least = Math.min(least, measure(search, next));
    }
  }
  return new Set(
    [...ahead.keys()].filter((each) => behind.has(each) && measure(search, each) === least),
  );
}

/**
 * Takes an actor's cost for known.
 * @param {Search} search
 * @param {number} actor
 * @param {number} cost
 * @param {Heap<[number, number]>} queue
 * @param {boolean} isAhead
 * @returns {number[]} those that it makes nearer
 */
function settle(search, actor, cost, queue, isAhead) {
  const labels = isAhead ? search.ahead : search.behind;
  const nearer = [];
  for (const next of search.follow.next(actor, isAhead ? OUTWARD : INWARD)) {
    if (search.used.has(next)) continue;
    const step = isAhead ? costBetween(search, actor, next) : costBetween(search, next, actor);
    const further = cost + costOf(search, actor) + step;
    if (further >= (labels.get(next) ?? Infinity)) continue;
    labels.set(next, further);
    queue.push([further, next]);
    nearer.push(next);
  }
  return nearer;
}

/**
 * @param {Search} search
 * @param {number} here
 * @param {number} there
 */
function costBetween({ follow: { costs } }, here, there) {
  return costs ? costs.step(here, there) : 1;
}

/**
 * @param {Search} search
 * @param {number} actor
 */
function costOf({ follow: { costs }, target }, actor) {
  return costs && actor !== target ? costs.node(actor) : 0;
}

/**
 * What the cheapest path through an actor costs, as far as both have reached it.
 * @param {Search} search
 * @param {number} actor
 */
function measure(search, actor) {
  const before = search.ahead.get(actor) ?? Infinity;
  return before + costOf(search, actor) + (search.behind.get(actor) ?? Infinity);
}

/**
 * @param {Search} search
 * @param {Set<number>} meeting
 * @param {number} source
 * @returns {Map<number, number[]>} for each actor on a cheapest path the next ones, in order
 */
function listOnwards(search, meeting, source) {
  const { starts, ahead } = search;
  /** @type {Map<number, Set<number>>} */
  const found = new Map([[source, new Set()]]);
  // What lies beyond the meeting may be labelled from ahead with more than it costs.
  const nearer = traceBack(search, meeting, true, found);
  for (const actor of [...meeting, ...nearer]) {
    if (starts.has(actor) && starts.get(actor) === ahead.get(actor)) found.get(source)?.add(actor);
  }
  traceBack(search, meeting, false, found);
  return new Map(
    [...found].map(([actor, next]) => [actor, [...next].sort((one, other) => one - other)]),
  );
}

/**
 * Follows both searches home from where they meet.
 * @param {Search} search
 * @param {Set<number>} meeting
 * @param {boolean} isAhead
 * @param {Map<number, Set<number>>} found
 * @returns {Set<number>} the actors on the way
 */
function traceBack(search, meeting, isAhead, found) {
  const labels = isAhead ? search.ahead : search.behind;
  const seen = new Set();
  const waiting = [...meeting];
  for (const actor of waiting) {
    for (const next of search.follow.next(actor, isAhead ? INWARD : OUTWARD)) {
      const label = labels.get(next);
      if (label === undefined) continue;
      const [here, there] = isAhead ? [next, actor] : [actor, next];
      const cost = label + costOf(search, next) + costBetween(search, here, there);
      if (labels.get(actor) !== cost) continue;
      found.set(here, (found.get(here) ?? new Set()).add(there));
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}

/**
 * @param {Map<number, number[]>} onwards
 * @param {number} source
 * @param {number} target
 * @returns {number[][]} the actors by their distance from the source, in order
 */
function listLayers(onwards, source, target) {
  const layers = [[source]];
  for (let layer = layers[0]; !layer.includes(target); layers.push(layer)) {
    const reached = new Set(layer.flatMap((actor) => onwards.get(actor) ?? []));
    layer = [...reached].sort((one, other) => one - other);
  }
  return layers;
}
