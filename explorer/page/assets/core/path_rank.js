/**
 * Put equally short paths in order, the most telling first: `graph/analysis/paths/rank.py` has the
 * rule.
 */
import { findJointDays } from "./joint_time.js";
import { findCheapest } from "./path_order.js";
import { findWeakest, getVoices } from "./step_facts.js";

const MOST_COMPARED = 1_000; // paths
const MOST_COMPARED_STEPS = 100_000; // of all of them: long paths are fewer
const PLACE = "place";

/**
 * @param {ShortestPaths} paths
 * @param {number} most
 * @returns {number[][]} the first paths, as indexes of actors
 */
export function listRanked(paths, most) {
  const { layers, onwards } = paths;
  if (layers.length === 1) return [layers[0]];
  const cheapest = findCheapest(layers, onwards, (here, there) => measureCost(paths, here, there));
  const compared = Math.floor(MOST_COMPARED_STEPS / Math.max(layers.length - 1, 1));
  const first = take(cheapest, Math.max(1, Math.min(MOST_COMPARED, compared)));
  const ranked = first
    .map((path) => ({ path, rank: getRank(paths, path) }))
    .sort((one, other) => compareNumbers(one.rank, other.rank))
    .map(({ path }) => path);
  const more = most > ranked.length ? take(cheapest, most - ranked.length) : [];
  return [...ranked, ...more].slice(0, most);
}

/**
 * Whether a step has no influence, and is not excused because it leads from or to an end that is a
 * place.
 *
 * @param {ShortestPaths} paths
 * @param {number} here
 * @param {number} there
 * @returns {boolean}
 */
export function lacksInfluence({ network, layers, facts }, here, there) {
  if (facts(here, there).hasInfluence) return false;
  const ends = [layers[0][0], layers[layers.length - 1][0]];
  /** @param {number} end */
  const isPlace = (end) => network.actors[end].kind.id === PLACE;
  return !((here === ends[0] && isPlace(ends[0])) || (there === ends[1] && isPlace(ends[1])));
}

/**
 * What is known of each step of a path.
 *
 * @param {ShortestPaths} paths
 * @param {number[]} actors
 * @returns {StepFacts[]}
 */
export function listFacts({ facts }, actors) {
  return actors.slice(1).map((there, step) => facts(actors[step], there));
}

/**
 * The first three things to compare, as one number.
 * @param {ShortestPaths} paths
 * @param {number} here
 * @param {number} there
 */
export function measureCost(paths, here, there) {
  const { doubt, isDated, isCertain } = paths.facts(here, there);
  const hasKnownTime = paths.asked ? isCertain : isDated;
  const base = paths.layers.length;
  const doubtful = Number(lacksInfluence(paths, here, there)) * base + Number(doubt !== "");
  return doubtful * base + Number(!hasKnownTime);
}

/**
 * @param {ShortestPaths} paths
 * @param {number[]} actors
 * @returns {number[]} the lower, the earlier
 */
export function getRank(paths, actors) {
  const { network } = paths;
  const steps = listFacts(paths, actors);
  const costs = steps.map((_, step) => measureCost(paths, actors[step], actors[step + 1]));
  const voices = steps.length ? getVoices(network, steps[findWeakest(network, steps)]).size : 0;
  return [
    costs.reduce((sum, cost) => sum + cost, 0),
    findJointDays(network, steps).length ? 0 : 1,
    -steps.reduce((sum, { millionths }) => sum + millionths, 0),
    -voices,
    ...actors,
  ];
}

/**
 * @param {() => number[]|null} next
 * @param {number} most
 */
function take(next, most) {
  const taken = [];
  while (taken.length < most) {
    const path = next();
    if (!path) break;
    taken.push(path);
  }
  return taken;
}

/**
 * @param {number[]} ones
 * @param {number[]} others
 */
export function compareNumbers(ones, others) {
  const at = ones.findIndex((one, index) => one !== others[index]);
  return at < 0 ? 0 : ones[at] - others[at];
}
