/** Measures of an actor's surroundings, as in the engine's graph/analysis/local_measures.py. */
import { getNeighbours } from "./shown_graph.js";

const ACTORS = 256; // between two looks at the clock

/**
 * How many triangles each actor is in.
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* countTriangles(graph) {
  const { size, offsets, neighbours } = graph;
  const counts = new Float64Array(size);
  const isNear = new Uint8Array(size);
  for (let actor = 0; actor < size; actor++) {
    if (actor % ACTORS === 0) yield;
    const own = getNeighbours(graph, actor);
    for (const other of own) isNear[other] = 1;
    let ends = 0;
    for (const other of own) {
      for (let at = offsets[other]; at < offsets[other + 1]; at++) ends += isNear[neighbours[at]];
    }
    for (const other of own) isNear[other] = 0;
    counts[actor] = ends / 2;
  }
  return counts;
}

/**
 * The share of an actor's pairs of neighbours that have an edge (Watts & Strogatz, 1998).
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* measureClustering(graph) {
  const triangles = yield* countTriangles(graph);
  return triangles.map((count, actor) => {
    const degree = graph.offsets[actor + 1] - graph.offsets[actor];
    return count ? (2 * count) / (degree * (degree - 1)) : 0;
  });
}

/**
 * The largest k for which an actor is in a part where all have k neighbours (Seidman, 1983).
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* findCoreNumbers(graph) {
  const { size, offsets } = graph;
  const cores = new Float64Array(size);
  const degrees = Int32Array.from({ length: size }, (_, i) => offsets[i + 1] - offsets[i]);
  const isLeft = new Uint8Array(size).fill(1);
  /**
   * Takes an actor away, and adds to those due the neighbours that have no more than k left.
   * @param {number} actor
   * @param {number} k
   * @param {number[]} due
   */
  const takeAway = (actor, k, due) => {
    for (const other of getNeighbours(graph, actor)) {
      degrees[other] -= 1;
      if (!isLeft[other] || degrees[other] > k) continue;
      isLeft[other] = 0;
      due.push(other);
    }
  };
  let count = size;
  for (let k = 0; count > 0; k++) {
    yield;
    const due = [...degrees.keys()].filter((actor) => isLeft[actor] && degrees[actor] <= k);
    for (const actor of due) isLeft[actor] = 0;
    for (const actor of due) {
      cores[actor] = k;
      count -= 1;
      takeAway(actor, k, due);
    }
  }
  return cores;
}

/**
 * How many more parts there are without each actor (Tarjan, 1972).
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* countPartsWithout(graph) {
  return (yield* findCuts(graph)).counts;
}

/**
 * How many more parts there are without each actor, and how many edges part others.
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, {counts: Float64Array, bridgeCount: number}>}
 */
export function* findCuts(graph) {
  const { size, offsets } = graph;
  /** @type {PartSearch} */
  const search = {
    counts: new Float64Array(size),
    entered: new Int32Array(size),
    lowest: new Int32Array(size),
    next: offsets.slice(),
    from: new Int32Array(size).fill(-1),
    time: 0,
    bridgeCount: 0,
  };
  for (let root = 0; root < size; root++) {
    if (root % ACTORS === 0) yield;
    if (search.entered[root]) continue;
    searchParts(graph, root, search);
    search.counts[root] = Math.max(search.counts[root] - 1, 0);
  }
  return search;
}

/**
 * What a search for parts knows: by actor how many parts it holds together below it, when the
 * search came to it (from 1), the earliest that it leads back to, which neighbour is next, and
 * where the search came from.
 * @typedef {object} PartSearch
 * @property {Float64Array} counts
 * @property {Int32Array} entered
 * @property {Int32Array} lowest
 * @property {Int32Array} next
 * @property {Int32Array} from
 * @property {number} time
 * @property {number} bridgeCount how many edges nothing leads around
 */

/**
 * @param {ShownGraph} graph
 * @param {number} root
 * @param {PartSearch} search
 */
function searchParts({ offsets, neighbours }, root, search) {
  const { entered, lowest, next, from } = search;
  enter(search, root);
  let actor = root;
  while (actor >= 0) {
    if (next[actor] === offsets[actor + 1]) {
      leave(search, actor);
      actor = from[actor];
      continue;
    }
    const other = neighbours[next[actor]++];
    if (other === from[actor]) continue;
    if (entered[other]) lowest[actor] = Math.min(lowest[actor], entered[other]);
    else {
      from[other] = actor;
      enter(search, other);
      actor = other;
    }
  }
}

/**
 * @param {PartSearch} search
 * @param {number} actor
 */
function enter(search, actor) {
  search.time += 1;
  search.entered[actor] = search.time;
  search.lowest[actor] = search.time;
}

/**
 * @param {PartSearch} search
 * @param {number} actor
 */
function leave(search, actor) {
  const { counts, entered, lowest, from } = search;
  const parent = from[actor];
  if (parent < 0) return;
  lowest[parent] = Math.min(lowest[parent], lowest[actor]);
  if (lowest[actor] >= entered[parent]) counts[parent] += 1;
  if (lowest[actor] > entered[parent]) search.bridgeCount += 1;
}
