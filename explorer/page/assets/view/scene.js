import { makeActorBadges, makeLineBadges, makeStepBadges } from "./badges.js";
import { drawEdgeLine } from "./edge_geometry.js";
import { makeFoldHandles } from "./fold_marks.js";
import { drawMark, listSmallestFirst } from "./marks.js";
import { INK } from "./styles.js";

/** How long an arrowhead is. */
export const ARROW = 12;

/** How much is left of the ink of an actor none of whose relations is drawn. */
export const FAINT = 0.28;

/**
 * How the line of a relation that differs between two versions differs from others: times as wide,
 * and how much of its ink is left.
 * @type {Record<string, {width: number, opacity: number}|undefined>}
 */
export const CHANGE_LOOKS = {
  added: { width: 1.8, opacity: 1 },
  removed: { width: 0.8, opacity: 0.5 },
  changed: { width: 1.4, opacity: 1 },
};

/**
 * The look of a relation's line, while both versions are shown.
 * @param {Plate} plate
 * @param {number} index
 */
export function getLook(plate, index) {
  return (
    (plate.showsChanges && CHANGE_LOOKS[plate.network.relations[index].change ?? "same"]) || {
      width: 1,
      opacity: 1,
    }
  );
}

/**
 * How a relation's line is drawn: as that of its pair, where it carries that, else as its type's.
 * @param {Plate} plate
 * @param {number} index
 */
export function getLineStyle(plate, index) {
  const line = plate.lines?.get(index);
  if (line) return { ...line, opacity: Math.min(plate.fade ?? 1, line.opacity), bend: 0 };
  const style = plate.types[plate.typeIndex[index]];
  const colour = style.colour === INK ? plate.theme.ink : style.colour;
  return { ...style, colour, opacity: 1, isBothWays: false, bend: plate.bends()[index] };
}

/**
 * The same plate with a line for each relation.
 * @param {Plate} plate
 * @returns {Plate}
 */
export function fanPlate(plate) {
  return { ...plate, lines: null };
}

/**
 * The line of one relation, ready to paint.
 * @param {Plate} plate what the canvas knows: network, types, bends, claims, place, scale
 * @param {number} index
 * @param {number} weight how many times as thick as at rest
 * @returns {SceneEdge}
 */
function makeEdge(plate, index, weight) {
  const relation = plate.network.relations[index];
  const { bend, arrow, isBothWays, opacity, ...style } = getLineStyle(plate, index);
  const [from, to] = [plate.place(relation.source), plate.place(relation.target)];
  const line = drawEdgeLine(from, to, {
    bend,
    arrow: arrow ? ARROW * plate.scale : 0,
    isBothWays,
    loop: plate.loops[index] * plate.scale,
  });
  const look = getLook(plate, index);
  const width = style.width * plate.scale * weight * look.width;
  return {
    relation: index,
    ...line,
    ends: bend || relation.source === relation.target ? null : [from, to],
    colour: style.colour,
    width,
    opacity: look.opacity * opacity,
    dashes: style.dashes.map((dash) => dash * plate.scale),
  };
}

/**
 * @param {Plate} plate
 * @param {number} index
 * @param {boolean} ringed
 * @returns {SceneNode}
 */
function makeNode(plate, index, ringed) {
  const { x, y, r } = plate.place(index);
  const style = plate.kinds[plate.kindIndex[index]];
  const ink = plate.inkOf(index, plate.theme);
  return {
    actor: index,
    d: drawMark(style.shape, x, y, r),
    fill: style.hollow ? plate.theme.paper : ink,
    stroke: style.hollow ? ink : plate.theme.paper,
    width: (style.hollow ? 2 : 1.5) * plate.scale,
    opacity: plate.alone?.[index] && !ringed ? FAINT : 1,
    ring: ringed ? { x, y, r: r + 5 } : null,
  };
}

/**
 * What to paint of some actors and relations: the one description that canvas, SVG and print share.
 * @param {Plate} plate
 * @param {{actors: Iterable<number>, relations: Iterable<number>, ring: number|null,
 *   steps: Step[]}} choice
 * @param {number} weight
 * @returns {Scene}
 */
export function makeScene(plate, choice, weight) {
  const edges = Array.from(choice.relations, (index) => makeEdge(plate, index, weight));
  const nodes = listSmallestFirst(choice.actors, plate.radii).map((index) =>
    makeNode(plate, index, index === choice.ring),
  );
  const badges = [
    ...makeLineBadges(plate, edges),
    ...makeActorBadges(plate, choice.actors),
    ...makeStepBadges(plate, choice.steps),
    ...makeFoldHandles(plate, choice.actors),
  ];
  return { edges, nodes, badges };
}

/**
 * The marks alone, for the relations and actors that vis-network has drawn itself.
 * @param {Plate} plate
 * @param {number[]} relations
 * @param {Iterable<number>} actors
 */
export function makeBadges(plate, relations, actors) {
  return [
    ...makeLineBadges(
      plate,
      relations.map((index) => makeEdge(plate, index, 1)),
    ),
    ...makeActorBadges(plate, actors),
  ];
}
