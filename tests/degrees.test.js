import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countDegrees, isDegree } from "../explorer/page/assets/core/degrees.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: ["a", "b", "c", "alone"],
  relations: [
    "a funds b",
    "b funds a",
    { tie: "a ally b", weight: 3 },
    { tie: "c opposes a", disputes: 1 },
    "c funds c",
    { tie: "c funds b", weight: 0.5 },
  ],
});
const ALL = new Uint8Array(6).fill(1);

describe("degrees of what the filters keep", () => {
  it("count neighbours once, and neither loops nor relations that are only disputed", () => {
    assert.deepEqual(countDegrees(NETWORK, ALL, "degree"), [1, 2, 1, 0]);
  });

  it("point where the relation points, and both ways where it is mutual", () => {
    assert.deepEqual(countDegrees(NETWORK, ALL, "in_degree"), [1, 2, 0, 0]);
    assert.deepEqual(countDegrees(NETWORK, ALL, "out_degree"), [1, 1, 1, 0]);
    const mutualAlone = Uint8Array.of(0, 0, 1, 0, 0, 0);
    assert.deepEqual(countDegrees(NETWORK, mutualAlone, "in_degree"), [1, 1, 0, 0]);
  });

  it("sum the weights of parallel relations", () => {
    assert.deepEqual(countDegrees(NETWORK, ALL, "weighted_degree"), [5, 5.5, 0.5, 0]);
  });

  it("sum what points to an actor, and what points from it; mutual relations do both", () => {
    assert.deepEqual(countDegrees(NETWORK, ALL, "weighted_in_degree"), [4, 4.5, 0, 0]);
    assert.deepEqual(countDegrees(NETWORK, ALL, "weighted_out_degree"), [4, 4, 0.5, 0]);
  });

  it("count a mutual relation that is listed both ways once", () => {
    const network = tinyNetwork({
      actors: ["a", "b"],
      relations: [{ tie: "a ally b", weight: 3 }, { tie: "b ally a", weight: 5 }, "b funds a"],
    });
    const all = new Uint8Array(3).fill(1);
    assert.deepEqual(countDegrees(network, all, "weighted_degree"), [6, 6]);
    assert.deepEqual(countDegrees(network, all, "weighted_in_degree"), [6, 5]);
  });

  it("follow the filters, which other measures do not", () => {
    assert.deepEqual(
      countDegrees(NETWORK, Uint8Array.of(0, 0, 0, 1, 1, 1), "degree"),
      [0, 1, 1, 0],
    );
    assert.ok(isDegree("degree"));
    assert.ok(!isDegree("betweenness"));
  });
});
