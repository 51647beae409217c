/** Names in bubbles: the foremost members within, as many as fit; beside them who must be read. */
import { makeVisible, shorten } from "../core/text.js";
import { getContext } from "./element.js";
import { breakName, getLabelFont, placeLabels } from "./labels.js";

export const NAME_LINE = 14; // pixels
const SMALLER = 12 / 13; // of a strong name beside a bubble, how large one within is
const RIM = 4; // pixels between a name and the rim
const MOST_WITHIN = 7;
const FOREMOST = 20; // actors of all bubbles who are named wherever they are
const LONGEST_NAME = 32;
const APART = 4; // pixels between names of two lines

/**
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
  const order = (/** @type {number} */ a, /** @type {number} */ b) =>
    network.ties[b].length - network.ties[a].length || a - b;
  const members = bubbles.map(({ number, first }) => {
    const all = network.communities.list[number - 1].actors.filter((i) => selected[i]);
    return { first, ranked: takeFirst(all, order, FOREMOST) };
  });
  const foremost = new Set(
    takeFirst(
      members.flatMap(({ ranked }) => ranked),
      order,
      FOREMOST,
    ),
  );
  const name = (/** @type {number} */ i) =>
    shorten(makeVisible(network.actors[i].name), LONGEST_NAME);
  const within = members.map(({ first, ranked }, i) =>
    nameWithin(places[i], [first, ...ranked.filter((actor) => actor !== first)], foremost, {
      measure,
      name,
    }),
  );
  const isWithin = new Set(within.flat().map(({ actor }) => actor));
  const asked = members.flatMap(({ first, ranked }, owner) => {
    const must = ranked.filter((actor) => foremost.has(actor) && !isWithin.has(actor));
    const own = must.includes(first) || isWithin.has(first) ? [] : [first];
    return [...must, ...own].map((actor) => ({ actor, owner, strong: foremost.has(actor) }));
  });
  asked.sort((a, b) => Number(b.strong) - Number(a.strong) || order(a.actor, b.actor));
  const marks = asked.map(({ actor, owner, strong }) => ({
    ...places[owner],
    actor,
    text: name(actor),
    strong,
  }));
  const taken = places.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
  const note = { x: 0, y: 0, width: size.width, height: top, solid: true };
  return { within, labels: placeLabels(marks, measure, size, [...taken, note], marks.length) };
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
 * @param {Set<number>} foremost of all bubbles
 * @param {NameWriter} writer
 * @returns {Label[]}
 */
function nameWithin(place, actors, foremost, { measure, name }) {
  const most = Math.min(MOST_WITHIN, actors.length, Math.floor((2 * place.r) / NAME_LINE) - 1);
  for (let count = most; count > 0; count -= 1) {
    for (const isBroken of [false, true]) {
      const names = actors.slice(0, count).map((actor) => ({
        actor,
        lines: isBroken ? breakName(name(actor)) : [name(actor)],
        strong: foremost.has(actor),
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
