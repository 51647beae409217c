/**
 * As many paths between two nodes as share no node or no edge, and the fewest that cut them all:
 * the same as in `graph/analysis/cut/disjoint_paths.py`, where the method is told.
 */
import { compareNumbers } from "./heap.js";

/** @typedef {(node: number) => number[]} Near neighbours, in order */
/** @typedef {Map<number, Set<number>>} Edges */

/**
 * @typedef {object} DisjointPaths
 * @property {number[][]} paths the shortest first
 * @property {(number|[number, number])[]|null} nearSource nodes or edges; null where not known
 * @property {(number|[number, number])[]|null} nearTarget
 * @property {boolean} isComplete
 */

class SearchEnded extends Error {}

/**
 * @param {number} source
 * @param {number} target
 * @param {{next: Near, last: Near}} near
 * @param {{sharesNoNode: boolean, mostPaths: number, mostLookedAt: number}} options
 * @returns {DisjointPaths}
 */
export function findDisjointPaths(source, target, near, options) {
  const { sharesNoNode, mostPaths, mostLookedAt } = options;
  const flow = makeFlow(near, sharesNoNode, mostLookedAt);
  const [start, end] = [2 * source + 1, 2 * target + (sharesNoNode ? 0 : 1)];
  const isComplete = attempt(() => {
    for (let count = 0; count < mostPaths; count++) {
      const states = findFurtherPath(flow, start, end);
      if (!states) return true;
      addPath(flow, states);
    }
    return false;
  });
  const paths = listPaths(flow.after, source, target).sort(
    (one, other) => one.length - other.length || compareNumbers(one, other),
  );
  if (!isComplete) return { paths, nearSource: null, nearTarget: null, isComplete: false };
  const [nearSource, nearTarget] = [
    [start, flow.listNext],
    [end, flow.listLast],
  ].map(([from, list]) => {
    flow.refill();
    return attempt(() => findCut(flow, /** @type {any} */ (from), /** @type {any} */ (list)));
  });
  return { paths, nearSource, nearTarget, isComplete: true };
}

/**
 * @template T
 * @param {() => T} search
 * @returns {T|null} null where it was ended
 */
function attempt(search) {
  try {
    return search();
  } catch (error) {
    if (error instanceof SearchEnded) return null;
    throw error;
  }
}

/** @typedef {ReturnType<typeof makeFlow>} Flow */

/**
 * A state is a node that a path arrives at (even) or leaves (odd).
 * @param {{next: Near, last: Near}} near
 * @param {boolean} sharesNoNode
 * @param {number} most
 */
function makeFlow(near, sharesNoNode, most) {
  /** @type {Edges} */
  const after = new Map();
  /** @type {Edges} */
  const before = new Map();
  /** @type {Set<number>} */
  const used = new Set();
  let left = most;
  /**
   * @param {number} state
   * @param {Near} list
   * @param {Edges} onward
   * @param {Edges} back
   */
  const listFrom = (state, list, onward, back) => {
    const [node, leaves] = [state >> 1, state & 1];
    const given = [...(back.get(node) ?? [])].sort((one, two) => one - two).map((n) => 2 * n + 1);
    if (sharesNoNode && !leaves) return used.has(node) ? given : [2 * node + 1];
    const others = list(node);
    left -= others.length;
    if (left < 0) throw new SearchEnded();
    if (sharesNoNode) {
      return [...others.map((other) => 2 * other), ...(used.has(node) ? [2 * node] : [])];
    }
    const free = others.filter(
      (other) => !onward.get(node)?.has(other) && !back.get(node)?.has(other),
    );
    return [...free.map((other) => 2 * other + 1), ...given];
  };
  const turn = sharesNoNode ? 1 : 0;
  return {
    after,
    used,
    sharesNoNode,
    refill: () => {
      left = most;
    },
    /** @param {number} state */
    listNext: (state) => listFrom(state, near.next, after, before),
    /** @param {number} state */
    listLast: (state) =>
      listFrom(state ^ turn, near.last, before, after).map((each) => each ^ turn),
    before,
  };
}

