/**
 * What rests on which source: what cites it, or a source that reaches us through it. Counted as in
 * the engine's graph/analysis/evidence.py.
 */
import { listChain } from "./voices.js";

/**
 * All that falls with a source: itself, and what reaches us through it.
 *
 * @param {Pick<Network, "sourceById"|"sourceByCitation">} network
 * @param {string} sourceId
 * @returns {Set<string>} as rows cite it: ids, and addresses
 */
export function findFalling(network, sourceId) {
  if (!sourceId) return new Set();
  const chains = indexChains(network);
  return new Set([...chains.keys()].filter((cited) => chains.get(cited)?.has(sourceId)));
}

/**
 * Whether all that is cited for an actor or a relation falls.
 *
 * @param {{references: Reference[]}} row
 * @param {Set<string>} falling as `findFalling` returns it
 * @returns {boolean}
 */
export function restsOnlyOn({ references }, falling) {
  return references.length > 0 && references.every((each) => falling.has(getCited(each)));
}

/**
 * How many relations and actors rest on each source, and how many of them on it alone.
 *
 * @param {Network} network
 * @param {(row: NetworkRow) => boolean} [isThere] which actors and relations count
 * @returns {Map<string, Evidence>} by the source's id
 */
export function countEvidence(network, isThere = acceptRow) {
  const chains = indexChains(network);
  const rests = createCounts(network, chains);
  /** @type {Map<number, Set<string>>} by a relation, the sources on which it rests alone */
  const grounds = new Map();
  for (const relation of network.relations.filter(isThere)) {
    const found = [...countGrounds(chains, relation)];
    const alone = found.filter(([, isAlone]) => isAlone).map(([id]) => id);
    grounds.set(relation.index, new Set(alone));
    for (const [id] of found) getCounts(rests, id).relations += 1;
    for (const id of alone) getCounts(rests, id).alone += 1;
  }
  for (const actor of network.actors.filter(isThere)) {
    const ties = network.ties[actor.index].flatMap((index) => grounds.get(index) ?? []);
    for (const [id, isAlone] of countGrounds(chains, actor)) {
      const isGone = isAlone && ties.every((each) => each.has(id));
      countActor(getCounts(rests, id), isAlone, isGone);
    }
  }
  return rests;
}

/**
 * The relations that rest on a source: first those on it alone, then the others, in row order.
 *
 * @param {Network} network
 * @param {string} sourceId "" for the relations that cite nothing at all
 * @returns {{relation: Relation, alone: boolean}[]}
 */
export function findRestingRelations(network, sourceId) {
  const falling = findFalling(network, sourceId);
  /** @param {Relation} relation */
  const rests = (relation) =>
    sourceId === "" ? !relation.references.length : restsOn(relation, falling);
  const found = network.relations
    .filter(rests)
    .map((relation) => ({ relation, alone: sourceId === "" || restsOnlyOn(relation, falling) }));
  return [...found.filter(({ alone }) => alone), ...found.filter(({ alone }) => !alone)];
}

/**
 * The actors that rest on a source.
 *
 * @param {Network} network
 * @param {string} sourceId
 * @returns {Actor[]} in row order
 */
export function findRestingActors(network, sourceId) {
  const falling = findFalling(network, sourceId);
  return network.actors.filter((actor) => restsOn(actor, falling));
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
  return new Set(
    rows.flatMap(({ references }) =>
      references.flatMap(({ source }) => (source === undefined ? [] : source.id)),
    ),
  );
}

function acceptRow() {
  return true;
}

/**
 * Whether something that is cited for an actor or a relation falls.
 *
 * @param {{references: Reference[]}} row
 * @param {Set<string>} falling
 */
function restsOn({ references }, falling) {
  return references.some((each) => falling.has(getCited(each)));
}

/**
 * By the id and the address of each source its id, and those through which it reaches us.
 *
 * @param {Pick<Network, "sourceById"|"sourceByCitation">} network
 * @returns {Map<string, Set<string>>}
 */
function indexChains({ sourceById, sourceByCitation }) {
  return new Map(
    [...sourceByCitation].map(([cited, source]) => [
      cited,
      new Set(listChain(sourceById, source).map(({ id }) => id)),
    ]),
  );
}

/**
 * Evidence without rows: how many sources reach us through each.
 * @param {Network} network
 * @param {Map<string, Set<string>>} chains
 * @returns {Map<string, Evidence>}
 */
function createCounts({ sources }, chains) {
  const none = { quoted: 0, relations: 0, alone: 0, actors: 0, actorsAlone: 0, actorsGone: 0 };
  const rests = new Map(sources.map(({ id }) => [id, { ...none }]));
  for (const { id } of sources) {
    for (const through of chains.get(id) ?? []) {
      getCounts(rests, through).quoted += Number(through !== id);
    }
  }
  return rests;
}

/**
 * @param {Map<string, Evidence>} rests
 * @param {string} id
 */
function getCounts(rests, id) {
  return /** @type {Evidence} */ (rests.get(id));
}

/**
 * Each source on which a row rests, once, and whether it rests on that alone.
 *
 * @param {Map<string, Set<string>>} chains
 * @param {{references: Reference[]}} row
 * @returns {Map<string, boolean>}
 */
function countGrounds(chains, { references }) {
  const cited = new Set(references.map(getCited));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const each of cited) {
    for (const id of chains.get(each) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return new Map([...counts].map(([id, count]) => [id, count === cited.size]));
}

/**
 * An actor that rests on this source alone is gone with it, unless a relation that is left speaks
 * of the actor.
 * @param {Evidence} evidence
 * @param {boolean} isAlone
 * @param {boolean} isGone
 */
function countActor(evidence, isAlone, isGone) {
  evidence.actors += 1;
  evidence.actorsAlone += Number(isAlone);
  evidence.actorsGone += Number(isGone);
}

/** @param {Reference} reference */
function getCited({ source, text = "" }) {
  return source ? source.id : text;
}
