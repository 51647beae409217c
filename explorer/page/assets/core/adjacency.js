/** Who can be reached from whom, in flat arrays that are built once for a network. */

/** How an entry may be walked when direction counts. */
export const OUTWARD = 1;
export const INWARD = 2;

/**
 * The entries of actor a are those from offsets[a] up to offsets[a + 1], in the order of the
 * relations' rows.
 */

const adjacencies = new WeakMap();

/**
 * @param {Network} network
 * @returns {Adjacency} without ties to oneself; `asserts` is by relation, all else by entry
 */
export function getAdjacency(network) {
  if (!adjacencies.has(network)) adjacencies.set(network, buildAdjacency(network));
  return adjacencies.get(network);
}

/** @param {Network} network */
function buildAdjacency({ actors, relations }) {
  const ties = relations.filter(({ source, target }) => source !== target);
  const offsets = countOffsets(actors.length, ties);
  const next = offsets.slice();
  const adjacency = {
    offsets,
    neighbours: new Int32Array(2 * ties.length),
    relations: new Int32Array(2 * ties.length),
    walks: new Uint8Array(2 * ties.length),
    asserts: Uint8Array.from(relations, ({ disputes }) => (disputes ? 0 : 1)),
  };
  /**
   * @param {number} from
   * @param {number} to
   * @param {number} relation
   * @param {number} walk
   */
  const enter = (from, to, relation, walk) => {
    const entry = next[from]++;
    adjacency.neighbours[entry] = to;
    adjacency.relations[entry] = relation;
    adjacency.walks[entry] = walk;
  };
  for (const { index, source, target, type } of ties) {
    enter(source, target, index, type.mutual ? OUTWARD | INWARD : OUTWARD);
    enter(target, source, index, type.mutual ? OUTWARD | INWARD : INWARD);
  }
  return adjacency;
}

/**
 * @param {number} n
 * @param {any} ties
 */
function countOffsets(n, ties) {
  const offsets = new Int32Array(n + 1);
  for (const { source, target } of ties) {
    offsets[source + 1]++;
    offsets[target + 1]++;
  }
  for (let actor = 0; actor < n; actor++) offsets[actor + 1] += offsets[actor];
  return offsets;
}
