/** What makes a network large, and what of a large one is drawn when the page opens. */

export const MOST_DRAWN = 20000; // relations; a larger network opens on its foremost actors
export const FOREMOST = 300;
const MOST_CHANGES = 2000; // relations

/**
 * Whether the network is too large to open with all of it drawn.
 * @param {Network} network
 */
export function isLarge(network) {
  return network.relations.length > MOST_DRAWN;
}

/**
 * Whether only what differs between two versions is asked for, and there is room for all of it.
 * @param {Network} network
 * @param {Filters} filters
 * @param {Uint8Array} mask
 */
export function showsOnlyChanges({ versions }, { hideChanges }, mask) {
  return (
    versions !== null &&
    hideChanges.has("same") &&
    mask.reduce((sum, one) => sum + one, 0) <= MOST_CHANGES
  );
}

/**
 * The actors with most relations kept, in row order where they tie; null where all are no more than
 * that.
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {Uint8Array} actors
 */
export function findForemostActors(network, mask, actors) {
  const counts = new Uint32Array(network.actors.length);
  for (const { index, source, target } of network.relations) {
    counts[source] += mask[index];
    counts[target] += mask[index];
  }
  const kept = [...counts.keys()].filter((actor) => actors[actor]);
  if (kept.length <= FOREMOST) return null;
  return new Set(
    kept.sort((one, other) => counts[other] - counts[one] || one - other).slice(0, FOREMOST),
  );
}

/**
 * A large network opens as its communities, as long as nobody and nothing in it is asked for.
 * @param {Network} network
 * @param {State} state
 * @param {ShownAnswer|undefined} shown
 */
export function opensAsBubbles({ communities }, { actor, relation, source, unsourced }, shown) {
  return communities.list.length > 1 && !actor && !relation && !source && !unsourced && !shown;
}
