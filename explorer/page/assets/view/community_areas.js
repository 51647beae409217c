/** Soft areas behind the largest communities, and their names when the reader looks from afar. */
import { drawRings, isInside, outlineAreas } from "../core/area_outlines.js";
import { findColouring } from "../core/colourings.js";
import { COLOURED, findColourNumber } from "../core/communities.js";
import { makeVisible, shorten } from "../core/text.js";

const FAR = 0.7; // the scale below which communities have names
const CROWD = 600; // actors, from which on communities have names at any scale below twice as large
export const AREA_OPACITY = 0.11;

/**
 * The areas of the communities that have a colour of their own, while colours mean communities, in
 * pixels of the paper.
 * @param {Canvas} canvas
 * @returns {CommunityArea[]}
 */
export function listCommunityAreas(canvas) {
  const { plate, shown, areas } = canvas;
  const { network, style, radii } = plate;
  if (!shown || findColouring(network, String(style[1])) !== "community") return [];
  const made = [shown, network.communities, radii];
  if (!areas || made.some((part, i) => part !== areas.made[i])) {
    canvas.areas = { made, list: makeAreas(canvas, shown) };
  }
  return canvas.areas?.list ?? [];
}

/**
 * @param {Canvas} canvas
 * @param {Shown} shown
 * @returns {CommunityArea[]}
 */
function makeAreas({ plate, at }, { actors, relations, alone }) {
  const { network, radii, pairs } = plate;
  const { list, numberOf } = network.communities;
  const drawn = [...actors.keys()].filter((i) => actors[i] && !alone[i] && network.ties[i].length);
  const placeOf = new Map(drawn.map((actor, place) => [actor, place]));
  const marks = drawn.map((i) => ({
    x: at.x[i],
    y: at.y[i],
    r: radii[i],
    community: findColourNumber(numberOf[i]),
  }));
  /** @type {Point2[]} */
  const lines = pairs
    .filter((pair) => pair.some((i) => relations[i]))
    .map(([i]) => network.relations[i])
    .map(({ source, target }) => [placeOf.get(source) ?? 0, placeOf.get(target) ?? 0]);
  return outlineAreas(marks, lines, Math.min(COLOURED, list.length)).flatMap((rings, place) => {
    if (!rings.length) return [];
    const inside = marks.filter((mark) => mark.community === place && isInside(rings[0], mark));
    const middle = { x: findMean(inside.map(({ x }) => x)), y: findMean(inside.map(({ y }) => y)) };
    return [{ d: drawRings(rings), place, first: list[place].foremost[0], ...middle }];
  });
}

/** @param {number[]} values */
function findMean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Paints the areas behind all that vis-network draws, in pixels of the paper.
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 */
export function paintCommunityAreas(canvas, ctx) {
  ctx.globalAlpha = AREA_OPACITY;
  for (const { d, place } of listCommunityAreas(canvas)) {
    ctx.fillStyle = canvas.plate.theme.communities[place];
    ctx.fill(new Path2D(d));
  }
  ctx.globalAlpha = 1;
}

/**
 * The name of each area, when the reader looks from afar.
 * @param {Canvas} canvas
 * @returns {LabelledMark[]}
 */
export function listAreaNames(canvas) {
  const { plate, emphasis, view } = canvas;
  const isFar = plate.scale < (plate.network.actors.length < CROWD ? FAR : 2 * FAR);
  if (emphasis || !isFar || !view) return [];
  return listCommunityAreas(canvas).map(({ first, x, y }, i) => ({
    actor: -2 - i,
    x: (x - view.x) * view.scale + view.width / 2,
    y: (y - view.y) * view.scale + view.height / 2,
    r: 0,
    text: `Around ${shorten(makeVisible(plate.network.actors[first].name))}`,
    strong: true,
  }));
}
