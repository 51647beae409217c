/** Sums and products of one number for each actor. */

/**
 * Adds to each actor's number those of its neighbours, times a factor.
 * @param {Float64Array} sums
 * @param {ShownGraph} graph
 * @param {Float64Array} vector
 * @param {number} factor
 */
export function addProduct(sums, { size, offsets, neighbours }, vector, factor) {
  for (let actor = 0; actor < size; actor++) {
    let sum = 0;
    for (let entry = offsets[actor]; entry < offsets[actor + 1]; entry++) {
      sum += vector[neighbours[entry]];
    }
    sums[actor] += factor * sum;
  }
}

/**
 * @param {Float64Array} one
 * @param {Float64Array} other
 */
export function sumProducts(one, other) {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place] * other[place];
  return sum;
}

/**
 * Scales numbers so that their squares add up to 1.
 * @param {Float64Array} vector not all 0
 */
export function normalize(vector) {
  const length = Math.sqrt(sumProducts(vector, vector));
  return vector.map((each) => each / length);
}
