/** What rests on which source. */

/**
 * Whether all that is cited for an actor or a relation is this one source.
 *
 * @param {{references: Reference[]}} row
 * @param {string} sourceId
 * @returns {boolean}
 */
export function citesOnly({ references }, sourceId) {
  return (
    references.length > 0 &&
    references.every(({ source }) => source !== undefined && source.id === sourceId)
  );
}

/**
 * How many relations and actors cite each source, and how many of them cite nothing else.
 *
 * @param {Network} network
 * @param {(row: NetworkRow) => boolean} [isThere] which actors and relations count
 * @returns {Map<string, Evidence>} by the source's id
 */
export function countEvidence(network, isThere = acceptRow) {
  const rests = new Map(
    network.sources.map(({ id }) => [
      id,
      { relations: 0, alone: 0, actors: 0, actorsAlone: 0, actorsGone: 0 },
    ]),
  );
  for (const relation of network.relations.filter(isThere)) {
    for (const id of listCitedIds(relation)) {
      const evidence = rests.get(id);
      if (!evidence) continue;
      evidence.relations += 1;
      if (citesOnly(relation, id)) evidence.alone += 1;
    }
  }
  for (const actor of network.actors.filter(isThere)) {
    const ties = network.ties[actor.index].map((index) => network.relations[index]).filter(isThere);
    for (const id of listCitedIds(actor)) {
      const evidence = rests.get(id);
      if (evidence) countActor(actor, ties, id, evidence);
    }
  }
  return rests;
}

/**
 * The relations that rest on a source: first those that cite nothing else, then the others, in row
 * order.
 *
 * @param {Network} network
 * @param {string} sourceId "" for the relations that cite nothing at all
 * @returns {{relation: Relation, alone: boolean}[]}
 */
export function findCitingRelations(network, sourceId) {
  /** @param {Relation} relation */
  const cites = (relation) =>
    sourceId === "" ? !relation.references.length : listCitedIds(relation).has(sourceId);
  const rests = network.relations
    .filter(cites)
    .map((relation) => ({ relation, alone: sourceId === "" || citesOnly(relation, sourceId) }));
  return [...rests.filter(({ alone }) => alone), ...rests.filter(({ alone }) => !alone)];
}

/**
 * The actors that cite a source.
 *
 * @param {Network} network
 * @param {string} sourceId
 * @returns {Actor[]} in row order
 */
export function findCitingActors(network, sourceId) {
  return network.actors.filter((actor) => listCitedIds(actor).has(sourceId));
}

/**
 * The actors that cite nothing.
 *
 * @param {Network} network
 * @returns {Actor[]} in row order
 */
export function findUnsourcedActors(network) {
  return network.actors.filter(({ references }) => !references.length);
}

/**
 * All sources that some actors and relations cite.
 *
 * @param {{references: Reference[]}[]} rows
 * @returns {Set<string>} ids
 */
export function findCitedSources(rows) {
  return new Set(rows.flatMap((row) => [...listCitedIds(row)]));
}

function acceptRow() {
  return true;
}

/**
 * An actor told of by this source alone is gone with it, unless a relation that is left speaks of
 * the actor.
 * @param {Actor} actor
 * @param {Relation[]} ties
 * @param {string} id
 * @param {Evidence} evidence
 */
function countActor(actor, ties, id, evidence) {
  evidence.actors += 1;
  if (!citesOnly(actor, id)) return;
  evidence.actorsAlone += 1;
  if (ties.every((relation) => citesOnly(relation, id))) evidence.actorsGone += 1;
}

/**
 * Each source that a row cites, once.
 * @param {{references: Reference[]}} row
 */
function listCitedIds({ references }) {
  return new Set(references.flatMap(({ source }) => (source === undefined ? [] : source.id)));
}
