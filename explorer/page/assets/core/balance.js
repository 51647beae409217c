/** How balanced what is selected is, as in the engine's graph/analysis/balance. */
import { findTensions } from "./frustration.js";
import { describeStep } from "./step_sentence.js";

/**
 * @typedef {{one: number, other: number, positive: boolean, negative: boolean, rows: number[]}}
 *   SignedPair
 *
 * @typedef {object} Balance
 * @property {number|null} frustration null where it takes long to know
 * @property {number} triangles
 * @property {number} balanced how many of them are
 * @property {number} bothSigns how many pairs have relations of both signs, and are apart
 * @property {Set<string>} tensions the edges in tension, in words
 */

/**
 * Measures balance: all relations of a sign between two actors are one edge.
 *
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation that is selected
 * @param {Claims} claims
 * @returns {Generator<void, Balance>}
 */
export function* measureBalance(network, mask, claims) {
  const { tense, ...balance } = yield* measureFrustration(network, mask);
  const tensions = new Set(tense.map((rows) => describeRows(network, rows, claims)));
  return { ...balance, tensions };
}

/**
 * The same with the relations of what is in tension, not in words.
 *
 * @param {Network} network
 * @param {Uint8Array} mask
 * @returns {Generator<void, Omit<Balance, "tensions"> & {tense: number[][]}>}
 */
export function* measureFrustration(network, mask) {
  const pairs = listSignedPairs(network, mask);
  const edges = pairs.filter(({ positive, negative }) => positive !== negative);
  const signed = edges.map(({ one, other, positive }) => ({ one, other, isPositive: positive }));
  const blocks = yield* findTensions(network.actors.length, signed);
  const tense = new Set(blocks?.flatMap(({ sets }) => sets.flat()));
  return {
    frustration: blocks && blocks.reduce((sum, { sets }) => sum + sets[0].length, 0),
    ...countSignedTriangles(network.actors.length, signed),
    bothSigns: pairs.filter(({ positive, negative }) => positive && negative).length,
    tense: [...tense].map((edge) => edges[edge].rows),
  };
}

/**
 * The pairs of actors with relations of a sign; those that dispute are among their rows.
 * @param {Network} network
 * @param {Uint8Array} mask
 */
export function listSignedPairs({ actors, relations }, mask) {
  /** @type {Map<number, SignedPair>} */
  const pairs = new Map();
  for (const { index, source, target, type, disputes } of relations) {
    if (!mask[index] || source === target || type.sign === "0") continue;
    const [one, other] = [Math.min(source, target), Math.max(source, target)];
    const key = one * actors.length + other;
    const pair = pairs.get(key) ?? { one, other, positive: false, negative: false, rows: [] };
    pairs.set(key, pair);
    pair.rows.push(index);
    pair.positive ||= !disputes && type.sign === "+";
    pair.negative ||= !disputes && type.sign === "-";
  }
  return [...pairs.values()];
}

/**
 * @param {number} size
 * @param {import("./frustration.js").SignedEdge[]} edges
 */
function countSignedTriangles(size, edges) {
  const around = Array.from(
    { length: size },
    () => /** @type {Map<number, boolean>} */ (new Map()),
  );
  for (const { one, other, isPositive } of edges) {
    around[one].set(other, isPositive);
    around[other].set(one, isPositive);
  }
  let [triangles, balanced] = [0, 0];
  for (const { one, other, isPositive } of edges) {
    const [few, many] = [around[one], around[other]].sort((a, b) => a.size - b.size);
    for (const [third, sign] of few) {
      const last = many.get(third);
      if (third < Math.max(one, other) || last === undefined) continue;
      triangles += 1;
      balanced += Number((sign === last) === isPositive);
    }
  }
  return { triangles, balanced };
}

/**
 * @param {Network} network
 * @param {number[]} rows
 * @param {Claims} claims
 */
function describeRows(network, rows, claims) {
  const { source, target } = network.relations[rows[0]];
  return describeStep(network, { source, target, relations: rows }, claims);
}
