import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  bundlePairs,
  findHeaviest,
  makePairLines,
} from "../explorer/page/assets/view/pair_lines.js";

const TYPES = {
  met: { id: "met", sign: "0", mutual: true },
  ally: { id: "ally", sign: "+", mutual: true },
  funds: { id: "funds", sign: "+", mutual: false },
};

function makeLines(...rows) {
  const relations = rows.map(([source, type, target, weight = 1]) => ({
    source,
    target,
    type: TYPES[type],
    weight,
    references: [],
  }));
  const plate = {
    network: { relations },
    pairs: bundlePairs(relations),
    claims: relations.map(() => "stands"),
    theme: { pairs: {} },
  };
  return [...makePairLines(plate, new Uint8Array(relations.length).fill(1)).values()];
}

// The same as in tests/test_picture_like_page.py.
describe("the width of a line", () => {
  it("is by weight where weights differ", () => {
    const lines = makeLines(
      [0, "met", 1, 3],
      [1, "met", 0, 1],
      [1, "met", 2, 1],
      [2, "ally", 3, 4],
    );
    assert.deepEqual(
      lines.map(({ width }) => width),
      [4, 0.75 + 3.25 / 2, 4],
    );
  });

  it("is by voices where all weigh the same, or nearly all weigh 1", () => {
    const alike = makeLines([0, "met", 1, 2], [1, "met", 2, 2], [2, "ally", 3, 2]);
    assert.deepEqual(
      alike.map(({ width }) => width),
      [1, 1, 1.5],
    );
    const ones = Array.from({ length: 9 }, (_, i) => [i + 2, "met", 0]);
    assert.ok(makeLines([1, "met", 0, 7], ...ones).every(({ width }) => width === 1));
  });

  it("is by voices in large networks", () => {
    const relations = Array.from({ length: 2000 }, (_, weight) => ({
      source: 0,
      target: 1,
      weight,
    }));
    assert.equal(findHeaviest({ relations }), 0);
  });
});

describe("the arrowheads of a line", () => {
  it("are at both ends where relations run both ways", () => {
    const lines = makeLines([0, "funds", 1], [1, "funds", 2], [2, "funds", 1], [2, "ally", 3]);
    assert.deepEqual(
      lines.map(({ arrow, isBothWays }) => [arrow, isBothWays]),
      [
        [true, false],
        [true, true],
        [false, false],
      ],
    );
  });
});
