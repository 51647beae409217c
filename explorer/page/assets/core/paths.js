/**
 * All the shortest paths between two actors: fewest steps, counted exactly, the most telling first.
 */
import { OUTWARD, INWARD, getAdjacency } from "./adjacency.js";
import { countSigns, countWithInfluence } from "./path_counts.js";
import { measureSupport } from "./path_support.js";
import { listRanked } from "./path_rank.js";
import { readStep } from "./step_facts.js";

/**
 * @typedef {Adjacency & {n: number, mask: Uint8Array|undefined, blocked: Set<number>,
 *   directed: boolean}} Walk what may be walked
 * @typedef {{way: number, distance: Int32Array, depth: number, frontier: number[]}} Search
 */

const EITHER_WAY = OUTWARD | INWARD;
const NOT_SEEN = -1;

/**
 * The shortest paths that relations kept and not disputed allow.
 *
 * `count` is the number of different sequences of actors (at most Number.MAX_SAFE_INTEGER); the
 * paths come in the order of `path_rank.js`. A step lists every relation kept between its two
 * actors.
 *
 * @param {Network} network
 * @param {number} source index of an actor
 * @param {number} target index of an actor
 * @param {{mask?: Uint8Array, blocked?: Set<number>, directed?: boolean, limit?: number}} [options]
 * @returns {PathAnswer}
 */
export function findPaths(
  network,
  source,
  target,
  { mask, blocked = new Set(), directed = false, limit = 100 } = {},
) {
  const walk = { ...getAdjacency(network), n: network.actors.length, mask, blocked, directed };
  const layers =
    blocked.has(source) || blocked.has(target) ? null : findLayers(walk, source, target);
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
  const shortest = makeShortestPaths(network, walk, layers, onwards);
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
    paths: paths.map((actors) => ({
      actors,
      steps: buildSteps(walk, actors),
      support: measureSupport(shortest, actors),
    })),
  };
}

/**
 * The actors one step away; one with parallel relations comes several times.
 * @param {Walk} walk
 * @param {number} actor
 * @param {number} way
 * @returns {number[]}
 */
function findNextActors(walk, actor, way) {
  const next = [];
  for (let entry = walk.offsets[actor]; entry < walk.offsets[actor + 1]; entry++) {
    const neighbour = walk.neighbours[entry];
    if (!walk.asserts[walk.relations[entry]] || walk.blocked.has(neighbour)) continue;
    if (isOpen(walk, entry, way)) next.push(neighbour);
  }
  return next;
}

/**
 * Whether the filters keep this relation and it can be walked this way.
 * @param {Walk} walk
 * @param {number} entry
 * @param {number} way
 */
function isOpen({ mask, relations, walks, directed }, entry, way) {
  if (mask !== undefined && !mask[relations[entry]]) return false;
  return (walks[entry] & (directed ? way : EITHER_WAY)) !== 0;
}

/**
 * The actors on shortest paths, by their distance from the source; null when there is no path.
 *
 * Two searches grow towards each other, the smaller first, until they meet. They grow by whole
 * layers, so where they first meet is everywhere a shortest path crosses, and from there both are
 * followed home.
 * @param {Walk} walk
 * @param {number} source
 * @param {number} target
 * @returns {number[][]|null}
 */
function findLayers(walk, source, target) {
  const near = { way: OUTWARD, ...startSearch(walk.n, source) };
  const far = { way: INWARD, ...startSearch(walk.n, target) };
  let meeting = near.frontier.filter((actor) => far.distance[actor] !== NOT_SEEN);
  while (!meeting.length) {
    const [growing, waiting] =
      near.frontier.length <= far.frontier.length ? [near, far] : [far, near];
    growSearch(walk, growing);
    if (!growing.frontier.length) return null;
    meeting = growing.frontier.filter((actor) => waiting.distance[actor] !== NOT_SEEN);
  }
  const before = traceBack(walk, near, meeting, INWARD).reverse();
  const after = traceBack(walk, far, meeting, OUTWARD);
  return [...before, meeting, ...after];
}

/**
 * @param {number} n
 * @param {number} actor
 */
function startSearch(n, actor) {
  const distance = new Int32Array(n).fill(NOT_SEEN);
  distance[actor] = 0;
  return { distance, depth: 0, frontier: [actor] };
}

/**
 * @param {Walk} walk
 * @param {Search} search
 */
function growSearch(walk, search) {
  const reached = [];
  search.depth += 1;
  for (const actor of search.frontier) {
    for (const neighbour of findNextActors(walk, actor, search.way)) {
      if (search.distance[neighbour] !== NOT_SEEN) continue;
      search.distance[neighbour] = search.depth;
      reached.push(neighbour);
    }
  }
  search.frontier = reached;
}

/**
 * From the meeting actors back to where a search began, one layer a step, nearest the meeting
 * first.
 * @param {Walk} walk
 * @param {Search} search
 * @param {number[]} meeting
 * @param {number} way
 * @returns {number[][]}
 */
function traceBack(walk, search, meeting, way) {
  const layers = [];
  let layer = meeting;
  for (let away = search.distance[meeting[0]] - 1; away >= 0; away--) {
    const closer = layer.flatMap((actor) =>
      findNextActors(walk, actor, way).filter((next) => search.distance[next] === away),
    );
    layer = [...new Set(closer)];
    layers.push(layer);
  }
  return layers;
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
      const sum = (onwards.get(actor) ?? []).reduce(
        (total, next) => total + (counts.get(next) ?? 0),
        0,
      );
      counts.set(actor, Math.min(sum, Number.MAX_SAFE_INTEGER));
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
 * @returns {ShortestPaths}
 */
function makeShortestPaths(network, walk, layers, onwards) {
  /** @type {Map<number, StepFacts>} */
  const known = new Map();
  return {
    network,
    layers,
    onwards,
    facts: (here, there) => {
      const key = here * walk.n + there;
      const facts = known.get(key) ?? readStep(network, findRelationsBetween(walk, here, there));
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
