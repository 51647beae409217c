/**
 * What is reached from two actors by so many steps whose times will do, until both sides meet:
 * `graph/analysis/paths/timed_levels.py` says how.
 */
import { INWARD, OUTWARD } from "./adjacency.js";
import { intersectRanges } from "./day_ranges.js";
import { findNextActors } from "./path_search.js";

/**
 * @import { DayRange } from "./day_ranges.js"
 * @import { Subspace } from "./path_cheapest.js"
 * @import { TimeRule } from "./time_rules.js"
 * @import { TimedSearch } from "./timed_search.js"
 * @import { TimedWays } from "./timed_ways.js"
 * @typedef {Map<number, any>} Level by what each actor is reached in so many steps, and no fewer
 * @typedef {(actor: number, way: number) => Iterable<number>} Next
 * @typedef {{isAhead: boolean, levels: Level[], seen: Level}} Side
 * @typedef {{search: TimedSearch, next: Next, used: Set<number>, barred: Set<number>, ahead: Side,
 *   behind: Side, isAhead: boolean}} Levels
 */

export const MOST_LOOKED_AT = 1_000_000; // steps

/**
 * Whether all steps were looked at that may be, so that there may be more than was found.
 *
 * @param {TimedSearch} search
 */
export function isSpent({ count = 0, most = MOST_LOOKED_AT }) {
  return count > most;
}

/**
 * Takes one of the steps that a search may still look at.
 *
 * @param {TimedSearch} search
 * @returns {boolean} whether there was one left
 */
export function take(search) {
  search.count = (search.count ?? 0) + 1;
  return !isSpent(search);
}

/**
 * @param {TimedSearch} search
 * @param {Subspace} subspace
 * @param {any} start by what the end of its prefix is reached
 * @param {Next} [next] the actors one step away
 * @returns {Levels}
 */
export function makeLevels(search, { prefix, barred }, start, next) {
  /** @param {number} actor @param {any} state @param {boolean} isAhead */
  const make = (actor, state, isAhead) => ({
    isAhead,
    levels: [new Map([[actor, state]])],
    seen: new Map([[actor, state]]),
  });
  return {
    search,
    next: next ?? ((actor, way) => new Set(findNextActors(search.walk, actor, way))),
    used: new Set(prefix),
    barred,
    ahead: make(prefix[prefix.length - 1], start, true),
    behind: make(search.ends[1], search.rule.end, false),
    isAhead: true,
  };
}

/**
 * How many steps lead from the one end to the other where the last levels meet.
 *
 * @param {Levels} levels
 */
export function getLength({ ahead, behind }) {
  return ahead.levels.length + behind.levels.length - 2;
}

/**
 * Whether both sides have actors to go on from, and steps may still be looked at.
 *
 * @param {Levels} levels
 */
export function canGrow({ search, ahead, behind }) {
  return !isSpent(search) && getLast(ahead).size > 0 && getLast(behind).size > 0;
}

/**
 * @param {Levels} levels
 * @param {number} most steps
 * @returns {TimedWays|null} all shortest ways; null where there is none
 */
export function findTimedWays(levels, most) {
  while (canGrow(levels) && getLength(levels) < most) {
    prune(levels);
    const meeting = meet(levels);
    if (meeting.length) return unite(levels, meeting);
    widen(levels);
  }
  return null;
}

/**
 * Leaves out what no longer way needs: it has to pass the last levels of both sides.
 * @param {Levels} levels
 */
function prune({ search: { rule }, ahead, behind }) {
  const goal = joinAll(rule, getLast(behind));
  for (const [actor, state] of getLast(ahead)) {
    if (!rule.meets(state, goal)) getLast(ahead).delete(actor);
  }
  const reached = joinAll(rule, getLast(ahead));
  for (const [actor, state] of getLast(behind)) {
    if (reached === undefined || !rule.meets(reached, state)) getLast(behind).delete(actor);
  }
}

/**
 * @param {TimeRule} rule
 * @param {Level} level
 */
function joinAll(rule, level) {
  let all;
  for (const state of level.values()) all = rule.join(all, state);
  return all;
}

/**
 * Begins a level: takes those steps that lead to the other side.
 *
 * @param {Levels} levels
 * @returns {number[]} the actors where both meet
 */
export function meet(levels) {
  const { search, ahead, behind } = levels;
  // What does not come next is barred at the first step from the source, so that comes first.
  levels.isAhead = ahead.levels.length === 1 || measure(levels, ahead) <= measure(levels, behind);
  const [side, other] = levels.isAhead ? [ahead, behind] : [behind, ahead];
  side.levels.push(new Map());
  takeSteps(levels, side, (actor) => other.seen.has(actor));
  if (isSpent(search)) return [];
  return [...getLast(side).keys()].filter((actor) =>
    search.rule.meets(ahead.seen.get(actor), behind.seen.get(actor)),
  );
}

/**
 * Takes all other steps of the level that was begun.
 *
 * @param {Levels} levels
 */
