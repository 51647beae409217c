/**
 * A large network as its communities, one bubble each, as far as the filters keep their members.
 */
import { formatWhole } from "./counts.js";

const MOST_LINKS = 80; // lines between bubbles; more would be a thicket
const LEAST_MEMBERS = 2; // members that are left of a community

/**
 * @param {Network} network
 * @param {{mask: Uint8Array, actors: Uint8Array}} kept 1 for each relation, and each actor, that
 *   the filters keep
 * @param {number} most how many bubbles there is room for
 * @returns {Bubbles} the largest bubbles first, of equal ones the community of the lower number
 */
export function buildBubbles(network, { mask, actors }, most) {
  const whole = network.communities.list
    .map((community) => buildBubble(community, actors))
    .filter((bubble) => bubble.actors >= LEAST_MEMBERS);
  const bubbles = [...whole]
    .sort((a, b) => b.actors - a.actors || a.number - b.number)
    .slice(0, most);
  const links = countLinks(network, mask, bubbles);
  return {
    bubbles,
    links: links.slice(0, MOST_LINKS),
    communities: whole.length,
    unlinked: Math.max(0, links.length - MOST_LINKS),
  };
}

/**
 * @param {Community} community
 * @param {Uint8Array} selected
 */
function buildBubble({ number, actors, foremost }, selected) {
  const members = actors.filter((actor) => selected[actor]);
  return {
    number,
    actors: members.length,
    first: foremost.find((actor) => selected[actor]) ?? members[0],
  };
}

/**
 * The pairs of bubbles with relations between them, those with most first.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {Bubble[]} bubbles
 */
function countLinks({ relations, communities }, mask, bubbles) {
  const placeOf = new Map(bubbles.map(({ number }, place) => [number, place]));
  const counts = new Map();
  for (const { index, source, target } of relations) {
    const [a, b] = [source, target].map((actor) => placeOf.get(communities.numberOf[actor] ?? 0));
    if (!mask[index] || a === b || a === undefined || b === undefined) continue;
    const key = Math.min(a, b) * bubbles.length + Math.max(a, b);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one, n], [other, m]) => m - n || one - other)
    .map(([key, count]) => ({
      one: Math.floor(key / bubbles.length),
      other: key % bubbles.length,
      relations: count,
    }));
}

/**
 * What is drawn and what is left out, in a sentence.
 *
 * @param {Bubbles} found
 * @param {Uint8Array} actors 1 for each that the filters keep
 */
export function describeBubbles({ bubbles, communities, unlinked }, actors) {
  const shown = bubbles.reduce((sum, bubble) => sum + bubble.actors, 0);
  const kept = actors.reduce((sum, one) => sum + one, 0);
  const largest =
    bubbles.length < communities
      ? `The ${formatWhole(bubbles.length)} largest of ${formatWhole(communities)} communities`
      : `${formatWhole(bubbles.length)} communities`;
  const lines = unlinked ? `; the thinnest lines (${formatWhole(unlinked)}) are not drawn` : "";
  return `${largest}, with ${formatWhole(shown)} of ${formatWhole(kept)} actors${lines}.`;
}
