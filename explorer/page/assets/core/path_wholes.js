/**
 * Paths through all actors that a question names, made of paths between two of them:
 * `graph/analysis/paths/parts.py` does the same.
 */
import { compareNumbers, makeHeap } from "./heap.js";
import { addCounts, multiplyCounts } from "./path_counts.js";
import { measureMerit } from "./path_parts.js";
import { multiplySigns } from "./step_facts.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { Part, Tied } from "./path_parts.js"
 */

/** @type {NetSign[]} */
const SIGNS = ["+", "-", "mixed"];

/**
 * The best paths of a whole, each as a path of each part. They are compared by what is asked for,
 * then by their steps, then by how early their parts are listed.
 *
 * @param {Part[]} parts
 * @param {number} most
 * @returns {number[][][]}
 */
export function combineParts(parts, most) {
  if (parts.some(({ listed }) => !listed.length)) return [];
  /** @param {number[]} numbers */
  const measure = (numbers) => {
    const merits = parts.map(({ search, listed }, part) =>
      measureMerit(search, listed[numbers[part]]),
    );
    const firsts = merits.map(([first]) => first);
    const isWeakest = parts[0].search.question.by === "voices";
    return [
      isWeakest ? Math.max(...firsts) : addAll(firsts),
      addAll(merits.map(([, steps]) => steps)),
    ];
  };
  /** @type {Heap<number[]>} */
  const queue = makeHeap((one, other) => compareNumbers(one, other));
  const queued = new Set();
  /** @param {number[]} numbers */
  const add = (numbers) => {
    if (queued.has(numbers.join())) return;
    queued.add(numbers.join());
    queue.push([...measure(numbers), addAll(numbers), ...numbers]);
  };
  add(parts.map(() => 0));
  const wholes = [];
  while (queue.size() && wholes.length < most) {
    const numbers = queue.pop().slice(3);
    wholes.push(parts.map(({ listed }, part) => listed[numbers[part]]));
    parts.forEach(({ listed }, part) => {
      const following = numbers.map((number, at) => number + Number(at === part));
      if (following[part] < listed.length) add(following);
    });
  }
  return wholes;
}

/** @param {number[]} numbers */
function addAll(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

/**
 * How many wholes there are of equally good parts, and how they differ.
 *
 * @param {Part[]} parts
 * @returns {Tied}
 */
export function combineTied(parts) {
  return parts.map(({ tied }) => tied).reduce(joinTied);
}

/**
 * @param {Tied} one
 * @param {Tied} other
 * @returns {Tied}
 */
function joinTied(one, other) {
  const signCounts = { "+": 0, "-": 0, mixed: 0 };
  for (const before of SIGNS) {
    for (const after of SIGNS) {
      const sign = multiplySigns(before, after);
      const count = multiplyCounts(one.signCounts[before], other.signCounts[after]);
      signCounts[sign] = addCounts(signCounts[sign], count);
    }
  }
  return {
    count: multiplyCounts(one.count, other.count),
    isLeast: one.isLeast || other.isLeast,
    signCounts,
    influenceCount: multiplyCounts(one.influenceCount, other.influenceCount),
    typesWithoutInfluence: [
      ...new Set([...one.typesWithoutInfluence, ...other.typesWithoutInfluence]),
    ],
  };
}
