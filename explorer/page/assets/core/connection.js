/**
 * The smallest network that connects several actors: the same as in
 * `graph/analysis/connection/find.py`.
 */
import { countLeastSteps, joinPaths, listJoiningPairs } from "./joined_paths.js";
import { findPaths } from "./paths.js";
import { describePathNotes, summariseSteps } from "./path_support.js";
import { findCheapestTree, countWork } from "./steiner_tree.js";
import { buildSteps } from "./step_finder.js";
import { joinWithAnd, shortenMiddle } from "./text.js";

/** @import { StepFinder } from "./step_finder.js" */
/** @import { Length } from "./joined_paths.js" */

export const MOST_CONNECTED = 20;
const MOST_WORK = 700_000;
const MOST_EDGES = 20_000;
const MOST_LOOKED_AT = 200_000; // neighbours
const MOST_NAMED = 10;
const BASE = 4_096; // more than the steps of a network that is read
const PLACE = "place";

/**
 * @typedef {object} Connection
 * @property {Step[]} steps each read away from the first actor
 * @property {number} least how many steps any such network has, at least
 * @property {Support|null} support
 * @property {[number, number]|null} separated two actors without a path between them
 */

/**
 * @param {Network} network
 * @param {StepFinder} finder
 * @param {number[]} ends two indexes of actors or more, each once
 * @param {{mask?: Uint8Array, asked?: AskedTime|null}} options those of the finder
 * @returns {Connection}
 */
export function findConnection(network, finder, ends, options) {
  const pairs = ends.flatMap((one, at) =>
    ends.slice(at + 1).map((other) => /** @type {[number, number]} */ ([one, other])),
  );
  /** @type {Length[]} */
  const lengths = [];
  /** @type {Map<Length, number[]>} */
  const found = new Map();
  for (const pair of pairs) {
    const { length, paths } = findPaths(network, ...pair, { ...options, limit: 1 });
    if (length === null) return { steps: [], least: 0, support: null, separated: pair };
    lengths.push({ pair, length });
    found.set(lengths[lengths.length - 1], paths[0].actors);
  }
  const joining = listJoiningPairs(lengths, ends);
  const joined = joinPaths(
    joining.map((each) => found.get(each) ?? []),
    ends,
  );
  const least = countLeastSteps(lengths, ends.length, joining);
  const costs = listCosts(network, finder, ends, lengths, joined.length);
  const tree = costs ? findCheapestTree(costs, ends) : joined;
  const walked = walkTree(tree, ends);
  const powerless = walked.flatMap(([here, there], at) =>
    lacksInfluence(network, finder, ends, here, there) ? [at + 1] : [],
  );
  const facts = walked.map(([here, there]) => finder.facts(here, there));
  return {
    steps: buildSteps(finder, walked),
    least: costs ? tree.length : least,
    // A tree has no sign: it does not lead from one actor to another.
    support: { ...summariseSteps(network, facts, powerless, finder.asked), sign: "mixed" },
    separated: null,
  };
}

/**
 * How many steps connect the actors, and through whom; or that nothing does.
 * @param {Network} network
 * @param {number[]} ends
 * @param {Connection} connection
 */
export function describeConnection({ actors }, ends, { steps, separated }) {
  /** @param {number} index */
  const name = (index) => shortenMiddle(actors[index].name);
  if (separated) {
    const [one, other] = separated.map(name);
    return `No path leads from ${one} to ${other}, so that no network connects them all.`;
  }
  const others = listOthers(ends, steps);
  const more = others.length - MOST_NAMED;
  const rest = more > 0 ? [`${more} others`] : [];
  const named = [...others.slice(0, MOST_NAMED).map(name), ...rest];
  const through = named.length ? `, through ${joinWithAnd(named)}` : "";
  const count = steps.length === 1 ? "1 step connects" : `${steps.length} steps connect`;
  return `${count} ${joinWithAnd(ends.map(name))}${through}.`;
}

/**
 * The actors of the network that were not named, in the order of the steps.
 * @param {number[]} ends
 * @param {Step[]} steps
 */
export function listOthers(ends, steps) {
  return steps.map(({ target }) => target).filter((target) => !ends.includes(target));
}

/**
 * Whether it is the smallest, and what it stands on.
 * @param {Connection} connection
 * @returns {string[]}
 */
export function listConnectionNotes({ steps, least, support }) {
  if (!support) return [];
  const bound =
    steps.length === least
      ? "No network of fewer steps connects them; others of as many may."
      : `The smallest may have fewer: at least ${least} step${least === 1 ? "" : "s"}. The ` +
        "search for it would take long, so that shortest paths are joined.";
  return [bound, ...describePathNotes(support)];
}

