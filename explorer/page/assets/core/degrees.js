/** Degrees of what the filters keep: the measures that follow the reader's filters. */

const FOLLOWING = new Set(["degree", "in_degree", "out_degree", "weighted_degree"]);

/**
 * Whether a measure is counted again when the filters change.
 * @param {Measure} measure
 */
export function followsFilters({ id }) {
  return FOLLOWING.has(id);
}

/**
 * Degrees as the engine counts them: parallel relations are one tie, ties to oneself and relations
 * that dispute none.
 *
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {string} id "degree" (neighbours), "in_degree", "out_degree" (of mutual types both) or
 *   "weighted_degree" (summed weights)
 * @returns {number[]} one per actor
 */
export function countDegrees(network, mask, id) {
  const kept = network.relations.filter(
    ({ index, source, target, disputes }) => mask[index] && !disputes && source !== target,
  );
  if (id === "weighted_degree") return sumWeights(network, kept);
  const counts = new Array(network.actors.length).fill(0);
  for (const [source, target] of findPairs(network, kept, id !== "degree")) {
    if (id !== "in_degree") counts[source] += 1;
    if (id !== "out_degree") counts[target] += 1;
  }
  return counts;
}

/**
 * @param {Network} network
 * @param {Relation[]} relations
 */
function sumWeights(network, relations) {
  const sums = new Array(network.actors.length).fill(0);
  for (const { source, target, weight } of relations) {
    sums[source] += weight;
    sums[target] += weight;
  }
  return sums;
}

/**
 * Pairs of actors, each once; directed ones run both ways where their type is mutual.
 * @param {Network} network
 * @param {Relation[]} relations
 * @param {boolean} directed
 */
function findPairs({ actors }, relations, directed) {
  const pairs = new Map();
  /**
   * @param {number} source
   * @param {number} target
   */
  const add = (source, target) => pairs.set(source * actors.length + target, [source, target]);
  for (const { source, target, type } of relations) {
    if (directed || source < target) add(source, target);
    else add(target, source);
    if (directed && type.mutual) add(target, source);
  }
  return pairs.values();
}
