/** A key of the inks of lines beside the network, where the legend is behind a button. */
import { element, getPart } from "./element.js";
import { drawPairLine } from "./legend_samples.js";
import { FEW, PAIR_INKS, choosePairInk } from "./pair_lines.js";

/**
 * Adds the key, if lines have more than one ink. The style sheet shows it on phones.
 * @param {Network} network
 */
export function addLineKey({ types, relations, versions }) {
  const inks = new Set(types.map((type) => choosePairInk([type])));
  if (inks.size < 2 || relations.length <= FEW || versions) return;
  const items = PAIR_INKS.filter(({ id }) => inks.has(id)).map(({ id, group }) =>
    element("li", {}, drawPairLine(undefined, `pair-${id}`), group),
  );
  // Readers of the page's words have the legend.
  getPart("zoom").before(
    element("ul", { class: "line-key", id: "line-key", "aria-hidden": true }, items),
  );
}
