/**
 * Names in bubbles: the foremost members within, as many as fit; beside them who must be read. Only
 * the name of a bubble is bold, and members beside it are a list, or one would seem to be its name.
 */
import { COLOURED } from "../core/communities.js";
import { makeVisible, shorten } from "../core/text.js";
import { getContext } from "./element.js";
import { listLeaderBoxes } from "./label_leaders.js";
import { widen } from "./label_positions.js";
import { breakName, getLabelFont, placeLabels } from "./labels.js";

export const NAME_LINE = 14; // pixels
const SMALLER = 12 / 13; // of a strong name beside a bubble, how large one within is
const RIM = 4; // pixels between a name and the rim
const MOST_WITHIN = 7;
const FOREMOST = 20; // actors of all bubbles who are named wherever they are
const NARROW = 400000; // square pixels, with less of which half as many are: bubbles take much room
const LONGEST_NAME = 32;
const COVERED = 10; // marks that a bubble counts as where a name would cover it
const KEY = "+ Name: this actor is in the bubble, too";
const KEY_LINE = 22; // pixels above the lower edge
const APART = 4; // pixels between names of two lines, and between those of two bubbles

/**
 * @typedef {{actor: number, line: string}} BubblePart a member named beside its bubble
 *
 * @typedef {Circle & {first: number, strong: boolean, isBeside: boolean, parts: BubblePart[]}}
 *   NamedBubble
 *
 * @typedef {object} NameWriter
 * @property {(text: string, strong: boolean) => number} measure
 * @property {(actor: number) => string} name
 */

/**
 * @param {Pick<BubbleModel, "network" | "bubbles" | "places" | "size">} model
 * @param {Uint8Array} selected 1 for each actor that the filters keep
 * @param {number} top how many pixels the note above takes
 * @returns {{within: Label[][], labels: Label[]}} within: the names in each bubble
 */
export function nameBubbles({ network, bubbles, places, size }, selected, top) {
  const measure = createMeasure();
  const most = size.width * size.height < NARROW ? FOREMOST / 2 : FOREMOST;
  const order = (/** @type {number} */ a, /** @type {number} */ b) =>
    network.ties[b].length - network.ties[a].length || a - b;
  const members = bubbles.map(({ number, first }) => {
    const all = network.communities.list[number - 1].actors.filter((i) => selected[i]);
    return { first, ranked: takeFirst(all, order, most) };
  });
  const foremost = new Set(
    takeFirst(
      members.flatMap(({ ranked }) => ranked),
      order,
      most,
    ),
  );
  const name = (/** @type {number} */ i) =>
    shorten(makeVisible(network.actors[i].name), LONGEST_NAME);
  const within = members.map(({ first, ranked }, i) =>
    nameWithin(places[i], [first, ...ranked.filter((actor) => actor !== first)], { measure, name }),
  );
  const isWithin = new Set(within.flat().map(({ actor }) => actor));
  const beside = members.flatMap(({ first, ranked }, owner) => {
    const rest = ranked.filter((i) => foremost.has(i) && i !== first && !isWithin.has(i));
    const parts = rest.map((actor) => ({ actor, line: `+ ${name(actor)}` }));
    const isBeside = !isWithin.has(first);
    const isColoured = bubbles[owner].number <= COLOURED;
    const strong = isColoured || parts.length > 0 || foremost.has(first);
    const isNamed = isBeside || parts.length > 0;
    return isNamed ? { ...places[owner], parts, first, strong, isBeside } : [];
  });
  beside.sort((a, b) => Number(b.strong) - Number(a.strong) || order(a.first, b.first));
  const taken = places.map(({ x, y, r }, i) => ({
    ...{ x: x - r, y: y - r, width: 2 * r, height: 2 * r },
    owner: bubbles[i].first,
    weight: COVERED,
  }));
  const note = { x: 0, y: 0, width: size.width, height: top, solid: true };
  const key = buildKey(beside, measure, size);
  const solid = [note, ...key.map((label) => ({ ...label, solid: true }))];
  const labels = placeBeside(beside, { measure, name }, size, [...taken, ...solid]);
  return { within, labels: [...labels, ...key] };
}

/**
 * What the sign before members means, in a corner of the drawing, where there are any.
 * @param {NamedBubble[]} beside
 * @param {NameWriter["measure"]} measure
 * @param {Size} size
 * @returns {Label[]}
 */
function buildKey(beside, measure, { height }) {
  if (!beside.some(({ parts }) => parts.length)) return [];
  const place = { x: 8, y: height - KEY_LINE, width: measure(KEY, false), height: NAME_LINE };
  return [{ ...place, actor: -1, lines: [KEY], strong: false, leader: null }];
}

/**
 * Places names beside bubbles: first those of foremost bubbles, then those of other members, in a
 * list where it finds room, and then those of all other bubbles.
 * @param {NamedBubble[]} beside
 * @param {NameWriter} writer
 * @param {Size} size
 * @param {Box[]} taken
 */
