/**
 * How the actors of a pattern may change places, such answers counting once: the same as in
 * `graph/analysis/pattern/symmetry.py`.
 */

/** @import { Pattern, Slot } from "./pattern_parse.js" */
/** @import { Verb } from "./pattern_verbs.js" */
/** @typedef {(verb: Verb, type: RelationType, isForwards: boolean) => boolean} Fits */

const MOST_SYMMETRIES = 200;
const MOST_TRIED = 5_000;

/**
 * @param {Pattern} pattern
 * @param {RelationType[]} types
 * @param {Fits} fits
 * @returns {number[][]} for each slot the slot whose actor it takes
 */
export function findSymmetries({ slots, clauses }, types, fits) {
  const meanings = clauses.map(({ source, target, verb, span }) => {
    /** @param {boolean} isForwards */
    const list = (isForwards) =>
      types.flatMap((type) => (fits(verb, type, isForwards) ? [type.id] : []));
    const ways = [list(true), list(false)].map((ids) => JSON.stringify(ids));
    return { source, target, ways, when: JSON.stringify(span) };
  });
  /**
   * A clause read from its first slot, whichever end was written first.
   * @param {typeof meanings[0]} meaning
   * @param {number} source
   * @param {number} target
   */
  const makeKey = ({ ways: [forwards, backwards], when }, source, target) =>
    (source <= target
      ? [source, target, forwards, backwards, when]
      : [target, source, backwards, forwards, when]
    ).join(" ");
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const each of meanings) {
    const key = makeKey(each, each.source, each.target);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  /** @type {number[][]} */
  const found = [];
  let tried = 0;
  /** @param {number[]} taken */
  const extend = (taken) => {
    if (taken.length === slots.length) found.push(taken);
    for (let slot = 0; taken.length < slots.length && slot < slots.length; slot++) {
      tried += 1;
      if (tried > MOST_TRIED || found.length > MOST_SYMMETRIES) return;
      if (taken.includes(slot) || !isAlike(slots[taken.length], slots[slot])) continue;
      const next = [...taken, slot];
      const stays = meanings
        .filter(({ source, target }) => Math.max(source, target) === taken.length)
        .every((each) => {
          const { source, target } = each;
          const image = counts.get(makeKey(each, next[source], next[target]));
          return image === counts.get(makeKey(each, source, target));
        });
      if (stays) extend(next);
    }
  };
  extend([]);
  const isAll = found.length <= MOST_SYMMETRIES && tried <= MOST_TRIED;
  return isAll ? found.filter((each) => each.some((slot, at) => slot !== at)) : [];
}

/**
 * @param {Slot} one
 * @param {Slot} other
 */
function isAlike(one, other) {
  const kinds = [one, other].map((slot) => [...slot.kinds].sort().join("|"));
  return one.words === other.words && one.row === other.row && kinds[0] === kinds[1];
}

/**
 * Whether a match is the first of its mirror images, in the order of rows.
 * @param {number[]} match
 * @param {number[][]} symmetries
 */
export function isFirstImage(match, symmetries) {
  return symmetries.every((each) => {
    const at = match.findIndex((row, slot) => row !== match[each[slot]]);
    return at < 0 || match[at] < match[each[at]];
  });
}
