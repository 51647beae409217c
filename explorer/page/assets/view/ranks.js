/**
 * A measure's name as a person writes it: "in_degree" is "In degree".
 * @param {{label: string}} measure
 */
export function measureLabel({ label }) {
  const text = label.replaceAll("_", " ");
  return text === "pagerank" ? "PageRank" : text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * An actor's place by a measure: 1 for the largest score; equal scores share a place.
 * @param {{scores: (number|null)[]}} measure
 * @param {number} actor
 * @returns {number|null} null where the measure says nothing of the actor
 */
export function rankOf(measure, actor) {
  const own = measure.scores[actor];
  if (own === null || own === undefined) return null;
  return 1 + measure.scores.filter((score) => score !== null && score > own).length;
}

/**
 * Actors by a measure, the largest first; by the number of relations where it ties.
 * @param {object} network
 * @param {string} sizeBy id of a measure; "" for the number of relations
 * @returns {number[]}
 */
export function actorsByMeasure(network, sizeBy) {
  const degree = network.ties.map((ties) => ties.length);
  const scores = network.measures.find(({ id }) => id === sizeBy)?.scores ?? degree;
  return network.actors.map((_, i) => i).sort((a, b) => (scores[b] ?? -1) - (scores[a] ?? -1) || degree[b] - degree[a] || a - b);
}

/** A score in few digits. */
export function scoreText(score) {
  if (score === null || score === undefined) return "–";
  if (Number.isInteger(score)) return score.toLocaleString("en");
  return Math.abs(score) >= 100 ? score.toFixed(0) : score.toPrecision(2);
}