function placeBeside(beside, { measure, name }, size, taken) {
  const covered = [...taken];
  const place = (/** @type {LabelledMark[]} */ marks) => {
    const labels = placeLabels(marks, measure, { ...size, apart: APART }, covered, marks.length);
    for (const label of labels) {
      for (const box of [widen(label, APART), ...listLeaderBoxes(label.leader)]) {
        covered.push({ ...box, solid: true });
      }
    }
    return labels;
  };
  const marks = beside.map(({ parts: _, ...mark }) => ({
    ...mark,
    actor: mark.first,
    text: name(mark.first),
  }));
  return marks.flatMap((mark, i) => [
    ...place(mark.isBeside ? [mark] : []),
    ...placeParts(mark, beside[i].parts, place),
  ]);
}

/**
 * Places members beside a bubble: below each other, or one by one where that finds no room.
 * @param {LabelledMark} mark
 * @param {BubblePart[]} parts
 * @param {(marks: LabelledMark[]) => Label[]} place
 * @returns {Label[]}
 */
function placeParts(mark, parts, place) {
  if (!parts.length) return [];
  const look = { strong: false, isForemost: true };
  const [list] = place([{ ...mark, ...look, breaks: [parts.map(({ line }) => line)] }]);
  if (list) return splitLabel(list, parts);
  return parts.flatMap(({ actor, line }) =>
    place([{ ...mark, ...look, breaks: [[line]] }]).map((label) => ({ ...label, actor })),
  );
}

/**
 * A label for each member of a list.
 * @param {Label} label
 * @param {BubblePart[]} parts
 * @returns {Label[]}
 */
function splitLabel(label, parts) {
  return parts.map(({ actor, line }, i) => ({
    ...label,
    actor,
    lines: [line],
    y: label.y + i * NAME_LINE,
    height: NAME_LINE,
    leader: i ? null : label.leader,
  }));
}

/** @returns {(text: string, strong: boolean) => number} the width of a name in pixels */
function createMeasure() {
  const ctx = getContext(document.createElement("canvas"));
  return (text, strong) => {
    ctx.font = getLabelFont(strong);
    return ctx.measureText(text).width;
  };
}

/**
 * The first of many in an order, without sorting all of them.
 * @param {number[]} all
 * @param {(a: number, b: number) => number} order
 * @param {number} most
 */
function takeFirst(all, order, most) {
  /** @type {number[]} */
  const first = [];
  for (const one of all) {
    if (first.length === most && order(one, first[most - 1]) > 0) continue;
    const at = first.findIndex((other) => order(one, other) < 0);
    first.splice(at < 0 ? first.length : at, 0, one);
    first.length = Math.min(first.length, most);
  }
  return first;
}

/**
 * As many whole names as fit into a bubble, none where the foremost does not; on two lines each
 * where so more of them fit.
 * @param {Circle} place
 * @param {number[]} actors the foremost first
 * @param {NameWriter} writer
 * @returns {Label[]}
 */
function nameWithin(place, actors, { measure, name }) {
  const most = Math.min(MOST_WITHIN, actors.length, Math.floor((2 * place.r) / NAME_LINE) - 1);
  for (let count = most; count > 0; count -= 1) {
    for (const isBroken of [false, true]) {
      const names = actors.slice(0, count).map((actor) => ({
        actor,
        lines: isBroken ? breakName(name(actor)) : [name(actor)],
        strong: actor === actors[0],
      }));
      const labels = stackNames(place, names, isBroken ? APART : 0, measure);
      if (labels) return labels;
    }
  }
  return [];
}

/**
 * Names below each other in the middle of a bubble; null where they do not fit.
 * @param {Circle} place
 * @param {Pick<Label, "actor" | "lines" | "strong">[]} names
 * @param {number} apart pixels between two names
 * @param {NameWriter["measure"]} measure
 * @returns {Label[]|null}
 */
function stackNames({ x, y, r }, names, apart, measure) {
  const lines = names.reduce((sum, each) => sum + each.lines.length, 0);
  const height = lines * NAME_LINE + (names.length - 1) * apart;
  let top = -height / 2;
  const labels = [];
  for (const each of names) {
    const bottom = top + each.lines.length * NAME_LINE;
    const widest = Math.max(...each.lines.map((line) => measure(line, each.strong)));
    const width = each.strong ? widest * SMALLER : widest;
    // The corners of a name are farthest from the middle.
    const reach = Math.hypot(width / 2 + RIM, Math.max(Math.abs(top), Math.abs(bottom)));
    if (reach > r) return null;
    labels.push({ ...each, x: x - width / 2, y: y + top, width, height: bottom - top });
    top = bottom + apart;
  }
  return labels;
}
