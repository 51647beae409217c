import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { explainMissingPath } from "../explorer/page/assets/core/no_path.js";
import { findCheapest } from "../explorer/page/assets/core/path_order.js";
import { seededNumbers, tinyNetwork } from "./tiny_network.js";

describe("the order of paths", () => {
  it("is from the cheapest on, whatever the steps cost", () => {
    const layers = [[0], [1, 2, 3], [4, 5, 6], [7, 8, 9], [10]];
    const onwards = new Map(
      layers.slice(0, -1).flatMap((layer, at) => layer.map((here) => [here, layers[at + 1]])),
    );
    for (let seed = 0; seed < 8; seed++) {
      const random = seededNumbers(seed);
      const costs = Array.from({ length: 121 }, () => random(6));
      const cost = (here, there) => costs[here * 11 + there];
      const next = findCheapest(layers, onwards, cost);
      const listed = [];
      for (let path = next(); path; path = next()) listed.push(path);
      const totals = listed.map((path) =>
        path.slice(1).reduce((sum, there, at) => sum + cost(path[at], there), 0),
      );
      assert.equal(new Set(listed.map(String)).size, 27);
      assert.deepEqual(
        totals,
        totals.toSorted((one, other) => one - other),
      );
    }
  });
});

describe("times at which there is a path", () => {
  const search = (filters) => ({
    filters: { ...makeDefaultFilters(), ...filters },
    pathAvoid: new Set(),
    directed: false,
  });

  it("are few", () => {
    const years = Array.from({ length: 9 }, (_, decade) => String(1900 + 10 * decade));
    const relations = years.map((year) => ({ tie: "a ally b", start: year, end: year }));
    const network = tinyNetwork({ actors: ["a", "b"], relations });
    assert.equal(explainMissingPath(network, 0, 1, search({ at: "1995" }))?.times?.length, 3);
  });

  it("are none where the steps hold on the very day that is asked last", () => {
    const day = { start: "2000-05-05", end: "2000-05-05" };
    const relations = [{ tie: "a ally b", ...day }];
    const network = tinyNetwork({ actors: ["a", "b"], relations });
    const asked = { at: "1990", from: day.start, to: day.end };
    assert.equal(explainMissingPath(network, 0, 1, search(asked))?.times, null);
    assert.deepEqual(explainMissingPath(network, 0, 1, search({ at: "1990" }))?.times, [
      ["2000-05-05", "2000-05-05"],
    ]);
  });
});
