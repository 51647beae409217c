import { shorten } from "../core/text.js";
import { createGrid } from "./label_grid.js";
import { NO_LINES, countCrossings } from "./label_lines.js";
import { findLeader, listLeaderBoxes, measureGap } from "./label_leaders.js";
import { seemsAnothers } from "./label_owners.js";
import { isInside, listFartherPositions, listPositions, widen } from "./label_positions.js";

const LINE = 14;
const FARTHER = [8, 18, 32]; // pixels beyond its usual place, for a name that must be read
const FARTHEST = [56, 88, 128]; // and for one that would else lie over a crowd
const SHORT = 0.01; // what a pixel of the line costs there
const FAR = 0.02; // what a pixel of the line to it costs, beside a mark that it covers
const CROWD = 8; // marks that a name covers, from which on it does
const CLOSE = 10; // pixels between a name and another mark, within which it might name that
const PLAINLY = 6; // pixels that its own mark is nearer, at best
const NEARLY = 3; // pixels that it is farther, at worst
const LATER = 0.3; // what a later place costs, beside a line through it
const STRANGE = 0.5; // what it costs to seem that of another mark, beside that of covering one
const JOINED = 0.3; // and with a line to its own mark, beside what the length of that costs
const AWAY = 2; // how much more it costs to cover a mark from away: one moves to be in the clear
const LONG = 16; // characters, from which on a name has two lines
// Latin, Greek and Cyrillic letters, without signs that stand over others.
const SIDE_BY_SIDE = /^[ -~\u00c0-\u024f\u0370-\u0481\u048a-\u04ff]*$/;
const NARROW = /[^a-zA-Z\u00c0-\u04ff]|[fijlrtIÌ-Ïì-ïĨ-ıĵĺ-łŕŗřţťŧΙΐίιϊІЇгіїјґ]/g;
const LEAST = 5; // pixels that a letter takes, if it is not narrow
const NARROWEST = 2;
export const FACE =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

/**
 * The width of a text, in pixels.
 * @typedef {(text: string, strong: boolean) => number} TextMeasure
 */

/**
 * Canvas fonts of a label: the plain one and the one of what is emphasised.
 * @param {boolean} strong
 */
export function getLabelFont(strong) {
  return strong ? `600 13px ${FACE}` : `12px ${FACE}`;
}

/**
 * The colour of a name: that of the area it names, or by its weight.
 * @param {Label} label
 * @param {Theme} theme
 */
export function chooseLabelColour({ place, strong }, theme) {
  if (place !== undefined) return theme.communities[place];
  return strong ? theme.text : theme.soft;
}

/**
 * Breaks a name once, at the space that leaves the two halves most alike.
 * @param {string} text
 * @returns {string[]}
 */
export function breakName(text) {
  const spaces = [...text.matchAll(/[\s-]/g)]
    .map((match) => match.index)
    .filter((at) => at > 2 && at < text.length - 3);
  if (!spaces.length) return [text];
  /** @param {number} at */
  const uneven = (at) => Math.max(at, text.length - at);
  const at = spaces.reduce((best, candidate) =>
    uneven(candidate) < uneven(best) ? candidate : best,
  );
  const dash = text[at] === "-" ? 1 : 0;
  return [text.slice(0, at + dash), text.slice(at + 1)];
}

/**
 * The lines a name may have: a long one two, a short one only where one finds no room.
 * @param {string} text
 * @returns {string[][]}
 */
export function listBreaks(text) {
  const broken = breakName(text);
  return text.length > LONG || broken.length === 1 ? [broken] : [[text], broken];
}

/** @param {LabelledMark} mark */
function isForemost({ isForemost: isSaid, strong }) {
  return isSaid ?? strong;
}

/**
 * The first place where a name would cover nothing.
 * @param {LabelledMark} mark
 * @param {Size} size
 * @param {LabelGrids} grids
 * @param {Size} plate
 * @returns {Box|null}
 */
function findClearBox(mark, { width, height }, { names, marks, lines }, plate) {
  const clear = [];
  for (const { x, y } of listPositions(mark, width, height)) {
    const box = { x, y, width, height, owner: mark.actor };
    const isOpen = isInside(box, plate) && names.free(box, mark.actor);
    if (isOpen && marks.free(box, mark.actor) && !seemsAnothers(box, mark, marks)) clear.push(box);
    if (clear.length && !lines.length) break;
  }
  return chooseLeastCrossed(clear, marks, lines);
}

/**
 * The first of some boxes, or one of the next through which fewer lines run. One close to another
 * mark might seem to name that.
 * @param {(Box & {owner: number})[]} boxes
 * @param {LabelGrid} marks
 * @param {Float32Array} lines
 */
