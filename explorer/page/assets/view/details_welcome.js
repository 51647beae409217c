/** What the panel of details shows before anything is chosen. */
import { formatCount } from "../core/counts.js";
import { rankActors } from "../core/ranks.js";
import { followsFilters } from "../core/scores.js";
import { buildCautions } from "./cautions.js";
import { buildChangeList } from "./changes.js";
import { buildButton, element, isolate } from "./element.js";
import { buildIcon } from "./icons.js";
import { describeVersionSize } from "./version_switch.js";

const MOST_RANKED = 8; // actors listed before anything is chosen

/**
 * Builds what the panel shows at first: how much there is, and where to begin.
 * @param {PanelContext} context
 * @param {Set<string>} openChanges
 */
export function buildWelcome({ store, openPath }, openChanges) {
  const { network } = store;
  const measure = chooseMeasure(store);
  return [
    element("p", { class: "lead" }, describeSize(network)),
    element(
      "p",
      {},
      "Choose an actor or a line in the network to see what is known about it, and who says so.",
    ),
    element(
      "div",
      { class: "deeds" },
      buildButton(
        "deed",
        { "data-key": "find path", click: () => openPath(null) },
        buildIcon("path"),
        "Find a path between two actors",
      ),
    ),
    buildChangeList(store, openChanges),
    measure ? buildRanking(store, measure) : null,
  ];
}

/**
 * Chooses what the first actors are ranked by: what the marks are sized by, else betweenness; their
 * number of relations where nobody stands out, or where the filters leave some out, which the
 * measure does not follow.
 * @param {Store} store
 * @returns {Measure|null} null where nobody stands out at all
 */
function chooseMeasure({ network, state, answer, scoring }) {
  /** @param {{scores: (number|null)[]}} measure */
  const ranks = ({ scores }) => scores.some((score, i) => answer.actors[i] && (score ?? 0) > 0);
  const measure = network.measures.find(({ id }) => id === (state.sizeBy || "betweenness"));
  const follows = scoring.isWhole() || (measure && followsFilters(network, measure.id));
  if (measure && follows && !scoring.isPending() && ranks(measure)) return measure;
  const scores = network.ties.map((own) => own.filter((i) => answer.mask[i]).length);
  return ranks({ scores }) ? { id: "", label: "number of relations", scores } : null;
}

/**
 * How much there is; of two versions, in each.
 * @param {Network} network
 */
function describeSize({ actors, relations, sources, versions }) {
  if (versions) {
    const [before, after] = [versions.before, versions.after].map(describeVersionSize);
    return `Before: ${before}. After: ${after}.`;
  }
  const counts = [formatCount(actors.length, "actor"), formatCount(relations.length, "relation")];
  if (sources.length) counts.push(formatCount(sources.length, "source"));
  return `${counts.join(", ")}.`;
}

/**
 * Builds the list of the first actors by a measure, with bars; who has nothing of it is not listed.
 * @param {Store} store
 * @param {Measure} measure
 */
function buildRanking({ network, answer, choose, isFiltered }, measure) {
  const { label, scores } = measure;
  const first = rankActors(network, measure, answer.actors)
    .filter(({ actor }) => (scores[actor] ?? 0) > 0)
    .slice(0, MOST_RANKED);
  const top = scores[first[0].actor] || 1;
  const rows = first.map(({ actor: index }) => {
    const { id, name } = network.actors[index];
    return element(
      "li",
      {},
      buildButton(
        "rank-row",
        { click: () => choose(id) },
        isolate(name, "rank-name"),
        buildMeter((scores[index] ?? 0) / top),
      ),
    );
  });
  return [
    element("h3", {}, `First by ${label}`),
    isFiltered() ? element("p", { class: "quiet" }, "Of what the filters select.") : null,
    element("ol", { class: "ranking" }, rows),
    buildCautions([measure]),
  ];
}

/** @param {number} share */
function buildMeter(share) {
  const bar = element("span", { class: "meter-bar" });
  bar.style.inlineSize = `${Math.max(1, Math.round(share * 100))}%`;
  return element("span", { class: "meter", "aria-hidden": "true" }, bar);
}
