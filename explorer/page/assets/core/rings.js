/** Closed rings of points: what is inside them, which way round they go, and how they are drawn. */

const EDGES_A_BAND = 4; // of a ring, about as many in each of the bands that it is cut into
const FEW = 4; // points, for which bands would take longer than they save

/**
 * The rectangle around a ring.
 * @param {Point[]} ring
 */
export function measureBox(ring) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of ring) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

/**
 * Lists the points inside a ring. Where they are many, its edges are put into bands from top to
 * bottom, so that each point is compared with few of them.
 * @template {Point} Each
 * @param {Point[]} ring
 * @param {Each[]} points
 * @returns {Each[]}
 */
export function listInside(ring, points) {
  const { left, top, right, bottom } = measureBox(ring);
  const around = points.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
  const edges = [...ring.keys()];
  if (around.length <= FEW) return around.filter((point) => isInside(ring, edges, point));
  const count = Math.ceil(ring.length / EDGES_A_BAND);
  const high = (bottom - top) / count || 1;
  const findBand = (/** @type {number} */ y) => Math.min(count - 1, Math.floor((y - top) / high));
  /** @type {number[][]} */
  const bands = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    const [one, other] = [findBand(ring[edge].y), findBand(ring[(edge + 1) % ring.length].y)];
    const last = Math.max(one, other);
    for (let band = Math.min(one, other); band <= last; band += 1) bands[band].push(edge);
  }
  return around.filter((point) => isInside(ring, bands[findBand(point.y)], point));
}

/**
 * Whether a line to the left of a point crosses a ring an odd number of times.
 * @param {Point[]} ring
 * @param {number[]} edges those that it might cross, by the points where they begin
 * @param {Point} point
 */
function isInside(ring, edges, { x, y }) {
  let inside = false;
  for (const edge of edges) {
    const [a, b] = [ring[edge], ring[edge + 1 === ring.length ? 0 : edge + 1]];
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

/**
 * The area of a ring, negative where it goes the other way round.
 * @param {Point[]} ring
 */
export function measureTurn(ring) {
  return ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length];
    return sum + (x * next.y - next.x * y) / 2;
  }, 0);
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
