/** How far the actors of the largest component are from each other. */
import { searchBreadthFirst } from "./breadth_first.js";

const MOST_TIED = 20; // components of the same size whose distances are compared
const ALIKE = 3; // actors; components of so many and equally many edges have the same shape
const SEARCHES = 16; // between two looks at the clock

/**
 * Diameter, radius and mean path length, as in the engine's graph/analysis/component_distances.py:
 * of components that are equally large, those of the one with most edges, then with the longest.
 *
 * @param {ShownGraph} graph
 * @param {number[][]} components
 * @returns {Generator<void, [diameter: number, radius: number, mean: number]|null>} null where
 *   nobody has an edge, or too many components are alike
 */
export function* measureDistances(graph, components) {
  const most = components.reduce((size, nodes) => Math.max(size, nodes.length), 0);
  if (most < 2) return null;
  const largest = components.filter((nodes) => nodes.length === most);
  const counts = largest.map((nodes) =>
    nodes.reduce((sum, node) => sum + graph.offsets[node + 1] - graph.offsets[node], 0),
  );
  const densest = largest.filter((_, i) => counts[i] === Math.max(...counts));
  const compared = most <= ALIKE ? densest.slice(0, 1) : densest;
  if (compared.length > MOST_TIED) return null;
  /** @type {[number, number, number][]} */
  const measured = [];
  for (const nodes of compared) measured.push(yield* measureOne(graph, nodes));
  return measured.sort(
    (one, other) => other[0] - one[0] || other[1] - one[1] || other[2] - one[2],
  )[0];
}

/**
 * @param {ShownGraph} graph
 * @param {number[]} nodes of the component
 * @returns {Generator<void, [number, number, number]>}
 */
function* measureOne(graph, nodes) {
  const [order, distances] = [new Int32Array(graph.size), new Int32Array(graph.size)];
  let [diameter, radius, sum] = [0, Infinity, 0];
  for (const [place, root] of nodes.entries()) {
    if (place % SEARCHES === 0) yield;
    const reached = searchBreadthFirst(graph, root, order, distances);
    const farthest = distances[order[reached - 1]];
    diameter = Math.max(diameter, farthest);
    radius = Math.min(radius, farthest);
    for (let at = 1; at < reached; at++) sum += distances[order[at]];
  }
  return [diameter, radius, sum / (nodes.length * (nodes.length - 1))];
}
