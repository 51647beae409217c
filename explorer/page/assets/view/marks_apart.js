/** Marks that are pushed apart, so that none lies over another. */

const ROUNDS = 60;
const AIR = 9; // pixels between two marks
const WIDE = 2 ** 20; // cells in a column, at most
const CROWD = 1000; // above, marks are small and pushing would take long

/**
 * Pushes two marks apart when they are too near; says whether they were.
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {number} a
 * @param {number} b
 * @param {number} least
 */
function pushApart({ x, y }, a, b, least) {
  const [dx, dy] = [x[b] - x[a] || 0.01 * (b - a), y[b] - y[a] || 0.01];
  if (dx * dx + dy * dy >= least * least) return false;
  const away = Math.hypot(dx, dy);
  const shift = (least - away) / 2 / away;
  x[a] -= dx * shift;
  y[a] -= dy * shift;
  x[b] += dx * shift;
  y[b] += dy * shift;
  return true;
}

/**
 * Moves marks that would touch just far enough apart, in place; the same input gives the same
 * places. In each round a mark is compared with those in the cells around its own alone.
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {Float32Array} radii
 */
export function separateMarks(at, radii) {
  if (radii.length > CROWD) return;
  const size = 2 * Math.max(0, ...radii) + AIR;
  for (let round = 0; round < ROUNDS; round += 1) {
    const near = createNeighbourFinder(at, size);
    let touched = false;
    for (let a = 0; a < radii.length; a += 1) {
      for (const b of near(a)) {
        touched = pushApart(at, a, b, radii[a] + radii[b] + AIR) || touched;
      }
    }
    if (!touched) return;
  }
}

/**
 * Sorts marks into the cells of a grid.
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {number} size of a cell: marks of cells that do not touch are far enough apart
 * @returns {(mark: number) => number[]} later marks in the cells around that of a mark, in order
 */
function createNeighbourFinder({ x, y }, size) {
  /** @type {Map<number, number[]>} */
  const cells = new Map();
  const columns = Array.from(x, (value) => Math.floor(value / size));
  const rows = Array.from(y, (value) => Math.floor(value / size));
  const key = (/** @type {number} */ column, /** @type {number} */ row) => column * WIDE + row;
  columns.forEach((column, mark) => {
    const cell = cells.get(key(column, rows[mark]));
    if (cell) cell.push(mark);
    else cells.set(key(column, rows[mark]), [mark]);
  });
  return (mark) => {
    /** @type {number[]} */
    const near = [];
    for (const across of [-1, 0, 1]) {
      for (const down of [-1, 0, 1]) {
        const cell = cells.get(key(columns[mark] + across, rows[mark] + down)) ?? [];
        near.push(...cell.filter((other) => other > mark));
      }
    }
    return near.sort((one, other) => one - other);
  };
}