/**
 * Adds a path, given as its states; it may give edges back.
 * @param {Flow} flow
 * @param {number[]} states
 */
function addPath({ after, before, used, sharesNoNode }, states) {
  states.slice(1).forEach((there, step) => {
    const here = states[step];
    const [node, other] = [here >> 1, there >> 1];
    if (node === other) {
      if (here & 1) used.delete(node);
      else used.add(node);
    } else if (sharesNoNode ? !(here & 1) : before.get(node)?.has(other)) {
      after.get(other)?.delete(node);
      before.get(node)?.delete(other);
    } else {
      after.set(node, (after.get(node) ?? new Set()).add(other));
      before.set(other, (before.get(other) ?? new Set()).add(node));
    }
  });
}

/**
 * The states of a further path, a shortest one; null if there is none.
 * @param {Flow} flow
 * @param {number} start
 * @param {number} end
 */
function findFurtherPath(flow, start, end) {
  const ahead = new Map([[start, start]]);
  const behind = new Map([[end, end]]);
  let [level, last] = [[start], [end]];
  while (level.length && last.length) {
    const growsAhead = level.length <= last.length;
    const { following, meeting } = growsAhead
      ? grow(level, ahead, behind, flow.listNext)
      : grow(last, behind, ahead, flow.listLast);
    if (growsAhead) level = following;
    else last = following;
    if (meeting !== null) {
      return [...trace(ahead, meeting).reverse(), ...trace(behind, meeting).slice(1)];
    }
  }
  return null;
}

/**
 * @param {number[]} level
 * @param {Map<number, number>} reached
 * @param {Map<number, number>} goal
 * @param {(state: number) => number[]} list
 * @returns {{following: number[], meeting: number|null}}
 */
function grow(level, reached, goal, list) {
  const following = [];
  for (const state of level) {
    for (const other of list(state)) {
      if (reached.has(other)) continue;
      reached.set(other, state);
      if (goal.has(other)) return { following, meeting: other };
      following.push(other);
    }
  }
  return { following, meeting: null };
}

/**
 * @param {Map<number, number>} reached
 * @param {number} state
 */
function trace(reached, state) {
  const states = [state];
  for (let at = state; reached.get(at) !== at; at = states[states.length - 1]) {
    states.push(reached.get(at) ?? at);
  }
  return states;
}

/**
 * The paths that the edges make, without loops.
 * @param {Edges} after
 * @param {number} source
 * @param {number} target
 */
function listPaths(after, source, target) {
  const left = new Map(
    [...after].map(([node, others]) => [node, [...others].sort((one, two) => two - one)]),
  );
  const paths = [];
  while (left.get(source)?.length) {
    let path = [source];
    while (path[path.length - 1] !== target) {
      const other = /** @type {number} */ (left.get(path[path.length - 1])?.pop());
      const at = path.indexOf(other);
      if (at >= 0) path = path.slice(0, at);
      path.push(other);
    }
    paths.push(path);
  }
  return paths;
}

/**
 * What separates the states that can be reached from the others.
 * @param {Flow} flow
 * @param {number} start
 * @param {(state: number) => number[]} list
 * @returns {(number|[number, number])[]}
 */
function findCut({ after, used, sharesNoNode }, start, list) {
  const reached = new Set([start]);
  for (const state of reached) for (const other of list(state)) reached.add(other);
  if (sharesNoNode) {
    return [...used]
      .filter((node) => reached.has(2 * node) !== reached.has(2 * node + 1))
      .sort((one, two) => one - two);
  }
  /** @type {[number, number][]} */
  const edges = [...after].flatMap(([node, others]) => [...others].map((other) => [node, other]));
  return edges
    .filter(([node, other]) => reached.has(2 * node + 1) !== reached.has(2 * other + 1))
    .sort(compareNumbers);
}
