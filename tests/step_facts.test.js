import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findStates, HOLDS, MAY_HOLD, DOES_NOT } from "../explorer/page/assets/core/lifetimes.js";
import { readStep } from "../explorer/page/assets/core/step_facts.js";
import { findVoices } from "../explorer/page/assets/core/voices.js";
import { tinyNetwork } from "./tiny_network.js";

/** The facts of a step by relations such as ["funds", {basis: "alleged"}]. */
function read(...rows) {
  const relations = rows.map(([type, more = {}]) => ({ tie: `a ${type} b`, ...more }));
  const network = tinyNetwork({ actors: ["a", "b"], relations });
  return readStep(network, [...rows.keys()]);
}

describe("a step", () => {
  const alleged = { basis: "alleged" };
  const disputes = { disputes: 1 };

  it("has the sign of what is beyond doubt", () => {
    for (const [rows, doubt, sign] of [
      [[["funds"], ["opposes", alleged]], "", "+"],
      [[["opposes"], ["funds", alleged]], "", "-"],
      [
        [
          ["funds", alleged],
          ["opposes", alleged],
        ],
        "alleged",
        "mixed",
      ],
      [[["funds", { basis: "inferred" }]], "", "+"],
      [[["funds"], ["funds", disputes]], "contested", "+"],
      [[["funds"], ["funds", disputes], ["opposes"]], "", "-"],
    ]) {
      const facts = read(...rows);
      assert.deepEqual([facts.doubt, facts.sign], [doubt, sign], JSON.stringify(rows));
    }
  });

  it("has the best confidence, an unrated one counting half", () => {
    for (const [stated, confidence, millionths] of [
      [[0.5, null], 0.5, 500000],
      [[0.4, null], null, 500000],
      [[0.6, null], 0.6, 600000],
      [[0.0000019], 0.0000019, 2],
    ]) {
      const facts = read(...stated.map((each) => ["funds", { confidence: each }]));
      assert.deepEqual([facts.confidence, facts.millionths], [confidence, millionths]);
    }
  });
});

describe("two spans", () => {
  it("rule out what one of them rules out", () => {
    const lifetimes = {
      earliestStart: Int32Array.of(5, 1, 1),
      latestStart: Int32Array.of(5, 1, 1),
      earliestEnd: Int32Array.of(5, 9, 3),
      latestEnd: Int32Array.of(9, 9, 9),
    };
    const day = (number) => ({ first: number, last: number });
    const states = findStates(lifetimes, [day(2), day(6)]);
    assert.deepEqual([...states], [DOES_NOT, HOLDS, MAY_HOLD]);
  });
});

describe("one publisher", () => {
  it("is one voice however its letters are coded, and the first source names it", () => {
    const source = { via: "", voice: "", url: "", archive_url: "" };
    const sources = ["Café", "cafe\u0301", "café"].map((publisher, i) => ({
      ...source,
      id: `s${i}`,
      publisher,
    }));
    assert.deepEqual(new Set(findVoices(sources).values()), new Set(["s0"]));
  });
});
