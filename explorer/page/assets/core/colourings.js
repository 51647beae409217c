/** What the colours of actors can stand for. */

/**
 * What the colours stand for: what is asked, else camps where there are two, or the communities
 * where no relation is negative.
 *
 * @param {Network} network
 * @param {string} colourBy "" where nothing is asked
 */
export function findColouring({ types, versions, communities, camps }, colourBy) {
  if (colourBy === "camp" && !camps) return "plain";
  if (colourBy) return colourBy;
  if (camps?.opens) return "camp";
  const isPlain = versions || types.some(({ sign }) => sign === "-") || communities.list.length < 2;
  return isPlain ? "plain" : "community";
}

/**
 * The state with what colours mean written out where they mean camps: actors that a reader moved
 * are among camps then, or else are not.
 *
 * @param {State} state
 * @param {Network} network
 * @returns {State}
 */
export function nameCampColouring(state, network) {
  return findColouring(network, state.colourBy) === "camp" ? { ...state, colourBy: "camp" } : state;
}

/**
 * @param {Network} network
 * @returns {{id: string, label: string}[]} measures each under its own id
 */
export function listColourings({ measures, camps }) {
  return [
    { id: "plain", label: "nothing" },
    { id: "kind", label: "kind of actor" },
    { id: "community", label: "community" },
    ...(camps ? [{ id: "camp", label: "camp" }] : []),
    ...measures.map(({ id, label }) => ({ id, label })),
  ];
}

const SHARES = [0.1, 0.25, 0.5];

/** The steps of a measure's colours in words, the highest first. */
export const STEP_NAMES = [
  "highest tenth",
  "rest of the highest quarter",
  "rest of the higher half",
  "lower half, or no score",
];

/**
 * The step of each actor by a measure: equal scores share one, and a score of nothing is never
 * high.
 *
 * @param {(number|null)[]} scores
 * @returns {Uint8Array} 0 for the highest tenth of the actors, 1 and 2 for those of the highest
 *   quarter and half, 3 for the rest
 */
export function gradeScores(scores) {
  const ordered = scores.map((score) => score ?? 0).filter((score) => score > 0);
  ordered.sort((a, b) => b - a);
  const least = SHARES.map(
    (share) => ordered[Math.ceil(share * scores.length) - 1] ?? ordered.at(-1) ?? Infinity,
  );
  /** @param {number} score */
  const findStep = (score) => least.findIndex((one) => score >= one);
  return Uint8Array.from(scores, (score) => {
    const step = score !== null && score > 0 ? findStep(score) : -1;
    return step >= 0 ? step : SHARES.length;
  });
}
