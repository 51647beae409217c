/**
 * The scores and communities of what the filters select, computed as the engine computes them, a
 * little at a time: whoever runs the generator decides when to go on.
 */
import { findCommunities } from "./communities.js";
import { countDegrees, isDegree, listCounted } from "./degrees.js";
import { isLarge } from "./large_network.js";
import { measureBetweenness } from "./betweenness.js";
import {
  asksWithout,
  countSigns,
  describeCarryingVoice,
  describeScores,
  describeSigns,
  findCarryingVoice,
} from "./score_cautions.js";
import { measureCloseness, measureHarmonic } from "./closeness.js";
import { measureEigenvector } from "./eigenvector.js";
import {
  countPartsWithout,
  countTriangles,
  findCoreNumbers,
  measureClustering,
} from "./local_measures.js";
import { measurePagerank } from "./pagerank.js";
import { measurePn } from "./pn.js";
import { roundScores, roundSums } from "./score_rounding.js";
import { buildGraph, numberActors } from "./shown_graph.js";
import { maskVersion, VERSIONS } from "./versions.js";

const UNDEFINED = "not defined, as no actor is led back to along the edges. Rank by degree.";

/**
 * @typedef {(signs: string) => ShownGraph} GraphOfSigns the graph of the relations of these signs
 *
 * @type {Record<string, (graphOf: GraphOfSigns) => Generator<void, Float64Array|null>>}
 */
const MEASURES = {
  betweenness: (graphOf) => measureBetweenness(graphOf("+0-")),
  closeness: (graphOf) => measureCloseness(graphOf("+0-")),
  harmonic: (graphOf) => measureHarmonic(graphOf("+0-")),
  eigenvector: (graphOf) => measureEigenvector(graphOf("+0")),
  pagerank: (graphOf) => measurePagerank(graphOf("+0")),
  pn: (graphOf) => measurePn(graphOf("+"), graphOf("-")),
  clustering: (graphOf) => measureClustering(graphOf("+0-")),
  triangles: (graphOf) => countTriangles(graphOf("+0-")),
  core_number: (graphOf) => findCoreNumbers(graphOf("+0-")),
  articulation: (graphOf) => countPartsWithout(graphOf("+0-")),
};

/**
 * Whether a measure is computed again when the filters change: a degree always, others and the
 * communities in a network that is not large.
 *
 * @param {Network} network
 * @param {string} id of the measure; "community" for the communities
 */
export function followsFilters(network, id) {
  return isDegree(id) || (!isLarge(network) && (id === "community" || Object.hasOwn(MEASURES, id)));
}

/**
 * What scores are computed from: the relations and actors that the filters select; where both
 * versions are shown, those of the later one, as no actor lives in two.
 *
 * @param {Network} network
 * @param {Masks} selected
 * @param {Version} version
 * @returns {Masks}
 */
export function chooseScored(network, { mask, actors }, version) {
  if (!network.versions || version !== VERSIONS[0]) return { mask, actors };
  return {
    mask: maskVersion(network.relations, mask, "after"),
    actors: maskVersion(network.actors, actors, "after"),
  };
}

/**
 * Whether that is all there is, whose scores the page's document has.
 *
 * @param {Network} network
 * @param {Masks} scored
 * @param {Version} version
 */
export function isWhole(network, { mask, actors }, version) {
  if (version === "before") return false;
  /** @param {NetworkRow} row */
  const isThere = ({ change }) => change !== "removed";
  return (
    network.relations.every((row) => mask[row.index] || !isThere(row)) &&
    network.actors.every((row) => actors[row.index] || !isThere(row))
  );
}

/**
 * Computes the measures that the page has, and the communities.
 *
 * @param {Network} network
 * @param {Masks} scored
 * @returns {Generator<void, Scores>} null for an actor that is not shown
 */
