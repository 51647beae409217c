/** Which names the canvas shows, and where. */
import { formatWhole } from "../core/counts.js";
import { chooseNamedShare, countForemost, findBoldScore } from "../core/name_limit.js";
import { makeVisible, shorten } from "../core/text.js";
import { listAreaNames } from "./community_areas.js";
import { listStrongLines } from "./label_lines.js";
import { getLabelFont, placeLabels } from "./labels.js";
import { measureExtent } from "./positions.js";

const MOST_LABELS = 220;
const A_NAME = 7000; // square pixels for each
const TOP = 10; // marks that names cover last
const COVERED = 5; // what one of them costs, in other marks
const MOST_TRIED = 500; // names a frame, or moving would stutter
const MOST_AVOIDED = 3000; // marks that names stay off; the foremost
const MOST_NAMED = 24; // actors without relations; as graph/layout/packing.py says
const NEARBY = 1.5; // the scale from which on all of them may have names
const CAPTION = 75; // pixels from the middle of a caption to what is beside it
const CAPTION_HEIGHT = 40; // pixels below a block in which a caption has room
const LONGEST_LABEL = 38; // characters, on two lines

/**
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 * @param {Size} box
 * @returns {Label[]}
 */
export function chooseLabels(canvas, ctx, box) {
  const { plate, emphasis, shown } = canvas;
  if (!shown) return [];
  const widths = (plate.widths ??= new Map());
  /**
   * @param {string} text
   * @param {boolean} strong
   */
  const measure = (text, strong) => {
    const key = strong ? `*${text}` : text;
    if (!widths.has(key)) {
      ctx.font = getLabelFont(strong);
      widths.set(key, ctx.measureText(text).width);
    }
    return widths.get(key);
  };
  const most = countForemost(box.width * box.height);
  const order = emphasis ? emphasis.order : raiseFolded(canvas, listNamed(canvas, shown), most);
  const { avoided, count } = listMarksInView(canvas, order, box, most);
  const marks = avoided.slice(0, MOST_TRIED);
  const foremost = marks.slice(0, most);
  const names = listAreaNames(canvas, foremost);
  return placeLabels(
    [...foremost, ...names, ...listIsolates(canvas, box), ...marks.slice(most)],
    measure,
    emphasis ? box : { ...box, lines: listStrongLines(plate) },
    listObstacles(canvas, avoided),
    emphasis ? MOST_LABELS : limitLabels(plate, box.width * box.height, count),
  );
}

/**
 * The actors that may have names: of a block of many without relations only from nearby, since
 * their marks are side by side.
 * @param {Canvas} canvas
 * @param {Shown} shown
 */
function listNamed({ plate }, { order, alone }) {
  const isNear = plate.network.saved.placed || plate.scale >= NEARBY;
  const isBlock = !isNear && order.filter((i) => isIsolate(plate, i)).length > MOST_NAMED;
  return order.filter((i) => !alone[i] && !(isBlock && isIsolate(plate, i)));
}

/**
 * @param {Plate} plate
 * @param {number} actor
 */
function isIsolate({ network, insides }, actor) {
  return !network.ties[actor].length && !insides.has(actor);
}

/**
 * Puts marks that stand for several actors first, as far as they are few.
 * @param {Canvas} canvas
 * @param {number[]} order
 * @param {number} most
 */
function raiseFolded({ plate: { insides } }, order, most) {
  if (!insides.size || insides.size > most) return order;
  return [...order].sort((a, b) => Number(insides.has(b)) - Number(insides.has(a)));
}

/**
 * The caption of the actors without any relation, who are drawn in a block of their own.
 * @param {Canvas} canvas
 * @param {Size} box
 * @returns {LabelledMark[]}
 */
