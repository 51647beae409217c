/** How many strong lines run through a name, so that it stands where few do. */

const MOST = 300; // lines, beyond which names stand where they may: to count them would take long
export const NO_LINES = new Float32Array(0);

/**
 * The ends of a plate's lines that have a sign or mean power, where they are few: x, y, x, y of
 * each.
 * @param {Plate} plate
 */
export function listStrongLines({ lines, network, theme, place }) {
  const strong = [...(lines ?? [])].filter(([, { colour }]) => colour !== theme.pairs.neutral);
  if (strong.length > MOST) return NO_LINES;
  return Float32Array.from(
    strong.flatMap(([i]) => {
      const { source, target } = network.relations[i];
      const [one, other] = [place(source), place(target)];
      return [one.x, one.y, other.x, other.y];
    }),
  );
}

/**
 * Asked hundreds of times a frame: without objects, and no farther than to the number that matters.
 * @param {Box} box
 * @param {Float32Array} lines
 * @param {number} most
 */
export function countCrossings({ x, y, width, height }, lines, most) {
  const [right, bottom] = [x + width, y + height];
  let count = 0;
  for (let i = 0; i < lines.length && count < most; i += 4) {
    const x0 = lines[i];
    const y0 = lines[i + 1];
    const x1 = lines[i + 2];
    const y1 = lines[i + 3];
    if ((x0 < x && x1 < x) || (x0 > right && x1 > right)) continue;
    if ((y0 < y && y1 < y) || (y0 > bottom && y1 > bottom)) continue;
    const dx = x1 - x0;
    const dy = y1 - y0;
    const aside = dx * (y + height / 2 - y0) - dy * (x + width / 2 - x0);
    if (2 * Math.abs(aside) < Math.abs(dx) * height + Math.abs(dy) * width) count += 1;
  }
  return count;
}