export function* computeScores(network, { mask, actors }) {
  const { rows, numberOf } = numberActors(actors);
  const graphOf = createGraphs(network, mask, numberOf);
  yield;
  graphOf("+0");
  yield;
  const communities = followsFilters(network, "community")
    ? yield* findCommunities(graphOf("+0"), rows, network.actors)
    : network.whole.communities;
  /** @type {Measure[]} */
  const measures = [];
  for (const measure of network.whole.measures) {
    yield;
    const { sampled, notes, ...said } = measure; // of the whole network
    const { id } = said;
    if (isDegree(id)) measures.push({ ...said, scores: countShown(network, mask, actors, id) });
    else if (!followsFilters(network, id)) measures.push(measure);
    else measures.push({ ...said, scores: spread(yield* MEASURES[id](graphOf), numberOf) });
  }
  yield* addNotes(network, { mask, actors }, measures, numberOf);
  return { measures, communities };
}

/**
 * Computes one measure.
 *
 * @param {Network} network
 * @param {Masks} scored
 * @param {string} id of the measure
 * @returns {Generator<void, (number|null)[]>} null for an actor that is not shown
 */
export function* computeMeasure(network, { mask, actors }, id) {
  if (isDegree(id)) return countShown(network, mask, actors, id);
  const { numberOf } = numberActors(actors);
  return spread(yield* MEASURES[id](createGraphs(network, mask, numberOf)), numberOf);
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {Int32Array} numberOf
 * @returns {GraphOfSigns} builds each graph once
 */
function createGraphs(network, mask, numberOf) {
  /** @type {Map<string, ShownGraph>} */
  const graphs = new Map();
  return (signs) => {
    const graph = graphs.get(signs) ?? buildGraph(network, mask, numberOf, signs);
    graphs.set(signs, graph);
    return graph;
  };
}

/**
 * Adds to each measure what it leaves out, and what its scores cannot say.
 * @param {Network} network
 * @param {Masks} scored
 * @param {Measure[]} measures
 * @param {Int32Array} numberOf
 * @returns {Generator<void, void>}
 */
function* addNotes(network, { mask, actors }, measures, numberOf) {
  const counted = listCounted(network, mask);
  const signs = countSigns(counted);
  const voice = yield* findCarryingVoice(network, counted);
  const rest = mask.slice();
  for (const row of voice?.rows ?? []) rest[row] = 0;
  const graphOf = createGraphs(network, rest, numberOf);
  yield;
  const isAsked = asksWithout(
    voice,
    actors.reduce((sum, one) => sum + one, 0),
  );
  for (const measure of measures) {
    const { id, scores } = measure;
    if (isDegree(id) || !followsFilters(network, id)) continue;
    const shown = scores.filter((score) => score !== null);
    const without = isAsked && shown.length ? spread(yield* MEASURES[id](graphOf), numberOf) : null;
    const notes = [
      ...describeOwn(id, signs, shown),
      shown.length ? describeCarryingVoice(network, voice, scores, without) : "",
    ].filter(Boolean);
    if (notes.length) measure.notes = notes;
  }
}

/**
 * What a measure leaves out, and what its own scores cannot say.
 * @param {string} id
 * @param {Record<Sign, number>} signs
 * @param {number[]} shown the scores of the actors that are shown
 */
function describeOwn(id, signs, shown) {
  const undefinedText = id === "eigenvector" && !shown.length ? UNDEFINED : "";
  return [undefinedText, describeSigns(signs, id), describeScores(id, shown)];
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {Uint8Array} actors
 * @param {string} id of a degree
 * @returns {(number|null)[]}
 */
function countShown(network, mask, actors, id) {
  const sums = roundSums(countDegrees(network, mask, id));
  return sums.map((sum, actor) => (actors[actor] ? sum : null));
}

/**
 * Rounded scores by the rows of the actors.
 * @param {Float64Array|null} found
 * @param {Int32Array} numberOf
 * @returns {(number|null)[]}
 */
function spread(found, numberOf) {
  const scores = found && roundScores(found);
  return Array.from(numberOf, (number) => (scores && number >= 0 ? scores[number] : null));
}
