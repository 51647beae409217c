import { searchBreadthFirst } from "./breadth_first.js";

const SEARCHES = 4; // between two looks at the clock

/**
 * Closeness (Sabidussi, 1966): the actors that reach an actor over the sum of their steps, scaled
 * by the share of actors that do (Wasserman & Faust, 1994).
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* measureCloseness(graph) {
  return yield* measureSteps(graph, (reached, steps) =>
    steps ? (reached / steps) * (reached / (graph.size - 1)) : 0,
  );
}

/**
 * Harmonic closeness (Marchiori & Latora, 2000): the sum of the reciprocals of the steps.
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* measureHarmonic(graph) {
  return yield* measureSteps(graph, (_, __, reciprocals) => reciprocals);
}

/**
 * @param {ShownGraph} graph
 * @param {(reached: number, steps: number, reciprocals: number) => number} score of an actor by how
 *   many others it reaches, the sum of the steps to them, and that of their reciprocals
 * @returns {Generator<void, Float64Array>}
 */
function* measureSteps(graph, score) {
  const scores = new Float64Array(graph.size);
  const order = new Int32Array(graph.size);
  const distances = new Int32Array(graph.size);
  for (let source = 0; source < graph.size; source++) {
    if (source % SEARCHES === 0) yield;
    const reached = searchBreadthFirst(graph, source, order, distances);
    let [steps, reciprocals] = [0, 0];
    for (let place = 1; place < reached; place++) {
      steps += distances[order[place]];
      reciprocals += 1 / distances[order[place]];
    }
    scores[source] = score(reached - 1, steps, reciprocals);
  }
  return scores;
}
