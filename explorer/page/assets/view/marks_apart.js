/** Marks that are pushed apart, so that none lies over another. */

const ROUNDS = 60;
const MOST_COMPARED = 60000; // pairs in all rounds; where more are near, the first rounds do most
const AIR = 9; // pixels between two marks
const CROWD = 1000; // above, marks are small and pushing would take long
const CLOSE = 0.05; // pixels that two marks may lack, or rounding would keep them moving
const SPARE = 14; // pixels farther than touching, within which two marks are listed as near

/**
 * Moves marks that would touch just far enough apart, in place; the same input gives the same
 * places. In each round a mark is compared with later ones that are near: they are listed anew when
 * a mark has come so far that others might touch it (Verlet 1967).
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {Float32Array} radii
 */
export function separateMarks(at, radii) {
  if (radii.length > CROWD) return;
  const order = [...radii.keys()];
  let near = listNear(at, radii, order);
  let compared = 0;
  for (let round = 0; round < ROUNDS && compared < MOST_COMPARED; round += 1) {
    if (hasStrayed(at, near.from)) near = listNear(at, radii, order);
    if (!pushApart(at, near)) return;
    compared += near.lower.length;
  }
}

/**
 * Pairs of marks that are near: the lower and the higher number of each and how far apart they have
 * to be, and where marks were when they were listed.
 * @typedef {{lower: Int32Array, higher: Int32Array, least: Float64Array,
 *   from: {x: Float64Array, y: Float64Array}}} NearMarks
 */

/**
 * Pushes those apart that are too near, each by half; says whether any were by much.
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {NearMarks} near
 */
function pushApart({ x, y }, { lower, higher, least }) {
  let touched = false;
  for (let i = 0; i < lower.length; i += 1) {
    const a = lower[i];
    const b = higher[i];
    const dx = x[b] - x[a] || 0.01 * (b - a);
    const dy = y[b] - y[a] || 0.01;
    const square = dx * dx + dy * dy;
    if (square >= least[i] * least[i]) continue;
    const away = Math.sqrt(square);
    const shift = (least[i] - away) / 2 / away;
    x[a] -= dx * shift;
    y[a] -= dy * shift;
    x[b] += dx * shift;
    y[b] += dy * shift;
    touched ||= least[i] - away > CLOSE;
  }
  return touched;
}

/**
 * Whether a mark is so far from where it was that it might touch one that is not listed.
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {{x: Float64Array, y: Float64Array}} from
 */
function hasStrayed({ x, y }, from) {
  for (let i = 0; i < x.length; i += 1) {
    const dx = x[i] - from.x[i];
    const dy = y[i] - from.y[i];
    if (4 * (dx * dx + dy * dy) > SPARE * SPARE) return true;
  }
  return false;
}

/**
 * Lists the pairs in the order of their numbers.
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {Float32Array} radii
 * @param {number[]} order of marks, sorted here from left to right
 * @returns {NearMarks}
 */
function listNear({ x, y }, radii, order) {
  order.sort((a, b) => x[a] - x[b]);
  const pairs = findNear(x, y, radii, order);
  const { length } = pairs;
  const [lower, higher] = [new Int32Array(length), new Int32Array(length)];
  const least = new Float64Array(length);
  for (let i = 0; i < length; i += 1) {
    lower[i] = pairs[i] / radii.length;
    higher[i] = pairs[i] % radii.length;
    least[i] = radii[lower[i]] + radii[higher[i]] + AIR;
  }
  return { lower, higher, least, from: { x: x.slice(), y: y.slice() } };
}

/**
 * Finds pairs of marks that are near: each as one number.
 * @param {Float64Array} x
 * @param {Float64Array} y
 * @param {Float32Array} radii
 * @param {number[]} order of marks from left to right
 */
function findNear(x, y, radii, order) {
  const count = radii.length;
  const widest = radii.reduce((most, r) => Math.max(most, r), 0) + AIR + SPARE;
  const pairs = [];
  for (let i = 0; i < count; i += 1) {
    const a = order[i];
    const reach = radii[a] + AIR + SPARE;
    const end = x[a] + radii[a] + widest;
    for (let j = i + 1; j < count; j += 1) {
      const b = order[j];
      if (x[b] > end) break;
      const dx = x[b] - x[a];
      const dy = y[b] - y[a];
      const most = reach + radii[b];
      if (dx * dx + dy * dy < most * most) pairs.push(Math.min(a, b) * count + Math.max(a, b));
    }
  }
  return new Float64Array(pairs).sort();
}
