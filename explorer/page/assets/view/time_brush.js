/** The brush over the years: drawn anew, moved as it is, or pulled at one of its edges. */
import { makeScale } from "./time_chart.js";

const REACH = 10; // pixels from an edge within which it is pulled

/**
 * A drag of the brush: which bars are chosen when the pointer is over another.
 * @typedef {(bar: number) => Bars} BrushDrag
 */

/**
 * @param {TimePanel} panel
 * @param {{start: () => void, choose: (first: number, last: number) => void}} listeners
 */
export function listenToBrush(panel, { start, choose }) {
  const { chart } = panel;
  /** @type {{drag: BrushDrag, part: BrushPart, bar: number, hasMoved: boolean}|null} */
  let held = null;
  /** @param {MouseEvent} event */
  const measureX = (event) => event.clientX - chart.getBoundingClientRect().left;
  /** @param {Bars} bars */
  const show = ({ first, last }) => choose(first, last);
  chart.addEventListener("pointerdown", (event) => {
    chart.setPointerCapture(event.pointerId);
    start();
    const x = measureX(event);
    const bar = makeScale(panel).bin(x);
    const part = findBrushPart(panel, x);
    held = { drag: beginDrag(panel, part, bar), part, bar, hasMoved: false };
    if (part === "paper") show(held.drag(bar));
  });
  chart.addEventListener("pointermove", (event) => {
    const x = measureX(event);
    if (!held) {
      markBrushPart(panel, findBrushPart(panel, x));
      return;
    }
    const bar = makeScale(panel).bin(x);
    held.hasMoved ||= bar !== held.bar;
    if (held.hasMoved) show(held.drag(bar));
  });
  chart.addEventListener("pointerup", () => {
    // A click inside the brush chooses that year.
    if (held?.part === "inside" && !held.hasMoved) choose(held.bar, held.bar);
    held = null;
  });
  chart.addEventListener("pointercancel", () => {
    held = null;
  });
  chart.addEventListener("keydown", (event) => {
    const bars = moveByKey(panel, event);
    if (!bars) return;
    event.preventDefault();
    if (!event.repeat) start();
    show(bars);
  });
}

/**
 * The bars that a key chooses: arrows move the brush, with Shift they pull its end (left and right)
 * or its start (up and down).
 * @param {TimePanel} panel
 * @param {KeyboardEvent} event
 * @returns {Bars|null}
 */
function moveByKey({ brush, bins }, { key, shiftKey, ctrlKey, altKey, metaKey }) {
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key];
  if (!by || ctrlKey || altKey || metaKey) return null;
  const end = bins.length - 1;
  if (!brush) return { first: end, last: end };
  const { first, last } = brush;
  if (!shiftKey) return moveBars(brush, by, bins.length);
  return key === "ArrowLeft" || key === "ArrowRight"
    ? { first, last: Math.min(end, Math.max(first, last + by)) }
    : { first: Math.max(0, Math.min(last, first + by)), last };
}

/** @typedef {"first"|"last"|"inside"|"paper"} BrushPart */

/**
 * @param {TimePanel} panel
 * @param {number} x
 * @returns {BrushPart} what of the brush is there
 */
function findBrushPart(panel, x) {
  const { brush } = panel;
  if (!brush) return "paper";
  const { edges } = makeScale(panel);
  const [left, right] = [edges[brush.first], edges[brush.last + 1]];
  const reach = Math.min(REACH, (right - left) / 3); // something is left to move a small one by
  if (Math.abs(x - left) <= reach) return "first";
  if (Math.abs(x - right) <= reach) return "last";
  return x > left && x < right ? "inside" : "paper";
}

/**
 * @param {TimePanel} panel
 * @param {BrushPart} part
 */
function markBrushPart({ chart }, part) {
  chart.classList.toggle("is-movable", part === "inside");
  chart.classList.toggle("is-resizable", part === "first" || part === "last");
}

/**
 * @param {TimePanel} panel
 * @param {BrushPart} part
 * @param {number} start the bar where the drag begins
 * @returns {BrushDrag}
 */
function beginDrag({ brush, bins }, part, start) {
  if (brush && part === "inside") return (bar) => moveBars(brush, bar - start, bins.length);
  const fixed = !brush || part === "paper" ? start : part === "first" ? brush.last : brush.first;
  return (bar) => ({ first: Math.min(fixed, bar), last: Math.max(fixed, bar) });
}

/**
 * @param {Bars} bars
 * @param {number} by how many bars; as many as there is room for
 * @param {number} count of all bars
 * @returns {Bars}
 */
function moveBars({ first, last }, by, count) {
  const shift = Math.min(count - 1 - last, Math.max(-first, by));
  return { first: first + shift, last: last + shift };
}
