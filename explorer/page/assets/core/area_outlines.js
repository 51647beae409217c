/**
 * Areas of communities that hug their members, none over another: a point belongs to the community
 * of the nearest mark, or line between two members, unless that is out of reach. As
 * graph/layout/area_outlines.py has them.
 */
const SPACINGS = 0.6; // how far a mark reaches, in spacings of marks that are spread evenly
const LEAST_REACH = 11; // pixels
const MOST_REACH = 34;
const FEW = 30; // marks; among fewer, each reaches further
const MOST_REACH_OF_FEW = 60;
const CELLS = 3; // of the grid, in a mark's reach
const LONGEST = 5; // how many reaches a line may be long, to bridge a gap
const BRIDGE = 0.45; // how far a line reaches, in reaches of a mark
const MOST_LINES = 6000; // with more, members are close enough
const MEMBERS = 3; // of the smallest area
const MOST_MEMBERS = 0.6; // of a community, who are in its areas; else it has none
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
  const field = measureField(grid, listSamples(marks, lines, grid.reach));
  const areas = traceAreas(field, count).map((rings, community) =>
    selectRings(rings, marks, community),
  );
  return areMost(areas, marks) ? areas : areas.map(() => []);
}

/**
 * Whether most communities that are large enough have areas: a single one among many seems chosen.
 * @param {Point[][][]} areas
 * @param {AreaMark[]} marks
 */
function areMost(areas, marks) {
  const sizes = areas.map(() => 0);
  for (const { community } of marks) if (community < sizes.length) sizes[community] += 1;
  const large = sizes.filter((size) => size >= MEMBERS).length;
  return 2 * areas.filter((rings) => rings.length).length > large;
}

/**
 * Lists the points inside a ring.
 * @template {Point} Each
 * @param {Point[]} ring
 * @param {Each[]} points
 * @returns {Each[]}
 */
export function listInside(ring, points) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of ring) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return points.filter((point) => {
    const isAround = point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
    return isAround && isInside(ring, point);
  });
}

/**
 * @param {Point[]} ring
 * @param {Point} point
 */
function isInside(ring, { x, y }) {
  let inside = false;
  let a = ring[ring.length - 1];
  for (let i = 0; i < ring.length; i += 1) {
    const b = ring[i];
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
    a = b;
  }
  return inside;
}

/**
 * Rings as SVG path data, rounded at their corners.
 * @param {Point[][]} rings
 */
export function drawRings(rings) {
  return rings.map(drawRing).join("");
}

/** @param {Point[]} ring */
function drawRing(ring) {
  const turned = [...ring.slice(1), ring[0]];
  const write = (/** @type {Point} */ { x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const middles = ring.map((a, i) => ({ x: (a.x + turned[i].x) / 2, y: (a.y + turned[i].y) / 2 }));
  const curves = turned.map((corner, i) => {
    return `Q${write(corner)} ${write(middles[(i + 1) % ring.length])}`;
  });
  return `M${write(middles[0])}${curves.join("")}Z`;
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
  const margin = reach + radius + 2 * cell;
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
 * The points that distances are measured from: marks, and points of short lines; a negative r is
 * what the distance of these has more.
 * @param {AreaMark[]} marks
 * @param {Point2[]} lines
 * @param {number} reach
 * @returns {AreaMark[]}
 */
function listSamples(marks, lines, reach) {
  if (lines.length > MOST_LINES) return marks;
  const samples = [...marks];
  for (const [first, second] of lines) {
    const [a, b] = [marks[first], marks[second]];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (a.community !== b.community || length > LONGEST * reach) continue;
    const steps = Math.ceil((length / reach) * CELLS);
    const more = (1 - BRIDGE) * reach;
    for (let step = 1; step < steps; step += 1) {
      const part = step / steps;
      // Near an end, no distance from here is shorter than that from the end itself.
      if (part * length < more + a.r || (1 - part) * length < more + b.r) continue;
      samples.push({ x: a.x + part * dx, y: a.y + part * dy, r: -more, community: a.community });
    }
  }
  return samples;
}

/**
 * The nearest community at each point of a grid, the next one, and how far both are; the limit
 * stands for all longer distances.
 * @param {AreaGrid} grid
 * @param {AreaMark[]} samples
 * @returns {AreaField}
 */
function measureField(grid, samples) {
  const size = grid.wide * grid.high;
  const limit = grid.reach + 2 * grid.cell;
  const [first, second] = [new Float64Array(size).fill(limit), new Float64Array(size).fill(limit)];
  const [nearest, next] = [new Uint8Array(size).fill(NONE), new Uint8Array(size).fill(NONE)];
  const field = { ...grid, limit, first, second, nearest, next };
  for (const sample of samples) {
    const half = (limit + sample.r) / grid.cell;
    const row = (sample.y - grid.top) / grid.cell;
    const last = Math.min(grid.high - 1, row + half);
    for (let j = Math.max(0, Math.ceil(row - half)); j <= last; j += 1) {
      measureRow(field, sample, j, half);
    }
  }
  return field;
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
  const { wide, high, reach, first, second, nearest } = field;
  const owners = nearest.map((community, at) =>
    first[at] < Math.min(reach, second[at]) ? community : NONE,
  );
  const followings = Array.from({ length: count }, () => new Map());
  for (let at = 0; at < wide * (high - 1) - 1; at += 1) {
    const one = owners[at];
    const below = at + wide;
    if (owners[at + 1] === one && owners[below] === one && owners[below + 1] === one) continue;
    const around = [one, owners[at + 1], owners[below + 1], owners[below]];
    const sides = [2 * at, 2 * at + 3, 2 * below, 2 * at + 1];
    for (const community of new Set(around)) {
      if (community < count) joinSides(followings[community], around, community, sides);
    }
  }
  return followings;
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

/**
 * The rings around enough members, the largest first, and those around others within them; none
 * where most members would be outside.
 * @param {Point[][]} rings
 * @param {AreaMark[]} marks
 * @param {number} community
 */
function selectRings(rings, marks, community) {
  const turns = new Map(rings.map((ring) => [ring, measureTurn(ring)]));
  const getTurn = (/** @type {Point[]} */ ring) => turns.get(ring) ?? 0;
  const members = marks.filter((mark) => mark.community === community);
  const others = marks.filter((mark) => mark.community !== community);
  const outer = rings
    .filter((ring) => getTurn(ring) >= 0 && listInside(ring, members).length >= MEMBERS)
    .sort((a, b) => getTurn(b) - getTurn(a));
  const inside = outer.reduce((sum, ring) => sum + listInside(ring, members).length, 0);
  if (inside < MOST_MEMBERS * members.length) return [];
  const isAround = (/** @type {Point[]} */ ring) =>
    outer.some((large) => isInside(large, ring[0])) && listInside(ring, others).length > 0;
  return [...outer, ...rings.filter((ring) => getTurn(ring) < 0 && isAround(ring))];
}

/**
 * The area of a ring, negative where it goes the other way round.
 * @param {Point[]} ring
 */
function measureTurn(ring) {
  return ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length];
    return sum + (x * next.y - next.x * y) / 2;
  }, 0);
}
