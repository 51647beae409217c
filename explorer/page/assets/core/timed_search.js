/**
 * Search for the shortest paths whose steps hold at the same time, or start one after the other:
 * `graph/analysis/paths/timed_search.py` says how. They are listed as
 * `graph/analysis/paths/best_first.py` does.
 */
import { OUTWARD } from "./adjacency.js";
import { findCheapest } from "./path_order.js";
import { compareNumbers, getRank, measureCost } from "./path_rank.js";
import { findNextActors } from "./path_search.js";

/**
 * @import { Walk } from "./path_search.js"
 * @import { TimeRule } from "./time_rules.js"
 */

/**
 * @typedef {{actor: number, state: any, before: Reached|null}} Reached
 * @typedef {{prefix: number[], barred: Set<number>}} Subspace paths that begin alike
 * @typedef {{key: number[], path: number[]}} Found
 * @typedef {{walk: Walk, source: number, target: number, rule: TimeRule, network: Network,
 *   facts: ShortestPaths["facts"], asked: AskedTime|null}} TimedSearch
 */

const MOST_LOOKED_THROUGH = 100; // paths
const MOST_COMPARED = 20; // equally short paths that are put in order
const MOST_REACHED = 1_000_000;

/**
 * The shortest of these paths, the most telling first, and at most so many.
 *
 * @param {TimedSearch} search
 * @param {number} most
 * @returns {number[][]} as indexes of actors
 */
export function listTimedPaths(search, most) {
  const next = iterateBest(search);
  /** @type {number[][]} */
  const listed = [];
  const enough = Math.max(most, MOST_COMPARED);
  for (let found = next(); found && listed.length < enough; found = next()) {
    if (listed.length && found.path.length > listed[0].length) break;
    listed.push(found.path);
  }
  const ranking = makeRanking(search, (listed[0]?.length ?? 1) - 1);
  const compared = listed
    .slice(0, MOST_COMPARED)
    .map((path) => ({ path, rank: getRank(ranking, path) }))
    .sort((one, other) => compareNumbers(one.rank, other.rank));
  return [...compared.map(({ path }) => path), ...listed.slice(MOST_COMPARED)].slice(0, most);
}

/**
 * By what a target is reached, the fewest steps first.
 *
 * @param {TimedSearch} search
 * @returns {any[]}
 */
export function listStates(search) {
  const { source, target, rule } = search;
  if (source === target) return [rule.start];
  const every = iterateReached(search, { prefix: [source], barred: new Set() }, rule.start);
  return [...every].filter(({ actor }) => actor === target).map(({ state }) => state);
}

/**
 * Every path by its key, the least first (Yen, 1971; Lawler, 1972).
 * @param {TimedSearch} search
 * @returns {() => Found|null}
 */
function iterateBest(search) {
  /** @type {{key: number[], number: number, subspace: Subspace, found: Found|null}[]} */
  const queue = [];
  let number = 0;
  /**
   * @param {number[]} key
   * @param {Subspace} subspace
   * @param {Found|null} found null where it was not searched yet
   */
  const add = (key, subspace, found) => queue.push({ key, number: number++, subspace, found });
  add([], { prefix: [search.source], barred: new Set() }, null);
  const take = () => {
    const first = queue.reduce((one, other) => (isBefore(other, one) ? other : one));
    queue.splice(queue.indexOf(first), 1);
    return first;
  };
  return () => {
    while (queue.length) {
      const { key, subspace, found } = take();
      if (found) {
        for (const smaller of split(subspace, found.path)) add(key, smaller, null);
        return found;
      }
      const path = findTimed(search, subspace);
      if (path) {
        const length = path.length - 1;
        const own = [length, measure(makeRanking(search, length), path)];
        add(own, subspace, { key: own, path });
      }
    }
    return null;
  };
}

/**
 * @param {{key: number[], number: number, found: Found|null}} one
 * @param {{key: number[], number: number, found: Found|null}} other
 */
function isBefore(one, other) {
  const [a, b] = [one.key, other.key];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] !== b[i]) return (a[i] ?? -1) < (b[i] ?? -1);
  }
  if (!one.found !== !other.found) return one.found !== null;
  return one.number < other.number;
}

/**
 * @param {Subspace} subspace
 * @param {number[]} path
 * @returns {Subspace[]}
 */
function split(subspace, path) {
  const begun = subspace.prefix.length;
  return path.slice(begun - 1, -1).map((_, index) => ({
    prefix: path.slice(0, begun + index),
    barred: new Set([...(index ? [] : subspace.barred), path[begun + index]]),
  }));
}

/**
 * @param {TimedSearch} search
 * @param {number} length
 * @returns {ShortestPaths}
 */
