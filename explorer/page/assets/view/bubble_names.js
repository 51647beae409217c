/** Names in bubbles: the foremost members within, as many as fit; beside them who must be read. */
import { makeVisible, shorten } from "../core/text.js";
import { getContext } from "./element.js";
import { getLabelFont, placeLabels } from "./labels.js";

export const NAME_LINE = 14; // pixels
const RIM = 5; // pixels between a name and the rim
const MOST_WITHIN = 7;
const FOREMOST = 20; // actors of all bubbles who are named wherever they are
const LONGEST_NAME = 24;

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
 * As many whole names as fit into a bubble, one a line, none where the foremost does not.
 * @param {Circle} place
 * @param {number[]} actors the foremost first
 * @param {Set<number>} foremost of all bubbles
 * @param {NameWriter} writer
 * @returns {Label[]}
 */
function nameWithin({ x, y, r }, actors, foremost, { measure, name }) {
  const most = Math.min(MOST_WITHIN, actors.length, Math.floor((2 * r) / NAME_LINE) - 1);
  for (let lines = most; lines > 0; lines -= 1) {
    const labels = actors.slice(0, lines).map((actor, i) => {
      const middle = (i - (lines - 1) / 2) * NAME_LINE;
      const half = Math.abs(middle) + NAME_LINE / 2;
      const room = 2 * Math.sqrt(Math.max(0, r * r - half * half)) - 2 * RIM;
      const strong = foremost.has(actor);
      const text = name(actor);
      const box = {
        x: x - room / 2,
        y: y + middle - NAME_LINE / 2,
        width: room,
        height: NAME_LINE,
      };
      return { ...box, actor, lines: [text], strong };
    });
    if (labels.every(({ width, lines: [text], strong }) => measure(text, strong) <= width)) {
      return labels;
    }
  }
  return [];
}
