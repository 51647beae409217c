import { findPathsByName } from "../core/path_options.js";
import { writeAddressState } from "../core/story.js";
import { writeLayoutNow } from "./save_layout.js";
import { reportCanvas } from "./pointer.js";

/**
 * The page's own small interface, for notebooks, tests and whoever scripts the page:
 * `actorExplorer.state()` is the hash of what is shown, `find(from, to, options)` a path in ids, in
 * the fields that the terminal and the notebook give it, `drawing()` what is on the canvas, and
 * `layout()` what a layout.json would keep of it.
 * @param {object} view
 */
export function openInterface(view) {
  globalThis.actorExplorer = Object.freeze({
    state: () => writeAddressState(view.store.state, view.network),
    find: (from, to, options) =>
      findPathsByName(view.network, view.store.state.filters, from, to, options),
    layout: () => JSON.parse(writeLayoutNow(view)),
    drawing: () => ({ ...reportCanvas(view.canvas), communities: view.bubbles.report() }),
  });
}
