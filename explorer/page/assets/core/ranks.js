/** Who is first by a measure. */

const THOUSANDS = 1000; // scores from here on have two decimals

/**
 * An actor's place by a measure: 1 for the largest score; equal scores share a place.
 * @param {{scores: (number|null)[]}} measure
 * @param {number} actor
 * @returns {number|null} null where the measure says nothing of the actor
 */
export function findRank(measure, actor) {
  const own = measure.scores[actor];
  if (own === null || own === undefined) return null;
  return 1 + measure.scores.filter((score) => score !== null && score > own).length;
}

/**
 * How many relations each actor has.
 * @param {Network} network
 * @param {Uint8Array} [mask] 1 for each relation that counts; without it, all do
 * @returns {number[]}
 */
export function countRelations({ ties }, mask) {
  return ties.map((own) => (mask ? own.filter((index) => mask[index]).length : own.length));
}

/**
 * Actors by a measure, the largest first; by the number of relations where it ties.
 * @param {Network} network
 * @param {string} sizeBy id of a measure; "" for the number of relations
 * @param {Uint8Array} [mask] 1 for each relation that counts
 * @returns {number[]}
 */
export function sortActorsByMeasure(network, sizeBy, mask) {
  const degree = countRelations(network, mask);
  const scores = network.measures.find(({ id }) => id === sizeBy)?.scores ?? degree;
  return network.actors
    .map((_, i) => i)
    .sort((a, b) => (scores[b] ?? -1) - (scores[a] ?? -1) || degree[b] - degree[a] || a - b);
}

/**
 * Actors by a measure, the highest first, each with its rank among all; those it says nothing of
 * are left out.
 * @param {Network} network
 * @param {{scores: (number|null)[]}} measure
 * @param {Uint8Array} visible 1 for each actor to list
 * @returns {{actor: number, rank: number}[]} equal scores share a rank, and stand in the order of
 *   rows
 */
export function rankActors(network, { scores }, visible) {
  const scored = [...network.actors.keys()].filter(
    (actor) => scores[actor] !== null && scores[actor] !== undefined,
  );
  const ordered = scored.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const rankOf = rankScores(ordered.map((actor) => scores[actor] ?? 0));
  return ordered
    .filter((actor) => visible[actor])
    .map((actor) => ({ actor, rank: rankOf.get(scores[actor] ?? 0) ?? 0 }));
}

/**
 * The rank of each score, from 1; equal scores share the better one.
 * @param {number[]} sorted scores, the highest first
 * @returns {Map<number, number>}
 */
export function rankScores(sorted) {
  /** @type {Map<number, number>} */
  const rankOf = new Map();
  sorted.forEach((score, place) => {
    if (!rankOf.has(score)) rankOf.set(score, place + 1);
  });
  return rankOf;
}

/**
 * An actor's score as every face writes it: with four decimals, two where scores are in thousands,
 * or none when all of the measure are whole.
 * @param {{scores: (number|null)[]}} measure
 * @param {number} actor
 * @returns {string} "–" where the measure says nothing of the actor
 */
export function formatScore({ scores }, actor) {
  const score = scores[actor];
  if (score === null || score === undefined) return "–";
  const digits = countDecimals(scores);
  return score.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** @param {(number|null)[]} scores */
function countDecimals(scores) {
  if (scores.every((one) => one === null || Number.isInteger(one))) return 0;
  return scores.some((one) => Number(one) >= THOUSANDS) ? 2 : 4;
}

/**
 * What of the measures is not exact and how far off it may be, what they leave out and what they
 * cannot say: a sentence each, behind all of whom it is true.
 * @param {{measures: {label: string, sampled?: string, notes?: string[]}[]}} network
 * @returns {string[]}
 */
export function listCautions({ measures }) {
  /** @type {Map<string, string[]>} */
  const labelsOf = new Map();
  for (const { label, sampled, notes = [] } of measures) {
    for (const text of sampled ? [sampled, ...notes] : notes) {
      labelsOf.set(text, [...(labelsOf.get(text) ?? []), label]);
    }
  }
  return [...labelsOf].map(([text, labels]) => `${labels.join(", ")}: ${text}`);
}
