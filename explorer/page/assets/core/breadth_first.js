/**
 * Finds how far all others are from a node.
 * @param {ShownGraph} graph
 * @param {number} source
 * @param {Int32Array} order receives the nodes that are reached, the nearest first
 * @param {Int32Array} distances receives how far they are; -1 for all others
 * @returns {number} how many are reached, the source included
 */
export function searchBreadthFirst({ offsets, neighbours }, source, order, distances) {
  distances.fill(-1);
  distances[source] = 0;
  order[0] = source;
  let reached = 1;
  for (let place = 0; place < reached; place++) {
    const node = order[place];
    for (let entry = offsets[node]; entry < offsets[node + 1]; entry++) {
      const other = neighbours[entry];
      if (distances[other] >= 0) continue;
      distances[other] = distances[node] + 1;
      order[reached++] = other;
    }
  }
  return reached;
}
