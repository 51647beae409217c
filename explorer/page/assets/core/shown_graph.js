/**
 * The simple graph of what is shown, on which measures are computed: undirected, with one edge
 * between two actors however many relations they have, as in the engine's
 * graph/select/projection.py. Relations that dispute, and those of an actor to itself, are in none.
 */

/**
 * Numbers the actors that are shown.
 * @param {Uint8Array} actors 1 for each that is shown
 * @returns {{rows: Int32Array, numberOf: Int32Array}} the row of each number, and the number of
 *   each row, -1 for an actor that is not shown
 */
export function numberActors(actors) {
  const rows = Int32Array.from([...actors.keys()].filter((row) => actors[row]));
  const numberOf = new Int32Array(actors.length).fill(-1);
  rows.forEach((row, number) => {
    numberOf[row] = number;
  });
  return { rows, numberOf };
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation that is shown
 * @param {Int32Array} numberOf the number of each actor
 * @param {string} signs those of the relations that count, such as "+0"
 * @returns {ShownGraph}
 */
export function buildGraph(network, mask, numberOf, signs) {
  const size = numberOf.reduce((most, number) => Math.max(most, number + 1), 0);
  const pairs = listPairs(network, mask, numberOf, signs, size);
  const offsets = new Int32Array(size + 1);
  for (const pair of pairs) {
    offsets[Math.floor(pair / size) + 1] += 1;
    offsets[(pair % size) + 1] += 1;
  }
  for (let node = 0; node < size; node++) offsets[node + 1] += offsets[node];
  const next = offsets.slice();
  const neighbours = new Int32Array(2 * pairs.length);
  for (const pair of pairs) {
    const [source, target] = [Math.floor(pair / size), pair % size];
    neighbours[next[source]++] = target;
    neighbours[next[target]++] = source;
  }
  return { size, offsets, neighbours, edgeCount: pairs.length };
}

/**
 * The neighbours of a node, in ascending order.
 * @param {ShownGraph} graph
 * @param {number} node
 */
export function getNeighbours({ offsets, neighbours }, node) {
  return neighbours.subarray(offsets[node], offsets[node + 1]);
}

/**
 * The pairs of actors with an edge, each once and as one number, sorted: so each node's neighbours
 * are in ascending order.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {Int32Array} numberOf
 * @param {string} signs
 * @param {number} size
 */
function listPairs({ relations }, mask, numberOf, signs, size) {
  const pairs = [];
  for (const { index, source, target, type, disputes } of relations) {
    const [one, other] = [numberOf[source], numberOf[target]];
    if (!mask[index] || disputes || source === target || one < 0 || other < 0) continue;
    if (signs.includes(type.sign)) pairs.push(Math.min(one, other) * size + Math.max(one, other));
  }
  const sorted = Float64Array.from(pairs).sort();
  return sorted.filter((pair, place) => place === 0 || pair !== sorted[place - 1]);
}
