/**
 * Put equally short paths in order, the most telling first: `graph/analysis/paths/rank.py` has the
 * rule.
 */
import { compareNumbers } from "./heap.js";
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
  const { layers } = paths;
  const next = iterateCheapest(paths, layers.length - 1);
  const ranked = sortFirst(paths, take(next, countCompared(layers.length - 1)));
  const more = most > ranked.length ? take(next, most - ranked.length) : [];
  return [...ranked, ...more].slice(0, most);
}

/**
 * @param {ShortestPaths} paths
 * @param {number} length of the whole paths
 * @returns {() => number[]|null} gives the next at each call, by the first three things to compare
 */
export function iterateCheapest(paths, length) {
  const { layers, onwards } = paths;
  if (layers.length > 1) {
    return findCheapest(layers, onwards, (here, there) => measureStep(paths, here, there, length));
  }
  const only = layers.slice();
  return () => only.pop() ?? null;
}

/**
 * How many paths of so many steps are compared at most.
 *
 * @param {number} length
 */
export function countCompared(length) {
  const compared = Math.floor(MOST_COMPARED_STEPS / Math.max(length, 1));
  return Math.max(1, Math.min(MOST_COMPARED, compared));
}

/**
 * @param {Ranking} ranking
 * @param {number[][]} paths
 */
export function sortFirst(ranking, paths) {
  return paths
    .map((path) => ({ path, rank: getRank(ranking, path) }))
    .sort((one, other) => compareNumbers(one.rank, other.rank))
    .map(({ path }) => path);
}

/**
 * Whether a step leads from or to an end that is a place.
 *
 * @param {Network} network
 * @param {readonly [number, number]} ends
 * @param {number} here
 * @param {number} there
 */
export function isExcused({ actors }, ends, here, there) {
  /** @param {number} end */
  const isPlace = (end) => actors[end].kind.id === PLACE;
  return (here === ends[0] && isPlace(ends[0])) || (there === ends[1] && isPlace(ends[1]));
}

/**
 * Whether a step has no influence, and is not excused because it leads from or to an end that is a
 * place.
 *
 * @param {Ranking} ranking
 * @param {number} here
 * @param {number} there
 * @returns {boolean}
 */
export function lacksInfluence({ network, ends, facts }, here, there) {
  return !facts(here, there).hasInfluence && !isExcused(network, ends, here, there);
}

/**
 * What is known of each step of a path.
 *
 * @param {Ranking} ranking
 * @param {number[]} actors
 * @returns {StepFacts[]}
 */
export function listFacts({ facts }, actors) {
  return actors.slice(1).map((there, step) => facts(actors[step], there));
}

/**
 * The first three things to compare, as one number, for paths of a length.
 *
 * @param {Ranking} ranking
 * @param {number} here
 * @param {number} there
 * @param {number} length
 */
export function measureStep(ranking, here, there, length) {
  const { doubt, isDated, isCertain } = ranking.facts(here, there);
  const hasKnownTime = ranking.asked ? isCertain : isDated;
  const base = length + 1;
  const doubtful = Number(lacksInfluence(ranking, here, there)) * base + Number(doubt !== "");
  return doubtful * base + Number(!hasKnownTime);
}

/**
 * The same for a whole path.
 *
 * @param {Ranking} ranking
 * @param {number[]} actors
 */
export function measurePath(ranking, actors) {
  return actors
    .slice(1)
    .map((there, step) => measureStep(ranking, actors[step], there, actors.length - 1))
    .reduce((sum, cost) => sum + cost, 0);
}

/**
 * @param {Ranking} ranking
 * @param {number[]} actors
 * @returns {number[]} the lower, the earlier
 */
export function getRank(ranking, actors) {
  const { network } = ranking;
  const steps = listFacts(ranking, actors);
  const voices = steps.length ? getVoices(network, steps[findWeakest(network, steps)]).size : 0;
  return [
    measurePath(ranking, actors),
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
export function take(next, most) {
  const taken = [];
  while (taken.length < most) {
    const path = next();
    if (!path) break;
    taken.push(path);
  }
  return taken;
}
