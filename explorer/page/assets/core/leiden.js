/**
 * The Leiden method (Traag, Waltman & van Eck, 2019) for edges that weigh the same. It finds what
 * the engine's graph/analysis/leiden.py finds, step by step: every comparison is of whole numbers,
 * and every order comes from one small generator.
 */
import { createLinks, measureQuality, mergeNodes } from "./leiden_level.js";
import { createShuffle } from "./shuffle.js";

/** @import { Level } from "./leiden_level.js" */
/** @import { Shuffle } from "./shuffle.js" */

const TRIES = 20;
const TRIED_EDGES = 40_000; // of all tries together
const MOST_ROUNDS = 3; // of a try
const NODES = 512; // between two looks at the clock

/**
 * @typedef {{membership: number[], modularity: number}} Try the community of each node, numbered by
 *   their first nodes
 */

/**
 * Partitions the nodes several times.
 * @param {Int32Array[]} neighbours of each node, in ascending order; each has one at least
 * @param {number} seed
 * @returns {Generator<void, Try[]>} each try, the first of the best ones first
 */
export function* findPartition(neighbours, seed) {
  const total = neighbours.reduce((sum, list) => sum + list.length, 0);
  const level = {
    neighbours,
    weights: neighbours.map(({ length }) => new Uint8Array(length).fill(1)),
    strengths: neighbours.map(({ length }) => length),
    total,
  };
  const shuffle = createShuffle(seed);
  const tries = Math.max(1, Math.min(TRIES, Math.floor((2 * TRIED_EDGES) / Math.max(1, total))));
  /** @type {Try[]} */
  const found = [];
  while (found.length < tries) {
    const membership = yield* partitionOnce(level, shuffle);
    const modularity = total ? measureQuality(level, membership) / total ** 2 : 0;
    found.push({ membership, modularity });
  }
  return found.sort((one, other) => other.modularity - one.modularity);
}

/**
 * A partition that further rounds do not improve.
 * @param {Level} level
 * @param {Shuffle} shuffle
 * @returns {Generator<void, number[]>}
 */
function* partitionOnce(level, shuffle) {
  let best = Array.from(level.strengths, (_, node) => node);
  let quality = measureQuality(level, best);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const membership = splitParts(level, yield* runRound(level, best, shuffle));
    const reached = measureQuality(level, membership);
    if (reached <= quality) break;
    [best, quality] = [membership, reached];
  }
  return best;
}

/**
 * Moves, refines and merges nodes until no two communities are left to merge.
 * @param {Level} first
 * @param {number[]} start
 * @param {Shuffle} shuffle
 * @returns {Generator<void, number[]>}
 */
function* runRound(first, start, shuffle) {
  let [level, membership] = [first, start.slice()];
  let nodeOf = start.map((_, node) => node);
  for (;;) {
    yield;
    yield* moveNodes(level, membership, shuffle);
    const size = level.strengths.length;
    if (new Set(membership).size === size) break;
    yield;
    const refined = numberByFirst(yield* refine(level, membership, shuffle));
    const count = countCommunities(refined);
    if (count === size) break;
    const communities = new Array(count).fill(0);
    for (let node = 0; node < size; node++) communities[refined[node]] = membership[node];
    level = mergeNodes(level, refined, count);
    membership = numberByFirst(communities);
    nodeOf = nodeOf.map((node) => refined[node]);
  }
  const reached = membership;
  return numberByFirst(nodeOf.map((node) => reached[node]));
}

/**
 * Moves each node to where it gains most, and looks at its neighbours again.
 * @param {Level} level
 * @param {number[]} membership is changed
 * @param {Shuffle} shuffle
 * @returns {Generator<void, void>}
 */
