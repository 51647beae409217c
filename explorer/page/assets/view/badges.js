/**
 * Small round marks with a sign in them: how a relation stands, how a row changed, the steps of a
 * path.
 */

/** @type {Record<string, string|undefined>} */
export const CLAIM_SIGNS = { contested: "?", disputed: "×" };

/** What these signs mean. */
export const CLAIM_NOTES = {
  contested: "asserted by one source, disputed by another",
  disputed: "only disputed; no path walks it",
};

/**
 * How a row that differs between two versions is signed.
 * @type {Record<string, string|undefined>}
 */
export const CHANGE_SIGNS = { added: "+", removed: "−", changed: "~" };

const BESIDE = 15; // pixels between two marks on one line

/**
 * @param {Plate} plate
 * @param {NetworkRow} row
 */
function getChangeSign(plate, row) {
  return plate.showsChanges ? CHANGE_SIGNS[row.change ?? "same"] : undefined;
}

/**
 * Whether a relation has a mark while nothing is brought forward.
 * @param {Plate} plate
 * @param {number} index
 */
export function hasChangeBadge(plate, index) {
  return getChangeSign(plate, plate.network.relations[index]) !== undefined;
}

/**
 * Marks of contested and disputed relations, and of changed ones, in the middle of their lines.
 * @param {Plate} plate
 * @param {SceneEdge[]} edges
 * @returns {Badge[]}
 */
export function makeLineBadges(plate, edges) {
  return edges.flatMap(({ relation, middle, colour }) => {
    const change = getChangeSign(plate, plate.network.relations[relation]);
    const claim = CLAIM_SIGNS[plate.claims[relation]];
    const signs = [change ?? [], claim ?? []].flat();
    return signs.map((text, i) => ({
      x: middle.x + i * BESIDE,
      y: middle.y,
      text,
      colour,
      step: false,
    }));
  });
}

/**
 * Marks of changed actors, at their upper right.
 * @param {Plate} plate
 * @param {Iterable<number>} actors
 * @returns {Badge[]}
 */
export function makeActorBadges(plate, actors) {
  return Array.from(actors).flatMap((index) => {
    const text = getChangeSign(plate, plate.network.actors[index]);
    if (!text) return [];
    const { x, y, r } = plate.place(index);
    return [
      { x: x + r * 0.8 + 3, y: y - r * 0.8 - 3, text, colour: plate.theme.accent, step: false },
    ];
  });
}

/**
 * The numbers of a path's steps.
 * @param {Plate} plate
 * @param {Step[]} steps
 * @returns {Badge[]}
 */
export function makeStepBadges(plate, steps) {
  return steps.map((step, i) => {
    const [a, b] = [plate.place(step.source), plate.place(step.target)];
    return {
      x: (a.x + b.x) / 2,
      y: (a.y + b.y) / 2,
      text: String(i + 1),
      colour: plate.theme.accent,
      step: true,
    };
  });
}
