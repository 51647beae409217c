/**
 * Regular corners on a circle, starting at the top.
 * @param {number} count
 * @param {number} r
 * @param {any} [turn]
 */
function listCorners(count, r, turn = 0) {
  return Array.from({ length: count }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / count - Math.PI / 2;
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
}

/**
 * @param {number[][]} points
 * @param {number} x
 * @param {number} y
 */
function drawPolygon(points, x, y) {
  const corners = points.map(([px, py]) => formatPoint(x + px, y + py));
  return `M${corners.join("L")}Z`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
function drawCircle(x, y, r) {
  const arc = `A${formatPoint(r, r)} 0 1 1`;
  const [start, opposite] = [formatPoint(x + r, y), formatPoint(x - r, y)];
  return `M${start}${arc} ${opposite}${arc} ${start}Z`;
}

/** @param {number} r */
function listStarCorners(r) {
  return Array.from({ length: 10 }, (_, n) => {
    const reach = 0.82 * r * (n % 2 === 0 ? 1.3 : 0.5);
    return [reach * Math.sin((n * Math.PI) / 5), 0.082 * r - reach * Math.cos((n * Math.PI) / 5)];
  });
}

// The same figures as vis-network draws, so that legend, canvas and SVG cannot disagree.
/** @type {Record<string, ((r: number) => number[][])|undefined>} */
const FIGURES = {
  square: (r) => [
    [-r, -r],
    [r, -r],
    [r, r],
    [-r, r],
  ],
  diamond: (r) => [
    [0, -r],
    [r, 0],
    [0, r],
    [-r, 0],
  ],
  triangle: (r) => listCorners(3, 1.328 * r).map(([x, y]) => [x, y + 0.316 * r]),
  triangleDown: (r) => listCorners(3, 1.328 * r, Math.PI).map(([x, y]) => [x, y - 0.316 * r]),
  hexagon: (r) => listCorners(6, r, Math.PI / 2),
  star: listStarCorners,
};

/**
 * A number as the shortest text that still draws the same.
 * @param {number} value
 */
export function shortenNumber(value) {
  return String(Math.round(value * 100) / 100);
}

/**
 * A point as SVG path data, such as "12.5 8".
 * @param {number} x
 * @param {number} y
 */
export function formatPoint(x, y) {
  return `${shortenNumber(x)} ${shortenNumber(y)}`;
}

/**
 * The outline of a kind's mark as SVG path data.
 * @param {string} shape a vis-network shape; an unknown one is drawn as a dot
 * @param {number} x
 * @param {number} y
 * @param {number} r half the height, in pixels
 * @returns {string}
 */
export function drawMark(shape, x, y, r) {
  const figure = FIGURES[shape];
  return figure ? drawPolygon(figure(r), x, y) : drawCircle(x, y, r);
}

/**
 * Actors in the order in which their marks are painted: none lies under a smaller one.
 * @param {Iterable<number>} actors
 * @param {ArrayLike<number>} radii
 */
export function listSmallestFirst(actors, radii) {
  return [...actors].sort((one, other) => radii[one] - radii[other] || one - other);
}
