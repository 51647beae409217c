import { addProduct, sumProducts } from "./vectors.js";

const FOE = 2; // how much more a negative edge counts than a positive one
const SETTLED = 1e-15;
const MOST_ROUNDS = 1000;

/**
 * PN centrality (Everett & Borgatti, 2014): 1, raised by friends of high scores and lowered by foes
 * of high scores. With P the positive and N the negative edges among n actors, and
 * C = (P - 2 N) / (2 n - 2), the scores solve x = 1 + C x; found by conjugate gradients, as no
 * eigenvalue of C is above 1.
 *
 * @param {ShownGraph} positive
 * @param {ShownGraph} negative
 * @returns {Generator<void, Float64Array>}
 */
export function* measurePn(positive, negative) {
  const { size } = positive;
  const ones = new Float64Array(size).fill(1);
  if (size <= 1) return ones;
  /** @param {Float64Array} vector */
  const multiply = (vector) => {
    const product = vector.slice();
    addProduct(product, positive, vector, -1 / (2 * size - 2));
    addProduct(product, negative, vector, FOE / (2 * size - 2));
    return product;
  };
  const scores = new Float64Array(size);
  const rest = ones.slice();
  let direction = rest.slice();
  let left = sumProducts(rest, rest);
  for (let round = 0; round < MOST_ROUNDS && left > size * SETTLED ** 2; round++) {
    yield;
    const product = multiply(direction);
    const step = left / sumProducts(direction, product);
    for (let actor = 0; actor < size; actor++) {
      scores[actor] += step * direction[actor];
      rest[actor] -= step * product[actor];
    }
    const before = left;
    left = sumProducts(rest, rest);
    direction = direction.map((each, actor) => rest[actor] + (left / before) * each);
  }
  return scores;
}