function listIsolates({ plate, shown, emphasis }, { width, height }) {
  const { saved } = plate.network;
  const isolates = shown?.order.filter((i) => isIsolate(plate, i)).map(plate.place) ?? [];
  if (emphasis || saved.placed || isolates.length < 2) return [];
  const [h, v] = [
    measureExtent(isolates.map(({ x }) => x)),
    measureExtent(isolates.map(({ y }) => y)),
  ];
  // To the right of the block; where there is no room, below its beginning, or above it.
  const text = `${formatWhole(isolates.length)} without relations`;
  const beside = h.least + h.span + CAPTION;
  const bottom = v.least + v.span;
  const below = [Math.min(h.least + CAPTION, width - CAPTION), bottom + 6];
  const above = [Math.min(h.middle, width - CAPTION), v.least - 56];
  const aside = bottom + CAPTION_HEIGHT < height ? below : above;
  const [x, y] = beside + CAPTION < width ? [beside, v.middle - 19] : aside;
  return [{ actor: -1, x, y, r: 0, text, strong: false }];
}

/**
 * How many names there may be.
 * @param {Plate} plate
 * @param {number} area of the canvas
 * @param {number} count of marks in view
 */
function limitLabels({ scale, weave = 0 }, area, count) {
  const fitting = Math.min(MOST_LABELS, (area / A_NAME) * Math.max(1, scale));
  const share = chooseNamedShare(area, count, weave / scale);
  const most = countForemost(area);
  return Math.ceil(most + Math.max(0, fitting - most) * share);
}

/**
 * The foremost marks in view, which names stay off, and how many there are.
 * @param {Canvas} canvas
 * @param {number[]} order
 * @param {Size} size
 * @param {number} most whose names are always shown
 */
function listMarksInView(canvas, order, { width, height }, most) {
  const { plate, emphasis } = canvas;
  /** @type {LabelledMark[]} */
  const avoided = [];
  let count = 0;
  const isBold = createBoldTest(plate, order);
  for (const [rank, actor] of order.entries()) {
    const { x, y, r } = plate.place(actor);
    if (x < -r || y < -r || x > width + r || y > height + r) continue;
    count += 1;
    if (count > MOST_AVOIDED) continue;
    const isForemost = rank < most || Boolean(emphasis?.strong.has(actor));
    const strong = emphasis ? emphasis.strong.has(actor) : isForemost && isBold(actor);
    const text = count <= MOST_TRIED ? nameMark(plate, actor) : "";
    avoided.push({ actor, x, y, r, text, strong, isForemost });
  }
  return { avoided, count };
}

/**
 * Creates what says whether an actor stands out from the others by its score, or stands for some.
 * @param {Plate} plate
 * @param {number[]} order
 * @returns {(actor: number) => boolean}
 */
function createBoldTest({ network, insides, style }, order) {
  const scores = style[2];
  const tied = order.filter((i) => network.ties[i].length && !insides.has(i));
  const least = findBoldScore(tied.map((i) => scores[i]));
  return (actor) => insides.has(actor) || (scores[actor] ?? 0) >= least;
}

/**
 * @param {Plate} plate
 * @param {number} actor
 */
function nameMark({ network, insides }, actor) {
  const name = makeVisible(network.actors[actor].name);
  return shorten(insides.get(actor)?.community ? `Around ${name}` : name, LONGEST_LABEL);
}

/**
 * A card over the canvas, and marks that names should not cover.
 * @param {Canvas} canvas
 * @param {LabelledMark[]} marks
 * @returns {Box[]}
 */
function listObstacles(canvas, marks) {
  const badges = canvas.badges.map(({ x, y, step, handle }) =>
    step
      ? { x: x - 11, y: y - 11, width: 22, height: 22 }
      : {
          x: x - (handle?.width ?? 16) / 2,
          y: y - 8,
          width: handle?.width ?? 16,
          height: 16,
          solid: Boolean(handle),
        },
  );
  const boxes = marks.map(({ actor, x, y, r }, rank) => ({
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
    owner: actor,
    weight: rank < TOP ? COVERED : 1,
  }));
  const card = canvas.card();
  const covered = card
    ? [
        {
          x: card.left,
          y: card.top,
          width: card.right - card.left,
          height: canvas.size().height - card.top,
        },
      ]
    : [];
  const controls = canvas.controls().map((box) => ({ ...box, solid: true }));
  const { width, height } = canvas.size();
  const note = { x: 0, y: 0, width, height: canvas.note(), solid: true };
  const sheet = { x: 0, y: height - canvas.inset, width, height: canvas.inset, solid: true };
  return [note, sheet, ...controls, ...covered, ...badges, ...boxes];
}
