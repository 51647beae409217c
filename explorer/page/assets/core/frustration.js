/**
 * The frustration index (Harary, 1959) of a small signed network, and what is in tension: every
 * smallest set of edges without which two camps would be in balance. Larger ones are for the engine
 * (graph/analysis/balance), which proves by integer programming.
 */

const MOST_LEFT_OUT = 20; // edges; of a network that needs more nothing is said
const MOST_LOOKS = 5_000_000; // at edges, likewise

/**
 * @typedef {object} SignedEdge
 * @property {number} one
 * @property {number} other
 * @property {boolean} isPositive
 *
 * @typedef {object} SignedSearch
 * @property {SignedEdge[]} edges
 * @property {number[][]} around by actor its edges
 * @property {Uint8Array} removed 1 for each edge that is left out
 * @property {Uint8Array} fixed 1 for each edge that stays, as sets without it were looked at
 * @property {number[][]} found
 * @property {number} looks how often an edge was looked at
 *
 * @typedef {object} SignedTree
 * @property {Int8Array} side by actor 1 or -1; 0 where the search has not come yet
 * @property {Int32Array} depth
 * @property {Int32Array} towards the edge by which it came
 */

/**
 * @param {number} size how many actors there are
 * @param {SignedEdge[]} edges between two actors each, no two between the same
 * @returns {Generator<void, number[][]|null>} the edges of each smallest set, by their number; null
 *   where that would take long
 */
export function* findSmallestSets(size, edges) {
  /** @type {number[][]} */
  const around = Array.from({ length: size }, () => []);
  edges.forEach(({ one, other }, number) => {
    around[one].push(number);
    around[other].push(number);
  });
  const [removed, fixed] = [new Uint8Array(edges.length), new Uint8Array(edges.length)];
  /** @type {SignedSearch} */
  const search = { edges, around, removed, fixed, found: [], looks: 0 };
  for (let most = countApart(search, MOST_LEFT_OUT); most <= MOST_LEFT_OUT; most++) {
    yield* branch(search, most);
    if (search.looks > MOST_LOOKS) return null;
    if (search.found.length) return search.found;
  }
  return null;
}

/**
 * Leaves out each edge of an unbalanced cycle in turn: one of them is in every set.
 * @param {SignedSearch} search
 * @param {number} left how many more may be left out
 * @returns {Generator<void, void>}
 */
function* branch(search, left) {
  yield; // in a large network each takes some milliseconds
  const { removed, fixed } = search;
  const cycle = findUnbalancedCycle(search, removed);
  if (!cycle) search.found.push([...removed.keys()].filter((edge) => removed[edge]));
  if (!cycle || countApart(search, left) > left) return;
  const tried = [];
  for (const edge of cycle.filter((each) => !fixed[each])) {
    if (search.looks > MOST_LOOKS) break;
    removed[edge] = 1;
    yield* branch(search, left - 1);
    removed[edge] = 0;
    fixed[edge] = 1;
    tried.push(edge);
  }
  for (const edge of tried) fixed[edge] = 0;
}

/**
 * How many unbalanced cycles there are that share no edge: so many are to be left out at least.
 * @param {SignedSearch} search
 * @param {number} enough no more need be counted than one more
 */
function countApart(search, enough) {
  const removed = search.removed.slice();
  for (let count = 0; ; count++) {
    const cycle = count <= enough && findUnbalancedCycle(search, removed);
    if (!cycle) return count;
    for (const edge of cycle) removed[edge] = 1;
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
