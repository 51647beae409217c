/** Actors that have relations, none of which is there just now. */

/** What becomes of them; the first is what the page opens with. */
export const WITHOUT_RELATIONS = ["gone", "faded"];

/**
 * @param {Network} network
 * @param {{relations: Uint8Array, actors: Uint8Array}} there 1 for each that is there; a relation
 *   needs both its actors
 * @param {Map<number, Inside>} [insides] of the marks that stand for several actors
 * @returns {Uint8Array} 1 for each that is left alone
 */
export function maskLoneActors({ ties, relations }, there, insides = new Map()) {
  /** @param {number} i */
  const isThere = (i) =>
    there.relations[i] && there.actors[relations[i].source] && there.actors[relations[i].target];
  return Uint8Array.from(ties, (own, i) =>
    own.length && !own.some(isThere) && !insides.has(i) ? 1 : 0,
  );
}

/**
 * Leaves those out that have no relation left after the filters, but for whoever is chosen or asked
 * about.
 * @param {Folds} folds
 * @param {Selected} kept as it may be drawn
 * @param {Uint8Array} drawn 1 for each actor that may be drawn
 * @param {State} state
 * @returns {Uint8Array} 1 for each actor that is drawn
 */
export function leaveOutLoneActors(
  { network, insides },
  kept,
  drawn,
  { actor, path, withoutRelations },
) {
  if (withoutRelations !== WITHOUT_RELATIONS[0]) return drawn;
  const alone = maskLoneActors(network, { relations: kept.mask, actors: kept.actors }, insides);
  for (const id of [actor, ...(path ?? [])]) {
    const chosen = network.actorById.get(id);
    if (chosen) alone[chosen.index] = 0;
  }
  return drawn.map((one, i) => (alone[i] ? 0 : one));
}
