/**
 * Runs a generator to its end.
 * @param {Generator} generator
 */
export function finish(generator) {
  for (;;) {
    const { done, value } = generator.next();
    if (done) return value;
  }
}