/**
 * The steps among the actors that may belong to the smallest network, and what each costs; null if
 * they are too many.
 * @param {Network} network
 * @param {StepFinder} finder
 * @param {number[]} ends
 * @param {Length[]} lengths
 * @param {number} most
 */
function listCosts(network, finder, ends, lengths, most) {
  const nodes = findPossibleNodes(finder, ends, lengths, most);
  if (!nodes) return null;
  const near = new Map(
    [...nodes].map((node) => [node, finder.next(node).filter((other) => nodes.has(other))]),
  );
  const edges = [...near.values()].reduce((sum, others) => sum + others.length, 0) / 2;
  if (countWork(nodes.size, edges, ends.length) > MOST_WORK || edges > MOST_EDGES) return null;
  return new Map(
    [...near].map(([node, others]) => [
      node,
      new Map(others.map((other) => [other, measureCost(network, finder, ends, node, other)])),
    ]),
  );
}

/**
 * What to compare of a step as one number, the same both ways.
 * @param {Network} network
 * @param {StepFinder} finder
 * @param {number[]} ends
 * @param {number} here
 * @param {number} there
 */
function measureCost(network, finder, ends, here, there) {
  const { doubt, isDated, isCertain } = finder.facts(Math.min(here, there), Math.max(here, there));
  const cost = BASE + Number(lacksInfluence(network, finder, ends, here, there));
  const hasKnownTime = finder.asked ? isCertain : isDated;
  return (cost * BASE + Number(doubt !== "")) * BASE + Number(!hasKnownTime);
}

/**
 * Whether a step has no influence, and does not end at a place that was named.
 * @param {Network} network
 * @param {StepFinder} finder
 * @param {number[]} ends
 * @param {number} here
 * @param {number} there
 */
function lacksInfluence({ actors }, finder, ends, here, there) {
  if (finder.facts(Math.min(here, there), Math.max(here, there)).hasInfluence) return false;
  return ![here, there].some((end) => actors[end].kind.id === PLACE && ends.includes(end));
}

/**
 * The actors that a network of at most so many steps may have; null if too many must be looked at.
 * @param {StepFinder} finder
 * @param {number[]} ends
 * @param {Length[]} lengths
 * @param {number} most
 */
function findPossibleNodes(finder, ends, lengths, most) {
  const budget = { left: MOST_LOOKED_AT };
  const distances = new Map(ends.map((end) => [end, measureDistances(finder, end, most, budget)]));
  if (budget.left < 0) return null;
  /**
   * @param {number} end
   * @param {number} node
   */
  const far = (end, node) => distances.get(end)?.get(node) ?? Infinity;
  const nodes = [...(distances.get(ends[0])?.keys() ?? [])];
  return new Set(
    nodes.filter((node) =>
      lengths.every(
        ({ pair: [one, other], length }) => far(one, node) + far(other, node) + length <= 2 * most,
      ),
    ),
  );
}

/**
 * How far actors are from one, up to a bound, as long as the budget lasts.
 * @param {StepFinder} finder
 * @param {number} start
 * @param {number} most
 * @param {{left: number}} budget
 */
function measureDistances(finder, start, most, budget) {
  const reached = new Map([[start, 0]]);
  for (const [node, steps] of reached) {
    if (steps === most || budget.left < 0) break;
    const near = finder.next(node);
    budget.left -= near.length;
    for (const other of near) if (!reached.has(other)) reached.set(other, steps + 1);
  }
  return reached;
}

/**
 * The steps of a tree away from its first end, to the next named actor first.
 * @param {[number, number][]} tree
 * @param {number[]} ends
 */
function walkTree(tree, ends) {
  /** @type {Map<number, number>} */
  const before = new Map();
  const waiting = [ends[0]];
  for (const node of waiting) {
    for (const pair of tree.filter((each) => each.includes(node))) {
      const other = pair[0] === node ? pair[1] : pair[0];
      if (other === before.get(node)) continue;
      before.set(other, node);
      waiting.push(other);
    }
  }
  const seen = new Set([ends[0]]);
  /** @type {[number, number][]} */
  const walked = [];
  for (const end of ends.slice(1)) {
    const way = [end];
    while (!seen.has(way[way.length - 1])) way.push(before.get(way[way.length - 1]) ?? ends[0]);
    way.forEach((node) => seen.add(node));
    way.reverse();
    way.slice(1).forEach((there, step) => walked.push([way[step], there]));
  }
  return walked;
}
