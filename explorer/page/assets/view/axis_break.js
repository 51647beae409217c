import { svgElement } from "./element.js";

/**
 * The two strokes where an axis changes its scale.
 * @param {number} x
 * @param {number} y of the axis
 */
export function drawAxisBreak(x, y) {
  /** @param {number} at */
  const stroke = (at) => `M${at - 2} ${y + 2}L${at + 2} ${y - 8}`;
  return svgElement(
    "g",
    { class: "axis-break" },
    svgElement("path", { class: "axis-gap", d: `M${x - 3} ${y}H${x + 3}` }),
    svgElement("path", { class: "axis-strokes", d: stroke(x - 3) + stroke(x + 3) }),
  );
}
