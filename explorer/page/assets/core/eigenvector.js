import { findComponents } from "./components.js";
import { getNeighbours } from "./shown_graph.js";
import { addProduct, normalize, sumProducts } from "./vectors.js";

const SAME = 1e-9; // of an eigenvalue; parts whose values differ by less share it
const SETTLED = 1e-15; // of the rest that the scores leave, by the eigenvalue
const MOST_ROUNDS = 50_000;
const PATIENCE = 200; // rounds without any progress: no more digits are to be had
const REFRESH = 50; // rounds, after which rounded sums are added up anew

/**
 * @typedef {{nodes: number[], mean: number, most: number}} Part actors that lead to one another,
 *   with the mean of their degrees and the highest
 */

/**
 * Eigenvector centrality (Bonacich, 1972): the scores are in proportion to the sums of those of the
 * neighbours, and their squares add up to 1. In a network of several parts they follow the leading
 * eigenvalue; parts that share it score in the proportions to which repeated sums come.
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array|null>} null where there is no edge, so that it is not
 *   defined
 */
export function* measureEigenvector(graph) {
  const parts = listParts(graph);
  const least = Math.max(0, ...parts.map(({ mean }) => mean)) * (1 - SAME);
  const found = [];
  for (const part of parts.filter(({ most }) => most >= least)) {
    found.push({ ...part, ...(yield* solvePart(extractPart(graph, part.nodes))) });
  }
  if (!found.length) return null;
  const leading = Math.max(...found.map(({ value }) => value));
  const scores = new Float64Array(graph.size);
  for (const { nodes, value, vector } of found) {
    if (value < leading * (1 - SAME)) continue;
    const sum = vector.reduce((total, each) => total + each, 0);
    nodes.forEach((node, place) => {
      scores[node] = vector[place] * sum;
    });
  }
  return normalize(scores);
}

/**
 * The parts of the graph that have an edge.
 * @param {ShownGraph} graph
 * @returns {Part[]}
 */
function listParts(graph) {
  const { offsets } = graph;
  return findComponents(graph)
    .filter((nodes) => nodes.length > 1)
    .map((nodes) => {
      const degrees = nodes.map((node) => offsets[node + 1] - offsets[node]);
      return {
        nodes,
        mean: degrees.reduce((sum, degree) => sum + degree, 0) / nodes.length,
        most: degrees.reduce((most, degree) => Math.max(most, degree), 0),
      };
    });
}

/**
 * @param {ShownGraph} graph
 * @param {number[]} nodes of a part
 * @returns {ShownGraph} with the nodes in this order
 */
function extractPart(graph, nodes) {
  const placeOf = new Int32Array(graph.size);
  nodes.forEach((node, place) => {
    placeOf[node] = place;
  });
  const lists = nodes.map((node) => getNeighbours(graph, node).map((other) => placeOf[other]));
  const own = new Int32Array(nodes.length + 1);
  lists.forEach((list, place) => {
    own[place + 1] = own[place] + list.length;
  });
  const all = new Int32Array(own[nodes.length]);
  lists.forEach((list, place) => all.set(list, own[place]));
  return { size: nodes.length, offsets: own, neighbours: all, edgeCount: all.length / 2 };
}

/**
 * The leading eigenvalue of a part, and its vector: conjugate gradients climb to the highest
 * quotient of the vector's product with its sums over neighbours, and its own length.
 *
 * @param {ShownGraph} part
 * @returns {Generator<void, {value: number, vector: Float64Array}>}
 */
function* solvePart(part) {
  let vector = normalize(new Float64Array(part.size).fill(1));
  let product = multiply(part, vector);
  let value = sumProducts(vector, product);
  let direction = new Float64Array(part.size);
  let last = { rest: direction, square: 0 };
  let [best, bestRound] = [Infinity, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    yield;
    const rest = combine(product, 1, vector, -value);
    const square = sumProducts(rest, rest);
    if (square < best) [best, bestRound] = [square, round];
    if (square <= (SETTLED * value) ** 2 || round - bestRound > PATIENCE) break;
    const turn = last.square ? (square - sumProducts(rest, last.rest)) / last.square : 0;
    direction = combine(rest, 1, direction, Math.max(0, turn));
    last = { rest, square };
    const across = combine(direction, 1, vector, -sumProducts(direction, vector));
    if (!sumProducts(across, across)) break;
    const unit = normalize(across);
    const unitProduct = multiply(part, unit);
    const angle =
      Math.atan2(2 * sumProducts(vector, unitProduct), value - sumProducts(unit, unitProduct)) / 2;
    vector = normalize(combine(vector, Math.cos(angle), unit, Math.sin(angle)));
    product =
      round % REFRESH
        ? combine(product, Math.cos(angle), unitProduct, Math.sin(angle))
        : multiply(part, vector);
    value = sumProducts(vector, product);
  }
  return { value, vector: vector.map(Math.abs) };
}

/**
 * @param {ShownGraph} part
 * @param {Float64Array} vector
 */
function multiply(part, vector) {
  const product = new Float64Array(part.size);
  addProduct(product, part, vector, 1);
  return product;
}

/**
 * @param {Float64Array} one
 * @param {number} share of it
 * @param {Float64Array} other
 * @param {number} otherShare
 */
function combine(one, share, other, otherShare) {
  return one.map((each, place) => share * each + otherShare * other[place]);
}
