/** What is let go of when a sentence of a panel is shown on the drawing. */
export const RELEASED = /** @type {const} */ ({
  actor: "",
  relation: "",
  ego: 0,
  community: 0,
  source: "",
  unsourced: false,
  path: null,
  pathAlone: false,
  askNumber: 0,
  askAlone: false,
  view: "network",
});
