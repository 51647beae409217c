/**
 * The two camps of what is selected, as in the engine's graph/analysis/camps: signed relations
 * first; structural ones say who belongs to whom where these leave it open.
 */
import { listAround } from "./blocks.js";
import { joinBound } from "./bound_nodes.js";
import { walk } from "./components.js";
import { findTensions } from "./frustration.js";
import { buildJointGraph } from "./joint_graph.js";

/** @import { JointGraph } from "./joint_graph.js" */

const APART = new Set(["place", "asset"]); // kinds of those that are no members

/**
 * @typedef {object} Division
 * @property {number[][]} camps the members of each, those of most signed edges first
 * @property {number[]} undecided
 * @property {number[]} unplaced
 */

/**
 * @param {Network} network
 * @param {Masks} selected
 * @returns {Generator<void, Division|null>} null where it would take long to know
 */
export function* divideInCamps(network, { mask, actors }) {
  const graph = buildJointGraph(network, mask);
  const size = graph.actors.length;
  const blocks = yield* findTensions(size, graph.edges);
  if (!blocks) return null;
  const { setOf, sideOf } = joinBound(size, graph.edges, blocks);
  const inside = chooseComponent(graph);
  const core = chooseCore(graph, setOf, inside);
  const takesSide = (/** @type {number} */ index) => !APART.has(network.actors[index].kind.id);
  const listMembers = (/** @type {number[]} */ nodes) =>
    nodes.map((node) => graph.actors[node]).filter(takesSide);
  const placed = inside.filter((node) => setOf[node] === core);
  const sides = listSides(graph, placed, sideOf);
  const camps = sides.map(listMembers);
  // Of camps as large the first is that of the first actor: if it is undecided, the engine knows.
  if (sides.length > 1 && camps[0].length === camps[1].length && placed[0] !== inside[0]) {
    return null;
  }
  const undecided = listMembers(inside.filter((node) => setOf[node] !== core));
  const settled = new Set([...undecided, ...camps.flat()]);
  return {
    camps: camps.sort((a, b) => b.length - a.length),
    undecided,
    unplaced: [...actors.keys()].filter((i) => actors[i] && !settled.has(i) && takesSide(i)),
  };
}

/**
 * Those on the side of the first, and those on the other, as far as there are any.
 * @param {JointGraph} graph
 * @param {number[]} placed
 * @param {number[]} sideOf
 */
function listSides({ degrees }, placed, sideOf) {
  const side = sideOf[placed[0]];
  return [side, -side]
    .map((own) => placed.filter((node) => sideOf[node] === own))
    .filter((nodes) => nodes.length)
    .map((nodes) => nodes.sort((a, b) => degrees[b] - degrees[a] || a - b));
}

/**
 * The nodes of the component that is divided: the largest of those with a negative edge; without
 * any, of those with a signed one. Of equals it is that of most signed edges, then the first.
 * @param {JointGraph} graph
 */
function chooseComponent({ actors, edges, degrees }) {
  const negative = edges.filter(({ isSigned, isPositive }) => isSigned && !isPositive);
  const chosen = negative.length ? negative : edges.filter(({ isSigned }) => isSigned);
  const around = listAround(actors.length, edges);
  const seen = new Uint8Array(actors.length);
  const parts = chosen.flatMap(({ one }) => {
    /** @type {number[]} */
    const nodes = [];
    const listNear = (/** @type {number} */ node) =>
      around[node].map((edge) => edges[edge].one + edges[edge].other - node);
    if (!seen[one]) walk(listNear, one, seen, (node) => nodes.push(node));
    return nodes.length ? [nodes.sort((a, b) => a - b)] : [];
  });
  const count = (/** @type {number[]} */ nodes) =>
    nodes.reduce((sum, node) => sum + degrees[node], 0);
  parts.sort((a, b) => b.length - a.length || count(b) - count(a) || a[0] - b[0]);
  return parts[0] ?? [];
}

/**
 * The largest set of the component; of equals the one of most edges; -1 where that is nobody in
 * particular.
 * @param {JointGraph} graph
 * @param {number[]} setOf
 * @param {number[]} inside
 */
function chooseCore({ degrees }, setOf, inside) {
  /** @type {Map<number, {size: number, edges: number}>} */
  const sets = new Map();
  for (const node of inside) {
    const { size, edges } = sets.get(setOf[node]) ?? { size: 0, edges: 0 };
    sets.set(setOf[node], { size: size + 1, edges: edges + degrees[node] });
  }
  const sorted = [...sets].sort(([, a], [, b]) => b.size - a.size || b.edges - a.edges);
  const [[core, best] = [-1, { size: 0, edges: 0 }], [, next] = [-1, { size: 0, edges: 0 }]] =
    sorted;
  const isAlone = best.size < 2 || (best.size === next.size && best.edges === next.edges);
  return isAlone ? -1 : core;
}
