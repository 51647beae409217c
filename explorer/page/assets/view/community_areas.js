/** Soft areas behind the largest communities, and their names when the reader looks from afar. */
import { findColouring } from "../core/colourings.js";
import { COLOURED } from "../core/communities.js";
import { makeVisible, shorten } from "../core/text.js";

const FAR = 0.7; // the scale below which communities have names
const PAD = 16; // pixels of the paper between a mark and the rim of its area
const CORNERS = 12; // of the circle around a mark
const OUTLIER = 2.2; // times the usual distance from the middle: farther members stay outside
const LEAST = 3; // members of an area
export const AREA_OPACITY = 0.09;

/** @param {number[]} values */
function findMedian(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/**
 * The corners of the smallest convex area around points (Andrew's monotone chain).
 * @param {Point[]} points
 * @returns {Point[]}
 */
export function findHull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (/** @type {Point[]} */ ordered) => {
    /** @type {Point[]} */
    const rim = [];
    for (const c of ordered) {
      for (let a, b; rim.length > 1; rim.pop()) {
        [a, b] = rim.slice(-2);
        if ((b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)) break;
      }
      rim.push(c);
    }
    return rim.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/**
 * @param {Circle[]} marks
 * @param {number} pad
 */
function surround(marks, pad) {
  return marks.flatMap(({ x, y, r }) =>
    Array.from({ length: CORNERS }, (_, i) => {
      const turn = (2 * Math.PI * i) / CORNERS;
      return { x: x + (r + pad) * Math.cos(turn), y: y + (r + pad) * Math.sin(turn) };
    }),
  );
}

/**
 * Members without those that lie far from all others.
 * @param {Circle[]} marks
 */
function dropOutliers(marks) {
  const [x, y] = [
    findMedian(marks.map((mark) => mark.x)),
    findMedian(marks.map(({ y: at }) => at)),
  ];
  const away = marks.map((mark) => Math.hypot(mark.x - x, mark.y - y));
  const most = OUTLIER * findMedian(away);
  return marks.filter((_, i) => away[i] <= most);
}

/**
 * The areas of the communities that have a colour of their own, while colours mean communities.
 * @param {Plate} plate
 * @param {Shown|null} shown
 * @param {(actor: number) => Circle} place
 * @param {number} scale
 * @returns {CommunityArea[]}
 */
export function makeCommunityAreas(plate, shown, place, scale) {
  const { network, style, theme } = plate;
  if (!shown || findColouring(network, String(style[1])) !== "community") return [];
  return network.communities.list.slice(0, COLOURED).flatMap(({ number, actors, foremost }) => {
    const marks = actors.filter((i) => shown.actors[i] && !shown.alone[i]).map(place);
    if (marks.length < LEAST) return [];
    const near = dropOutliers(marks);
    const rim = findHull(surround(near, PAD * scale));
    const d = `M${rim.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
    return [{ d, colour: theme.communities[number - 1], first: foremost[0], marks: near }];
  });
}

/**
 * Paints the areas behind all that vis-network draws, in pixels of the paper.
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 */
export function paintCommunityAreas({ plate, shown, at }, ctx) {
  const place = (/** @type {number} */ i) => ({ x: at.x[i], y: at.y[i], r: plate.radii[i] });
  ctx.globalAlpha = AREA_OPACITY;
  for (const { d, colour } of makeCommunityAreas(plate, shown, place, 1)) {
    ctx.fillStyle = colour;
    ctx.fill(new Path2D(d));
  }
  ctx.globalAlpha = 1;
}

/**
 * The name of each area, to be placed before all other names, when the reader looks from afar.
 * @param {Canvas} canvas
 * @returns {LabelledMark[]}
 */
export function listAreaNames({ plate, shown, emphasis }) {
  if (emphasis || plate.scale >= FAR) return [];
  return makeCommunityAreas(plate, shown, plate.place, plate.scale).map(({ first, marks }, i) => ({
    actor: -2 - i,
    x: findMedian(marks.map(({ x }) => x)),
    y: findMedian(marks.map(({ y }) => y)),
    r: 0,
    text: `Around ${shorten(makeVisible(plate.network.actors[first].name))}`,
    strong: true,
  }));
}
