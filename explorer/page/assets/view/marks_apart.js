/** Marks that are pushed apart, so that none lies over another. */

const ROUNDS = 60;
const AIR = 9; // pixels between two marks
const PLACES = 2 ** 11; // in the table of cells
const NONE = -1;
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
  const cells = makeCells(radii.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    sortIntoCells(at, size, cells);
    let touched = false;
    for (let a = 0; a < radii.length; a += 1) {
      findNeighbours(cells, a);
      for (let i = 0; i < cells.count; i += 1) {
        const b = cells.near[i];
        touched = pushApart(at, a, b, radii[a] + radii[b] + AIR) || touched;
      }
    }
    if (!touched) return;
  }
}

/**
 * Marks in the cells of a grid: the cell of each, chains of marks whose cells share a place in a
 * table, the last mark first, and the neighbours of a mark, as many as counted.
 * @typedef {{columns: Int32Array, rows: Int32Array, last: Int32Array, before: Int32Array,
 *   near: Int32Array, count: number}} Cells
 */

/**
 * @param {number} count
 * @returns {Cells}
 */
function makeCells(count) {
  const [columns, rows, before, near] = [0, 1, 2, 3].map(() => new Int32Array(count));
  return { columns, rows, before, near, last: new Int32Array(PLACES), count: 0 };
}

/**
 * @param {number} column
 * @param {number} row
 */
function placeCell(column, row) {
  return (31 * column + row) & (PLACES - 1);
}

/**
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {number} size of a cell: marks of cells that do not touch are far enough apart
 * @param {Cells} cells
 */
function sortIntoCells({ x, y }, size, { columns, rows, last, before }) {
  last.fill(NONE);
  for (let mark = 0; mark < x.length; mark += 1) {
    columns[mark] = Math.floor(x[mark] / size);
    rows[mark] = Math.floor(y[mark] / size);
    const place = placeCell(columns[mark], rows[mark]);
    before[mark] = last[place];
    last[place] = mark;
  }
}

/**
 * Puts the later marks in the cells around that of a mark into the room for them, in order.
 * @param {Cells} cells
 * @param {number} mark
 */
function findNeighbours(cells, mark) {
  const [column, row] = [cells.columns[mark], cells.rows[mark]];
  cells.count = 0;
  for (let across = -1; across <= 1; across += 1) {
    for (let down = -1; down <= 1; down += 1) {
      addFromCell(cells, mark, column + across, row + down);
    }
  }
}

/**
 * @param {Cells} cells
 * @param {number} mark
 * @param {number} column
 * @param {number} row
 */
function addFromCell(cells, mark, column, row) {
  const { columns, rows, last, before, near } = cells;
  for (let other = last[placeCell(column, row)]; other > mark; other = before[other]) {
    if (columns[other] !== column || rows[other] !== row) continue;
    let place = cells.count;
    for (; place > 0 && near[place - 1] > other; place -= 1) near[place] = near[place - 1];
    near[place] = other;
    cells.count += 1;
  }
}