function* moveNodes(level, membership, shuffle) {
  const { strengths, neighbours, total } = level;
  const count = strengths.length;
  const sums = new Float64Array(count);
  const sizes = new Int32Array(count);
  membership.forEach((community, node) => {
    sums[community] += strengths[node];
    sizes[community] += 1;
  });
  const empty = [...sizes.keys()].filter((community) => !sizes[community]).reverse();
  const links = createLinks(count);
  const ahead = shuffle(count);
  const isAhead = new Uint8Array(count).fill(1);
  for (let place = 0; place < ahead.length; place++) {
    if (place % NODES === 0) yield;
    const node = ahead[place];
    isAhead[node] = 0;
    const own = membership[node];
    sums[own] -= strengths[node];
    links.sum(level, node, membership);
    let best = own;
    let most = total * links.weights[own] - strengths[node] * sums[own];
    for (const community of links.list) {
      const gain = total * links.weights[community] - strengths[node] * sums[community];
      if (gain > most) [best, most] = [community, gain];
    }
    if (most < 0) best = Number(empty.pop());
    sums[best] += strengths[node];
    if (best !== own) {
      membership[node] = best;
      sizes[best] += 1;
      sizes[own] -= 1;
      if (!sizes[own]) empty.push(own);
      queueNeighbours(neighbours[node], { membership, best, ahead, isAhead });
    }
  }
}

/**
 * @param {ArrayLike<number>} neighbours
 * @param {{membership: number[], best: number, ahead: number[], isAhead: Uint8Array}} queue
 */
function queueNeighbours(neighbours, { membership, best, ahead, isAhead }) {
  for (let entry = 0; entry < neighbours.length; entry++) {
    const other = neighbours[entry];
    if (!isAhead[other] && membership[other] !== best) {
      isAhead[other] = 1;
      ahead.push(other);
    }
  }
}

/**
 * Parts of the communities, each well connected with the rest of its community.
 * @param {Level} level
 * @param {number[]} membership
 * @param {Shuffle} shuffle
 * @returns {Generator<void, number[]>}
 */
function* refine(level, membership, shuffle) {
  const { strengths, total } = level;
  const count = strengths.length;
  const links = createLinks(count);
  const parts = Array.from(strengths, (_, node) => node);
  const sums = Float64Array.from(strengths);
  const sizes = new Int32Array(count).fill(1);
  const communitySums = new Float64Array(count);
  membership.forEach((community, node) => {
    communitySums[community] += strengths[node];
  });
  const cuts = Float64Array.from(parts, (_, node) => {
    links.sum(level, node, membership);
    return links.weights[membership[node]];
  });
  /**
   * @param {number} part
   * @param {number} community
   */
  const isWellConnected = (part, community) =>
    total * cuts[part] >= sums[part] * (communitySums[community] - sums[part]);

  for (const [place, node] of shuffle(count).entries()) {
    if (place % NODES === 0) yield;
    const community = membership[node];
    if (sizes[node] !== 1 || parts[node] !== node || !isWellConnected(node, community)) continue;
    links.sum(level, node, parts, membership);
    let [chosen, most] = [-1, 0];
    for (const part of links.list) {
      const gain = total * links.weights[part] - strengths[node] * sums[part];
      if (gain > most && isWellConnected(part, community)) [chosen, most] = [part, gain];
    }
    if (chosen < 0) continue;
    cuts[chosen] += cuts[node] - 2 * links.weights[chosen];
    sums[chosen] += strengths[node];
    sizes[chosen] += 1;
    sizes[node] = 0;
    parts[node] = chosen;
  }
  return parts;
}

/**
 * The communities, with each that is not connected split into its parts.
 * @param {Level} level
 * @param {number[]} membership
 * @returns {number[]}
 */
function splitParts(level, membership) {
  const parts = new Array(membership.length).fill(-1);
  let count = 0;
  membership.forEach((community, first) => {
    if (parts[first] >= 0) return;
    parts[first] = count;
    const ahead = [first];
    for (const node of ahead) {
      for (const other of Array.from(level.neighbours[node])) {
        if (parts[other] >= 0 || membership[other] !== community) continue;
        parts[other] = count;
        ahead.push(other);
      }
    }
    count += 1;
  });
  return parts;
}

/**
 * The communities numbered by their first nodes.
 * @param {number[]} membership
 * @returns {number[]}
 */
function numberByFirst(membership) {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  return membership.map((community) => {
    const number = numbers.get(community) ?? numbers.size;
    numbers.set(community, number);
    return number;
  });
}

/** @param {number[]} membership */
function countCommunities(membership) {
  return membership.reduce((most, community) => Math.max(most, community + 1), 0);
}
