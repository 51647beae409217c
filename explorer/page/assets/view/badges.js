/**
 * Small round marks with a sign in them: how a relation stands, how a row changed, the steps of a
 * path.
 */

/** @type {Record<string, string|undefined>} */
export const CLAIM_SIGNS = { contested: "?", disputed: "×" };

/** What these signs mean. */
export const CLAIM_NOTES = {
  contested: "asserted by one source, disputed by another",
  disputed: "denied by a source, supported by none; the search for paths does not use it",
};

/**
 * How a row that differs between two versions is signed.
 * @type {Record<string, string|undefined>}
 */
export const CHANGE_SIGNS = { added: "+", removed: "−", changed: "~" };

const BESIDE = 15; // pixels between two marks on one line
const RADIUS = 7;
const MOST_MOVED = 40; // marks of lines that are kept off those of actors
const SHARES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85];
const CORNER = 1.2; // times its radius, how far a mark reaches at most from here

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
 * Where the mark of a line may be, the best first: along a straight one, from its middle outwards,
 * then close beside that.
 * @param {SceneEdge} edge
 * @param {number} radius of the mark
 * @returns {Point[]}
 */
function listBadgePoints({ ends, middle }, radius) {
  if (!ends) return [middle];
  const [from, to] = ends;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const aside = (radius + 1) / (Math.hypot(dx, dy) || 1);
  const along = SHARES.map((share) => ({ x: from.x + dx * share, y: from.y + dy * share }));
  const beside = [1, -1].map((side) => ({
    x: middle.x - side * dy * aside,
    y: middle.y + side * dx * aside,
  }));
  return [middle, ...along, ...beside];
}

/**
 * The first point where a line's mark covers neither an actor nor another mark, else where it
 * covers least of them.
 * @param {SceneEdge} edge
 * @param {Circle[]} others
 * @param {number} radius of the mark
 * @returns {Point}
 */
function findClearPoint(edge, others, radius) {
  const points = listBadgePoints(edge, radius);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const near = others.filter(({ x, y, r }) => {
    const reach = CORNER * r + radius + 1;
    return x > left - reach && x < right + reach && y > top - reach && y < bottom + reach;
  });
  let [best, most] = [points[0], -Infinity];
  for (const point of points) {
    const room = near.reduce(
      (least, { x, y, r }) => Math.min(least, Math.hypot(x - point.x, y - point.y) - CORNER * r),
      radius + 1,
    );
    if (room > most) [best, most] = [point, room];
    if (room > radius) break;
  }
  return best;
}

/**
 * The relations that have signs. Where parallel lines are too close for two that say the same, the
 * first has one for both.
 * @param {Plate} plate
 * @param {SceneEdge[]} edges
 * @param {number} radius of a sign
 */
function listSigned(plate, edges, radius) {
  const { relations } = plate.network;
  /** @type {Map<string, Point[]>} */
  const middles = new Map();
  return edges.flatMap((edge) => {
    const { source, target } = relations[edge.relation];
    const { x, y } = edge.middle;
    const change = getChangeSign(plate, relations[edge.relation]);
    const claim = CLAIM_SIGNS[plate.claims[edge.relation]];
    const signs = [change ?? [], claim ?? []].flat().filter((sign) => {
      const key = `${Math.min(source, target)} ${Math.max(source, target)} ${sign}`;
      const signed = middles.get(key) ?? [];
      middles.set(key, [...signed, edge.middle]);
      return signed.every((each) => Math.hypot(each.x - x, each.y - y) >= 2 * radius);
    });
    return signs.length ? { edge, signs } : [];
  });
}

/**
 * Marks of contested and disputed relations, and of changed ones, in the middle of their lines.
 * @param {Plate} plate
 * @param {SceneEdge[]} edges
 * @returns {Badge[]}
 */
export function makeLineBadges(plate, edges) {
  const radius = RADIUS * (plate.enlarged ?? 1);
  const signed = listSigned(plate, edges, radius);
  const isFew = signed.length > 0 && signed.length <= MOST_MOVED;
  const others = isFew ? plate.network.actors.map((_, i) => plate.place(i)) : [];
  return signed.flatMap(({ edge, signs }) => {
    const { x, y } = findClearPoint(edge, others, radius);
    return signs.map((text, i) => {
      const at = { x: x + i * BESIDE, y };
      if (isFew) others.push({ ...at, r: radius / CORNER });
      return { ...at, text, colour: edge.colour, step: false };
    });
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
