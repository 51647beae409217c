import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeDefaultFilters, maskRelations } from "../explorer/page/assets/core/filters.js";
import { countByYear } from "../explorer/page/assets/core/year_counts.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: ["a", "b"],
  relations: [
    { tie: "a ally b", start: "2019", end: "2020-06" },
    { tie: "a ally b", start: "2021-12-31" },
    { tie: "a ally b", end: "2019" },
    { tie: "a ally b", start: "2022", end: "2022" },
    "a ally b",
  ],
});

describe("the histogram", () => {
  it("counts the relations that hold in each year", () => {
    assert.deepEqual(countByYear(NETWORK), {
      first: 2019,
      last: 2022,
      counts: [2, 1, 1, 2],
      undated: 1,
    });
  });

  it("is as high as what choosing the year keeps", () => {
    const { first, counts } = countByYear(NETWORK);
    counts.forEach((count, index) => {
      const mask = maskRelations(NETWORK, {
        ...makeDefaultFilters(),
        at: String(first + index),
        undated: false,
      });
      assert.equal(mask.filter(Boolean).length, count);
    });
  });

  it("counts only what is kept, on the same years", () => {
    assert.deepEqual(countByYear(NETWORK, Uint8Array.of(0, 1, 0, 0, 0)), {
      first: 2019,
      last: 2022,
      counts: [0, 0, 1, 1],
      undated: 0,
    });
  });

  it("has no years where nothing is dated", () => {
    const undated = tinyNetwork({ actors: ["a", "b"], relations: ["a ally b"] });
    assert.deepEqual(countByYear(undated), { first: null, last: null, counts: [], undated: 1 });
  });
});
