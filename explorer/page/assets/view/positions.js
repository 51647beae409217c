export const SMALL = 640; // pixels; a narrower canvas has narrower margins
const STRETCH = 1.5;
const LONER_ROOM = 21; // pixels for each actor without relations, where they are laid below
const OPENING = 0.82; // below 1 opens up the crowded middle

/** @param {Iterable<number>} values */
export function measureExtent(values) {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, span: most - least || 1, middle: (least + most) / 2 };
}

/**
 * Draws the middle apart and the rim together, on the rays from the middle, so that neighbours stay
 * neighbours. Actors without relations stay in their lines, beyond all others.
 * @param {number[]} xs
 * @param {number[]} ys
 * @param {(i: number) => boolean} isTied
 * @returns {[number[], number[]]}
 */
function spreadMiddle(xs, ys, isTied) {
  const tied = [...xs.keys()].filter(isTied);
  if (!tied.length) return [xs, ys];
  const middle = { x: findMean(tied.map((i) => xs[i])), y: findMean(tied.map((i) => ys[i])) };
  const away = xs.map((x, i) => Math.hypot(x - middle.x, ys[i] - middle.y));
  const reach = tied.reduce((most, i) => Math.max(most, away[i]), 0) || 1;
  const factor = away.map((distance) => (distance ? (distance / reach) ** (OPENING - 1) : 1));
  /**
   * @param {number[]} values
   * @param {number} mean
   */
  const spread = (values, mean) => {
    const far = (/** @type {number[]} */ all) =>
      tied.reduce((most, i) => Math.max(most, all[i]), -Infinity);
    const moved = values.map((value, i) => (value - mean) * (isTied(i) ? factor[i] : 1));
    const [before, after] = [far(values), far(moved)];
    return moved.map((value, i) =>
      !isTied(i) && values[i] > before ? value + after - before + mean : value,
    );
  };
  return [spread(xs, middle.x), spread(ys, middle.y)];
}

/**
 * Lays actors without relations, which the layout has in lines below all others, below them in a
 * turned drawing, too: else they would take the side of a narrow window.
 * @param {[number[], number[]]} turned positions
 * @param {number[]} ys as the layout has them
 * @param {Size} plate
 * @param {(i: number) => boolean} isTied
 * @returns {[number[], number[]]}
 */
function layLonersBelow([across, down], ys, plate, isTied) {
  const tied = [...ys.keys()].filter(isTied);
  const loners = [...ys.keys()].filter((i) => !isTied(i)).sort((a, b) => ys[a] - ys[b] || a - b);
  const lowest = tied.reduce((most, i) => Math.max(most, ys[i]), -Infinity);
  if (!tied.length || !loners.length || ys[loners[0]] <= lowest) return [across, down];
  const [h, v] = [across, down].map((values) => measureExtent(tied.map((i) => values[i])));
  const [kx, ky] = chooseScales(plate, h.span, v.span);
  const columns = Math.max(1, Math.floor((h.span * kx) / LONER_ROOM));
  const middle = (Math.min(columns, loners.length) - 1) / 2;
  loners.forEach((i, place) => {
    const row = Math.floor(place / columns);
    across[i] = h.middle + (((place % columns) - middle) * LONER_ROOM) / kx;
    down[i] = v.least + v.span + ((row + 2) * LONER_ROOM) / ky;
  });
  return [across, down];
}

/**
 * The scales at which some extent fits the plate, stretched a little so that the paper is used.
 * @param {Size} plate
 * @param {number} across
 * @param {number} down
 */
function chooseScales(plate, across, down) {
  const [sx, sy] = [plate.width / across, plate.height / down];
  const most = Math.min(sx, sy) * STRETCH;
  return [Math.min(sx, most), Math.min(sy, most)];
}

/** @param {number[]} values */
function findMean(values) {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/**
 * Fits the computed positions to the plate: turned when one is upright and the other is not,
 * stretched a little so that the paper is used, and in pixels, so that marks are as large as meant.
 * @param {number[]} xs
 * @param {number[]} ys
 * @param {{width: number, height: number}} plate
 * @param {(i: number) => boolean} [isTied] whether an actor has relations
 * @returns {Positions} around the middle of the plate
 */
export function fitPositions(xs, ys, plate, isTied = () => true) {
  const isPlateUpright = plate.height > plate.width * 1.2;
  const isUpright = measureExtent(ys).span > measureExtent(xs).span * 1.2;
  const turned = isPlateUpright !== isUpright;
  const [across, down] = turned
    ? layLonersBelow(spreadMiddle(ys, xs, isTied), ys, plate, isTied)
    : spreadMiddle(xs, ys, isTied);
  const [h, v] = [measureExtent(across), measureExtent(down)];
  const [kx, ky] = chooseScales(plate, h.span, v.span);
  return applyFrame({ turned, middle: [h.middle, v.middle], scale: [kx, ky] }, across, down);
}

/**
 * Positions on the plate, and the frame that leads from the layout's own measure to it.
 * @param {Frame} frame
 * @param {number[]} across
 * @param {number[]} down
 * @returns {Positions}
 */
function applyFrame(frame, across, down) {
  const [[mx, my], [kx, ky]] = [frame.middle, frame.scale];
  return {
    x: Float64Array.from(across, (value) => (value - mx) * kx),
    y: Float64Array.from(down, (value) => (value - my) * ky),
    frame,
  };
}

/**
 * @param {{turned: boolean, middle: [number, number], scale: [number, number]}} frame
 * @param {[number, number]} place in the layout's own measure, which is the same in every window
 * @returns {[number, number]} on the plate
 */
export function fromFrame({ turned, middle, scale }, [x, y]) {
  const [across, down] = turned ? [y, x] : [x, y];
  return [(across - middle[0]) * scale[0], (down - middle[1]) * scale[1]];
}

/**
 * @param {Frame} frame
 * @param {Point2} position
 * @returns {[number, number]} a place on the plate in the layout's own measure
 */
export function toFrame({ turned, middle, scale }, [x, y]) {
  const [across, down] = [x / scale[0] + middle[0], y / scale[1] + middle[1]];
  return turned ? [down, across] : [across, down];
}

/**
 * The position nearest to one that is at most half a canvas, or half the network, away from where
 * the page opened with actors: one actor far off would shrink all others to nothing.
 * @param {{x: Float64Array, y: Float64Array}} home
 * @param {Point2} position
 * @param {Size} size
 * @returns {Point2}
 */
export function boundPosition(home, [x, y], { width, height }) {
  /**
   * @param {number} value
   * @param {Float64Array} values
   * @param {number} room
   */
  const bound = (value, values, room) => {
    const { least, span } = measureExtent(values);
    const reach = Math.max(span, room) / 2;
    return Math.min(Math.max(value, least - reach), least + span + reach);
  };
  return [bound(x, home.x, width), bound(y, home.y, height)];
}

/**
 * Positions as somebody placed them: neither turned nor stretched, and as large as the plate has
 * room for.
 * @param {number[]} xs
 * @param {number[]} ys
 * @param {{width: number, height: number}} plate
 * @returns {Positions} around the middle of the plate
 */
export function scalePositions(xs, ys, plate) {
  const [h, v] = [measureExtent(xs), measureExtent(ys)];
  const scale = Math.min(plate.width / h.span, plate.height / v.span);
  return applyFrame({ turned: false, middle: [h.middle, v.middle], scale: [scale, scale] }, xs, ys);
}
