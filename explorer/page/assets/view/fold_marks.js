/** Marks that stand for several actors: a soft disc below each, and a handle that opens it. */

export const DISC_OPACITY = 0.13;
const WIDEST = 44; // pixels of a disc's radius
const RIM = 6; // pixels of a disc beside its mark
const MOST = 40; // handles at the scale of 1; more would cover the network
const HIGH = 16; // pixels of a handle
const REACH = 13; // pixels from the middle of a handle within which it is meant

/**
 * The discs: each as large as the marks in it together, as far as there is room.
 * @param {Plate} plate
 * @param {Shown|null} shown
 * @param {(actor: number) => Circle} place
 * @param {number} scale
 * @returns {(Circle & {colour: string})[]}
 */
export function makeFoldDiscs({ insides, radii, inkOf, theme }, shown, place, scale) {
  return [...insides].flatMap(([host, { actors }]) => {
    if (!shown?.actors[host]) return [];
    const area = [host, ...actors].reduce((sum, i) => sum + radii[i] ** 2, 0);
    const { x, y } = place(host);
    return [
      { x, y, r: (Math.min(Math.sqrt(area), WIDEST) + RIM) * scale, colour: inkOf(host, theme) },
    ];
  });
}

/**
 * Paints the discs behind all that vis-network draws, in pixels of the paper.
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2D} ctx
 */
export function paintFoldDiscs({ plate, shown, at }, ctx) {
  const place = (/** @type {number} */ i) => ({ x: at.x[i], y: at.y[i], r: plate.radii[i] });
  for (const { x, y, r, colour } of makeFoldDiscs(plate, shown, place, 1)) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    [ctx.fillStyle, ctx.strokeStyle, ctx.lineWidth] = [colour, colour, 1];
    ctx.globalAlpha = DISC_OPACITY;
    ctx.fill();
    ctx.globalAlpha = 0.5;
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
}

/**
 * The handles of marks that stand for several actors, with how many more than one; those of most
 * first, and none over another.
 * @param {Plate} plate
 * @param {Iterable<number>} actors
 * @returns {Badge[]}
 */
export function makeFoldHandles(plate, actors) {
  if (!plate.insides.size) return [];
  const count = (/** @type {number} */ i) => plate.insides.get(i)?.actors.length ?? 0;
  const folded = [...actors].filter((i) => plate.insides.has(i));
  /** @type {Badge[]} */
  const free = [];
  for (const i of folded.sort((a, b) => count(b) - count(a))) {
    const handle = makeHandle(plate, i, `+${count(i)}`);
    if (!free.some((other) => isOver(other, handle))) free.push(handle);
    if (free.length >= MOST * Math.max(1, plate.scale)) break;
  }
  return free;
}

/**
 * @param {Badge} one
 * @param {Badge} other
 */
function isOver(one, other) {
  const across = ((one.handle?.width ?? 0) + (other.handle?.width ?? 0)) / 2;
  return Math.abs(one.x - other.x) < across && Math.abs(one.y - other.y) < HIGH;
}

/**
 * The handle that folds an actor with its parts.
 * @param {Plate} plate
 * @param {number} actor
 * @param {number} parts
 */
export function makeOpenHandle(plate, actor, parts) {
  return makeHandle(plate, actor, `−${parts}`);
}

/**
 * @param {Plate} plate
 * @param {number} actor
 * @param {string} text
 * @returns {Badge}
 */
function makeHandle(plate, actor, text) {
  const { x, y, r } = plate.place(actor);
  const width = 8 + 7 * text.length;
  return {
    x: x + r * 0.7 + 4 + width / 2,
    y: y - r * 0.7 - 6,
    text,
    colour: plate.theme.text,
    step: false,
    handle: { actor, width, height: HIGH },
  };
}

/**
 * The actor whose handle is under a point.
 * @param {Canvas} canvas
 * @param {Point} point
 * @returns {number|null}
 */
export function findHandleAt({ badges }, { x, y }) {
  const hit = badges.find(
    (badge) =>
      badge.handle &&
      Math.abs(badge.x - x) <= Math.max(REACH, badge.handle.width / 2) &&
      Math.abs(badge.y - y) <= REACH,
  );
  return hit?.handle?.actor ?? null;
}
