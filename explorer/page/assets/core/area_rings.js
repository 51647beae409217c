/** Which rings around members of a community are its areas. */
import { listInside, measureBox, measureTurn } from "./rings.js";

const MEMBERS = 3; // of the smallest area
const MOST_MEMBERS = 0.6; // of a community, who are in its areas; else it has none

/**
 * Whether most communities that are large enough have areas: a single one among many seems chosen.
 * @param {Point[][][]} areas
 * @param {AreaMark[]} marks
 */
export function areMost(areas, marks) {
  const sizes = areas.map(() => 0);
  for (const { community } of marks) if (community < sizes.length) sizes[community] += 1;
  const large = sizes.filter((size) => size >= MEMBERS).length;
  return 2 * areas.filter((rings) => rings.length).length > large;
}

/**
 * The rings around enough members, the largest first, and those around others within them; none
 * where most members would be outside.
 * @param {Point[][]} rings
 * @param {AreaMark[]} marks from left to right
 * @param {number} community
 */
export function selectRings(rings, marks, community) {
  const members = marks.filter((mark) => mark.community === community);
  const turned = rings.map((ring) => ({ ring, turn: measureTurn(ring) }));
  const outer = turned
    .filter(({ turn }) => turn >= 0)
    .map(({ ring, turn }) => ({ ring, turn, inside: countInside(ring, members) }))
    .filter(({ inside }) => inside >= MEMBERS)
    .sort((a, b) => b.turn - a.turn);
  const inside = outer.reduce((sum, each) => sum + each.inside, 0);
  if (inside < MOST_MEMBERS * members.length) return [];
  const inner = turned.filter(({ turn }) => turn < 0);
  if (!inner.length) return outer.map(({ ring }) => ring);
  const others = marks.filter((mark) => mark.community !== community);
  const isAround = (/** @type {Point[]} */ ring) =>
    countInside(ring, others) > 0 &&
    outer.some((large) => listInside(large.ring, ring.slice(0, 1)).length);
  return [...outer, ...inner.filter(({ ring }) => isAround(ring))].map(({ ring }) => ring);
}

/**
 * Counts the marks inside a ring.
 * @param {Point[]} ring
 * @param {AreaMark[]} marks from left to right
 */
function countInside(ring, marks) {
  const { left, right } = measureBox(ring);
  const from = findFrom(marks, left);
  let to = from;
  while (to < marks.length && marks[to].x <= right) to += 1;
  return listInside(ring, marks.slice(from, to)).length;
}

/**
 * The place of the first mark from somewhere on.
 * @param {AreaMark[]} marks from left to right
 * @param {number} x
 */
function findFrom(marks, x) {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
