/** Soft areas behind the largest communities, and their names when the reader looks from afar. */
import { chooseReach, outlineAreas } from "../core/area_outlines.js";
import { CAMP_COLOURS } from "../core/camps.js";
import { findColouring } from "../core/colourings.js";
import { COLOURED, findColourNumber } from "../core/communities.js";
import { drawRings, listInside } from "../core/rings.js";
import { makeVisible, shorten } from "../core/text.js";
import { measureExtent } from "./positions.js";

const FAR = 0.7; // the scale below which communities have names
const CROWD = 600; // actors, from which on communities have names at any scale below twice as large

/**
 * The areas of the communities that have a colour of their own, while colours mean communities, in
 * pixels of the paper.
 * @param {Canvas} canvas
 * @returns {CommunityArea[]}
 */
export function listCommunityAreas(canvas) {
  const { plate, shown, areas } = canvas;
  const { network, style, radii } = plate;
  const grouping = chooseGrouping(network, findColouring(network, String(style[1])));
  if (!shown || !grouping) return [];
  const made = [shown, network.communities, radii, style[1]];
  if (!areas || made.some((part, i) => part !== areas.made[i])) {
    canvas.areas = { made, list: makeAreas(canvas, shown, grouping) };
  }
  return canvas.areas?.list ?? [];
}

/**
 * A rectangle around all areas, as far as marks say, in pixels of the paper.
 * @param {Canvas} canvas
 * @returns {Box|null} null where there are no areas
 */
export function boundAreas({ plate, at, shown }) {
  const { network, style, radii } = plate;
  const grouping = chooseGrouping(network, findColouring(network, String(style[1])));
  if (!shown || !grouping) return null;
  const drawn = shown.order.filter((i) => !shown.alone[i] && network.ties[i].length);
  const { placeOf, colours } = grouping;
  const members = drawn.filter((i) => placeOf(i) < colours.length);
  if (!members.length) return null;
  const [h, v] = [at.x, at.y].map((axis) => measureExtent(drawn.map((i) => axis[i])));
  const reach = chooseReach(h.span * v.span, drawn.length);
  const [across, down] = [at.x, at.y].map((axis) => {
    const first = members.reduce((least, i) => Math.min(least, axis[i] - radii[i]), Infinity);
    const last = members.reduce((most, i) => Math.max(most, axis[i] + radii[i]), -Infinity);
    return { first: first - reach, span: last - first + 2 * reach };
  });
  return { x: across.first, y: down.first, width: across.span, height: down.span };
}

/**
 * What areas are around: the place of each actor's area, how many there are, and of each the place
 * of its colour, and its name.
 * @param {Network} network
 * @param {string} colouring
 * @returns {AreaGrouping|null} null where colours mean something else
 */
function chooseGrouping({ actors, communities, camps }, colouring) {
  if (colouring === "camp" && camps) {
    const { numberOf, short_names: names, past } = camps;
    const gone = new Set(past);
    const none = names.length + 1;
    return {
      placeOf: (actor) => (gone.has(actor) ? none : (numberOf[actor] ?? none)) - 1,
      colours: CAMP_COLOURS.slice(0, names.length),
      names: names.map((name) => shorten(makeVisible(name))),
      isAlwaysNamed: true,
      leaders: [],
    };
  }
  if (colouring !== "community") return null;
  const list = communities.list.slice(0, COLOURED);
  return {
    placeOf: (actor) => findColourNumber(communities.numberOf[actor]),
    colours: [...list.keys()],
    names: list.map(({ foremost }) => `Around ${shorten(makeVisible(actors[foremost[0]].name))}`),
    isAlwaysNamed: false,
    leaders: list.map(({ foremost }) => foremost[0]),
  };
}

/**
 * @param {Canvas} canvas
 * @param {Shown} shown
 * @param {AreaGrouping} grouping
 * @returns {CommunityArea[]}
 */
function makeAreas({ plate, at }, { actors, relations, alone }, grouping) {
  const { network, radii, pairs } = plate;
  const { placeOf: groupOf, colours, names, isAlwaysNamed, leaders } = grouping;
  const drawn = [...actors.keys()].filter((i) => actors[i] && !alone[i] && network.ties[i].length);
  const placeOf = new Map(drawn.map((actor, place) => [actor, place]));
  const marks = drawn.map((i) => ({
    x: at.x[i],
    y: at.y[i],
    r: radii[i],
    community: groupOf(i),
  }));
  /** @type {Point2[]} */
  const lines = pairs
    .filter((pair) => pair.some((i) => relations[i]))
    .map(([i]) => network.relations[i])
    .map(({ source, target }) => [placeOf.get(source) ?? 0, placeOf.get(target) ?? 0]);
  return outlineAreas(marks, lines, colours.length).flatMap((rings, group) => {
    if (!rings.length) return [];
    const members = marks.filter(({ community }) => community === group);
    const inside = listInside(rings[0], members);
    const [xs, ys] = [inside.map(({ x }) => x), inside.map(({ y }) => y)];
    const y = isAlwaysNamed ? Math.min(...rings[0].map((point) => point.y)) : findMean(ys);
    const named = { name: names[group], isAlwaysNamed, leader: leaders[group] };
    return [{ d: drawRings(rings), place: colours[group], ...named, x: findMean(xs), y }];
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
  ctx.globalAlpha = canvas.plate.theme.areas;
  for (const { d, place } of listCommunityAreas(canvas)) {
    ctx.fillStyle = canvas.plate.theme.communities[place];
    ctx.fill(new Path2D(d));
  }
  ctx.globalAlpha = 1;
}

/**
 * The name of each area, when the reader looks from afar, except around an actor who has a name.
 * @param {Canvas} canvas
 * @param {LabelledMark[]} named
 * @returns {LabelledMark[]}
 */
export function listAreaNames(canvas, named) {
  const { plate, emphasis, view } = canvas;
  const isFar = plate.scale < (plate.network.actors.length < CROWD ? FAR : 2 * FAR);
  if (emphasis || !view) return [];
  const leaders = new Set(named.map(({ actor }) => actor));
  const areas = listCommunityAreas(canvas).filter(
    ({ isAlwaysNamed, leader }) => isAlwaysNamed || (isFar && !leaders.has(leader ?? -1)),
  );
  return areas.map(({ name, x, y, place, isAlwaysNamed }, i) => ({
    actor: -2 - i,
    x: (x - view.x) * view.scale + view.width / 2,
    y: (y - view.y) * view.scale + view.height / 2,
    r: 0,
    text: name,
    strong: true,
    place: isAlwaysNamed ? place : undefined,
  }));
}