export function widen(levels) {
  const { isAhead, ahead, behind } = levels;
  const [side, other] = isAhead ? [ahead, behind] : [behind, ahead];
  takeSteps(levels, side, (actor) => !other.seen.has(actor));
}

/**
 * Goes on only on some days; states have days.
 *
 * @param {Levels} levels
 * @param {DayRange[]} days
 */
export function restrictLevels({ ahead, behind }, days) {
  for (const level of [ahead, behind].flatMap(({ levels }) => levels.slice(-2))) {
    for (const [actor, state] of level) {
      const left = intersectRanges(state, days);
      if (left.length) level.set(actor, left);
      else level.delete(actor);
    }
  }
}

/** @param {Side} side */
function getLast({ levels }) {
  return levels[levels.length - 1];
}

/**
 * How many steps may lead on from the last actors of a side.
 * @param {Levels} levels
 * @param {Side} side
 */
function measure({ search: { walk } }, side) {
  let count = 0;
  for (const actor of getLast(side).keys()) {
    count += walk.offsets[actor + 1] - walk.offsets[actor];
  }
  return count;
}

/**
 * Adds to the last level of a side what is reached by one step, and by what it was not before.
 * @param {Levels} levels
 * @param {Side} side
 * @param {(actor: number) => boolean} isSelected
 */
function takeSteps(levels, side, isSelected) {
  const { network, facts, rule } = levels.search;
  const { isAhead, seen } = side;
  for (const [here, there, state] of iterateNext(levels, side, isSelected)) {
    if (!take(levels.search)) return;
    const step = isAhead ? facts(here, there) : facts(there, here);
    const reached = rule.extend(network, state, step, isAhead);
    const further = reached === null ? null : rule.leaveOut(reached, seen.get(there));
    if (further !== null) join(rule, [seen, getLast(side)], there, further);
  }
}

/**
 * @param {Levels} levels
 * @param {Side} side
 * @param {(actor: number) => boolean} isSelected
 * @returns {Generator<[here: number, there: number, state: any]>} its next steps
 */
function* iterateNext({ search, next, used, barred }, { isAhead, levels }, isSelected) {
  const closed = isAhead && levels.length === 2 ? new Set([...used, ...barred]) : used;
  for (const [here, state] of levels[levels.length - 2]) {
    if (isAhead && here === search.ends[1]) continue;
    for (const there of next(here, isAhead ? OUTWARD : INWARD)) {
      if (isSelected(there) && !closed.has(there)) yield [here, there, state];
    }
  }
}

/**
 * @param {TimeRule} rule
 * @param {Level[]} levels
 * @param {number} actor
 * @param {any} state that is reached, too
 */
function join(rule, levels, actor, state) {
  for (const level of levels) level.set(actor, rule.join(level.get(actor), state));
}

/**
 * The ways through the actors where both sides meet.
 * @param {Levels} levels
 * @param {number[]} meeting
 * @returns {TimedWays}
 */
function unite(levels, meeting) {
  const { rule } = levels.search;
  const ahead = levels.ahead.levels;
  const behind = levels.behind.levels.slice().reverse();
  const middle = ahead.length - 1;
  /** @param {Level} level */
  const select = (level) => new Map(meeting.map((actor) => [actor, level.get(actor)]));
  /** @type {Level[]} */
  const goals = [...ahead.slice(1).map(() => new Map()), select(behind[0]), ...behind.slice(1)];
  /** @type {Map<number, number[]>[]} */
  const onward = goals.slice(1).map(() => new Map());
  /** @param {number} number @param {number} here @param {number} there */
  const add = (number, here, there) => {
    onward[number].set(here, [...(onward[number].get(here) ?? []), there]);
  };
  for (let number = middle - 1; number >= 0; number--) {
    for (const [here, there, goal] of iterateSteps(
      levels,
      ahead[number],
      goals[number + 1],
      true,
    )) {
      join(rule, [goals[number]], here, goal);
      add(number, here, there);
    }
  }
  let reached = select(ahead[middle]);
  for (let number = middle; number < onward.length; number++) {
    const following = new Map();
    for (const [there, here, state] of iterateSteps(levels, goals[number + 1], reached, false)) {
      join(rule, [following], there, state);
      add(number, here, there);
    }
    reached = following;
  }
  return { onward, goals };
}

/**
 * The steps between some actors and others that will do, and by what the former then are.
 * @param {Levels} levels
 * @param {Level} level
 * @param {Level} others where the steps lead if ahead, else from where they come
 * @param {boolean} isAhead
 * @returns {Generator<[actor: number, other: number, state: any]>}
 */
function* iterateSteps({ search, next }, level, others, isAhead) {
  const { network, facts, rule } = search;
  for (const [actor, state] of level) {
    for (const other of next(actor, isAhead ? OUTWARD : INWARD)) {
      if (!others.has(other)) continue;
      const step = isAhead ? facts(actor, other) : facts(other, actor);
      const reached = rule.extend(network, others.get(other), step, !isAhead);
      if (reached === null) continue;
      if (isAhead ? rule.meets(state, reached) : rule.meets(reached, state)) {
        yield [actor, other, reached];
      }
    }
  }
}
