/** @import { SignedEdge } from "./frustration.js" */

const ACTORS = 256; // between two looks at the clock

/**
 * Two sides that put little in tension: actors change sides, first those in turn and then those
 * around each, as long as that lowers it.
 *
 * @param {SignedEdge[]} edges of one component
 * @param {number[][]} around by actor its edges
 * @returns {Generator<void, number>} what is in tension, by weight
 */
export function* findLightSides(edges, around) {
  /** @type {Sides} */
  const sides = { edges, around, side: around.map(() => 1) };
  yield* descend(sides, [...sides.side.keys()], []);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const actor of sides.side.keys()) {
      yield;
      isBetter = (yield* betterFrom(sides, actor)) || isBetter;
    }
  }
  return edges.reduce((sum, edge) => sum + (isTense(edge, sides.side) ? getWeight(edge) : 0), 0);
}

/**
 * @typedef {object} Sides
 * @property {SignedEdge[]} edges
 * @property {number[][]} around
 * @property {number[]} side by actor 1 or -1
 */

/**
 * Changes the side of an actor and then of those around that gain by it, unless all that is worse.
 * @param {Sides} sides
 * @param {number} actor
 * @returns {Generator<void, boolean>} whether it is better
 */
function* betterFrom(sides, actor) {
  const flipped = [actor];
  const first = measureGain(sides, actor);
  sides.side[actor] *= -1;
  const isBetter = first + (yield* descend(sides, listNear(sides, actor), flipped)) > 0;
  if (!isBetter) for (const each of flipped) sides.side[each] *= -1;
  return isBetter;
}

/**
 * Changes sides as long as that lowers what is in tension.
 * @param {Sides} sides
 * @param {number[]} waiting
 * @param {number[]} flipped receives who changes
 * @returns {Generator<void, number>} by how much it is lower
 */
function* descend(sides, waiting, flipped) {
  let gained = 0;
  for (const [place, actor] of waiting.entries()) {
    if (place % ACTORS === ACTORS - 1) yield;
    const gain = measureGain(sides, actor);
    if (gain <= 0) continue;
    gained += gain;
    sides.side[actor] *= -1;
    flipped.push(actor);
    waiting.push(...listNear(sides, actor));
  }
  return gained;
}

/**
 * By how much less would be in tension if an actor changed sides.
 * @param {Sides} sides
 * @param {number} actor
 */
function measureGain({ edges, around, side }, actor) {
  return around[actor].reduce(
    (sum, number) => sum + (isTense(edges[number], side) ? 1 : -1) * getWeight(edges[number]),
    0,
  );
}

/**
 * @param {SignedEdge} edge
 * @param {number[]} side
 */
function isTense({ one, other, isPositive }, side) {
  return (side[one] === side[other]) !== isPositive;
}

/**
 * @param {Sides} sides
 * @param {number} actor
 */
function listNear({ edges, around }, actor) {
  return around[actor].map((edge) => edges[edge].one + edges[edge].other - actor);
}

/** @param {SignedEdge} edge */
export function getWeight({ weight = 1 }) {
  return weight;
}
