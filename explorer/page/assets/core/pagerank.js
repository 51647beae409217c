const DAMPING = 0.85;
const SETTLED = 1e-15; // change of all scores together in a round
const MOST_ROUNDS = 300;

/**
 * PageRank (Page et al., 1999): the probability of meeting a random walker that restarts anywhere
 * with a probability of 0.15, and from an actor without edges.
 *
 * @param {ShownGraph} graph
 * @returns {Generator<void, Float64Array>}
 */
export function* measurePagerank({ size, offsets, neighbours }) {
  let scores = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    yield;
    const next = new Float64Array(size);
    let restarts = 1 - DAMPING;
    for (let actor = 0; actor < size; actor++) {
      const degree = offsets[actor + 1] - offsets[actor];
      const passed = DAMPING * scores[actor];
      if (!degree) restarts += passed;
      for (let entry = offsets[actor]; entry < offsets[actor + 1]; entry++) {
        next[neighbours[entry]] += passed / degree;
      }
    }
    let change = 0;
    for (let actor = 0; actor < size; actor++) {
      next[actor] += restarts / size;
      change += Math.abs(next[actor] - scores[actor]);
    }
    scores = next;
    if (change <= SETTLED) break;
  }
  return scores;
}
