/**
 * Scores as whoever scripts the page reads them, by the ids of the actors.
 *
 * @param {Network} network
 * @param {Uint8Array} shown 1 for each actor to list
 * @param {Scores} scores
 */
export function toScoreIds({ actors }, shown, { measures, communities }) {
  const listed = actors.filter(({ index }) => shown[index]);
  /** @param {number} index */
  const idOf = (index) => actors[index].id;
  return {
    actors: listed.map(({ id }) => id),
    scores: Object.fromEntries(
      measures.map(({ id, scores }) => [id, listed.map(({ index }) => scores[index] ?? null)]),
    ),
    notes: Object.fromEntries(
      measures.flatMap(({ id, notes = [] }) => (notes.length ? [[id, notes]] : [])),
    ),
    communities: communities.list.map((community) => ({
      members: community.actors.map(idOf),
      foremost: community.foremost.map(idOf),
    })),
    modularity: communities.modularity,
    agreement: communities.agreement,
    alone: communities.alone,
  };
}
