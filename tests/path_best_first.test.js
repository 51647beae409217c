/** Paths from the best on, one at a time, and not without an end. */
import assert from "node:assert/strict";
import { it } from "node:test";

import { iterateBest } from "../explorer/page/assets/core/path_best_first.js";

it("ends at its bound, and says so", () => {
  let node = 1;
  /** @param {{prefix: number[]}} subspace whose paths go on for four steps without an end */
  function* find({ prefix }) {
    yield { key: [1, 0], path: [...prefix, node++, node++, node++, node++] };
  }
  const best = iterateBest(0, find, false);
  let count = 0;
  let next = best.next();
  for (; !next.done; next = best.next()) count += 1;
  assert.equal(next.value, true);
  assert.equal(count, 5_000);
});

it("ends where there are no more, and says so", () => {
  /** @param {{barred: Set<number>}} subspace */
  function* find({ barred }) {
    if (!barred.size) yield { key: [1, 0], path: [0, 1] };
  }
  const best = iterateBest(0, find, false);
  assert.deepEqual(best.next().value, { key: [1, 0], path: [0, 1] });
  assert.deepEqual(best.next(), { value: false, done: true });
});
