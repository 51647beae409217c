/**
 * The blocks of a graph (Hopcroft & Tarjan, 1973): any two edges of a block share a cycle, and no
 * cycle leaves its block.
 *
 * @param {number} size how many nodes there are
 * @param {{one: number, other: number}[]} edges no two between the same nodes
 * @returns {number[][]} the edges of each block of three or more, by their number
 */
export function findBlocks(size, edges) {
  /** @type {BlockSearch} */
  const search = {
    edges,
    around: listAround(size, edges),
    entered: new Int32Array(size),
    lowest: new Int32Array(size),
    next: new Int32Array(size),
    time: 0,
    open: [],
    blocks: [],
  };
  for (let root = 0; root < size; root++) if (!search.entered[root]) searchFrom(search, root);
  return search.blocks.filter((block) => block.length > 2);
}

/**
 * What a search in depth knows: when it came to each node (from 1), the earliest that this leads
 * back to, which edge is next; and the edges that are in no block yet.
 * @typedef {object} BlockSearch
 * @property {{one: number, other: number}[]} edges
 * @property {number[][]} around
 * @property {Int32Array} entered
 * @property {Int32Array} lowest
 * @property {Int32Array} next
 * @property {number} time
 * @property {number[]} open
 * @property {number[][]} blocks
 */

/**
 * @param {BlockSearch} search
 * @param {number} root
 */
function searchFrom(search, root) {
  const { edges, around, entered, lowest, next, open } = search;
  entered[root] = lowest[root] = ++search.time;
  const path = [{ node: root, by: -1 }];
  while (path.length) {
    const { node, by } = path[path.length - 1];
    const edge = around[node][next[node]++];
    if (edge === undefined) {
      path.pop();
      if (path.length) leave(search, path[path.length - 1].node, node, by);
      continue;
    }
    const other = edges[edge].one + edges[edge].other - node;
    if (edge === by || entered[other] > entered[node]) continue;
    open.push(edge);
    if (entered[other]) {
      lowest[node] = Math.min(lowest[node], entered[other]);
      continue;
    }
    entered[other] = lowest[other] = ++search.time;
    path.push({ node: other, by: edge });
  }
}

/**
 * @param {BlockSearch} search
 * @param {number} parent
 * @param {number} node that has no more edges
 * @param {number} by the edge between the two
 */
function leave({ entered, lowest, open, blocks }, parent, node, by) {
  lowest[parent] = Math.min(lowest[parent], lowest[node]);
  if (lowest[node] >= entered[parent]) blocks.push(open.splice(open.lastIndexOf(by)));
}

/**
 * The edges of each node, by their number.
 * @param {number} size
 * @param {{one: number, other: number}[]} edges
 */
export function listAround(size, edges) {
  /** @type {number[][]} */
  const around = Array.from({ length: size }, () => []);
  edges.forEach(({ one, other }, number) => {
    around[one].push(number);
    around[other].push(number);
  });
  return around;
}
