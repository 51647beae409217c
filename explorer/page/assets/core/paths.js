/**
 * All the shortest paths between two actors: fewest steps, counted exactly, the most telling first.
 */
import { INWARD, OUTWARD } from "./adjacency.js";
import { addCounts, countSigns, countWithInfluence } from "./path_counts.js";
import { measureSupport } from "./path_support.js";
import { listRanked } from "./path_rank.js";
import { findLayers, findNextActors, isOpen, makeWalk } from "./path_search.js";
import { readStep } from "./step_facts.js";

/** @import { Walk } from "./path_search.js" */

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
 *   asked?: AskedTime|null}} [options]
 * @returns {PathAnswer}
 */
export function findPaths(network, source, target, { limit = 100, asked = null, ...options } = {}) {
  const walk = makeWalk(network, options);
  const layers = findLayers(walk, source, target);
  const { directed } = walk;
  if (layers === null) {
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
