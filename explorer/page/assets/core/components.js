/** The components of a graph, and the strong ones, in which arrows lead from each to all others. */
import { getNeighbours } from "./shown_graph.js";

/** @typedef {(node: number) => ArrayLike<number>} Neighbours */

/**
 * @param {ShownGraph} graph
 * @returns {number[][]} the nodes of each component, in the order of their first; sorted
 */
export function findComponents(graph) {
  const { size } = graph;
  const seen = new Uint8Array(size);
  /** @type {number[][]} */
  const components = [];
  for (let root = 0; root < size; root++) {
    if (seen[root]) continue;
    /** @type {number[]} */
    const nodes = [];
    walk(
      (node) => getNeighbours(graph, node),
      root,
      seen,
      (node) => nodes.push(node),
    );
    components.push(nodes.sort((a, b) => a - b));
  }
  return components;
}

/**
 * How many nodes each strong component has (Kosaraju; Sharir, 1981).
 * @param {number[][]} next by node those to which it leads
 */
export function measureStrongComponents(next) {
  /** @type {number[][]} */
  const back = next.map(() => []);
  next.forEach((others, node) => others.forEach((other) => back[other].push(node)));
  /** @type {number[]} */
  const order = [];
  const seen = new Uint8Array(next.length);
  next.forEach((_, root) =>
    walk(
      (node) => next[node],
      root,
      seen,
      (node) => order.push(node),
    ),
  );
  seen.fill(0);
  const sizes = order.reverse().map((root) => {
    let count = 0;
    walk(
      (node) => back[node],
      root,
      seen,
      () => (count += 1),
    );
    return count;
  });
  return sizes.filter(Boolean);
}

/**
 * Searches all that is not seen yet from a node, in depth.
 * @param {Neighbours} neighbours
 * @param {number} root
 * @param {Uint8Array} seen
 * @param {(node: number) => void} leave called for each node, behind all that it leads to
 */
export function walk(neighbours, root, seen, leave) {
  if (seen[root]) return;
  seen[root] = 1;
  const stack = [{ node: root, others: neighbours(root), at: 0 }];
  while (stack.length) {
    const top = stack[stack.length - 1];
    if (top.at === top.others.length) {
      leave(top.node);
      stack.pop();
      continue;
    }
    const other = top.others[top.at++];
    if (seen[other]) continue;
    seen[other] = 1;
    stack.push({ node: other, others: neighbours(other), at: 0 });
  }
}
