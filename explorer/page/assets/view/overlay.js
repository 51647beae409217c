import { element, getContext } from "./element.js";

/**
 * A sheet over the drawing of lines: what is brought forward, marks and names. It is drawn anew by
 * itself when only they change.
 * @param {HTMLElement} host
 * @param {(ctx: CanvasRenderingContext2D) => void} paint told the sheet's context, in pixels of the
 *   screen
 * @returns {Overlay}
 */
function createSheet(host, paint) {
  const sheet = element("canvas", { class: "overlay", "aria-hidden": "true" });
  host.append(sheet);
  const ctx = getContext(sheet);
  return {
    draw: (width, height) => {
      const ratio = globalThis.devicePixelRatio || 1;
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (sheet.width !== across || sheet.height !== down) {
        [sheet.width, sheet.height] = [across, down];
      }
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.clearRect(0, 0, width, height);
      paint(ctx);
    },
  };
}

/**
 * What is over the drawing of lines has a sheet of its own. The first drawing may be on one sheet
 * with the lines: to show a second takes a browser as long as to show some hundred lines. They part
 * when the pointer comes, before there is something else to draw.
 * @param {HTMLElement} host
 * @param {(ctx: CanvasRenderingContext2D) => void} paint
 * @param {{redraw: () => void, forget?: () => void}|null} below what draws the lines, where it
 *   shares its sheet first
 * @returns {Overlay}
 */
export function createOverlay(host, paint, below) {
  /** @type {Overlay|null} */
  let sheet = below ? null : createSheet(host, paint);
  let isShared = false;
  const lay = () => {
    host.removeEventListener("pointermove", partSoon);
    sheet = createSheet(host, paint);
    return sheet;
  };
  const part = () => {
    if (!isShared || sheet) return;
    lay();
    below?.redraw(); // without what was drawn over it, which comes on the new sheet then
  };
  const partSoon = () => requestAnimationFrame(part);
  if (below) host.addEventListener("pointermove", partSoon);
  return {
    draw: (width, height, ground) => {
      if (!sheet && !isShared && ground) {
        isShared = true;
        below?.forget?.();
        ground.save();
        paint(ground);
        ground.restore();
      } else if (!sheet && isShared && !ground) part();
      else (sheet ?? lay()).draw(width, height);
    },
  };
}
