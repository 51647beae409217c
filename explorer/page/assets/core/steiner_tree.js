/**
 * The cheapest tree that connects some nodes of a small graph (Dreyfus and Wagner, 1971): the same
 * as in `graph/analysis/connection/steiner_tree.py`.
 */
import { makeHeap } from "./heap.js";

/** @typedef {Map<number, Map<number, number>>} Costs what the edge to each neighbour costs */

/**
 * About how many sums the search for a tree compares.
 * @param {number} nodes
 * @param {number} edges
 * @param {number} ends
 */
export function countWork(nodes, edges, ends) {
  return 3 ** (ends - 1) * nodes + 2 ** (ends - 1) * edges;
}

/**
 * @param {Costs} costs
 * @param {number[]} ends the nodes to connect, each once
 * @returns {[number, number][]} the edges, the lower number first
 */
export function findCheapestTree(costs, ends) {
  const others = ends.slice(1);
  /** @type {Map<number, number>[]} */
  const tables = [new Map()];
  for (let mask = 1; mask < 1 << others.length; mask++) {
    const isOne = (mask & (mask - 1)) === 0;
    const start = isOne ? new Map([[others[31 - Math.clz32(mask)], 0]]) : joinParts(tables, mask);
    tables.push(spread(costs, start));
  }
  return trace(costs, tables, tables.length - 1, ends[0]);
}

/**
 * Each way to part a set of ends in two, the part with the first end first.
 * @param {number} mask
 */
function listHalves(mask) {
  const halves = [];
  for (let part = (mask - 1) & mask; part; part = (part - 1) & mask) {
    if (part & mask & -mask) halves.push([part, mask ^ part]);
  }
  return halves;
}

/**
 * @param {Map<number, number>[]} tables
 * @param {number} mask
 */
function joinParts(tables, mask) {
  const joined = new Map();
  for (const [one, other] of listHalves(mask)) {
    for (const [node, cost] of tables[one]) {
      const total = cost + (tables[other].get(node) ?? Infinity);
      if (total < (joined.get(node) ?? Infinity)) joined.set(node, total);
    }
  }
  return joined;
}

/**
 * What each node costs, given what some do (Dijkstra, 1959).
 * @param {Costs} costs
 * @param {Map<number, number>} start
 */
function spread(costs, start) {
  const table = new Map(start);
  /** @type {Map<number, number[]>} many cost the same: each cost waits once */
  const nodesAt = new Map();
  const queue = makeHeap((/** @type {number} */ one, other) => one - other);
  /**
   * @param {number} node
   * @param {number} cost
   */
  const push = (node, cost) => {
    const nodes = nodesAt.get(cost);
    if (nodes) nodes.push(node);
    else {
      nodesAt.set(cost, [node]);
      queue.push(cost);
    }
  };
  /**
   * @param {number} node
   * @param {number} cost
   */
  const leave = (node, cost) => {
    for (const [neighbour, step] of costs.get(node) ?? []) {
      if (cost + step >= (table.get(neighbour) ?? Infinity)) continue;
      table.set(neighbour, cost + step);
      push(neighbour, cost + step);
    }
  };
  for (const [node, cost] of start) push(node, cost);
  while (queue.size()) {
    const cost = queue.pop();
    const nodes = (nodesAt.get(cost) ?? []).filter((node) => table.get(node) === cost);
    nodesAt.delete(cost);
    for (const node of nodes) leave(node, cost);
  }
  return table;
}

/**
 * @param {Costs} costs
 * @param {Map<number, number>[]} tables
 * @param {number} mask
 * @param {number} root
 */
function trace(costs, tables, mask, root) {
  /** @type {[number, number][]} */
  const edges = [];
  const waiting = [[mask, root]];
  for (const [set, node] of waiting) {
    const table = tables[set];
    const cost = table.get(node) ?? 0;
    /** @param {number} half */
    const measure = (half) => tables[half].get(node) ?? Infinity;
    const halves = listHalves(set).find(([one, other]) => measure(one) + measure(other) === cost);
    if (halves) waiting.push(...halves.map((half) => [half, node]));
    else if (cost) {
      const near = [...(costs.get(node) ?? [])]
        .filter(([each, step]) => (table.get(each) ?? Infinity) + step === cost)
        .map(([each]) => each);
      const before = Math.min(...near);
      edges.push([Math.min(node, before), Math.max(node, before)]);
      waiting.push([set, before]);
    }
  }
  return edges;
}
