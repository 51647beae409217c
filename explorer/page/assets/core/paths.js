/**
 * All the shortest paths between two actors: fewest steps, counted exactly, the most telling first.
 */
import { INWARD, OUTWARD } from "./adjacency.js";
import { addCounts, countSigns, countWithInfluence } from "./path_counts.js";
import { measureSupport } from "./path_support.js";
import { lacksInfluence, listFacts, listRanked } from "./path_rank.js";
import { findLayers, findNextActors, isOpen, makeWalk } from "./path_search.js";
import { multiplySigns, readStep } from "./step_facts.js";
import { TIME_RULES } from "./time_rules.js";
import { listTimedPaths } from "./timed_search.js";

/**
 * @import { Walk } from "./path_search.js"
 * @import { TimeRule } from "./time_rules.js"
 */

/**
 * The shortest paths that relations kept and not disputed allow.
 *
 * `count` is the number of different sequences of actors (see `path_counts.js` for the most); the
 * paths come in the order of `path_rank.js`. A step lists every relation kept between its two
 * actors.
 *
 * @param {Network} network
 * @param {number} source index of an actor
 * @param {number} target index of an actor
 * @param {{mask?: Uint8Array, blocked?: Set<number>, directed?: boolean, limit?: number,
 *   asked?: AskedTime|null, times?: string}} [options] times: what is demanded of those of steps
 * @returns {PathAnswer}
 */
export function findPaths(network, source, target, { limit = 100, asked = null, ...options } = {}) {
  const walk = makeWalk(network, options);
  const rule = TIME_RULES[options.times ?? ""];
  if (rule) return findTimedPaths(network, walk, source, target, { rule, limit, asked });
  const layers = findLayers(walk, source, target);
  const { directed } = walk;
  if (layers === null) return makeNoAnswer(source, target, directed);
  const onwards = findOnwardActors(walk, layers);
  const count = countPaths(layers, onwards).get(source) ?? 0;
  const shortest = makeShortestPaths(network, walk, layers, onwards, asked);
  const paths = listRanked(shortest, limit);
  return {
    source,
    target,
    directed,
    length: layers.length - 1,
    count,
    cutShort: count > paths.length,
    signCounts: countSigns(shortest),
    ...countWithInfluence(shortest),
    paths: paths.map((actors) => makePath(shortest, walk, actors)),
  };
}

/**
 * @param {number} source
 * @param {number} target
 * @param {boolean} directed
 * @returns {PathAnswer}
 */
function makeNoAnswer(source, target, directed) {
  return {
    source,
    target,
    directed,
    length: null,
    count: 0,
    cutShort: false,
    signCounts: { "+": 0, "-": 0, mixed: 0 },
    influenceCount: 0,
    typesWithoutInfluence: [],
    paths: [],
  };
}

/**
 * The shortest paths whose steps have times as they are demanded; of very many not all are counted.
 * @param {Network} network
 * @param {Walk} walk
 * @param {number} source
 * @param {number} target
 * @param {{rule: TimeRule, limit: number, asked: AskedTime|null}} options
 * @returns {PathAnswer}
 */
function findTimedPaths(network, walk, source, target, { rule, limit, asked }) {
  const shared = makeShortestPaths(network, walk, [], new Map(), asked);
  const { facts } = shared;
  const search = { network, walk, source, target, rule, facts, asked };
  const tied = listTimedPaths(search, limit + 1);
  const empty = makeNoAnswer(source, target, walk.directed);
  if (!tied.length) return empty;
  const length = tied[0].length - 1;
  const layers = Array.from({ length: length + 1 }, () => [source]);
  layers[length] = [target];
  const shortest = { ...shared, layers };
  const paths = tied.slice(0, limit).map((actors) => makePath(shortest, walk, actors));
  const isLeast = tied.length > limit;
  return { ...empty, length, ...countTied(shortest, tied), cutShort: isLeast, isLeast, paths };
}

/**
 * How many paths there are, and how they differ.
 * @param {ShortestPaths} shortest
 * @param {number[][]} tied
 */
function countTied(shortest, tied) {
  const signCounts = { "+": 0, "-": 0, mixed: 0 };
  /** @type {Set<string>} */
  const types = new Set();
  let influenceCount = 0;
  for (const actors of tied) {
    const steps = listFacts(shortest, actors);
    signCounts[steps.map(({ sign }) => sign).reduce(multiplySigns, "+")]++;
    const lacking = steps.filter((_, step) =>
      lacksInfluence(shortest, actors[step], actors[step + 1]),
    );
    lacking.forEach((step) => step.types.forEach((each) => types.add(each)));
    if (!lacking.length) influenceCount++;
  }
  return { count: tied.length, signCounts, influenceCount, typesWithoutInfluence: [...types] };
}