function chooseLeastCrossed(boxes, marks, lines) {
  if (!lines.length) return boxes[0] ?? null;
  let [best, least] = [/** @type {Box|null} */ (null), Infinity];
  for (const [rank, box] of boxes.entries()) {
    if (rank * LATER >= least) break;
    const close = marks.free(widen(box, CLOSE), box.owner) ? 0 : 1;
    const cost = rank * LATER + close + countCrossings(box, lines, least);
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}

/**
 * The first free place; a name that must be read may cover marks, as few and as small as possible,
 * and never another name. It is rather near its own mark than near another.
 * @param {LabelledMark} mark
 * @param {Size} size
 * @param {LabelGrids} grids
 * @param {Size} plate
 * @returns {Box|null}
 */
function findFreeBox(mark, size, grids, plate) {
  if (!isForemost(mark)) return findClearBox(mark, size, grids, plate);
  const { names, marks, lines } = grids;
  /** @param {Point[]} places */
  const listOpen = (places) =>
    places
      .map((place) => ({ ...place, ...size, owner: mark.actor }))
      .filter((box) => isInside(box, plate) && names.free(box, mark.actor));
  const open = listOpen(listPositions(mark, size.width, size.height));
  const clear = open.filter((box) => marks.free(box, mark.actor));
  const own = clear.filter((box) => !seemsAnothers(box, mark, marks));
  const plain = own.filter((box) => !seemsAnothers(box, mark, marks, PLAINLY));
  if (plain.length) return chooseLeastCrossed(plain, marks, lines);
  if (own.length) return chooseLeastCrossed(own, marks, lines);
  const listAway = (/** @type {number[]} */ steps) =>
    listOpen(listFartherPositions(mark, size, steps));
  const farther = listAway(FARTHER);
  /** @type {Set<Box>} */
  const isFar = new Set(farther);
  const best = findLeast([...open, ...farther], (box) => {
    const seeming = isFar.has(box) ? JOINED + SHORT * measureGap(box, mark) : STRANGE;
    const strange = seemsAnothers(box, mark, marks, -NEARLY) ? seeming : 0;
    return marks.weigh(box, mark.actor) * (isFar.has(box) ? AWAY : 1) + strange;
  });
  const covered = best ? marks.weigh(best, mark.actor) : Infinity;
  if (covered < CROWD) return best;
  const farthest = listAway(FARTHEST).filter(
    (box) =>
      marks.weigh(box, mark.actor) < covered / 2 &&
      listLeaderBoxes(findLeader(box, mark)).every((part) => names.free(part, mark.actor)),
  );
  const measure = (/** @type {Box} */ box) =>
    marks.weigh(box, mark.actor) + FAR * measureGap(box, mark);
  return findLeast(farthest, measure) ?? best;
}

/**
 * The first of those with the least cost; null where there is none.
 * @param {Box[]} boxes
 * @param {(box: Box) => number} measure
 * @returns {Box|null}
 */
function findLeast(boxes, measure) {
  const costs = boxes.map(measure);
  return boxes[costs.indexOf(Math.min(...costs))] ?? null;
}

/**
 * A width that hardly any plain text falls below, in any face, as far as its letters are of a
 * script in which they stand side by side: at worst a narrow name in a crowd is left out.
 * @param {string} text
 */
function guessLeast(text) {
  if (!SIDE_BY_SIDE.test(text)) return 0;
  const narrow = text.match(NARROW)?.length ?? 0;
  return LEAST * (text.length - narrow) + NARROWEST * narrow;
}

/**
 * A name in the first of its shapes that finds room.
 * @param {LabelledMark} mark
 * @param {TextMeasure} measure
 * @param {LabelGrids} grids
 * @param {Size} plate
 * @returns {Label|null}
 */
function placeLabel(mark, measure, grids, plate) {
  for (const broken of mark.breaks ?? listBreaks(mark.text)) {
    const lines = broken.map((line) => shorten(line));
    const height = lines.length * LINE + 2;
    /** @param {TextMeasure} ask */
    const findWidth = (ask) => Math.max(...lines.map((line) => ask(line, mark.strong))) + 4;
    // Most names in a crowd find no room: to measure each would take longer than to place it.
    const least = isForemost(mark) ? null : { width: findWidth(guessLeast), height };
    if (least && !findClearBox(mark, least, { ...grids, lines: NO_LINES }, plate)) continue;
    const box = findFreeBox(mark, { width: findWidth(measure), height }, grids, plate);
    if (box) {
      return {
        actor: mark.actor,
        lines,
        strong: mark.strong,
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        leader: isForemost(mark) && mark.actor >= 0 ? findLeader(box, mark) : null,
        place: mark.place,
      };
    }
  }
  return null;
}

/**
 * Chooses where names stand: none covers another name or another actor's mark.
 * @param {LabelledMark[]} marks
 *   most important first
 * @param {TextMeasure} measure width of a text in pixels
 * @param {Size & {lines?: Float32Array, apart?: number}} plate with the lines that names had better
 *   not cover, and the pixels between two names
 * @param {Box[]} taken rectangles nothing may
 *   cover
 * @param {number} most how many names at most
 * @returns {Label[]}
 */
export function placeLabels(marks, measure, plate, taken, most) {
  const grids = { names: createGrid(), marks: createGrid(), lines: plate.lines ?? NO_LINES };
  for (const box of taken) (box.solid ? grids.names : grids.marks).add(box);
  const labels = [];
  for (const mark of marks) {
    if (labels.length >= most) break;
    const label = placeLabel(mark, measure, grids, plate);
    if (!label) continue;
    grids.names.add({ ...widen(label, plate.apart ?? 0), owner: mark.actor });
    for (const box of listLeaderBoxes(label.leader)) {
      grids.names.add({ ...box, owner: mark.actor });
    }
    labels.push(label);
  }
  return labels;
}

/**
 * Where a label's lines stand: centre and baseline of each.
 * @param {Label} label
 */
export function positionLines(label) {
  return label.lines.map((line, i) => ({
    line,
    x: label.x + label.width / 2,
    y: label.y + 12 + i * LINE,
  }));
}
