/**
 * The frustration index (Harary, 1959) of a small signed network, and what is in tension: every
 * lightest set of edges without which two camps would be in balance. Larger ones are for the engine
 * (graph/analysis/balance), which proves by integer programming.
 */
import { findBlocks, listAround } from "./blocks.js";
import { findLightSides, getWeight } from "./light_sides.js";

const MOST_LEFT_OUT = 20; // edges of a block; of one that needs more nothing is said
const MOST_FOUND = 2_000; // sets of a block, likewise
const MOST_LOOKS = 5_000_000; // at edges, likewise

/**
 * @typedef {object} SignedEdge
 * @property {number} one
 * @property {number} other
 * @property {boolean} isPositive
 * @property {number} [weight] a whole number, 1 unless given
 *
 * @typedef {object} SignedSearch
 * @property {SignedEdge[]} edges
 * @property {number[][]} around by actor its edges
 * @property {Uint8Array} removed 1 for each edge that is left out
 * @property {Uint8Array} fixed 1 for each edge that stays, as sets without it were looked at
 * @property {number} limit what a set weighs at the most
 * @property {number[][]} found
 * @property {number} looks how often an edge was looked at
 *
 * @typedef {object} SignedTree
 * @property {Int8Array} side by actor 1 or -1; 0 where the search has not come yet
 * @property {Int32Array} depth
 * @property {Int32Array} towards the edge by which it came
 */

/**
 * Of each block by itself, as no cycle leaves it: any set of one goes with any of another.
 *
 * @param {number} size how many actors there are
 * @param {SignedEdge[]} edges between two actors each, no two between the same
 * @returns {Generator<void, {edges: number[], sets: number[][]}[]|null>} the edges of each block
 *   that is not in balance, and of each of its lightest sets, by their number; null where that
 *   would take long
 */
export function* findTensions(size, edges) {
  const found = [];
  for (const block of findBlocks(size, edges)) {
    const sets = yield* findLightestSets(block.map((edge) => edges[edge]));
    if (!sets) return null;
    if (!sets[0].length) continue;
    found.push({ edges: block, sets: sets.map((set) => set.map((edge) => block[edge])) });
  }
  return found;
}

/**
 * @param {SignedEdge[]} block
 * @returns {Generator<void, number[][]|null>}
 */
function* findLightestSets(block) {
  const { size, edges } = numberAnew(block);
  const around = listAround(size, edges);
  const isLight = edges.every((edge) => getWeight(edge) === 1);
  const most = yield* findLightSides(edges, around);
  /** @type {SignedSearch} */
  const search = {
    edges,
    around,
    removed: new Uint8Array(edges.length),
    fixed: new Uint8Array(edges.length),
    limit: isLight ? Math.min(most, MOST_LEFT_OUT) : most,
    found: [],
    looks: 0,
  };
  yield* branch(search, 0, 0);
  return search.looks > MOST_LOOKS || !search.found.length ? null : search.found;
}

/**
 * The actors of a block numbered from 0.
 * @param {SignedEdge[]} block
 */
function numberAnew(block) {
  const actors = [...new Set(block.flatMap(({ one, other }) => [one, other]))];
  const placeOf = new Map(actors.map((actor, place) => [actor, place]));
  const edges = block.map((edge) => ({
    ...edge,
    one: placeOf.get(edge.one) ?? 0,
    other: placeOf.get(edge.other) ?? 0,
  }));
  return { size: actors.length, edges };
}

/**
 * Leaves out each edge of an unbalanced cycle in turn: one of them is in every set.
 * @param {SignedSearch} search
 * @param {number} weight of what is left out
 * @param {number} count of it
 * @returns {Generator<void, void>}
 */
function* branch(search, weight, count) {
  yield; // in a large network each takes some milliseconds
  const { edges, removed, fixed } = search;
  const cycle = findUnbalancedCycle(search, removed);
  if (!cycle) note(search, weight);
  if (!cycle) return;
  const least = yield* measureLeast(search, search.limit - weight);
  if (weight + least > search.limit) return;
  if (count === MOST_LEFT_OUT) search.looks = Infinity;
  const tried = [];
  for (const edge of cycle.filter((each) => !fixed[each])) {
    if (search.looks > MOST_LOOKS) break;
    removed[edge] = 1;
    const heavier = weight + getWeight(edges[edge]);
    if (heavier <= search.limit) yield* branch(search, heavier, count + 1);
    removed[edge] = 0;
    fixed[edge] = 1;
    tried.push(edge);
  }
  for (const edge of tried) fixed[edge] = 0;
}