function makeRanking({ network, source, target, facts, asked }, length) {
  const layers = Array.from({ length: length + 1 }, () => [source]);
  layers[length] = [target];
  return { network, layers, onwards: new Map(), asked, facts };
}

/**
 * @param {ShortestPaths} ranking
 * @param {number[]} path
 */
function measure(ranking, path) {
  return path
    .slice(1)
    .reduce((sum, there, step) => sum + measureCost(ranking, path[step], there), 0);
}

/**
 * One shortest path of a subspace; null where there is none.
 * @param {TimedSearch} search
 * @param {Subspace} subspace
 * @returns {number[]|null}
 */
function findTimed(search, subspace) {
  const { prefix } = subspace;
  const before = prefix.slice(0, -1);
  const start = takeSteps(search, prefix);
  const shortest = start === null ? null : findShortest(search, subspace);
  if (!shortest) return null;
  const ranking = makeRanking(search, before.length + shortest.layers.length - 1);
  const next = makeTurns(shortest, (here, there) => measureCost(ranking, here, there));
  for (let turn = 0; turn < MOST_LOOKED_THROUGH; turn++) {
    const rest = next();
    if (!rest) break;
    if (takeSteps(search, [...before, ...rest]) !== null) return [...before, ...rest];
  }
  for (const reached of iterateReached(search, subspace, start)) {
    if (reached.actor === search.target) return [...before, ...listActors(reached)];
  }
  return null;
}

/**
 * @param {{layers: number[][], onwards: Map<number, number[]>}} shortest
 * @param {(here: number, there: number) => number} cost
 * @returns {() => number[]|null}
 */
function makeTurns({ layers, onwards }, cost) {
  if (layers.length > 1) return findCheapest(layers, onwards, cost);
  let path = /** @type {number[]|null} */ (layers[0]);
  return () => {
    const taken = path;
    path = null;
    return taken;
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
 * The shortest ways on, whatever their times; null where there is none.
 * @param {TimedSearch} search
 * @param {Subspace} subspace
 */
function findShortest({ walk, target }, { prefix, barred }) {
  const here = prefix[prefix.length - 1];
  const used = new Set(prefix);
  const distance = new Map([[here, 0]]);
  const layers = [[here]];
  while (!distance.has(target)) {
    const depth = layers.length;
    const reached = new Set(
      layers[depth - 1].flatMap((each) => findNextActors(walk, each, OUTWARD)),
    );
    const layer = [...reached].filter(
      (each) => !distance.has(each) && !used.has(each) && !(depth === 1 && barred.has(each)),
    );
    if (!layer.length) return null;
    for (const each of layer) distance.set(each, depth);
    layers.push(layer);
  }
  return traceBack(walk, layers, target, barred);
}

/**
 * @param {Walk} walk
 * @param {number[][]} layers
 * @param {number} target
 * @param {Set<number>} barred
 */
function traceBack(walk, layers, target, barred) {
  const onwards = new Map();
  const traced = [[target]];
  for (let depth = layers.length - 2; depth >= 0; depth--) {
    const next = new Set(traced[0]);
    const layer = layers[depth].filter((actor) => {
      const onward = findNextActors(walk, actor, OUTWARD).filter(
        (each) => next.has(each) && !(depth === 0 && barred.has(each)),
      );
      if (onward.length) onwards.set(actor, [...new Set(onward)].sort(compare));
      return onward.length > 0;
    });
    traced.unshift(layer.sort(compare));
  }
  return { layers: traced, onwards };
}

/**
 * What is reached from the end of a prefix, by the number of steps; from the target nothing goes
 * on.
 * @param {TimedSearch} search
 * @param {Subspace} subspace
 * @param {any} start
 * @returns {Generator<Reached>}
 */
function* iterateReached(search, { prefix, barred }, start) {
  const here = prefix[prefix.length - 1];
  const used = new Set(prefix);
  const seen = new Map([[here, start]]);
  /** @type {Reached[]} */
  let level = [{ actor: here, state: start, before: null }];
  for (let count = 0; level.length && count < MOST_REACHED; count += level.length) {
    const closed = count ? used : new Set([...used, ...barred]);
    /** @type {Reached[]} */
    const following = [];
    for (const reached of takeFurther(search, level, closed, seen)) {
      yield reached;
      if (reached.actor !== search.target) following.push(reached);
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
function* takeFurther({ walk, network, facts, rule }, level, closed, seen) {
  for (const before of level.sort((one, other) => one.actor - other.actor)) {
    const next = [...new Set(findNextActors(walk, before.actor, OUTWARD))].sort(compare);
    for (const actor of next.filter((each) => !closed.has(each))) {
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
