/** What the panel of details shows before anything is chosen. */
import { sortActorsByMeasure } from "../core/ranks.js";
import { formatCount } from "./announce.js";
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
  const { network, state } = store;
  const sizeBy = state.sizeBy || "betweenness";
  const measure = network.measures.find(({ id }) => id === sizeBy);
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
    element("h3", {}, `First by ${measure ? measure.label : "number of relations"}`),
    buildRanking(store, measure),
    buildCautions(measure ? [measure] : []),
  ];
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
 * Builds the list of the first actors by a measure, with bars.
 * @param {Store} store
 * @param {Measure|undefined} measure undefined for the number of relations
 */
function buildRanking({ network, answer, choose }, measure) {
  const first = sortActorsByMeasure(network, measure?.id ?? "")
    .filter((index) => answer.actors[index])
    .slice(0, MOST_RANKED);
  const scores = measure?.scores ?? network.ties.map((relations) => relations.length);
  const top = scores[first[0]] || 1;
  const rows = first.map((index) => {
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
  return element("ol", { class: "ranking" }, rows);
}

/** @param {number} share */
function buildMeter(share) {
  const bar = element("span", { class: "meter-bar" });
  bar.style.inlineSize = `${Math.max(1, Math.round(share * 100))}%`;
  return element("span", { class: "meter", "aria-hidden": "true" }, bar);
}