/**
 * @param {SignedSearch} search
 * @param {number} weight
 */
function note(search, weight) {
  if (weight < search.limit) search.found = [];
  search.limit = weight;
  search.found.push([...search.removed.keys()].filter((edge) => search.removed[edge]));
  if (search.found.length > MOST_FOUND) search.looks = Infinity;
}

/**
 * What is to be left out yet weighs so much at least: each unbalanced cycle takes from the weights
 * of its edges what the lightest has left.
 * @param {SignedSearch} search
 * @param {number} enough it need not be known by how much it is more
 * @returns {Generator<void, number>}
 */
function* measureLeast(search, enough) {
  const { edges, fixed } = search;
  const removed = search.removed.slice();
  const rest = edges.map(getWeight);
  for (let sum = 0; ; yield) {
    const cycle = sum <= enough && findUnbalancedCycle(search, removed);
    if (!cycle || search.looks > MOST_LOOKS) return sum;
    const own = cycle.filter((edge) => !fixed[edge]);
    const least = own.reduce((low, edge) => Math.min(low, rest[edge]), Infinity);
    for (const edge of own) {
      rest[edge] -= least;
      if (!rest[edge]) removed[edge] = 1;
    }
    sum += least;
  }
}

/**
 * A short unbalanced cycle, of those that an edge closes with a tree of shortest paths.
 * @param {SignedSearch} search
 * @param {Uint8Array} removed
 * @returns {number[]|null} its edges; null where all is in balance
 */
function findUnbalancedCycle(search, removed) {
  const { edges, around } = search;
  const size = around.length;
  /** @type {SignedTree} */
  const tree = {
    side: new Int8Array(size),
    depth: new Int32Array(size),
    towards: new Int32Array(size).fill(-1),
  };
  let [closing, least] = [-1, Infinity];
  for (let root = 0; root < size; root++) {
    if (tree.side[root]) continue;
    for (const edge of growTree(search, removed, tree, root)) {
      const depth = tree.depth[edges[edge].one] + tree.depth[edges[edge].other];
      if (depth < least) [closing, least] = [edge, depth];
    }
  }
  return closing < 0 ? null : closeCycle(edges, tree, closing);
}

/**
 * Searches from an actor in breadth.
 * @param {SignedSearch} search
 * @param {Uint8Array} removed
 * @param {SignedTree} tree
 * @param {number} root
 * @returns {number[]} the edges that close unbalanced cycles
 */
function growTree(search, removed, tree, root) {
  tree.side[root] = 1;
  const queue = [root];
  const closing = [];
  for (const actor of queue) {
    search.looks += search.around[actor].length;
    for (const edge of search.around[actor]) {
      if (removed[edge]) continue;
      if (isAtOdds(search.edges[edge], edge, actor, tree, queue)) closing.push(edge);
    }
  }
  return closing;
}

/**
 * Follows an edge, and tells whether the actor that it leads to is on the other side than is due.
 * @param {SignedEdge} edge
 * @param {number} number of the edge
 * @param {number} actor from which it is followed
 * @param {SignedTree} tree
 * @param {number[]} queue
 */
function isAtOdds({ one, other, isPositive }, number, actor, tree, queue) {
  const next = one === actor ? other : one;
  const due = isPositive ? tree.side[actor] : -tree.side[actor];
  if (tree.side[next]) return tree.side[next] !== due;
  tree.side[next] = due;
  tree.depth[next] = tree.depth[actor] + 1;
  tree.towards[next] = number;
  queue.push(next);
  return false;
}

/**
 * @param {SignedEdge[]} edges
 * @param {SignedTree} tree
 * @param {number} closing the edge that closes the cycle
 */
function closeCycle(edges, { depth, towards }, closing) {
  const cycle = [closing];
  let { one, other } = edges[closing];
  while (one !== other) {
    if (depth[one] < depth[other]) [one, other] = [other, one];
    const edge = towards[one];
    cycle.push(edge);
    one = edges[edge].one === one ? edges[edge].other : edges[edge].one;
  }
  return cycle;
}