/**
 * One path. Its steps, and what it stands on, are found when they are first asked for: of many
 * paths few are shown.
 *
 * @param {ShortestPaths} paths
 * @param {Walk} walk
 * @param {number[]} actors
 * @returns {Path}
 */
function makePath(paths, walk, actors) {
  /** @type {Step[]|undefined} */
  let steps;
  /** @type {Support|undefined} */
  let support;
  return {
    actors,
    get steps() {
      return (steps ??= buildSteps(walk, actors));
    },
    get support() {
      return (support ??= measureSupport(paths, actors));
    },
  };
}

/**
 * For each actor on a shortest path: the next ones, in the order of the rows, each once.
 * @param {Walk} walk
 * @param {number[][]} layers
 * @returns {Map<number, number[]>}
 */
function findOnwardActors(walk, layers) {
  const onwards = new Map();
  layers.forEach((layer, depth) => {
    const next = new Set(layers[depth + 1] ?? []);
    for (const actor of layer) {
      const onward = findNextActors(walk, actor, OUTWARD).filter((neighbour) =>
        next.has(neighbour),
      );
      onwards.set(
        actor,
        [...new Set(onward)].sort((one, other) => one - other),
      );
    }
  });
  return onwards;
}

/**
 * How many shortest paths lead from each actor to the target.
 * @param {number[][]} layers
 * @param {Map<number, number[]>} onwards
 * @returns {Map<number, number>}
 */
function countPaths(layers, onwards) {
  const counts = new Map(layers[layers.length - 1].map((target) => [target, 1]));
  for (const layer of layers.slice(0, -1).reverse()) {
    for (const actor of layer) {
      const next = (onwards.get(actor) ?? []).map((each) => counts.get(each) ?? 0);
      counts.set(actor, next.reduce(addCounts, 0));
    }
  }
  return counts;
}

/**
 * The paths as they are ranked; what is known of a step is read when it is asked for.
 * @param {Network} network
 * @param {Walk} walk
 * @param {number[][]} layers
 * @param {Map<number, number[]>} onwards
 * @param {AskedTime|null} asked
 * @returns {ShortestPaths}
 */
function makeShortestPaths(network, walk, layers, onwards, asked) {
  /** @type {Map<number, StepFacts>} */
  const known = new Map();
  return {
    network,
    layers,
    onwards,
    asked,
    facts: (here, there) => {
      const key = here * walk.n + there;
      const between = () => findRelationsBetween(walk, here, there);
      const facts = known.get(key) ?? readStep(network, between(), asked?.reasons);
      known.set(key, facts);
      return facts;
    },
  };
}

/**
 * @param {Walk} walk
 * @param {number[]} actors
 * @returns {Step[]}
 */
function buildSteps(walk, actors) {
  return actors.slice(1).map((target, step) => {
    const source = actors[step];
    return { source, target, relations: findRelationsBetween(walk, source, target) };
  });
}

/**
 * Every relation kept between two actors, disputing rows included, in row order.
 * @param {Walk} walk
 * @param {number} source
 * @param {number} target
 * @returns {number[]}
 */
function findRelationsBetween(walk, source, target) {
  /** @param {number} actor */
  const degree = (actor) => walk.offsets[actor + 1] - walk.offsets[actor];
  const [actor, other, way] =
    degree(source) <= degree(target) ? [source, target, OUTWARD] : [target, source, INWARD];
  const found = [];
  for (let entry = walk.offsets[actor]; entry < walk.offsets[actor + 1]; entry++) {
    if (walk.neighbours[entry] === other && isOpen(walk, entry, way)) {
      found.push(walk.relations[entry]);
    }
  }
  return found;
}

/**
 * The most telling of the shortest paths over some relations, with all relations of its steps.
 *
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {{mask?: Uint8Array, directed?: boolean, asked?: AskedTime|null}} options
 * @param {Uint8Array} open which of these relations may be followed
 * @returns {Path}
 */
export function findFirstPath(network, source, target, { asked = null, ...options }, open) {
  const walk = makeWalk(network, { ...options, mask: open });
  const layers = findLayers(walk, source, target) ?? [[source]];
  const every = makeWalk(network, options);
  const onwards = findOnwardActors(walk, layers);
  const shortest = makeShortestPaths(network, every, layers, onwards, asked);
  return makePath(shortest, every, listRanked(shortest, 1)[0]);
}

/**
 * A search for the paths whose steps have times as a rule demands.
 *
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {TimeRule} rule
 * @param {{mask?: Uint8Array, directed?: boolean, asked?: AskedTime|null}} options
 */
export function makeTimedSearch(network, source, target, rule, { asked = null, ...options }) {
  const walk = makeWalk(network, options);
  const { facts } = makeShortestPaths(network, walk, [], new Map(), asked);
  return { network, walk, source, target, rule, facts, asked };
}
