/** The actors on the shortest paths between two, searched from both ends at once. */
import { OUTWARD, INWARD, getAdjacency } from "./adjacency.js";

/**
 * @typedef {Adjacency & {n: number, mask: Uint8Array|undefined, blocked: Set<number>,
 *   directed: boolean}} Walk what may be walked
 * @typedef {{way: number, distance: Int32Array, depth: number, frontier: number[]}} Search
 */

const EITHER_WAY = OUTWARD | INWARD;
const NOT_SEEN = -1;

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
  const layers = findLayers(makeWalk(network, options), source, target);
  return layers === null ? null : layers.length - 1;
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
  return findLayers({ ...walk, asserts }, source, target) !== null;
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
    if (isOpen(walk, entry, way)) next.push(neighbour);
  }
  return next;
}

/**
 * Whether the filters keep this relation and it can be walked this way.
 * @param {Walk} walk
 * @param {number} entry
 * @param {number} way
 */
export function isOpen({ mask, relations, walks, directed }, entry, way) {
  if (mask !== undefined && !mask[relations[entry]]) return false;
  return (walks[entry] & (directed ? way : EITHER_WAY)) !== 0;
}

/**
 * The actors on shortest paths, by their distance from the source, in the order of the rows; null
 * when there is no path.
 *
 * Two searches grow towards each other, the smaller first, until they meet. They grow by whole
 * layers, so where they first meet is everywhere a shortest path crosses, and from there both are
 * followed home.
 * @param {Walk} walk
 * @param {number} source
 * @param {number} target
 * @returns {number[][]|null}
 */
export function findLayers(walk, source, target) {
  if (walk.blocked.has(source) || walk.blocked.has(target)) return null;
  const near = { way: OUTWARD, ...startSearch(walk.n, source) };
  const far = { way: INWARD, ...startSearch(walk.n, target) };
  let meeting = near.frontier.filter((actor) => far.distance[actor] !== NOT_SEEN);
  while (!meeting.length) {
    const [growing, waiting] =
      near.frontier.length <= far.frontier.length ? [near, far] : [far, near];
    growSearch(walk, growing);
    if (!growing.frontier.length) return null;
    meeting = growing.frontier.filter((actor) => waiting.distance[actor] !== NOT_SEEN);
  }
  const before = traceBack(walk, near, meeting, INWARD).reverse();
  const after = traceBack(walk, far, meeting, OUTWARD);
  return [...before, meeting, ...after].map((layer) => layer.sort((one, other) => one - other));
}

/**
 * @param {number} n
 * @param {number} actor
 */
function startSearch(n, actor) {
  const distance = new Int32Array(n).fill(NOT_SEEN);
  distance[actor] = 0;
  return { distance, depth: 0, frontier: [actor] };
}

/**
 * @param {Walk} walk
 * @param {Search} search
 */
function growSearch(walk, search) {
  const reached = [];
  search.depth += 1;
  for (const actor of search.frontier) {
    for (const neighbour of findNextActors(walk, actor, search.way)) {
      if (search.distance[neighbour] !== NOT_SEEN) continue;
      search.distance[neighbour] = search.depth;
      reached.push(neighbour);
    }
  }
  search.frontier = reached;
}

/**
 * From the meeting actors back to where a search began, one layer a step, nearest the meeting
 * first.
 * @param {Walk} walk
 * @param {Search} search
 * @param {number[]} meeting
 * @param {number} way
 * @returns {number[][]}
 */
function traceBack(walk, search, meeting, way) {
  const layers = [];
  let layer = meeting;
  for (let away = search.distance[meeting[0]] - 1; away >= 0; away--) {
    const closer = layer.flatMap((actor) =>
      findNextActors(walk, actor, way).filter((next) => search.distance[next] === away),
    );
    layer = [...new Set(closer)];
    layers.push(layer);
  }
  return layers;
}
