/**
 * Who belongs together, as Python found it in the network exported; the reader's filters do not
 * change it.
 */

/**
 * How many communities, the largest first, have a colour of their own; there are no more that can
 * be told apart.
 */
export const COLOURED = 8;

/**
 * @param {(number|null)[]} numberOf each actor's community, null for whoever is in none
 * @param {number[][]} foremost of each community
 * @param {number} modularity
 * @returns {Communities}
 */
export function buildCommunities(numberOf, foremost, modularity) {
  /** @type {Community[]} */
  const list = foremost.map((first, place) => ({ number: place + 1, actors: [], foremost: first }));
  numberOf.forEach((number, actor) => {
    if (number !== null) list[number - 1].actors.push(actor);
  });
  return { numberOf, list, alone: numberOf.filter((number) => number === null).length, modularity };
}

/**
 * The actors of one community.
 *
 * @param {Network} network
 * @param {number} number from 1
 * @returns {number[]}
 */
export function listMembers({ communities }, number) {
  return communities.list[number - 1].actors;
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
