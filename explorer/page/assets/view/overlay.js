import { element, getContext } from "./element.js";

/**
 * A sheet over vis-network's own canvas: what is brought forward, marks and names. It is drawn anew
 * by itself when only they change, since vis-network draws everything again whatever has changed.
 * @param {HTMLElement} host
 * @param {(ctx: CanvasRenderingContext2D) => void} paint told the sheet's context, in pixels of the
 *   screen
 * @returns {{draw: (width: number, height: number) => void}}
 */
export function createOverlay(host, paint) {
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
