/**
 * Areas of communities that hug their members, none over another: a point belongs to the community
 * of the nearest mark, or line between two members, unless that is out of reach. As
 * graph/layout/area_outlines.py has them.
 */
import { areMost, selectRings } from "./area_rings.js";

const SPACINGS = 0.6; // how far a mark reaches, in spacings of marks that are spread evenly
const LEAST_REACH = 11; // pixels
const MOST_REACH = 34;
const FEW = 30; // marks; among fewer, each reaches further
const MOST_REACH_OF_FEW = 60;
const CELLS = 3; // of the grid, in a mark's reach
const LONGEST = 5; // how many reaches a line may be long, to bridge a gap
const BRIDGE = 0.45; // how far a line reaches, in reaches of a mark
const MOST_LINES = 6000; // with more, members are close enough
const NONE = 255;
const NEGLIGIBLE = 1e-6; // pixels

/**
 * The rings of each of the first communities: the largest one first, then those around others
 * within. There are none at all where only a few communities would have them.
 * @param {AreaMark[]} marks
 * @param {Point2[]} lines the places of two marks that are joined
 * @param {number} count how many communities have areas; marks of others keep them off
 * @returns {Point[][][]}
 */
export function outlineAreas(marks, lines, count) {
  if (!marks.length) return Array.from({ length: count }, () => []);
  const grid = layGrid(marks);
  const field = measureField(grid, marks, lines);
  const sorted = [...marks].sort((a, b) => a.x - b.x);
  const areas = traceAreas(field, count).map((rings, community) =>
    selectRings(rings, sorted, community),
  );
  return areMost(areas, marks) ? areas : areas.map(() => []);
}

/**
 * How far areas reach beyond the edges of marks.
 * @param {number} extent of the rectangle around all marks
 * @param {number} count of marks
 */
export function chooseReach(extent, count) {
  const evenly = SPACINGS * Math.sqrt(extent / count);
  return Math.min(count < FEW ? MOST_REACH_OF_FEW : MOST_REACH, Math.max(LEAST_REACH, evenly));
}

/**
 * @param {AreaMark[]} marks
 * @returns {AreaGrid}
 */
function layGrid(marks) {
  let [left, top, right, bottom, radius] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (const { x, y, r } of marks) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    radius = Math.max(radius, r);
  }
  const [width, height] = [right - left, bottom - top];
  const reach = chooseReach(width * height, marks.length);
  const cell = reach / CELLS;
  const margin = reach + radius + cell;
  return {
    left: left - margin,
    top: top - margin,
    cell,
    wide: Math.ceil((width + 2 * margin) / cell) + 1,
    high: Math.ceil((height + 2 * margin) / cell) + 1,
    reach,
  };
}

/**
 * The nearest community at each point of a grid, the next one, and how far both are; the limit
 * stands for all longer distances. They are measured from marks, and from points of short lines.
 * @param {AreaGrid} grid
 * @param {AreaMark[]} marks
 * @param {Point2[]} lines
 * @returns {AreaField}
 */
function measureField(grid, marks, lines) {
  const size = grid.wide * grid.high;
  const limit = grid.reach + grid.cell; // from a point within, the next one is no farther
  const [first, second] = [new Float64Array(size).fill(limit), new Float64Array(size).fill(limit)];
  const [nearest, next] = [new Uint8Array(size).fill(NONE), new Uint8Array(size).fill(NONE)];
  const field = { ...grid, limit, first, second, nearest, next };
  for (const mark of marks) measureAround(field, mark);
  if (lines.length <= MOST_LINES) {
    for (const [one, other] of lines) measureAlong(field, marks[one], marks[other]);
  }
  return field;
}

/**
 * Measures distances from points of the line between two members, if it is short: what they have
 * more is their negative r.
 * @param {AreaField} field
 * @param {AreaMark} a
 * @param {AreaMark} b
 */
function measureAlong(field, a, b) {
  const { reach } = field;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (a.community !== b.community || length > LONGEST * reach) return;
  const steps = Math.ceil((length / reach) * CELLS);
  const more = (1 - BRIDGE) * reach;
  for (let step = 1; step < steps; step += 1) {
    const part = step / steps;
    // Near an end, no distance from here is shorter than that from the end itself.
    if (part * length < more + a.r || (1 - part) * length < more + b.r) continue;
    const sample = { x: a.x + part * dx, y: a.y + part * dy, r: -more, community: a.community };
    if (!isOutdone(field, sample)) measureAround(field, sample);
  }
}

/**
 * Whether all distances from a point of a line are longer than those from a member nearby, as most
 * are: by the way around the nearest point of the grid.
 * @param {AreaField} field
 * @param {AreaMark} sample
 */
function isOutdone({ left, top, cell, wide, first, nearest }, { x, y, r, community }) {
  const i = Math.round((x - left) / cell);
  const j = Math.round((y - top) / cell);
  const at = j * wide + i;
  if (nearest[at] !== community) return false;
  const dx = left + i * cell - x;
  const dy = top + j * cell - y;
  return first[at] + Math.sqrt(dx * dx + dy * dy) + NEGLIGIBLE < -r;
}

/**
 * @param {AreaField} field
 * @param {AreaMark} sample
 */
