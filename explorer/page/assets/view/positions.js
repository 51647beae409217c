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

/**
 * The camera that shows some positions whole.
 * @param {{x: number, y: number}[]} points
 * @param {{width: number, height: number}} plate the free part of the canvas
 * @param {number} closest the largest scale allowed
 */
export function fitCamera(points, plate, closest) {
  if (!points.length) return { x: 0, y: 0, scale: 1 };
  const [h, v] = [measureExtent(points.map(({ x }) => x)), measureExtent(points.map(({ y }) => y))];
  const scale = Math.min(plate.width / (h.span + 1), plate.height / (v.span + 1), closest);
  return { x: h.middle, y: v.middle, scale: Math.max(scale, 0.01) };
}

/**
 * The part of a canvas that marks may fill; their names need the rest.
 * @param {{width: number, height: number}} size
 */
export function measureFreeSize({ width, height }) {
  const [x, y] = width < SMALL ? [44, 26] : [60, 38];
  return { width: Math.max(80, width - 2 * x), height: Math.max(80, height - 2 * y) };
}

/**
 * The larger part of a canvas that a card in one of its lower corners leaves free: what is beside
 * the card, or above it.
 * @param {{width: number, height: number}} size
 * @param {{left: number, top: number, right: number}|null} card where it is on the canvas, null
 *   where there is none
 * @returns {{left: number, top: number, width: number, height: number}}
 */
export function findFreePart({ width, height }, card) {
  const whole = { left: 0, top: 0, width, height };
  if (!card) return whole;
  const onLeft = card.left + card.right < width;
  const room = Math.max(0, onLeft ? width - card.right : card.left);
  const beside = { ...whole, left: onLeft ? width - room : 0, width: room };
  const above = { ...whole, height: Math.max(0, Math.min(height, card.top)) };
  return beside.width * height > above.height * width ? beside : above;
}

/**
 * The camera that puts the middle of the points into the middle of a part of the canvas, at a
 * scale.
 * @param {Point[]} points
 * @param {Size} size
 * @param {Part} part
 * @param {number} scale
 */
function aimCamera(points, { width, height }, part, scale) {
  const [h, v] = [measureExtent(points.map(({ x }) => x)), measureExtent(points.map(({ y }) => y))];
  return {
    x: h.middle + (width / 2 - part.left - part.width / 2) / scale,
    y: v.middle + (height / 2 - part.top - part.height / 2) / scale,
    scale,
  };
}

/**
 * The part at the far side of the canvas from the card that points take at a scale, margins and
 * all.
 * @param {Point[]} points
 * @param {Size} size
 * @param {Card} card
 * @param {number} scale
 * @returns {Part}
 */
function findFarPart(points, size, card, scale) {
  const free = measureFreeSize(size);
  const [h, v] = [measureExtent(points.map(({ x }) => x)), measureExtent(points.map(({ y }) => y))];
  const [width, height] = [
    h.span * scale + size.width - free.width,
    v.span * scale + size.height - free.height,
  ];
  return {
    left: card.left + card.right < size.width ? size.width - width : 0,
    top: 0,
    width,
    height,
  };
}

const TRIES = 24; // scales between the least that is clear for certain and the largest
const CLEAR = 46; // pixels around the card, for names

/**
 * The camera that shows some positions whole, as large as may be, with none of them behind a card.
 * @param {{x: number, y: number}[]} points
 * @param {{width: number, height: number}} size of the part of the canvas that no sheet covers
 * @param {{left: number, top: number, right: number}|null} card where it is on the canvas
 * @param {{least: number, most: number}} scales
 */
export function fitCameraBeside(points, size, card, { least, most }) {
  const part = findFreePart(size, card);
  const sure = Math.max(least, fitCamera(points, measureFreeSize(part), most).scale);
  if (!points.length || !card) return aimCamera(points, size, part, sure);
  const largest = fitCamera(points, measureFreeSize(size), most).scale;
  for (let i = 0; i < TRIES && largest > sure; i += 1) {
    const scale = largest - ((largest - sure) * i) / TRIES;
    const camera = aimCamera(points, size, findFarPart(points, size, card, scale), scale);
    if (points.every((point) => isClear(toCanvas(point, camera, size), card))) return camera;
  }
  return aimCamera(points, size, part, sure);
}

/**
 * The same camera where a place is in sight with it, clear of the edges; else the one with that
 * place in the middle.
 * @param {{x: number, y: number, scale: number}} camera
 * @param {{x: number, y: number}} place
 * @param {{width: number, height: number}} size of the part of the canvas that no sheet covers
 * @param {{left: number, top: number, right: number}|null} card where it is on the canvas
 */
export function keepInSight(camera, place, size, card) {
  const part = findFreePart(size, card);
  const [x, y] = [
    (size.width - measureFreeSize(size).width) / 2,
    (size.height - measureFreeSize(size).height) / 2,
  ];
  const at = toCanvas(place, camera, size);
  const seen =
    at.x >= part.left + x &&
    at.x <= part.left + part.width - x &&
    at.y >= part.top + y &&
    at.y <= part.top + part.height - y;
  return seen ? camera : aimCamera([place], size, part, camera.scale);
}

/**
 * Converts a position on the paper to pixels of the canvas.
 * @param {Point} point
 * @param {Camera} camera
 * @param {Size} size
 */
export function toCanvas({ x, y }, camera, { width, height }) {
  return {
    x: (x - camera.x) * camera.scale + width / 2,
    y: (y - camera.y) * camera.scale + height / 2,
  };
}

/**
 * Whether a place on the canvas is neither behind a card nor below it.
 * @param {Point} point
 * @param {Card} card
 */
function isClear({ x, y }, { left, top, right }) {
  return y < top - CLEAR || x < left - CLEAR || x > right + CLEAR;
}

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
