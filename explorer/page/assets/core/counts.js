/** Whole numbers and counts in words, as `graph/data/counts.py` has them. */

/**
 * A whole number, such as "1,204".
 * @param {number} number
 */
export function formatWhole(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ","); // Intl takes long to start
}

/**
 * A count with its noun, such as "1 actor" or "1,204 relations".
 * @param {number} count
 * @param {string} noun
 */
export function formatCount(count, noun) {
  return `${formatWhole(count)} ${noun}${count === 1 ? "" : "s"}`;
}
