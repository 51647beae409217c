/**
 * Small round marks with a sign in them: how a relation stands, how a row changed, the steps of a
 * path.
 */

/** @type {Record<string, string|undefined>} */
export const CLAIM_SIGNS = { contested: "?", disputed: "×" };

/** What these signs mean. */
export const CLAIM_NOTES = {
  contested: "asserted by one source, disputed by another",
  disputed: "denied, and asserted by no source; no path uses it",
};

/**
 * How a row that differs between two versions is signed.
 * @type {Record<string, string|undefined>}
 */
export const CHANGE_SIGNS = { added: "+", removed: "−", changed: "~" };

const BESIDE = 15; // pixels between two marks on one line
const RADIUS = 7;
const MOST_MOVED = 40; // marks of lines that are kept off those of actors
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7]; // of its line, where one may be

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
 * The point nearest to the middle of a straight line where its mark would cover no actor.
 * @param {SceneEdge} edge
 * @param {Circle[]} actors
 * @param {number} radius of the mark
 * @returns {Point}
 */
function findClearPoint({ ends, middle }, actors, radius) {
  if (!ends) return middle;
  const [from, to] = ends;
  const points = SHARES.map((share) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  }));
  const isClear = (/** @type {Point} */ { x, y }) =>
    actors.every((mark) => Math.hypot(mark.x - x, mark.y - y) > mark.r + radius + 1);
  return [middle, ...points].find(isClear) ?? middle;
}

/**
 * Marks of contested and disputed relations, and of changed ones, in the middle of their lines.
 * @param {Plate} plate
 * @param {SceneEdge[]} edges
 * @returns {Badge[]}
 */
export function makeLineBadges(plate, edges) {
  const signed = edges.flatMap((edge) => {
    const change = getChangeSign(plate, plate.network.relations[edge.relation]);
    const claim = CLAIM_SIGNS[plate.claims[edge.relation]];
    const signs = [change ?? [], claim ?? []].flat();
    return signs.length ? { edge, signs } : [];
  });
  const isFew = signed.length > 0 && signed.length <= MOST_MOVED;
  const actors = isFew ? plate.network.actors.map((_, i) => plate.place(i)) : [];
  return signed.flatMap(({ edge, signs }) => {
    const { x, y } = findClearPoint(edge, actors, RADIUS * (plate.enlarged ?? 1));
    return signs.map((text, i) => ({
      x: x + i * BESIDE,
      y,
      text,
      colour: edge.colour,
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
