/**
 * Signed and structural relations in one graph, as in the engine's
 * graph/analysis/camps/joint_graph.py: a signed edge weighs more than all structural ones.
 */
import { listSignedPairs } from "./balance.js";
import { listCounted } from "./degrees.js";

/** @import { SignedEdge } from "./frustration.js" */

const STRUCTURAL = new Set(["part_of", "member_of", "leads", "commands"]);
const OVER = 1; // what a structural pair weighs
const STILL = 2;
const LARGEST_WEIGHT = 1_000_000;

/**
 * @typedef {object} JointGraph
 * @property {number[]} actors of the nodes, by id
 * @property {(SignedEdge & {isSigned: boolean})[]} edges
 * @property {number[]} degrees how many signed edges each node has
 */

/**
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation that is selected
 * @returns {JointGraph}
 */
export function buildJointGraph(network, mask) {
  const { actors } = network;
  const belonging = weighStructural(network, mask);
  const signed = weighSigned(network, mask, sum(belonging.values()));
  const keys = [...new Set([...signed.keys(), ...belonging.keys()])];
  const ends = keys.map((key) => [Math.floor(key / actors.length), key % actors.length]);
  const rows = [...new Set(ends.flat())].sort((a, b) => (actors[a].id < actors[b].id ? -1 : 1));
  const nodeOf = new Map(rows.map((row, node) => [row, node]));
  const degrees = rows.map(() => 0);
  const edges = keys.map((key, i) => {
    const [one, other] = ends[i].map((row) => nodeOf.get(row) ?? 0);
    const weight = (signed.get(key) ?? 0) + (belonging.get(key) ?? 0);
    const isSigned = signed.has(key);
    if (isSigned) for (const node of [one, other]) degrees[node] += 1;
    return { one, other, isPositive: weight > 0, weight: Math.abs(weight), isSigned };
  });
  return { actors: rows, edges, degrees };
}

/** @param {Iterable<number>} weights */
function sum(weights) {
  return [...weights].reduce((all, weight) => all + weight, 0);
}

/**
 * The structural pairs; what is over weighs less.
 * @param {Network} network
 * @param {Uint8Array} mask
 */
function weighStructural(network, mask) {
  /** @type {Map<number, number>} */
  const belonging = new Map();
  for (const { source, target, type, over } of listCounted(network, mask)) {
    if (!STRUCTURAL.has(type.id) || type.sign !== "0") continue;
    const key = makeKey(network, Math.min(source, target), Math.max(source, target));
    belonging.set(key, Math.max(belonging.get(key) ?? 0, over ? OVER : STILL));
  }
  return belonging;
}

/**
 * The pairs of one sign: more than all structural ones, a little less if over; negative by sign.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {number} structural what all structural pairs weigh
 */
function weighSigned(network, mask, structural) {
  const pairs = listSignedPairs(network, mask).filter((pair) => pair.positive !== pair.negative);
  const isOver = pairs.map(({ rows }) =>
    rows.every((row) => network.relations[row].over || network.relations[row].disputes),
  );
  const less = structural + 1;
  const most = (isOver.filter(Boolean).length + 1) * less;
  const isAlike = isOver.every(Boolean) || most > LARGEST_WEIGHT;
  /** @type {Map<number, number>} */
  const signed = new Map();
  pairs.forEach(({ one, other, positive }, i) => {
    const weight = isAlike ? less : most - (isOver[i] ? less : 0);
    signed.set(makeKey(network, one, other), positive ? weight : -weight);
  });
  return signed;
}

/**
 * @param {Network} network
 * @param {number} low
 * @param {number} high
 */
function makeKey({ actors }, low, high) {
  return low * actors.length + high;
}
