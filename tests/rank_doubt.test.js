import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  describeRankDoubt,
  formatOrdinal,
  measureWhisker,
} from "../explorer/page/assets/core/rank_doubt.js";

const DOUBT = {
  notes: [],
  omissions: ["'A book'", "what is inferred"],
  measures: {
    degree: {
      best: [1, 1, 3],
      worst: [1, 3, 3],
      falls_to: [1, 9, 3],
      without: [null, 1, null],
      missing: { 2: "'A book'" },
    },
  },
};

describe("how sure ranks are", () => {
  it("is told in words", () => {
    const words = [0, 1, 2].map((actor) => describeRankDoubt(DOUBT, "degree", actor));
    assert.deepEqual(words, [
      "1st",
      "1st to 3rd; falls to 9th without what is inferred",
      "3rd; no rank without 'A book'",
    ]);
  });

  it("has the ordinal numbers of the terminal", () => {
    const ranks = [1, 2, 3, 4, 11, 12, 13, 21, 112, 1002];
    const words = "1st 2nd 3rd 4th 11th 12th 13th 21st 112th 1,002nd";
    assert.equal(ranks.map(formatOrdinal).join(" "), words);
  });

  it("is a whisker from the score of the worst rank to that of the best", () => {
    const measure = { id: "degree", scores: [8, 4, 2] };
    const whiskers = [0, 1, 2].map((actor) => measureWhisker(DOUBT, measure, actor));
    assert.deepEqual(whiskers, [
      [1, 1],
      [0.25, 1],
      [0.25, 0.25],
    ]);
    assert.deepEqual(measureWhisker(DOUBT, { id: "degree", scores: [0, 0, 0] }, 1), [0, 0]);
  });
});
