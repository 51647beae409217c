/** How far edges join actors of the same kind, and whether they never do. */

/**
 * Assortativity by kind (Newman, 2003), as networkx computes it from a mixing matrix.
 *
 * @param {[one: string, other: string][]} edges the kinds at the two ends of each edge
 * @returns {number|null} null where all are of one kind, or there is none
 */
export function measureAssortativity(edges) {
  const kinds = [...new Set(edges.flat())];
  if (kinds.length < 2) return null;
  const shares = new Map(kinds.map((kind) => [kind, 0]));
  let alike = 0;
  for (const [one, other] of edges) {
    shares.set(one, (shares.get(one) ?? 0) + 1);
    shares.set(other, (shares.get(other) ?? 0) + 1);
    alike += Number(one === other);
  }
  const ends = 2 * edges.length;
  const chance = [...shares.values()].reduce((sum, count) => sum + (count / ends) ** 2, 0);
  return (alike / edges.length - chance) / (1 - chance);
}

/**
 * The figures of a network whose edges all join two kinds, as in the engine's
 * graph/analysis/two_mode.py.
 *
 * @param {string[]} kindOf by node
 * @param {[one: number, other: number][]} edges
 * @returns {Figure[]} none of any other network
 */
export function listTwoModeFigures(kindOf, edges) {
  const used = new Set(edges.flat().map((node) => kindOf[node]));
  if (used.size !== 2 || edges.some(([one, other]) => kindOf[one] === kindOf[other])) return [];
  const kinds = [...new Set(kindOf)].filter((kind) => used.has(kind));
  const counts = kinds.map((kind) => kindOf.filter((each) => each === kind).length);
  const density = edges.length / (counts[0] * counts[1]);
  return [
    { name: "two_mode.density", label: "two-mode density", value: density, isShare: true },
    ...kinds.flatMap((kind, i) =>
      listProjected(kind, counts[i], countProjected(kindOf, edges, kind)),
    ),
  ];
}

/**
 * @param {string} kind
 * @param {number} count of actors
 * @param {number} edgeCount
 * @returns {Figure[]}
 */
function listProjected(kind, count, edgeCount) {
  const name = `two_mode.one_mode_projections.${kind}`;
  const density = count > 1 ? (2 * edgeCount) / (count * (count - 1)) : null;
  return [
    { name: `${name}.actor_count`, label: `${kind}: actors`, value: count },
    { name: `${name}.edge_count`, label: `${kind}: edges`, value: edgeCount },
    { name: `${name}.density`, label: `${kind}: density`, value: density, isShare: true },
  ];
}

/**
 * How many pairs of a kind share a neighbour.
 * @param {string[]} kindOf
 * @param {[one: number, other: number][]} edges
 * @param {string} kind
 */
function countProjected(kindOf, edges, kind) {
  /** @type {Map<number, number[]>} */
  const members = new Map();
  for (const [one, other] of edges) {
    const [member, shared] = kindOf[one] === kind ? [one, other] : [other, one];
    members.set(shared, [...(members.get(shared) ?? []), member]);
  }
  const pairs = new Set();
  for (const own of members.values()) {
    const later = (/** @type {number} */ one) => own.filter((other) => other > one);
    for (const one of own) later(one).forEach((other) => pairs.add(one * kindOf.length + other));
  }
  return pairs.size;
}
