/** What somebody drags: the canvas has actors where the renderer has moved them. */

/** @param {Canvas} canvas */
export function followDrags(canvas) {
  const { renderer } = canvas;
  /** @type {number[]} */
  let held = [];
  renderer.on("dragging", ({ nodes }) => {
    held = nodes;
  }); // told before they move
  renderer.on("beforeDrawing", () => copyPositions(canvas, held));
  renderer.on("dragEnd", () => {
    copyPositions(canvas, held);
    held = [];
  });
}

/**
 * @param {Canvas} canvas
 * @param {number[]} held
 */
function copyPositions({ at, dragged, renderer }, held) {
  for (const index of held) {
    ({ x: at.x[index], y: at.y[index] } = renderer.getPosition(index));
    dragged.add(index);
  }
}
