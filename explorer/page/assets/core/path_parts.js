/**
 * The paths between two of the actors that a question names: `graph/analysis/paths/part_search.py`
 * does the same.
 */
import { compareNumbers } from "./heap.js";
import { iterateBest } from "./path_best_first.js";
import { findCheapestWays } from "./path_cheapest.js";
import { countPaths, countSigns, countWithInfluence } from "./path_counts.js";
import {
  countCompared,
  iterateCheapest,
  lacksInfluence,
  listFacts,
  listRanked,
  measurePath,
  sortFirst,
} from "./path_rank.js";
import { countStepVoices, makeFollow } from "./path_steps.js";
import { findWidest } from "./path_widest.js";
import { findWithin } from "./path_within.js";
import { multiplySigns } from "./step_facts.js";
import { TIME_RULES } from "./time_rules.js";
import { isSpent } from "./timed_levels.js";
import { iterateTimed } from "./timed_search.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { Follow, Subspace, Union } from "./path_cheapest.js"
 * @import { Found } from "./path_best_first.js"
 * @import { Walk } from "./path_search.js"
 * @import { TimedSearch } from "./timed_search.js"
 * @typedef {{count: number, isLeast: boolean, signCounts: Record<NetSign, number>,
 *   influenceCount: number, typesWithoutInfluence: string[]}} Tied how many are equally good
 * @typedef {{ranking: Ranking, follow: Follow, question: PathQuestion, inTies: boolean,
 *   timed: TimedSearch|null}} PartSearch
 * @typedef {{search: PartSearch, listed: number[][], tied: Tied, isBounded: boolean}} Part whether
 *   the search ended at its bound, so that there may be more
 */

/** The most equally good paths that are compared where each is searched by itself. */
const MOST_COMPARED_SINGLY = 20;
/** @type {NetSign[]} */
const SIGNS = ["+", "-", "mixed"];

/**
 * The best paths between two actors.
 *
 * @param {Walk} walk
 * @param {Ranking} ranking
 * @param {PathQuestion} question
 * @param {number} most how many are listed
 * @returns {Part}
 */
export function findPart(walk, ranking, question, most) {
  const follow = makeFollow(walk, ranking, question);
  const rule = TIME_RULES[question.times];
  const timed = rule ? { ...ranking, walk, rule } : null;
  const inTies = !follow.costs || question.maxLength === null;
  const search = { ranking, follow, question, inTies, timed };
  const isBlocked = ranking.ends.some((end) => walk.blocked.has(end));
  const whole = { prefix: [ranking.ends[0]], barred: new Set() };
  if (!canCount(search) && !isBlocked) return listSingly(search, most);
  const best = isBlocked ? null : searchSubspace(search, whole);
  if (!best) return { search, listed: [], tied: countTied(ranking, []), isBounded: false };
  const paths = { ...ranking, ...best };
  const count = countPaths(paths);
  const signCounts = countSigns(paths);
  const isEnough = question.k === null || count >= most;
  return {
    search,
    tied: { count, isLeast: false, signCounts, ...countWithInfluence(paths) },
    ...(isEnough ? { listed: listRanked(paths, most), isBounded: false } : listEvery(search, most)),
  };
}

/**
 * Whether it is known how many paths are equally good before they are listed.
 * @param {PartSearch} search
 */
function canCount({ inTies, timed }) {
  return inTies && !timed;
}

/**
 * Paths of which each is searched by itself, and as many counted as are listed.
 * @param {PartSearch} search
 * @param {number} most
 * @returns {Part}
 */
function listSingly(search, most) {
  const { listed, isBounded } = listEvery(search, most + 1, search.question.k === null);
  if (!listed.length) return { search, listed, tied: countTied(search.ranking, []), isBounded };
  const first = measureMerit(search, listed[0]);
  const tied = listed.filter((path) => !compareNumbers(measureMerit(search, path), first));
  const counts = countTied(search.ranking, tied);
  return {
    search,
    listed: listed.slice(0, most),
    tied: {
      ...counts,
      isLeast: tied.length > most || (isBounded && tied.length === listed.length),
    },
    isBounded,
  };
}

/**
 * @param {Ranking} ranking
 * @param {number[][]} paths that are equally good
 * @returns {Tied}
 */
function countTied(ranking, paths) {
  const signCounts = { "+": 0, "-": 0, mixed: 0 };
  const types = new Set();
  let influenceCount = 0;
  for (const path of paths) {
    const facts = listFacts(ranking, path);
    signCounts[facts.reduce((sign, step) => multiplySigns(sign, step.sign), SIGNS[0])] += 1;
    const lacking = facts.filter((_, step) => lacksInfluence(ranking, path[step], path[step + 1]));
    lacking.flatMap((step) => step.types).forEach((type) => types.add(type));
    if (!lacking.length) influenceCount += 1;
  }
  const typesWithoutInfluence = [...types];
  return { count: paths.length, isLeast: false, signCounts, influenceCount, typesWithoutInfluence };
}

