/**
 * Who belongs together: as Python found it in the whole network, or, under filters, as the same
 * method finds it in what they select.
 */
import { getNeighbours } from "./shown_graph.js";
import { describeAgreement } from "./community_agreement.js";
import { findPartition } from "./leiden.js";

/**
 * How many communities, the largest first, have a colour of their own; there are no more that can
 * be told apart.
 */
export const COLOURED = 8;

const SEED = 1; // that of the engine
const FOREMOST = 3; // members by which a community is named

/**
 * Finds the communities of what is shown, as the engine's graph/analysis/communities.py does.
 *
 * @param {ShownGraph} graph of all relations but negative ones
 * @param {Int32Array} rows the row of each actor of the graph
 * @param {Actor[]} actors all of them
 * @returns {Generator<void, Communities>}
 */
export function* findCommunities(graph, rows, actors) {
  const { size, offsets } = graph;
  const connected = [...rows.keys()].filter((node) => offsets[node] < offsets[node + 1]);
  const placeOf = new Int32Array(size);
  connected.forEach((node, place) => {
    placeOf[node] = place;
  });
  const lists = connected.map((node) => getNeighbours(graph, node).map((other) => placeOf[other]));
  const tries = yield* findPartition(lists, SEED);
  const [{ membership, modularity }] = tries;
  const groups = sortGroups(membership);
  const internal = lists.map(
    (list, place) => list.filter((other) => membership[other] === membership[place]).length,
  );
  /** @type {(number|null)[]} */
  const numberOf = actors.map(() => null);
  const foremost = groups.map((places, index) => {
    for (const place of places) numberOf[rows[connected[place]]] = index + 1;
    const ordered = [...places].sort((a, b) => internal[b] - internal[a] || a - b);
    return ordered.slice(0, FOREMOST).map((place) => rows[connected[place]]);
  });
  const agreement = describeAgreement(tries, (place) => actors[rows[connected[place]]].name);
  return {
    ...buildCommunities(numberOf, foremost, modularity, agreement),
    alone: size - connected.length,
  };
}

/**
 * The members of each community, the largest one first, equal ones by their first members.
 * @param {number[]} membership communities numbered by their first members
 * @returns {number[][]}
 */
function sortGroups(membership) {
  /** @type {number[][]} */
  const groups = [];
  membership.forEach((community, place) => {
    groups[community] ??= [];
    groups[community].push(place);
  });
  return groups.sort((one, other) => other.length - one.length || one[0] - other[0]);
}

/**
 * @param {(number|null)[]} numberOf each actor's community, null for whoever is in none
 * @param {number[][]} foremost of each community
 * @param {number} modularity
 * @param {string} agreement how far the tries agree, in sentences
 * @returns {Communities}
 */
export function buildCommunities(numberOf, foremost, modularity, agreement) {
  /** @type {Community[]} */
  const list = foremost.map((first, place) => ({ number: place + 1, actors: [], foremost: first }));
  numberOf.forEach((number, actor) => {
    if (number !== null) list[number - 1].actors.push(actor);
  });
  const alone = numberOf.filter((number) => number === null).length;
  return { numberOf, list, alone, modularity, agreement };
}

/**
 * The actors of one community.
 *
 * @param {Network} network
 * @param {number} number from 1
 * @returns {number[]|null} null where the filters leave no such community
 */
export function listMembers({ communities }, number) {
  return communities.list[number - 1]?.actors ?? null;
}

/**
 * The place of a community's colour: its own, or the one that all the smaller ones and whoever is
 * in none share.
 * @param {number|null} number
 */
export function findColourNumber(number) {
  return number === null || number > COLOURED ? COLOURED : number - 1;
}

/**
 * How good the division is, in a sentence.
 *
 * @param {Communities} communities
 * @returns {string}
 */
export function describeModularity({ modularity }) {
  return `Modularity ${modularity.toFixed(3)}: 0 is no better than chance, 1 the most.`;
}
