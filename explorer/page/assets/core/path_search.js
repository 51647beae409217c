/** What may be walked, and how many steps there are between two actors. */
import { OUTWARD, INWARD, getAdjacency } from "./adjacency.js";
import { findCheapestWays } from "./path_cheapest.js";

/**
 * @typedef {Adjacency & {n: number, mask: Uint8Array|undefined, blocked: Set<number>,
 *   directed: boolean, opens?: (entry: number, actor: number, way: number) => boolean}} Walk what
 *   may be walked
 */

const EITHER_WAY = OUTWARD | INWARD;

/**
 * How many steps the shortest paths have, and nothing of the paths.
 *
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {{mask?: Uint8Array, directed?: boolean}} options
 * @returns {number|null} null where there is none
 */
export function findPathLength(network, source, target, options) {
  return measureLength(makeWalk(network, options), source, target);
}

/**
 * Whether two actors that no path links are linked where disputed relations count.
 *
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 */
export function areLinkedByDisputed(network, source, target) {
  const walk = makeWalk(network, {});
  const asserts = new Uint8Array(walk.asserts.length).fill(1);
  return measureLength({ ...walk, asserts }, source, target) !== null;
}

/**
 * @param {Walk} walk
 * @param {number} source
 * @param {number} target
 */
function measureLength(walk, source, target) {
  if (walk.blocked.has(source) || walk.blocked.has(target)) return null;
  /** @param {number} actor @param {number} way */
  const next = (actor, way) => findNextActors(walk, actor, way);
  const whole = { prefix: [source], barred: new Set() };
  const found = findCheapestWays(whole, target, { next, costs: null });
  return found && found.layers.length - 1;
}

/**
 * @param {Network} network
 * @param {{mask?: Uint8Array, blocked?: Set<number>, directed?: boolean}} options
 * @returns {Walk}
 */
export function makeWalk(network, { mask, blocked = new Set(), directed = false }) {
  return { ...getAdjacency(network), n: network.actors.length, mask, blocked, directed };
}

/**
 * The actors one step away; one with parallel relations comes several times.
 * @param {Walk} walk
 * @param {number} actor
 * @param {number} way
 * @returns {number[]}
 */
export function findNextActors(walk, actor, way) {
  const next = [];
  for (let entry = walk.offsets[actor]; entry < walk.offsets[actor + 1]; entry++) {
    const neighbour = walk.neighbours[entry];
    if (!walk.asserts[walk.relations[entry]] || walk.blocked.has(neighbour)) continue;
    if (isOpen(walk, entry, actor, way)) next.push(neighbour);
  }
  return next;
}

/**
 * Whether the filters keep this relation and it can be walked this way.
 * @param {Walk} walk
 * @param {number} entry
 * @param {number} actor whose entry it is
 * @param {number} way
 */
export function isOpen({ mask, relations, walks, directed, opens }, entry, actor, way) {
  if (mask !== undefined && !mask[relations[entry]]) return false;
  if (opens && !opens(entry, actor, way)) return false;
  return (walks[entry] & (directed ? way : EITHER_WAY)) !== 0;
}