/**
 * The first paths, the best first, and those that tie in order.
 * @param {PartSearch} search
 * @param {number} most
 * @param {boolean} [onlyTied] whether only those are listed that are as good as the first
 * @returns {{listed: number[][], isBounded: boolean}}
 */
function listEvery(search, most, onlyTied = false) {
  const { ranking, inTies } = search;
  const best = iterateBest(
    ranking.ends[0],
    (subspace) => iterateSubspace(search, subspace),
    inTies,
    () => search.timed !== null && isSpent(search.timed),
  );
  /** @type {number[][]} */
  const listed = [];
  let isBounded = false;
  let isEnough = false;
  while (!isEnough) {
    const { ties, isEnd } = takeTies(search, best, most - listed.length);
    isBounded ||= isEnd;
    listed.push(...ties);
    isEnough = !ties.length || listed.length >= most || onlyTied;
  }
  return { listed: listed.slice(0, most), isBounded: isBounded && listed.length < most };
}

/**
 * The next paths that tie, in order, at least as many as are compared or asked for.
 * @param {PartSearch} search
 * @param {Iterator<Found|null, boolean>} best
 * @param {number} most
 * @returns {{ties: number[][], isEnd: boolean}} and whether the search ended at its bound
 */
function takeTies(search, best, most) {
  const ties = [];
  let compared = MOST_COMPARED_SINGLY;
  let isEnd = false;
  for (let next = best.next(); next.value; next = best.next()) {
    if (next.done) {
      isEnd = true;
      break;
    }
    ties.push(next.value.path);
    if (canCount(search)) compared = countCompared(next.value.path.length - 1);
    if (ties.length >= Math.max(compared, most)) break;
  }
  const sorted = sortFirst(search.ranking, ties.slice(0, compared));
  return { ties: [...sorted, ...ties.slice(compared)], isEnd };
}

/**
 * The best paths of a subspace, as `path_best_first.js` asks for.
 * @param {PartSearch} search
 * @param {Subspace} subspace
 * @returns {Generator<Found, void>}
 */
function* iterateSubspace(search, subspace) {
  const before = subspace.prefix.slice(0, -1);
  for (const rest of iterateWays(search, subspace)) {
    const path = [...before, ...rest];
    yield { key: [...measureMerit(search, path), measurePath(search.ranking, path)], path };
    if (!search.inTies) return;
  }
}

/**
 * The best ways to finish the paths of a subspace, the most telling first.
 * @param {PartSearch} search
 * @param {Subspace} subspace
 * @returns {Generator<number[], void>}
 */
function* iterateWays(search, subspace) {
  if (search.timed) {
    yield* iterateTimed(search.timed, subspace, getMost(search, subspace));
    return;
  }
  const found = searchSubspace(search, subspace);
  if (!found) return;
  const length = subspace.prefix.length + found.layers.length - 2;
  const next = iterateCheapest({ ...search.ranking, ...found }, length);
  for (let rest = next(); rest; rest = next()) yield rest;
}

/**
 * How many steps may follow the prefix of a subspace.
 * @param {PartSearch} search
 * @param {Subspace} subspace
 */
function getMost({ question }, { prefix }) {
  return (question.maxLength ?? Infinity) - prefix.length + 1;
}

/**
 * All paths of a subspace that are equally good, from the end of its prefix on.
 * @param {PartSearch} search
 * @param {Subspace} subspace
 * @returns {Union|null}
 */
function searchSubspace(search, subspace) {
  const { ranking, follow, question } = search;
  const target = ranking.ends[1];
  const { prefix } = subspace;
  const most = getMost(search, subspace);
  if (most < Number(prefix[prefix.length - 1] !== target)) return null;
  let followed = follow;
  if (question.by === "voices") {
    /** @param {number} here @param {number} there */
    const strength = (here, there) => countStepVoices(ranking, here, there);
    const widest = findWidest(subspace, target, follow, strength, most);
    if (!widest || !follow.costs) return widest && widest.union;
    followed = widest.follow;
  }
  const found = findCheapestWays(subspace, target, followed, most);
  if (!found || found.layers.length - 1 <= most) return found;
  return findWithin(subspace, target, followed, most, ranking);
}

/**
 * What a path is compared by first, the least being the best, and its steps.
 * @param {PartSearch} search
 * @param {number[]} path
 * @returns {[number, number]}
 */
export function measureMerit({ ranking, follow: { costs }, question }, path) {
  const pairs = path.slice(1).map((there, step) => /** @type {const} */ ([path[step], there]));
  const steps = pairs.length;
  const cost = costs
    ? pairs.reduce((spent, [here, there]) => spent + costs.step(here, there), 0) +
      path.slice(1, -1).reduce((spent, actor) => spent + costs.node(actor), 0)
    : steps;
  if (question.by !== "voices") return [cost, steps];
  const counts = pairs.map(([here, there]) => countStepVoices(ranking, here, there));
  return [counts.length ? -Math.min(...counts) : 0, cost];
}
