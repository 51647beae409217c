/**
 * A key of the inks of lines, and of the signs on them, beside the network, where the legend is
 * behind a button.
 */
import { CLAIM_SIGNS } from "./badges.js";
import { MANY } from "./canvas_drawing.js";
import { element, getPart } from "./element.js";
import { drawBadgeSample } from "./legend_row.js";
import { drawPairLine } from "./legend_samples.js";
import { FEW, PAIR_INKS, choosePairInk } from "./pair_lines.js";

/**
 * The inks of lines that are drawn, where each stands for all relations of two actors.
 * @param {Plate} plate
 * @returns {Set<PairInk>}
 */
function findInks({ network: { types, relations, versions }, pairs }) {
  if (relations.length <= FEW || versions) return new Set();
  const inks = new Set(types.map((type) => choosePairInk([type])));
  const isBoth = (/** @type {number[]} */ pair) =>
    pair.length > 1 && choosePairInk(pair.map((i) => relations[i].type)) === "both";
  if (inks.has("tie") && inks.has("tension") && pairs.some(isBoth)) inks.add("both");
  return inks.size > 1 ? inks : new Set();
}

/**
 * The standings of claims that have a sign on the canvas.
 * @param {Plate} plate
 */
function listSigned({ network, claims }) {
  if (network.relations.length >= MANY) return [];
  const drawn = new Set(claims);
  return Object.entries(CLAIM_SIGNS).filter(([standing]) =>
    drawn.has(/** @type {Standing} */ (standing)),
  );
}

/**
 * Adds the key, if lines have more than one ink, or signs. The style sheet shows it on phones.
 * @param {Plate} plate
 */
export function addLineKey(plate) {
  const inks = findInks(plate);
  const lines = PAIR_INKS.filter(({ id }) => inks.has(id)).map(({ id, group }) =>
    element("li", {}, drawPairLine(undefined, `pair-${id}`), group),
  );
  const signs = listSigned(plate).map(([standing, sign]) => {
    const sample = drawBadgeSample(sign ?? "");
    sample.setAttribute("viewBox", "13 0 18 18"); // the sign without its line
    return element("li", {}, sample, standing);
  });
  if (!lines.length && !signs.length) return;
  // Readers of the page's words have the legend.
  getPart("zoom").before(
    element("ul", { class: "line-key", id: "line-key", "aria-hidden": true }, lines, signs),
  );
}
