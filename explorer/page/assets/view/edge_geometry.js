import { formatPoint, shortenNumber } from "./marks.js";

/**
 * A point on the quadratic curve from a over c to b.
 * @param {Point} a
 * @param {Point} c
 * @param {Point} b
 * @param {number} t
 */
export function findPoint(a, c, b, t) {
  const s = 1 - t;
  return {
    x: s * s * a.x + 2 * s * t * c.x + t * t * b.x,
    y: s * s * a.y + 2 * s * t * c.y + t * t * b.y,
  };
}

/**
 * The control point vis-network gives a curved edge, so that what we draw lies on what it draws.
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 * @param {number} bend roundness; positive clockwise, negative counter-clockwise, 0 straight
 */
export function findControlPoint(from, to, bend) {
  const reach = (Math.abs(bend) * 0.5 + 0.5) * Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + (bend * 0.5 + 0.5) * Math.PI;
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}

/**
 * Where along the curve from a over c to b the border of one of its two marks is crossed.
 * @param {Circle} a
 * @param {Point} c
 * @param {Circle} b
 * @param {Circle} mark
 */
function findBorder(a, c, b, mark) {
  let [near, far] = [mark === a ? 0 : 1, 0.5];
  for (let i = 0; i < 12; i += 1) {
    const middle = (near + far) / 2;
    const p = findPoint(a, c, b, middle);
    if (Math.hypot(p.x - mark.x, p.y - mark.y) < mark.r) near = middle;
    else far = middle;
  }
  return far;
}

/**
 * The part of the curve between two of its parameters, as another curve.
 * @param {Point} a
 * @param {Point} c
 * @param {Point} b
 * @param {number} t0
 * @param {number} t1
 */
function cutCurve(a, c, b, t0, t1) {
  /**
   * @param {Point} p
   * @param {Point} q
   * @param {number} t
   */
  const mix = (p, q, t) => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });
  const start = findPoint(a, c, b, t0);
  const end = findPoint(a, c, b, t1);
  const control = mix(mix(a, c, t0), mix(c, b, t0), t1);
  return { start, control, end };
}

/**
 * @param {Point} tip
 * @param {number} angle
 * @param {number} length
 */
function drawArrowHead(tip, angle, length) {
  /**
   * @param {number} back
   * @param {number} side
   */
  const corner = (back, side) => {
    const x = tip.x - length * (back * Math.cos(angle) + side * Math.sin(angle));
    const y = tip.y - length * (back * Math.sin(angle) - side * Math.cos(angle));
    return formatPoint(x, y);
  };
  const corners = [formatPoint(tip.x, tip.y), corner(1, 0.3), corner(0.9, 0), corner(1, -0.3)];
  return `M${corners.join("L")}Z`;
}

/**
 * The loop of an actor's relation to itself, where vis-network draws it.
 * @param {Circle} mark
 * @param {number} r radius of the loop
 * @returns {EdgeLine}
 */
function drawLoop(mark, r) {
  const centre = { x: mark.x + mark.r * Math.SQRT1_2, y: mark.y - mark.r * Math.SQRT1_2 };
  const arc = `a${formatPoint(r, r)} 0 1 1`;
  const d = [
    `M${formatPoint(centre.x - r, centre.y)}`,
    `${arc} ${shortenNumber(2 * r)} 0`,
    `${arc} ${shortenNumber(-2 * r)} 0`,
  ].join("");
  return { d, head: null, middle: { x: centre.x + r * 0.7, y: centre.y - r * 0.7 } };
}

/**
 * Where a line ends inside its arrowhead.
 * @param {Point} tip
 * @param {number} angle
 * @param {number} arrow
 */
function stepBack(tip, angle, arrow) {
  return {
    x: tip.x - arrow * 0.8 * Math.cos(angle),
    y: tip.y - arrow * 0.8 * Math.sin(angle),
  };
}

/**
 * The line of a relation between two marks, in pixels.
 * @param {{x: number, y: number, r: number}} from
 * @param {{x: number, y: number, r: number}} to
 * @param {{bend: number, arrow: number, isBothWays?: boolean, loop?: number}} form `arrow` is the
 *   head's length, 0 for none, at both ends if it is both ways; `loop` the radius of the loop of an
 *   actor's relation to itself
 * @returns {{d: string, head: string|null, middle: {x: number, y: number}}}
 */
export function drawEdgeLine(from, to, { bend, arrow, isBothWays = false, loop = 0 }) {
  if (loop || (from.x === to.x && from.y === to.y)) return drawLoop(from, loop || from.r + 7);
  const control = findControlPoint(from, to, bend);
  const t0 = findBorder(from, control, to, from);
  const t1 = findBorder(from, control, to, to);
  const { start, control: via, end } = cutCurve(from, control, to, t0, t1);
  const angle = Math.atan2(end.y - via.y, end.x - via.x);
  const startAngle = Math.atan2(start.y - via.y, start.x - via.x);
  const first = isBothWays ? stepBack(start, startAngle, arrow) : start;
  const last = stepBack(end, angle, arrow);
  const d = [
    `M${formatPoint(first.x, first.y)}`,
    `Q${formatPoint(via.x, via.y)} ${formatPoint(last.x, last.y)}`,
  ].join("");
  const head = drawArrowHead(end, angle, arrow);
  const back = isBothWays ? drawArrowHead(start, startAngle, arrow) : "";
  return {
    d,
    head: arrow ? `${head}${back}` : null,
    middle: findPoint(start, via, end, 0.5),
  };
}

/**
 * The bends that fan out parallel relations on both sides of the straight line.
 * A fan keeps its width in pixels: long lines bend as little as short ones.
 * @param {number[][]} pairs the relations of each pair of actors
 * @param {{source: number, target: number}[]} relations
 * @param {(index: number) => {x: number, y: number}} place
 * @param {number} gap pixels between neighbouring lines
 * @returns {Float32Array} one bend per relation
 */
export function fanOut(pairs, relations, place, gap) {
  const bends = new Float32Array(relations.length);
  for (const pair of pairs) {
    const { source, target } = relations[pair[0]];
    if (pair.length > 1 && source !== target) spreadBundle(pair, relations, place, gap, bends);
  }
  return bends;
}

/**
 * @param {number[]} bundle parallel relations by their index
 * @param {{source: number, target: number}[]} relations
 * @param {(index: number) => Point} place
 * @param {number} gap
 * @param {Float32Array} bends
 */
function spreadBundle(bundle, relations, place, gap, bends) {
  const { source, target } = relations[bundle[0]];
  const [a, b] = [place(source), place(target)];
  const unit = gap / (0.39 * Math.max(30, Math.hypot(a.x - b.x, a.y - b.y)));
  const room = Math.min(1, 0.9 / (unit * (bundle.length - 1) * 0.5 || 1));
  bundle.forEach((relation, i) => {
    const side = relations[relation].source === source ? 1 : -1;
    bends[relation] = side * unit * room * (i - (bundle.length - 1) / 2);
  });
}
