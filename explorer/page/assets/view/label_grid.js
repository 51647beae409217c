/** Where names and marks are, to find out what a name would cover. */

const CELL = 80; // pixels
const ROW = 4096; // cells; more than there are from top to bottom

/**
 * Rectangles kept in a coarse grid, so that asking for a collision looks at few of them.
 * @returns {LabelGrid}
 */
export function createGrid() {
  /** @type {Map<number, Box[]>} */
  const cells = new Map();
  return {
    add(box) {
      for (const key of listCells(box)) {
        const boxes = cells.get(key);
        if (boxes) boxes.push(box);
        else cells.set(key, [box]);
      }
    },
    free(box, owner) {
      // Asked thousands of times a frame: without a list.
      const right = findCell(box.x + box.width);
      const bottom = findCell(box.y + box.height);
      const top = findCell(box.y);
      for (let i = findCell(box.x); i <= right; i += 1) {
        for (let j = top; j <= bottom; j += 1) {
          const others = cells.get(i * ROW + j);
          if (others && meetsAny(box, others, owner)) return false;
        }
      }
      return true;
    },
    some(box, owner, test) {
      const passes = (/** @type {Box} */ other) =>
        other.owner !== owner && meets(box, other) && test(other);
      return listCells(box).some((key) => cells.get(key)?.some(passes));
    },
    weigh(box, owner) {
      /** @type {Box[]} */
      const met = [];
      let sum = 0;
      for (const key of listCells(box)) {
        for (const other of cells.get(key) ?? []) {
          if (other.owner === owner || !meets(box, other) || met.includes(other)) continue;
          met.push(other);
          sum += other.weight ?? 1;
        }
      }
      return sum;
    },
  };
}

/** @param {number} at */
function findCell(at) {
  return Math.floor(at / CELL);
}

/**
 * The cells of the grid that a rectangle touches.
 * @param {Box} box
 */
function listCells({ x, y, width, height }) {
  const keys = [];
  const [right, bottom] = [findCell(x + width), findCell(y + height)];
  for (let i = findCell(x); i <= right; i += 1) {
    for (let j = findCell(y); j <= bottom; j += 1) keys.push(i * ROW + j);
  }
  return keys;
}

/**
 * @param {Box} box
 * @param {Box[]} others
 * @param {number} owner whose own rectangles do not count
 */
function meetsAny(box, others, owner) {
  for (let i = 0; i < others.length; i += 1) {
    if (others[i].owner !== owner && meets(box, others[i])) return true;
  }
  return false;
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function meets(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
