import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  makeYearAxis,
  binYears,
  formatYears,
  formatYear,
} from "../explorer/page/assets/core/year_bins.js";
import { tinyNetwork } from "./tiny_network.js";

const bars = (relations, mask) => {
  const network = tinyNetwork({ actors: ["a", "b"], relations });
  return binYears(network, mask ?? new Uint8Array(relations.length).fill(1));
};

describe("the bars of the histogram", () => {
  it("are one a year", () => {
    const { bins, undated } = bars([
      { tie: "a ally b", start: "2020", end: "2021" },
      { tie: "a ally b", start: "2022" },
      "a ally b",
    ]);
    assert.deepEqual(bins, [
      { from: 2020, to: 2020, count: 1 },
      { from: 2021, to: 2021, count: 1 },
      { from: 2022, to: 2022, count: 1 },
    ]);
    assert.equal(undated, 1);
  });

  it("give early years one bar together, which counts a relation once", () => {
    const { bins } = bars([
      { tie: "a ally b", start: "1500", end: "1600" },
      { tie: "a ally b", start: "2020", end: "2020" },
    ]);
    assert.deepEqual(bins[0], { from: 1500, to: 1979, count: 1 });
    assert.deepEqual(
      bins.slice(1).map(({ from }) => from),
      Array.from({ length: 41 }, (_, year) => 1980 + year),
    );
    assert.deepEqual(bins.at(-1), { from: 2020, to: 2020, count: 1 });
  });

  it("count only what is kept, and are none without dates", () => {
    assert.deepEqual(
      bars([{ tie: "a ally b", start: "2020", end: "2020" }], Uint8Array.of(0)).bins,
      [{ from: 2020, to: 2020, count: 0 }],
    );
    assert.deepEqual(bars(["a ally b"]), { bins: [], undated: 1 });
  });
});

describe("the axis of years", () => {
  it("gives every year the same room", () => {
    const { x, ticks } = makeYearAxis(2010, 2019, 500);
    assert.deepEqual([x(2010), x(2011), x(2019)], [0, 50, 450]);
    assert.deepEqual(ticks, [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019]);
  });

  it("gives early years an eighth of it together", () => {
    const { x, ticks, early } = makeYearAxis(1500, 2020, 800);
    assert.deepEqual([x(1500), x(1740), x(1980)], [0, 50, 100]);
    assert.deepEqual(early, { from: 1500, to: 1979, width: 100 });
    assert.ok(
      ticks.every((year) => year >= 1980),
      "no year of the scale that the early ones have not",
    );
  });

  it("gives early years room for their label, and has none where all are alike", () => {
    assert.equal(makeYearAxis(1500, 2020, 300).early.width, 76);
    assert.equal(makeYearAxis(2010, 2019, 500).early, null);
  });
});

describe("a year", () => {
  it("says from when to when where it is more than one", () => {
    assert.deepEqual(
      [formatYears({ from: 1795, to: 1981 }), formatYears({ from: 2022, to: 2022 })],
      ["1795 … 1981", "2022"],
    );
  });

  it("has four digits", () => {
    assert.deepEqual([formatYear(800), formatYear(2022)], ["0800", "2022"]);
  });
});
