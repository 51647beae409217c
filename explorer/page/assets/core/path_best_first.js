/**
 * Paths from the best on, each only when it is asked for (Yen, 1971; Lawler, 1972):
 * `graph/analysis/paths/best_first.py` does the same.
 */
import { compareNumbers, makeHeap } from "./heap.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { Subspace } from "./path_cheapest.js"
 * @typedef {{key: number[], path: number[]}} Found
 * @typedef {{subspace: Subspace, listed: number[][], found: Found, rest: Iterator<Found>}} Group
 * @typedef {{key: number[], serial: number, subspace?: Subspace, group?: Group}} Entry
 */

/** The most subspaces, so that every search ends: enough for 1,000 paths of 20 steps. */
const MOST_SUBSPACES = 20_000;

/**
 * Every path from an actor by its key, the least first; after the last of those that tie in all but
 * the last number of their keys comes null.
 *
 * @param {number} source
 * @param {(subspace: Subspace) => Iterator<Found>} find the best paths of a subspace, the best
 *   first
 * @param {boolean} inTies whether it finds all paths that tie so; else it finds one
 * @param {() => boolean} [hasEnded] whether it has ended before it found what there is
 * @returns {Generator<Found|null, boolean>} in the end whether it ended at its bound
 */
export function* iterateBest(source, find, inTies, hasEnded = () => false) {
  /** @type {Heap<Entry>} */
  const queue = makeHeap(compareEntries);
  let serial = 0;
  let subspaceCount = 1;
  const isAtBound = () => subspaceCount > MOST_SUBSPACES || hasEnded();
  /** @param {Group} group */
  const addNext = (group) => {
    const { value, done } = group.rest.next();
    if (done) return false;
    queue.push({ key: value.key, serial: serial++, group: { ...group, found: value } });
    return true;
  };
  queue.push({ key: [], serial: serial++, subspace: { prefix: [source], barred: new Set() } });
  /** @type {number[]} */
  let end = [];
  while (queue.size() && !isAtBound()) {
    if (end.length && compareNumbers(queue.first().key, end) >= 0) {
      end = [];
      yield null;
    }
    const { subspace, group } = queue.pop();
    if (subspace) addNext({ subspace, listed: [], found: NOTHING, rest: find(subspace) });
    if (!group) continue;
    const { key, path } = group.found;
    end = [...key.slice(0, -1), Infinity];
    yield group.found;
    group.listed.push(path);
    if (addNext(group)) continue;
    for (const smaller of splitSubspace(group.subspace, group.listed)) {
      queue.push({ key: inTies ? end : key, serial: serial++, subspace: smaller });
      subspaceCount++;
    }
  }
  return isAtBound();
}

/** @type {Found} */
const NOTHING = { key: [], path: [] };

/**
 * @param {Entry} one
 * @param {Entry} other
 */
function compareEntries(one, other) {
  return (
    compareNumbers(one.key, other.key) ||
    Number(Boolean(one.subspace)) - Number(Boolean(other.subspace)) ||
    one.serial - other.serial
  );
}

/**
 * Subspaces that hold all paths of one but some.
 * @param {Subspace} subspace
 * @param {number[][]} paths
 * @returns {Subspace[]}
 */
function splitSubspace({ prefix, barred }, paths) {
  /** @type {Map<string, Subspace>} */
  const parts = new Map();
  for (const path of paths) {
    for (let end = prefix.length; end < path.length; end++) {
      const begun = path.slice(0, end);
      const name = begun.join();
      const before = end === prefix.length ? barred : [];
      const part = parts.get(name) ?? { prefix: begun, barred: new Set(before) };
      part.barred.add(path[end]);
      parts.set(name, part);
    }
  }
  return [...parts.values()];
}
