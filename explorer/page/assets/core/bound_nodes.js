/** Which nodes of a signed graph stand alike, or apart, in every optimum. */

/** @import { SignedEdge } from "./frustration.js" */

/**
 * @typedef {object} Bound
 * @property {number[]} setOf by node the first of its set
 * @property {number[]} sideOf by node 1 where it stands as the first of its set, else -1
 */

/**
 * What is outside of the blocks never turns; in a block, what has the same pattern of sides in all
 * optima is bound.
 *
 * @param {number} size
 * @param {SignedEdge[]} edges
 * @param {{edges: number[], sets: number[][]}[]} blocks those not in balance, with all optima
 * @returns {Bound}
 */
export function joinBound(size, edges, blocks) {
  const sets = createSets(size);
  const inBlocks = new Set(blocks.flatMap((block) => block.edges));
  edges.forEach(({ one, other, isPositive }, number) => {
    if (!inBlocks.has(number)) sets.join(one, other, isPositive ? 1 : -1);
  });
  for (const block of blocks) {
    const [first, ...rest] = block.sets.map((set) => spreadSides(edges, block.edges, new Set(set)));
    /** @type {Map<string, number>} */
    const firstOf = new Map();
    for (const [node, side] of first) {
      const pattern = rest.map((sides) => (sides.get(node) ?? 1) * side).join();
      const bound = firstOf.get(pattern) ?? node;
      firstOf.set(pattern, bound);
      sets.join(bound, node, (first.get(bound) ?? 1) * side);
    }
  }
  return sets;
}

/** @param {number} size */
function createSets(size) {
  const setOf = Array.from({ length: size }, (_, node) => node);
  const sideOf = setOf.map(() => 1);
  const members = setOf.map((node) => [node]);
  return {
    setOf,
    sideOf,
    /** @param {number} one @param {number} other @param {number} alike 1, or -1 */
    join(one, other, alike) {
      const [to, from] = [setOf[one], setOf[other]].sort((a, b) => a - b);
      if (to === from) return;
      const turn = sideOf[one] * sideOf[other] * alike;
      for (const node of members[from]) {
        setOf[node] = to;
        sideOf[node] *= turn;
      }
      members[to].push(...members[from]);
    },
  };
}

/**
 * The side of each node of a block, that of the first is 1.
 * @param {SignedEdge[]} edges
 * @param {number[]} block
 * @param {Set<number>} leftOut the edges that are in tension
 */
function spreadSides(edges, block, leftOut) {
  const sides = new Map([[edges[block[0]].one, 1]]);
  /** @type {Map<number, number[]>} */
  const around = new Map();
  for (const edge of block) {
    if (leftOut.has(edge)) continue;
    for (const node of [edges[edge].one, edges[edge].other]) {
      const own = around.get(node);
      if (own) own.push(edge);
      else around.set(node, [edge]);
    }
  }
  for (const [node, side] of sides) {
    for (const edge of around.get(node) ?? []) {
      const other = edges[edge].one + edges[edge].other - node;
      if (!sides.has(other)) sides.set(other, edges[edge].isPositive ? side : -side);
    }
  }
  return sides;
}
