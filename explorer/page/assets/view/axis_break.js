import { drawn } from "./element.js";

/**
 * The two strokes where an axis changes its scale.
 * @param {number} x
 * @param {number} y of the axis
 */
export function axisBreak(x, y) {
  const stroke = (at) => `M${at - 2} ${y + 2}L${at + 2} ${y - 8}`;
  return drawn(
    "g",
    { class: "axis-break" },
    drawn("path", { class: "axis-gap", d: `M${x - 3} ${y}H${x + 3}` }),
    drawn("path", { class: "axis-strokes", d: stroke(x - 3) + stroke(x + 3) }),
  );
}
