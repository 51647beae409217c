/** What is said of equally short paths that differ in sign: as tests/test_paths.py has it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { describeSigns } from "../explorer/page/assets/core/path_support.js";

describe("paths that differ in sign", () => {
  const first = [{ support: { sign: "-" } }];
  const cases = [
    [1, 1, 0, "The first path is negative; the other path of this length is not negative."],
    [2, 1, 0, "The first path is negative; all 2 other paths of this length are not negative."],
    [
      ...[1, 1, 2, "The first path is negative; "],
      "of the 3 other paths of this length 1 is not negative and 2 are mixed.",
    ],
    [0, 3, 0, ""],
  ];
  for (const [plus, minus, mixed, ...told] of cases) {
    it(`are told in a plain sentence: ${plus}, ${minus}, ${mixed}`, () => {
      const signCounts = { "+": plus, "-": minus, mixed };
      const said = describeSigns({ paths: first, signCounts, count: plus + minus + mixed });
      const what = told[0] && " A path is negative if an odd number of its steps are tensions.";
      assert.equal(said, told.join("") + what);
    });
  }
});
