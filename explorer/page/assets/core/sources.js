/** What rests on which source. */

/**
 * Whether all that is cited for an actor or a relation is this one source.
 *
 * @param {{references: import("./document.js").Reference[]}} row
 * @param {string} sourceId
 * @returns {boolean}
 */
export function restsOnlyOn({ references }, sourceId) {
  return references.length > 0 && references.every(({ source }) => source !== undefined && source.id === sourceId);
}

/**
 * How many relations and actors cite each source, and how many relations cite nothing else.
 *
 * @param {import("./document.js").Network} network
 * @returns {Map<string, {relations: number, alone: number, actors: number}>} by the source's id
 */
export function whatRests(network) {
  const rests = new Map(network.sources.map(({ id }) => [id, { relations: 0, alone: 0, actors: 0 }]));
  for (const relation of network.relations) {
    for (const id of citedIds(relation)) {
      rests.get(id).relations += 1;
      if (restsOnlyOn(relation, id)) rests.get(id).alone += 1;
    }
  }
  for (const actor of network.actors) for (const id of citedIds(actor)) rests.get(id).actors += 1;
  return rests;
}

/** Each source that a row cites, once. */
function citedIds({ references }) {
  return new Set(references.filter(({ source }) => source !== undefined).map(({ source }) => source.id));
}
