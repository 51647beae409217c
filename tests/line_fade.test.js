import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseFade, fadeColour, fadeFans } from "../explorer/page/assets/core/line_fade.js";

const lines = (/** @type {number} */ count) =>
  Array.from({ length: count }, () => ({ length: 100, width: 1 }));

describe("the ink of many lines", () => {
  it("stays as it is while they cover less than half of the paper", () => {
    assert.equal(chooseFade(lines(4), 1000), 1);
    assert.equal(chooseFade([], 1000), 1);
  });

  it("fades in steps, and never to nothing", () => {
    assert.equal(chooseFade(lines(10), 1000), 0.4);
    assert.equal(chooseFade(lines(9999), 1000), 0.12);
  });

  it("fades around a hub alone, and stays stronger than a line without a sign", () => {
    const fan = Array.from({ length: 300 }, (_, leaf) => [0, leaf + 1]);
    const shares = fadeFans([...fan, [1, 2]]);
    assert.deepEqual(new Set(shares.slice(0, 300)), new Set([0.4]));
    assert.equal(shares[300], 1);
  });

  it("is written as a colour with its opacity", () => {
    assert.equal(fadeColour("#c3c7cd", 1), "#c3c7cd");
    assert.equal(fadeColour("#c3c7cd", 0.04), "#c3c7cd0a");
  });
});
