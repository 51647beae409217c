/** Where around its mark a name may stand. */

/**
 * The places around a mark where its label may stand, the best one first.
 * @param {Circle} mark
 * @param {number} width
 * @param {number} height
 * @returns {Point[]}
 */
export function listPositions({ x, y, r }, width, height) {
  const gap = r + 4;
  const [near, low, high] = [0.7 * r + 2, y + 0.7 * r, y - 0.7 * r - height];
  const slid = [0.25, 0.75].flatMap((share) =>
    [y + gap, y - gap - height].map((level) => ({ x: x - share * width, y: level })),
  );
  return [
    { x: x - width / 2, y: y + gap },
    { x: x - width / 2, y: y - gap - height },
    { x: x + gap, y: y - height / 2 },
    { x: x - gap - width, y: y - height / 2 },
    { x: x + near, y: low },
    { x: x + near, y: high },
    { x: x - near - width, y: low },
    { x: x - near - width, y: high },
    ...slid,
  ];
}

/**
 * @param {Box} box
 * @param {number} gap
 */
export function widen({ x, y, width, height }, gap) {
  return { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap };
}

/**
 * Places farther away, for a name that must be read.
 * @param {Circle} mark
 * @param {Size} size
 * @param {number[]} steps
 * @returns {Point[]}
 */
export function listFartherPositions({ x, y, r }, { width, height }, steps) {
  return steps.flatMap((step) => listPositions({ x, y, r: r + step }, width, height));
}

/**
 * @param {Box} box
 * @param {Size} size
 */
export function isInside(box, { width, height }) {
  return (
    box.x >= 2 && box.y >= 2 && box.x + box.width <= width - 2 && box.y + box.height <= height - 2
  );
}
