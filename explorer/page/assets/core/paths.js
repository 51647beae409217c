/**
 * The best paths between actors: as short, as well attested or as credible as is asked, counted
 * exactly, the most telling first.
 */
import { INWARD, OUTWARD } from "./adjacency.js";
import { findPart } from "./path_parts.js";
import { combineParts, combineTied } from "./path_wholes.js";
import { SHORTEST } from "./path_question.js";
import { lacksInfluence, listFacts } from "./path_rank.js";
import { isOpen, makeWalk } from "./path_search.js";
import { limitToInfluence } from "./path_steps.js";
import { measureSupport } from "./path_support.js";
import { readStep } from "./step_facts.js";

/**
 * @import { Walk } from "./path_search.js"
 * @import { TimeRule } from "./time_rules.js"
 * @typedef {{mask?: Uint8Array, blocked?: Set<number>, directed?: boolean, limit?: number,
 *   asked?: AskedTime|null, times?: string}} SearchOptions times: see `PathQuestion`
 * @typedef {{walk: Walk, ranking: Ranking}} Searched
 */

/**
 * The shortest paths between two actors, as `findBestPaths` returns them.
 *
 * @param {Network} network
 * @param {number} source index of an actor
 * @param {number} target index of an actor
 * @param {SearchOptions} [options]
 * @returns {PathAnswer}
 */
export function findPaths(network, source, target, options = {}) {
  const { directed = false, times = "" } = options;
  const question = { ...SHORTEST, directed, times };
  return findBestPaths(network, [source, target], question, options);
}

/**
 * The best paths that relations kept and not disputed allow.
 *
 * `count` is the number of different sequences of actors that are as good as the best (see
 * `path_counts.js` for the most); those come in the order of `path_rank.js`. A step lists every
 * relation kept between its two actors.
 *
 * @param {Network} network
 * @param {number[]} named indexes of two actors or more, through which a path leads in order
 * @param {PathQuestion} question
 * @param {SearchOptions} options
 * @returns {PathAnswer}
 */
export function findBestPaths(network, named, question, { limit = 100, asked = null, ...options }) {
  const most = question.k ?? limit;
  const { directed } = question;
  const searched = named.slice(1).map((target, part) => {
    const ends = /** @type {const} */ ([named[part], target]);
    const walk = makeWalk(network, { ...options, directed });
    const open = question.by === "influence" ? limitToInfluence(network, walk, ends) : walk;
    return { walk: open, ranking: makeRanking(network, open, ends, asked) };
  });
  const parts = searched.map(({ walk, ranking }) => findPart(walk, ranking, question, most));
  const wholes = combineParts(parts, most);
  const empty = parts.findIndex(({ listed }) => !listed.length);
  const { count, isLeast, signCounts, ...influence } = combineTied(parts);
  return {
    source: named[0],
    target: named[named.length - 1],
    through: named.slice(1, -1),
    question,
    directed,
    length: wholes.length ? joinActors(wholes[0]).length - 1 : null,
    count: wholes.length ? count : 0,
    isLeast,
    isBounded: hasEnded(parts, wholes.length, most),
    cutShort: wholes.length > 0 && (count > wholes.length || isLeast),
    signCounts: wholes.length ? signCounts : { "+": 0, "-": 0, mixed: 0 },
    influenceCount: wholes.length ? influence.influenceCount : 0,
    typesWithoutInfluence: wholes.length ? influence.typesWithoutInfluence : [],
    paths: wholes.map((whole) => makePath(network, searched, whole, asked)),
    missing: empty < 0 ? null : [named[empty], named[empty + 1]],
  };
}

/**
 * Whether a search ended at its bound before as many were found as were asked for.
 *
 * @param {{isBounded: boolean}[]} parts
 * @param {number} count
 * @param {number} most
 */
function hasEnded(parts, count, most) {
  return count < most && parts.some(({ isBounded }) => isBounded);
}

/** @param {number[][]} whole the parts of a path, each of which begins where the last ends */
function joinActors(whole) {
  return [...whole[0].slice(0, 1), ...whole.flatMap((part) => part.slice(1))];
}

