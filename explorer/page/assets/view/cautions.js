/** What scores are counted from, and what of them is not exact. */
import { formatWhole } from "../core/counts.js";
import { MOST_DRAWN } from "../core/large_network.js";
import { listCautions } from "../core/ranks.js";
import { followsFilters } from "../core/scores.js";
import { element } from "./element.js";

/** @param {Measure[]} measures */
export function buildCautions(measures) {
  return listCautions({ measures }).map((text) => element("p", { class: "quiet" }, text));
}

/**
 * What a measure, or the communities, are counted from, in a sentence.
 * @param {Store} store
 * @param {string} id of the measure; "community" for the communities
 */
export function describeBasis({ network, scoring, state }, id) {
  if (!followsFilters(network, id)) {
    const most = formatWhole(MOST_DRAWN);
    const why = `above ${most} relations the filters change nothing here`;
    return `Computed from the whole network: ${why}.`;
  }
  if (scoring.isPending()) return "Being computed; until then, what was there before is shown.";
  const { version } = state.filters;
  const earlier = version === "before" ? " of the earlier version" : " of the later version";
  const which = network.versions ? earlier : "";
  return scoring.isWhole()
    ? `Counted from all relations${which}.`
    : `Counted from the relations${which} that the filters select.`;
}

/**
 * What measures are counted from: a sentence, or one each, behind all of whom it is true.
 * @param {Store} store
 * @param {Measure[]} measures
 * @returns {string[]}
 */
export function describeBases(store, measures) {
  const bases = measures.map(({ id, label }) => ({ label, notes: [describeBasis(store, id)] }));
  const said = new Set(bases.flatMap(({ notes }) => notes));
  return said.size > 1 ? listCautions({ measures: bases }) : [...said];
}
