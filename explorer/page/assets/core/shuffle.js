const WORD = 2 ** 32;
const GOLDEN = 0x9e3779b9; // so that seeds near each other begin far apart

/** @typedef {(count: number) => number[]} Shuffle the numbers below a count in any order */

/**
 * Numbers as xorshift32 draws them (Marsaglia, 2003).
 * @param {number} seed
 * @returns {Shuffle}
 */
export function createShuffle(seed) {
  let state = (Math.imul(seed, GOLDEN) + 1) >>> 0 || 1;
  /** @param {number} bound */
  const drawBelow = (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor((state * bound) / WORD);
  };
  return (count) => {
    const order = Array.from({ length: count }, (_, number) => number);
    for (let last = count - 1; last > 0; last--) {
      const other = drawBelow(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  };
}
