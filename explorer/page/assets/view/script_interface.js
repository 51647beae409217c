import { describeQuestion } from "../core/ask.js";
import { findPathsByName } from "../core/paths_by_name.js";
import { writeAddressState } from "../core/story.js";
import { writeLayoutNow } from "./save_layout.js";
import { readShownScores } from "./scoring.js";
import { reportCanvas } from "./pointer.js";

/**
 * Opens the page's own small interface, for notebooks, tests and whoever scripts the page:
 * `actorExplorer.state()` is the hash of what is shown, `find(from, to, options)` a path in ids, in
 * the fields that the terminal and the notebook give it, `ask(question)` what the panel of that
 * name answers, `scores()` every measure and the communities of what the filters select,
 * `drawing()` what is on the canvas or in its bubbles, and `layout()` what a layout.json would keep
 * of it.
 * @param {{store: Store, canvas: Canvas, bubbles: BubbleView, layout: ReaderLayout}} parts
 */
export function openInterface({ store, canvas, bubbles, layout }) {
  const { network } = store;
  window.actorExplorer = Object.freeze({
    state: () => writeAddressState(store.state, network),
    /** @type {(from: string, to: string, options?: PathOptions) => object} */
    find: (from, to, options) => findPathsByName(network, store.state.filters, from, to, options),
    /** @type {(text: string) => object|null} */
    ask: (text) => describeQuestion(network, store.answer, text),
    scores: () => readShownScores(store),
    layout: () => JSON.parse(writeLayoutNow(store, canvas, layout)),
    drawing: () => ({ ...reportCanvas(canvas), ...bubbles.report() }),
  });
}
