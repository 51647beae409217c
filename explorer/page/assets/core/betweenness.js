const SEARCHES = 4; // between two looks at the clock

/**
 * What the searches write to: `order` has the actors reached, the nearest first, all else a number
 * for each actor.
 * @typedef {{order: Int32Array, distances: Int32Array, paths: Float64Array, shares: Float64Array,
 *   scores: Float64Array}} Searched
 */

/**
 * Betweenness (Freeman, 1977): the share of shortest paths between two others that lead through an
 * actor, over all pairs of others. Each actor's paths are counted from the nearest actors to the
 * farthest, and their shares back again (Brandes, 2001).
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* measureBetweenness(graph) {
  const { size } = graph;
  const searched = {
    order: new Int32Array(size),
    distances: new Int32Array(size).fill(-1),
    paths: new Float64Array(size),
    shares: new Float64Array(size),
    scores: new Float64Array(size),
  };
  for (let source = 0; source < size; source++) {
    if (source % SEARCHES === 0) yield;
    const reached = countPaths(graph, source, searched);
    for (let place = reached - 1; place > 0; place--) {
      addShares(graph, searched.order[place], searched);
    }
    clear(searched, reached);
  }
  // Every pair was counted from both its ends.
  const pairs = (size - 1) * (size - 2);
  return pairs > 0 ? searched.scores.map((score) => score / pairs) : searched.scores;
}

/**
 * Counts the shortest paths from an actor to all it reaches.
 * @param {ShownGraph} graph
 * @param {number} source
 * @param {Searched} searched
 * @returns {number} how many actors are reached, the source included
 */
function countPaths({ offsets, neighbours }, source, { order, distances, paths }) {
  let reached = 1;
  order[0] = source;
  distances[source] = 0;
  paths[source] = 1;
  for (let place = 0; place < reached; place++) {
    const actor = order[place];
    const next = distances[actor] + 1;
    for (let entry = offsets[actor]; entry < offsets[actor + 1]; entry++) {
      const other = neighbours[entry];
      if (distances[other] < 0) order[reached++] = other;
      if (distances[other] < 0) distances[other] = next;
      if (distances[other] === next) paths[other] += paths[actor];
    }
  }
  return reached;
}

/**
 * Adds what leads through an actor to its score, and to the shares of those before it.
 * @param {ShownGraph} graph
 * @param {number} actor
 * @param {Searched} searched
 */
function addShares({ offsets, neighbours }, actor, { distances, paths, shares, scores }) {
  const share = (1 + shares[actor]) / paths[actor];
  for (let entry = offsets[actor]; entry < offsets[actor + 1]; entry++) {
    const before = neighbours[entry];
    if (distances[before] === distances[actor] - 1) shares[before] += paths[before] * share;
  }
  scores[actor] += shares[actor];
}

/**
 * @param {Searched} searched
 * @param {number} reached
 */
function clear({ order, distances, paths, shares }, reached) {
  for (let place = 0; place < reached; place++) {
    distances[order[place]] = -1;
    paths[order[place]] = 0;
    shares[order[place]] = 0;
  }
}