/**
 * One path. Its steps, and what it stands on, are found when they are first asked for: of many
 * paths few are shown.
 *
 * @param {Network} network
 * @param {Searched[]} searched
 * @param {number[][]} whole
 * @param {AskedTime|null} asked
 * @returns {Path}
 */
function makePath(network, searched, whole, asked) {
  /** @type {Step[]|undefined} */
  let steps;
  /** @type {Support|undefined} */
  let support;
  const actors = joinActors(whole);
  return {
    actors,
    get steps() {
      return (steps ??= whole.flatMap((part, at) => buildSteps(searched[at].walk, part)));
    },
    get support() {
      if (support) return support;
      const facts = whole.flatMap((part, at) => listFacts(searched[at].ranking, part));
      const lacking = whole.flatMap((part, at) =>
        part.slice(1).map((there, i) => lacksInfluence(searched[at].ranking, part[i], there)),
      );
      support = measureSupport(network, actors, facts, lacking, asked);
      return support;
    },
  };
}

/**
 * The most telling of the shortest paths.
 *
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {SearchOptions} options
 * @returns {number[]} its actors
 */
export function findFirstPath(network, source, target, { asked = null, ...options }) {
  const walk = makeWalk(network, options);
  const ranking = makeRanking(network, walk, [source, target], asked);
  const { listed } = findPart(walk, ranking, { ...SHORTEST, directed: walk.directed }, 1);
  return listed[0] ?? [source];
}

/**
 * The path of some actors, with the relations that options allow.
 *
 * @param {Network} network
 * @param {number[]} actors
 * @param {SearchOptions} options
 * @returns {Path}
 */
export function buildPath(network, actors, { asked = null, ...options }) {
  const walk = makeWalk(network, options);
  const ranking = makeRanking(network, walk, [actors[0], actors[actors.length - 1]], asked);
  return makePath(network, [{ walk, ranking }], [actors], asked);
}

/**
 * A search for the paths whose steps have times as a rule demands.
 *
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {TimeRule} rule
 * @param {SearchOptions} options
 */
export function makeTimedSearch(network, source, target, rule, { asked = null, ...options }) {
  const walk = makeWalk(network, options);
  return { ...makeRanking(network, walk, [source, target], asked), walk, rule };
}

/**
 * What puts paths in order; what is known of a step is read when it is asked for.
 * @param {Network} network
 * @param {Walk} walk
 * @param {readonly [number, number]} ends
 * @param {AskedTime|null} asked
 * @returns {Ranking}
 */
function makeRanking(network, walk, ends, asked) {
  /** @type {Map<number, StepFacts>} */
  const known = new Map();
  return {
    network,
    ends,
    asked,
    facts: (here, there) => {
      const key = here * walk.n + there;
      const between = () => findRelationsBetween(walk, here, there);
      const facts = known.get(key) ?? readStep(network, between(), asked?.reasons);
      known.set(key, facts);
      return facts;
    },
  };
}

/**
 * @param {Walk} walk
 * @param {number[]} actors
 * @returns {Step[]}
 */
function buildSteps(walk, actors) {
  return actors.slice(1).map((target, step) => {
    const source = actors[step];
    return { source, target, relations: findRelationsBetween(walk, source, target) };
  });
}

/**
 * Every relation kept between two actors, disputing rows included, in row order.
 * @param {Walk} walk
 * @param {number} source
 * @param {number} target
 * @returns {number[]}
 */
function findRelationsBetween(walk, source, target) {
  /** @param {number} actor */
  const degree = (actor) => walk.offsets[actor + 1] - walk.offsets[actor];
  const [actor, other, way] =
    degree(source) <= degree(target) ? [source, target, OUTWARD] : [target, source, INWARD];
  const found = [];
  for (let entry = walk.offsets[actor]; entry < walk.offsets[actor + 1]; entry++) {
    if (walk.neighbours[entry] === other && isOpen(walk, entry, actor, way)) {
      found.push(walk.relations[entry]);
    }
  }
  return found;
}
