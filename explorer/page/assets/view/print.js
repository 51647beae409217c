import { colourKey } from "./colouring.js";
import { element, named, part } from "./element.js";
import { lineSample, markSample } from "./legend.js";
import { THEMES } from "./style.js";
import { canvasToSvg } from "./svg.js";

function legendForPrint({ store, styles }) {
  const { network, answer } = store;
  const types = network.types.filter(({ id }) => !store.filters().hiddenTypes.has(id));
  const kinds = network.kinds.filter(({ id }) => !store.filters().hiddenKinds.has(id));
  return element("ul", { class: "print-legend" },
    types.map((type) => element("li", {}, lineSample(styles.types[network.types.indexOf(type)]), named(type.label), ` (${answer.typeCounts.get(type.id)})`)),
    kinds.map((kind) => element("li", {}, markSample(styles.kinds[network.kinds.indexOf(kind)], store.state.colourBy === "kind"), named(kind.label), ` (${answer.kindCounts.get(kind.id)})`)));
}

function sourcesForPrint({ network }) {
  if (!network.sources.length) return null;
  return [element("h2", {}, "Sources"), element("ol", { class: "print-sources" }, network.sources.map((source) => element("li", {}, named(source.citation || source.title || source.id), source.url ? [" ", named(source.url)] : "")))];
}

/** Puts the picture, its legend and its sources on paper, in light colours whatever the screen has. */
function layOut(view) {
  const { store, canvas } = view;
  const picture = canvasToSvg(canvas, THEMES.light);
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  part("print").replaceChildren();
  part("print").append(picture, legendForPrint(view), ...[colourKey(store.network, store.state.colourBy), sourcesForPrint(store)].flat().filter(Boolean));
}

/**
 * Prepares the printed page whenever one is asked for.
 * @param {object} view
 */
export function listenToPrint(view) {
  addEventListener("beforeprint", () => layOut(view));
  matchMedia("print").addEventListener("change", (event) => { if (event.matches) layOut(view); });
  addEventListener("afterprint", () => part("print").replaceChildren());
}
