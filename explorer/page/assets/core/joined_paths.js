/**
 * A network of shortest paths that connects several actors, and its bound (Kou, Markowsky and
 * Berman, 1981): the same as in `graph/analysis/connection/joined_paths.py`.
 */

/** @typedef {{pair: [number, number], length: number}} Length how far two actors are */

/**
 * The pairs of a minimum spanning tree (Kruskal, 1956).
 * @param {Length[]} lengths of all pairs, in order
 * @param {number[]} ends
 * @returns {Length[]}
 */
export function listJoiningPairs(lengths, ends) {
  const part = new Map(ends.map((end) => [end, end]));
  const sorted = [...lengths].sort((one, other) => one.length - other.length);
  return sorted.filter(({ pair }) => {
    const [one, other] = pair.map((end) => part.get(end));
    if (one === other) return false;
    for (const [end, group] of part) if (group === other) part.set(end, /** @type {any} */ (one));
    return true;
  });
}

/**
 * How many steps any network has that connects some actors, at least.
 * @param {Length[]} lengths
 * @param {number} ends how many
 * @param {Length[]} joining those of a minimum spanning tree
 */
export function countLeastSteps(lengths, ends, joining) {
  const spanned = joining.reduce((sum, { length }) => sum + length, 0);
  const shared = Math.ceil((spanned * ends) / (2 * (ends - 1)));
  return Math.max(shared, ends - 1, ...lengths.map(({ length }) => length));
}

/**
 * The steps of a tree that some paths make.
 * @param {number[][]} paths
 * @param {number[]} ends
 * @returns {[number, number][]} the lower number first
 */
export function joinPaths(paths, ends) {
  /** @type {Map<number, Set<number>>} */
  const neighbours = new Map();
  /**
   * @param {number} here
   * @param {number} there
   */
  const link = (here, there) => {
    neighbours.set(here, (neighbours.get(here) ?? new Set()).add(there));
  };
  for (const path of paths) {
    path.slice(1).forEach((there, step) => {
      link(path[step], there);
      link(there, path[step]);
    });
  }
  const tree = span(neighbours, ends[0]);
  dropLooseEnds(tree, ends);
  return [...tree].flatMap(([node, others]) =>
    [...others].filter((other) => node < other).map((other) => [node, other]),
  );
}

/**
 * @param {Map<number, Set<number>>} neighbours
 * @param {number} root
 */
function span(neighbours, root) {
  /** @type {Map<number, Set<number>>} */
  const tree = new Map([[root, new Set()]]);
  const waiting = [root];
  for (const node of waiting) {
    for (const other of [...(neighbours.get(node) ?? [])].sort((one, two) => one - two)) {
      if (tree.has(other)) continue;
      tree.set(other, new Set([node]));
      tree.get(node)?.add(other);
      waiting.push(other);
    }
  }
  return tree;
}

/**
 * @param {Map<number, Set<number>>} tree
 * @param {number[]} ends
 */
function dropLooseEnds(tree, ends) {
  const loose = [...tree.keys()].filter((node) => !ends.includes(node));
  for (const node of loose) {
    const others = tree.get(node);
    if (others?.size !== 1) continue;
    const [other] = others;
    tree.delete(node);
    tree.get(other)?.delete(node);
    if (!ends.includes(other)) loose.push(other);
  }
}
