import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { listColourings, gradeScores } from "../explorer/page/assets/core/colourings.js";
import { tinyNetwork } from "./tiny_network.js";

describe("what colours stand for", () => {
  it("is nothing, the kind, the community, or any measure", () => {
    const network = tinyNetwork({
      actors: ["a"],
      measures: [{ id: "degree", label: "degree", scores: [1] }],
    });
    assert.deepEqual(
      listColourings(network).map(({ id }) => id),
      ["plain", "kind", "community", "degree"],
    );
  });
});

describe("the steps of a measure", () => {
  it("are the highest tenth, quarter and half of the actors", () => {
    const twenty = Array.from({ length: 20 }, (_, i) => 20 - i);
    assert.deepEqual(
      [...gradeScores(twenty)],
      [0, 0, 1, 1, 1, 2, 2, 2, 2, 2, ...new Array(10).fill(3)],
    );
  });

  it("are the same for equal scores", () => {
    assert.deepEqual([...gradeScores([5, 5, 5, 5])], [0, 0, 0, 0]);
  });

  it("are the lowest for no score, however few have one", () => {
    assert.deepEqual([...gradeScores([0, null, 7, 0, 0, 0, 0, 0])], [3, 3, 0, 3, 3, 3, 3, 3]);
    assert.deepEqual([...gradeScores([0, 0])], [3, 3]);
    assert.deepEqual([...gradeScores([])], []);
  });
});
