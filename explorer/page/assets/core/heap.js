/** A queue that gives what comes first in an order. */

/**
 * @template T
 * @typedef {{size(): number, first(): T, push(item: T): void, pop(): T}} Heap first: what stays;
 *   pop: taken out; of both there must be something
 */

/**
 * @template T
 * @param {(one: T, other: T) => number} compare below 0 where the one comes first
 * @returns {Heap<T>}
 */
export function makeHeap(compare) {
  /** @type {T[]} */
  const items = [];
  return {
    size: () => items.length,
    first: () => items[0],
    push: (item) => {
      let at = items.length;
      while (at) {
        const above = (at - 1) >> 1;
        if (compare(items[above], item) <= 0) break;
        items[at] = items[above];
        at = above;
      }
      items[at] = item;
    },
    pop: () => {
      const top = items[0];
      const last = /** @type {T} */ (items.pop());
      let at = 0;
      for (let next = 1; next < items.length; next = 2 * at + 1) {
        if (next + 1 < items.length && compare(items[next + 1], items[next]) < 0) next += 1;
        if (compare(last, items[next]) <= 0) break;
        items[at] = items[next];
        at = next;
      }
      if (items.length) items[at] = last;
      return top;
    },
  };
}

/**
 * Compares lists of numbers, the first that differ deciding.
 *
 * @param {readonly number[]} ones
 * @param {readonly number[]} others
 */
export function compareNumbers(ones, others) {
  const at = ones.findIndex((one, index) => one !== others[index]);
  if (at < 0 || ones[at] === others[at]) return 0;
  return ones[at] < others[at] ? -1 : 1;
}
