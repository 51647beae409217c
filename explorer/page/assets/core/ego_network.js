/**
 * Who is within so many steps of an actor, and by which relations: the same as in
 * `graph/analysis/ego_network.py`.
 */
import { formatCount, formatWhole } from "./counts.js";
import { shortenMiddle, joinWithAnd } from "./text.js";

/** @import { StepFinder } from "./step_finder.js" */

const MOST_LOOKED_AT = 500_000; // neighbours
const MOST_COMPARED = 1_000; // steps to one actor
const NUMBERS = ["", "one", "two", "three", "four", "five", "six"];

/**
 * @typedef {object} EgoNetwork
 * @property {number} actor
 * @property {number} depth
 * @property {number[]} counts how many actors are one step away, two steps, and so on
 * @property {{actor: number, distance: number, before: number}[]} members the nearest first
 * @property {boolean} isComplete
 * @property {string} why nobody is near; empty where somebody is
 */

/**
 * @param {Network} network
 * @param {StepFinder} finder
 * @param {number} actor
 * @param {number} depth
 * @param {number} limit the most members to list
 * @returns {EgoNetwork}
 */
export function findEgoNetwork(network, finder, actor, depth, limit) {
  const { levels, isComplete } = listLevels(finder, actor, depth);
  /** @type {EgoNetwork["members"]} */
  const members = [];
  let order = new Map([[actor, 0]]);
  levels.forEach((level, at) => {
    const nearer = new Set(at ? levels[at - 1] : [actor]);
    const known = order;
    /** @param {number} before */
    const place = (before) => known.get(before) ?? known.size;
    const listed = level
      .slice(0, Math.max(0, limit - members.length))
      .map((node) => ({ actor: node, distance: at + 1, before: chooseLast(finder, node, nearer) }))
      .sort((one, two) => place(one.before) - place(two.before) || one.actor - two.actor);
    order = new Map(listed.map((member, position) => [member.actor, position]));
    members.push(...listed);
  });
  const counts = levels.map(({ length }) => length);
  const why = counts.length ? "" : explainNobodyNear(network, actor);
  return { actor, depth, counts, members, isComplete, why };
}

/**
 * How many actors are how near.
 * @param {Network} network
 * @param {EgoNetwork} ego
 */
export function describeEgoNetwork({ actors }, { actor, depth, counts, isComplete }) {
  const name = shortenMiddle(actors[actor].name);
  const within = `within ${depth} step${depth === 1 ? "" : "s"} of ${name}`;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!total) return `No actor is ${within}.`;
  const count = formatCount(total, "actor");
  const lead = `${isComplete ? "" : "At least "}${count} ${total === 1 ? "is" : "are"} ${within}`;
  if (counts.length === 1) return `${lead}.`;
  const levels = counts.map((each, at) => `${formatWhole(each)} ${nameDistance(at + 1)}`);
  return `${lead}: ${joinWithAnd(levels)}.`;
}

/**
 * What is not listed, and whether nobody is farther.
 * @param {EgoNetwork} ego
 * @returns {string[]}
 */
export function listEgoNotes({ depth, counts, members, isComplete, why }) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return [
    why,
    isComplete ? "" : "The search was ended: there may be more.",
    isComplete && counts.length && counts.length < depth ? "Nobody is farther away." : "",
    total > members.length ? `The first ${formatWhole(members.length)} are listed.` : "",
  ].filter(Boolean);
}

/**
 * Why the filters leave nobody near an actor: the same as `graph/analysis/nobody_near.py` says.
 * @param {Network} network
 * @param {number} actor
 */
export function explainNobodyNear({ relations }, actor) {
  const links = relations.filter(
    ({ source, target }) => source !== target && (source === actor || target === actor),
  );
  const asserting = links.filter(({ disputes }) => !disputes);
  const near = new Set(asserting.flatMap(({ source, target }) => [source, target]));
  const count = near.size - 1;
  if (!links.length) return "No relation links it to another actor.";
  if (count < 1) return "Only disputed relations link it to others, and they are not followed.";
  return `Without any filter ${formatCount(count, "actor")} ${count === 1 ? "is" : "are"}.`;
}

/** @param {number} distance */
export function nameDistance(distance) {
  return `${NUMBERS[distance] ?? distance} step${distance === 1 ? "" : "s"} away`;
}

/**
 * @param {StepFinder} finder
 * @param {number} start
 * @param {number} depth
 */
function listLevels(finder, start, depth) {
  const reached = new Set([start]);
  /** @type {number[][]} */
  const levels = [];
  let level = [start];
  let lookedAt = 0;
  for (let steps = 0; steps < depth; steps++) {
    /** @type {Set<number>} */
    const following = new Set();
    for (const node of level) {
      const near = finder.next(node);
      lookedAt += near.length;
      if (lookedAt > MOST_LOOKED_AT && levels.length) return { levels, isComplete: false };
      near.filter((other) => !reached.has(other)).forEach((other) => following.add(other));
    }
    if (!following.size) break;
    level = [...following].sort((one, two) => one - two);
    level.forEach((node) => reached.add(node));
    levels.push(level);
  }
  return { levels, isComplete: true };
}

/**
 * The actor before one: by the step with influence, beyond doubt, with dates.
 * @param {StepFinder} finder
 * @param {number} node
 * @param {Set<number>} nearer
 */
function chooseLast(finder, node, nearer) {
  const ranked = finder
    .last(node)
    .filter((before) => nearer.has(before))
    .slice(0, MOST_COMPARED)
    .map((before) => {
      const { hasInfluence, doubt, isDated, isCertain } = finder.facts(before, node);
      const isTimed = finder.asked ? isCertain : isDated;
      return { before, rank: (hasInfluence ? 0 : 4) + (doubt ? 2 : 0) + (isTimed ? 0 : 1) };
    });
  ranked.sort((one, two) => one.rank - two.rank || one.before - two.before);
  return ranked[0].before;
}
