/** Degrees of what the filters select. */

const DEGREES = new Set([
  "degree",
  "in_degree",
  "out_degree",
  "weighted_degree",
  "weighted_in_degree",
  "weighted_out_degree",
]);

/**
 * Whether a measure is a degree.
 * @param {string} id
 */
export function isDegree(id) {
  return DEGREES.has(id);
}

/**
 * The relations that measures count: those between two actors that do not dispute.
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation that is selected
 */
export function listCounted({ relations }, mask) {
  return relations.filter(
    ({ index, source, target, disputes }) => mask[index] && !disputes && source !== target,
  );
}

/**
 * Degrees as the engine counts them: parallel relations are one tie, ties to oneself and relations
 * that dispute none; a mutual relation that is listed both ways has its weight once.
 *
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {string} id "degree" (neighbours), "in_degree", "out_degree" (of mutual types both) or
 *   "weighted_degree", "weighted_in_degree", "weighted_out_degree" (summed weights)
 * @returns {number[]} one per actor
 */
export function countDegrees(network, mask, id) {
  const kept = listCounted(network, mask);
  if (id.startsWith("weighted_")) return sumWeights(network, listOnce(kept), id);
  const counts = new Array(network.actors.length).fill(0);
  for (const [source, target] of findPairs(network, kept, id !== "degree")) {
    if (id !== "in_degree") counts[source] += 1;
    if (id !== "out_degree") counts[target] += 1;
  }
  return counts;
}

/**
 * The relations without those that only repeat others: of a mutual type between two actors that are
 * listed both ways, the direction with the smaller sum of weights repeats the other.
 * @param {Relation[]} relations
 */
function listOnce(relations) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  /**
   * @param {Relation} relation
   * @param {boolean} back
   */
  const keyOf = ({ source, target, type }, back) =>
    back ? `${target} ${source} ${type.id}` : `${source} ${target} ${type.id}`;
  for (const relation of relations.filter(({ type }) => type.mutual)) {
    const key = keyOf(relation, false);
    sums.set(key, (sums.get(key) ?? 0) + relation.weight);
  }
  return relations.filter((relation) => {
    const { source, target, type } = relation;
    const other = sums.get(keyOf(relation, true));
    if (!type.mutual || other === undefined) return true;
    const own = sums.get(keyOf(relation, false)) ?? 0;
    return own > other || (own === other && source < target);
  });
}

/**
 * @param {Network} network
 * @param {Relation[]} relations
 * @param {string} id of a measure
 */
function sumWeights(network, relations, id) {
  const sums = new Array(network.actors.length).fill(0);
  const [asSource, asTarget] = [id !== "weighted_in_degree", id !== "weighted_out_degree"];
  for (const { source, target, weight, type } of relations) {
    if (asSource || type.mutual) sums[source] += weight;
    if (asTarget || type.mutual) sums[target] += weight;
  }
  return sums;
}

/**
 * Pairs of actors, each once; directed ones run both ways where their type is mutual.
 * @param {Network} network
 * @param {Relation[]} relations
 * @param {boolean} directed
 */
export function findPairs({ actors }, relations, directed) {
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
