/** What rests on which source. */

/**
 * @typedef {{relations: number, alone: number, actors: number, actorsAlone: number, actorsGone:
 *   number}} Evidence
 *   relations, actors: how many cite the source; alone, actorsAlone: how many of them cite nothing
 *   else;
 *   actorsGone: actors of whom nothing is left if it is wrong
 */

/**
 * Whether all that is cited for an actor or a relation is this one source.
 *
 * @param {{references: import("./document.js").Reference[]}} row
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
 * @param {import("./document.js").Network} network
 * @param {(row: object) => boolean} [isThere] which actors and relations count
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
      rests.get(id).relations += 1;
      if (citesOnly(relation, id)) rests.get(id).alone += 1;
    }
  }
  for (const actor of network.actors.filter(isThere)) {
    const ties = network.ties[actor.index].map((index) => network.relations[index]).filter(isThere);
    for (const id of listCitedIds(actor)) countActor(actor, ties, id, rests.get(id));
  }
  return rests;
}

/**
 * The relations that rest on a source: first those that cite nothing else, then the others, in row
 * order.
 *
 * @param {import("./document.js").Network} network
 * @param {string} sourceId "" for the relations that cite nothing at all
 * @returns {{relation: import("./document.js").Relation, alone: boolean}[]}
 */
export function findCitingRelations(network, sourceId) {
  const cites =
    sourceId === ""
      ? ({ references }) => !references.length
      : (relation) => listCitedIds(relation).has(sourceId);
  const rests = network.relations
    .filter(cites)
    .map((relation) => ({ relation, alone: sourceId === "" || citesOnly(relation, sourceId) }));
  return [...rests.filter(({ alone }) => alone), ...rests.filter(({ alone }) => !alone)];
}

/**
 * The actors that cite a source.
 *
 * @param {import("./document.js").Network} network
 * @param {string} sourceId
 * @returns {import("./document.js").Actor[]} in row order
 */
export function findCitingActors(network, sourceId) {
  return network.actors.filter((actor) => listCitedIds(actor).has(sourceId));
}

/**
 * The actors that cite nothing.
 *
 * @param {import("./document.js").Network} network
 * @returns {import("./document.js").Actor[]} in row order
 */
export function findUnsourcedActors(network) {
  return network.actors.filter(({ references }) => !references.length);
}

/**
 * All sources that some actors and relations cite.
 *
 * @param {{references: import("./document.js").Reference[]}[]} rows
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
 */
function countActor(actor, ties, id, evidence) {
  evidence.actors += 1;
  if (!citesOnly(actor, id)) return;
  evidence.actorsAlone += 1;
  if (ties.every((relation) => citesOnly(relation, id))) evidence.actorsGone += 1;
}

/** Each source that a row cites, once. */
function listCitedIds({ references }) {
  return new Set(
    references.filter(({ source }) => source !== undefined).map(({ source }) => source.id),
  );
}
