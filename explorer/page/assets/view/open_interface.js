import { askPaths } from "../core/question.js";
import { addressOf } from "../core/story.js";
import { layoutNow } from "./keeping.js";
import { reportOfCanvas } from "./pointing.js";

/**
 * The page's own small interface, for notebooks, tests and whoever scripts the page:
 * `actorExplorer.state()` is the hash of what is shown, `find(from, to, options)` a path in ids, in
 * the fields that the terminal and the notebook give it, `drawing()` what is on the canvas, and
 * `layout()` what a layout.json would keep of it.
 * @param {object} view
 */
export function openInterface(view) {
  globalThis.actorExplorer = Object.freeze({
    state: () => addressOf(view.store.state, view.network),
    find: (from, to, options) =>
      askPaths(view.network, view.store.state.filters, from, to, options),
    layout: () => JSON.parse(layoutNow(view)),
    drawing: () => ({ ...reportOfCanvas(view.canvas), communities: view.bubbles.report() }),
  });
}