function measureAround(field, sample) {
  const half = (field.limit + sample.r) / field.cell;
  const row = (sample.y - field.top) / field.cell;
  const last = Math.min(field.high - 1, row + half);
  for (let j = Math.max(0, Math.ceil(row - half)); j <= last; j += 1) {
    measureRow(field, sample, j, half);
  }
}

/**
 * Measures the distances of a line of the grid from a sample.
 * @param {AreaField} field
 * @param {AreaMark} sample
 * @param {number} row
 * @param {number} half how many cells it reaches
 */
function measureRow(field, { x, y, r, community }, row, half) {
  const dy = field.top + row * field.cell - y;
  const column = (x - field.left) / field.cell;
  const last = Math.min(field.wide - 1, column + half);
  const { left, cell, second } = field;
  for (let i = Math.max(0, Math.ceil(column - half)); i <= last; i += 1) {
    const dx = left + i * cell - x;
    const at = row * field.wide + i;
    const square = dx * dx + dy * dy;
    const most = second[at] + r + NEGLIGIBLE;
    if (square > most * most) continue; // mostly, and roots take time
    const away = Math.sqrt(square) - r;
    if (away < second[at]) noteDistance(field, at, community, away);
  }
}

/**
 * @param {AreaField} field
 * @param {number} at
 * @param {number} community
 * @param {number} away less than that of the second one so far
 */
function noteDistance(field, at, community, away) {
  const { first, second, nearest, next } = field;
  if (nearest[at] === community) {
    if (away < first[at]) first[at] = away;
  } else if (away < first[at]) {
    second[at] = first[at];
    next[at] = nearest[at];
    first[at] = away;
    nearest[at] = community;
  } else {
    second[at] = away;
    next[at] = community;
  }
}

/**
 * How far a point of the grid is inside the area of a community.
 * @param {AreaField} field
 * @param {number} community
 * @param {number} at
 */
function measureInside({ first, second, nearest, next, reach, limit }, community, at) {
  if (nearest[at] === community) return Math.min(reach, second[at]) - first[at];
  return Math.min(reach, first[at]) - (next[at] === community ? second[at] : limit);
}

/**
 * The rings around each community, by marching squares (Lorensen and Cline 1987).
 * @param {AreaField} field
 * @param {number} count
 */
function traceAreas(field, count) {
  return joinCrossings(field, count).map((following, community) => {
    const rings = [];
    for (const start of following.keys()) {
      const ring = [];
      for (let at = start; following.has(at);) {
        ring.push(locateCrossing(field, community, at));
        const next = /** @type {number} */ (following.get(at));
        following.delete(at);
        at = next;
      }
      rings.push(ring);
    }
    return rings;
  });
}

/**
 * @param {AreaField} field
 * @param {number} community
 * @param {number} crossing
 * @returns {Point}
 */
function locateCrossing(field, community, crossing) {
  const { left, top, cell, wide } = field;
  const [at, upright] = [crossing >> 1, crossing & 1];
  const here = measureInside(field, community, at);
  const part = here / (here - measureInside(field, community, at + (upright ? wide : 1)));
  const [i, j] = [at % wide, Math.floor(at / wide)];
  return { x: left + (i + (upright ? 0 : part)) * cell, y: top + (j + upright * part) * cell };
}

/**
 * For each community the crossing of the grid's lines that follows another: of a line from a point
 * to the right twice its place, of one downwards 1 more.
 * @param {AreaField} field
 * @param {number} count
 */
function joinCrossings(field, count) {
  const { wide, high } = field;
  const owners = listOwners(field);
  const followings = Array.from({ length: count }, () => new Map());
  for (let at = 0; at < wide * (high - 1) - 1; at += 1) {
    const one = owners[at];
    const below = at + wide;
    if (owners[at + 1] === one && owners[below] === one && owners[below + 1] === one) continue;
    const around = [one, owners[at + 1], owners[below + 1], owners[below]];
    const sides = [2 * at, 2 * at + 3, 2 * below, 2 * at + 1];
    for (let corner = 0; corner < 4; corner += 1) {
      const community = around[corner];
      const isNew = around.indexOf(community) === corner;
      if (isNew && community < count) joinSides(followings[community], around, community, sides);
    }
  }
  return followings;
}

/**
 * The community in whose area each point of the grid is.
 * @param {AreaField} field
 */
function listOwners({ reach, first, second, nearest }) {
  const owners = new Uint8Array(nearest.length).fill(NONE);
  for (let at = 0; at < owners.length; at += 1) {
    if (first[at] < reach && first[at] < second[at]) owners[at] = nearest[at];
  }
  return owners;
}

/**
 * Joins the sides of a cell that an area's outline goes from and to, the inside on its right.
 * @param {Map<number, number>} following
 * @param {number[]} around the owner of each corner
 * @param {number} community
 * @param {number[]} sides
 */
function joinSides(following, around, community, sides) {
  for (let side = 0; side < 4; side += 1) {
    if (around[side] !== community || around[(side + 1) % 4] === community) continue;
    let to = side;
    while (around[to] === community) to = (to + 3) % 4;
    following.set(sides[side], sides[to]);
  }
}
