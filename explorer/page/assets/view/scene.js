import { edgeLine } from "./geometry.js";
import { markPath } from "./marks.js";

const ARROW = 12;

/** How much is left of the ink of an actor none of whose relations is drawn. */
export const FAINT = 0.28;

/**
 * The line of one relation, ready to paint.
 * @param {object} plate what the canvas knows: network, types, bends, claims, place, scale
 * @param {number} index
 * @param {number} weight how many times as thick as at rest
 */
function edgeItem(plate, index, weight) {
  const relation = plate.network.relations[index];
  const style = plate.types[plate.typeIndex[index]];
  const [from, to] = [plate.place(relation.source), plate.place(relation.target)];
  const arrow = style.arrow ? ARROW * plate.scale : 0;
  const line = edgeLine(from, to, { bend: plate.bends[index], arrow });
  const width = style.width * plate.scale * weight;
  return { relation: index, ...line, colour: style.colour, width, dashes: style.dashes.map((dash) => dash * plate.scale) };
}

function nodeItem(plate, index, ringed) {
  const { x, y, r } = plate.place(index);
  const style = plate.kinds[plate.kindIndex[index]];
  const ink = plate.inkOf(index, plate.theme);
  return {
    actor: index,
    d: markPath(style.shape, x, y, r),
    fill: style.hollow ? plate.theme.paper : ink,
    stroke: style.hollow ? ink : plate.theme.paper,
    width: (style.hollow ? 2 : 1.5) * plate.scale,
    opacity: plate.alone?.[index] && !ringed ? FAINT : 1,
    ring: ringed ? { x, y, r: r + 5 } : null,
  };
}

/** Marks of contested and disputed relations, in the middle of their lines. */
function claimBadges(plate, edges) {
  const text = { contested: "?", disputed: "×" };
  return edges.filter(({ relation }) => text[plate.claims[relation]])
    .map(({ relation, middle, colour }) => ({ ...middle, text: text[plate.claims[relation]], colour, step: false }));
}

function stepBadges(plate, steps) {
  return steps.map((step, i) => {
    const [a, b] = [plate.place(step.source), plate.place(step.target)];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, text: String(i + 1), colour: plate.theme.accent, step: true };
  });
}

/**
 * What to paint of some actors and relations: the one description that canvas, SVG and print share.
 * @param {object} plate
 * @param {{actors: Iterable<number>, relations: Iterable<number>, ring: number|null, steps: object[]}} choice
 * @param {number} weight
 */
export function sceneOf(plate, choice, weight) {
  const edges = Array.from(choice.relations, (index) => edgeItem(plate, index, weight));
  const nodes = Array.from(choice.actors, (index) => nodeItem(plate, index, index === choice.ring));
  const badges = [...claimBadges(plate, edges), ...stepBadges(plate, choice.steps)];
  return { edges, nodes, badges };
}

/** Contested marks alone, for the relations vis-network has drawn itself. */
export function badgesOf(plate, relations) {
  return claimBadges(plate, relations.map((index) => edgeItem(plate, index, 1)));
}
