/** The figures of a network's structure, as in the engine's graph/analysis/structure.py. */
import { findComponents, measureStrongComponents } from "./components.js";
import { formatWhole } from "./counts.js";
import { findPairs, listCounted } from "./degrees.js";
import { measureDistances } from "./distances.js";
import { listTwoModeFigures, measureAssortativity } from "./kind_mixing.js";
import { countTriangles, findCoreNumbers, findCuts } from "./local_measures.js";
import { buildGraph, getNeighbours, numberActors } from "./shown_graph.js";

const SMALLEST = -4; // powers of ten that are written out
const LARGEST = 3;
const MANY = 60; // digits, all that a number halfway between two has
const HALFWAY = /^(-?\d\.\d[02468])50*(e.*)$/;

/** By name each figure in words, in the order of the engine; those of shares are not counted. */
const LABELS = Object.entries({
  actor_count: "actors",
  relation_count: "relations",
  edge_count: "edges",
  "components.weak": "components",
  "components.largest_weak": "actors in the largest",
  "components.strong": "strong components",
  "components.largest_strong": "actors in the largest strong",
  isolates: "isolates",
  density: "density",
  directed_density: "directed density",
  reciprocity: "reciprocity",
  transitivity: "transitivity",
  mean_clustering: "mean local clustering",
  triangles: "triangles",
  core_number: "highest core number",
  articulation_points: "articulation points",
  bridges: "bridges",
  diameter: "diameter",
  radius: "radius",
  mean_path_length: "mean path length",
  assortativity_by_kind: "assortativity by kind",
});
const SHARES = new Set([
  "density",
  "directed_density",
  "reciprocity",
  "transitivity",
  "mean_clustering",
  "mean_path_length",
  "assortativity_by_kind",
]);

/**
 * Measures what is selected.
 *
 * @param {Network} network
 * @param {Masks} selected
 * @returns {Generator<void, {figures: Figure[], largest: Set<number>}>} the figures in the order of
 *   the engine, and the rows of the actors of the largest component
 */
export function* measureStructure(network, { mask, actors }) {
  const { rows, numberOf } = numberActors(actors);
  const graph = buildGraph(network, mask, numberOf, "+0-");
  const components = findComponents(graph);
  const largest = components.reduce(
    (most, nodes) => (nodes.length > most.length ? nodes : most),
    /** @type {number[]} */ ([]),
  );
  yield;
  const distances = yield* measureDistances(graph, components);
  const kindOf = Array.from(rows, (row) => network.actors[row].kind.id);
  const edges = listEdges(graph);
  /** @type {Record<string, number|null>} */
  const values = {
    actor_count: graph.size,
    relation_count: mask.reduce((sum, one) => sum + one, 0),
    edge_count: graph.edgeCount,
    "components.weak": components.length,
    "components.largest_weak": largest.length,
    isolates: components.filter(({ length }) => length === 1).length,
    ...measureDirected(network, mask, numberOf, graph),
    ...(yield* measureCohesion(graph)),
    diameter: distances && distances[0],
    radius: distances && distances[1],
    mean_path_length: distances && distances[2],
    assortativity_by_kind: measureAssortativity(
      edges.map(([one, other]) => [kindOf[one], kindOf[other]]),
    ),
  };
  const figures = LABELS.map(([name, label]) => ({
    name,
    label,
    value: values[name],
    isShare: SHARES.has(name),
  }));
  return {
    figures: [...figures, ...listTwoModeFigures(kindOf, edges)],
    largest: new Set(largest.map((node) => rows[node])),
  };
}

/**
 * A figure as every face writes it where two are compared.
 * @param {Figure|undefined} figure
 */
export function formatFigure(figure) {
  const value = figure?.value ?? null;
  if (value === null) return "not defined";
  return figure?.isShare ? formatThreeDigits(value) : formatWhole(value);
}

/**
 * Three significant digits, as Python's format "g" writes them: of two that are as near the even.
 * @param {number} value
 */
export function formatThreeDigits(value) {
  const middle = HALFWAY.exec(value.toExponential(MANY));
  const rounded = middle ? middle[1] + middle[2] : value.toExponential(2);
  const [digits, exponent] = rounded.split("e").map(Number);
  if (exponent >= SMALLEST && exponent < LARGEST) return String(Number(rounded));
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
}

/**
 * @param {ShownGraph} graph
 * @returns {[one: number, other: number][]} the ends of each edge, the lower first
 */
function listEdges(graph) {
  /** @type {[number, number][]} */
  const edges = [];
  for (let node = 0; node < graph.size; node++) {
    for (const other of getNeighbours(graph, node)) {
      if (node < other) edges.push([node, other]);
    }
  }
  return edges;
}

/**
 * What depends on the direction of relations, and density.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {Int32Array} numberOf
 * @param {ShownGraph} graph
 */
function measureDirected(network, mask, numberOf, { size, edgeCount }) {
  const counted = listCounted(network, mask);
  /** @type {number[][]} */
  const next = Array.from({ length: size }, () => []);
  let arcs = 0;
  for (const [source, target] of findPairs(network, counted, true)) {
    next[numberOf[source]].push(numberOf[target]);
    arcs += 1;
  }
  const strong = measureStrongComponents(next);
  const pairs = size * (size - 1);
  return {
    "components.strong": strong.length,
    "components.largest_strong": strong.reduce((most, count) => Math.max(most, count), 0),
    density: pairs ? (2 * edgeCount) / pairs : null,
    directed_density: pairs ? arcs / pairs : null,
    reciprocity: arcs ? (2 * (arcs - edgeCount)) / arcs : null,
  };
}

/**
 * How many neighbours are neighbours of each other, the highest core, and what a cut parts.
 * @param {ShownGraph} graph
 * @returns {Generator<void, Record<string, number|null>>}
 */
function* measureCohesion(graph) {
  const { size, offsets } = graph;
  const triangles = yield* countTriangles(graph);
  let [closed, pairs, clustering] = [0, 0, 0];
  triangles.forEach((count, node) => {
    const degree = offsets[node + 1] - offsets[node];
    const own = degree * (degree - 1);
    closed += count;
    pairs += own;
    clustering += count ? (2 * count) / own : 0;
  });
  const cores = yield* findCoreNumbers(graph);
  const { counts, bridgeCount } = yield* findCuts(graph);
  return {
    transitivity: pairs ? (2 * closed) / pairs : null,
    mean_clustering: pairs ? clustering / size : null,
    triangles: closed / 3,
    core_number: size ? cores.reduce((most, core) => Math.max(most, core), 0) : null,
    articulation_points: counts.filter((count) => count > 0).length,
    bridges: bridgeCount,
  };
}
