/**
 * The lines of a large network as this page paints them itself: a list that is made again when what
 * is shown changes. vis-network would hold an object with options of its own for each, which takes
 * most of the time until such a network is seen.
 */
import { findControlPoint, findPoint } from "./edge_geometry.js";
import { getLineStyle, getLook } from "./scene.js";

const BESIDE = 7; // pixels from a line within which it is meant
/** @type {(keyof OwnLine)[]} */
const LOOKS = ["relation", "source", "target", "bend", "arrow", "isBothWays", "look"];
const SAMPLES = 30; // points looked at along a bent line

/**
 * Lists the lines that are drawn, thin ones first.
 * @param {Plate} plate
 * @param {Uint8Array} drawn 1 for each relation that has a line
 * @returns {OwnLine[]}
 */
export function listOwnLines(plate, drawn) {
  /** @type {OwnLine[]} */
  const lines = [];
  drawn.forEach((isDrawn, relation) => {
    if (isDrawn) lines.push(makeOwnLine(plate, relation));
  });
  return lines.sort((one, other) => one.width - other.width);
}

/**
 * @param {Plate} plate
 * @param {number} relation
 * @returns {OwnLine}
 */
function makeOwnLine(plate, relation) {
  const { source, target } = plate.network.relations[relation];
  const { bend, arrow, isBothWays, colour, width, dashes, opacity } = getLineStyle(plate, relation);
  const look = getLook(plate, relation);
  const ink = {
    colour,
    dashes,
    width: width * look.width,
    opacity: opacity * look.opacity,
  };
  const line = { relation, source, target, bend, arrow: Boolean(arrow), isBothWays };
  return { ...line, ...ink, look: nameLook(ink) };
}

/**
 * What tells one ink from another.
 * @param {Pick<OwnLine, "colour"|"width"|"opacity"|"dashes">} ink
 */
function nameLook({ colour, width, opacity, dashes }) {
  return `${colour} ${width} ${opacity} ${dashes}`;
}

/**
 * Whether two lists would be painted alike, as long as no actor moves.
 * @param {OwnLine[]} lines
 * @param {OwnLine[]} others
 */
export function areLinesAlike(lines, others) {
  return (
    lines.length === others.length &&
    lines.every((line, i) => LOOKS.every((name) => line[name] === others[i][name]))
  );
}

/**
 * The relation whose line is nearest to a point of the canvas, near enough to be meant.
 * @param {Canvas} canvas
 * @param {Point} point
 * @returns {number|null}
 */
export function findOwnLineAt({ plate, at, ownLines, view, size }, point) {
  if (!view) return null;
  const { width, height } = size();
  const here = {
    x: (point.x - width / 2) / view.scale + view.x,
    y: (point.y - height / 2) / view.scale + view.y,
  };
  /** @type {number|null} */
  let best = null;
  let distance = BESIDE / view.scale;
  for (const { relation, source, target, bend } of ownLines) {
    const from = { x: at.x[source], y: at.y[source] };
    const to = { x: at.x[target], y: at.y[target] };
    const away =
      source === target
        ? measureToLoop(here, from, plate.radii[source], plate.loops[relation])
        : measureToLine(here, from, to, bend, distance);
    if (away < distance) [best, distance] = [relation, away];
  }
  return best;
}

/**
 * How far a point is from a line; Infinity where it is farther than `most` at a glance.
 * @param {Point} point
 * @param {Point} from
 * @param {Point} to
 * @param {number} bend
 * @param {number} most
 */
function measureToLine({ x, y }, from, to, bend, most) {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(across, down) || 1;
  const aside = Math.abs((x - from.x) * down - (y - from.y) * across) / length;
  if (aside > most + Math.abs(bend) * length) return Infinity;
  const along = ((x - from.x) * across + (y - from.y) * down) / length;
  if (along < -most || along > length + most) return Infinity;
  if (!bend) return aside;
  const control = findControlPoint(from, to, bend);
  let least = Infinity;
  for (let step = 1; step < SAMPLES; step += 1) {
    const point = findPoint(from, control, to, step / SAMPLES);
    least = Math.min(least, Math.hypot(point.x - x, point.y - y));
  }
  return least;
}

/**
 * @param {Point} point
 * @param {Point} mark
 * @param {number} radius of the mark
 * @param {number} size radius of the loop
 */
function measureToLoop({ x, y }, mark, radius, size) {
  const reach = radius * Math.SQRT1_2;
  return Math.abs(Math.hypot(x - mark.x - reach, y - mark.y + reach) - size);
}
