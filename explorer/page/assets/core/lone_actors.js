/** Actors that have relations, none of which is there just now. */

/** What becomes of them; the first is what the page opens with. */
export const WITHOUT_RELATIONS = ["gone", "faded"];

/**
 * @param {Network} network
 * @param {{relations: Uint8Array, actors: Uint8Array}} there 1 for each that is there; a relation
 *   needs both its actors
 * @returns {Uint8Array} 1 for each that is left alone
 */
export function maskLoneActors({ ties, relations }, there) {
  /** @param {number} i */
  const isThere = (i) =>
    there.relations[i] && there.actors[relations[i].source] && there.actors[relations[i].target];
  return Uint8Array.from(ties, (own) => (own.length && !own.some(isThere) ? 1 : 0));
}

/**
 * Leaves those out that have no relation left after the filters, but for whoever is chosen or asked
 * about.
 * @param {Network} network
 * @param {Selected} kept
 * @param {Uint8Array} drawn 1 for each actor that may be drawn
 * @param {State} state
 * @returns {Uint8Array} 1 for each actor that is drawn
 */
export function leaveOutLoneActors(network, kept, drawn, { actor, path, withoutRelations }) {
  if (withoutRelations !== WITHOUT_RELATIONS[0]) return drawn;
  const alone = maskLoneActors(network, { relations: kept.mask, actors: kept.actors });
  for (const id of [actor, ...(path ?? [])]) {
    const chosen = network.actorById.get(id);
    if (chosen) alone[chosen.index] = 0;
  }
  return drawn.map((one, i) => (alone[i] ? 0 : one));
}
