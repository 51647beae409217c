import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  findBin,
  formatYears,
  makeBins,
  makeYearAxis,
} from "../explorer/page/assets/core/year_bins.js";

const count = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Bins in short: 2022, "1795-1860" for a gap, "1850..1859" for years that share a bar. */
const short = (bins) =>
  bins.map(({ from, to, gap }) => (from === to ? from : `${from}${gap ? "-" : ".."}${to}`));

describe("the bars", () => {
  it("are one a year where the years are few, and none without years", () => {
    assert.deepEqual(short(makeBins([1990, 2022])), count(1990, 2022));
    assert.deepEqual(makeBins([]), []);
  });

  it("have gaps where nothing starts or ends for long", () => {
    assert.deepEqual(short(makeBins([-43, 856, 1450, 1460, 2022])), [
      -43,
      "-42-855",
      856,
      "857-1449",
      ...count(1450, 1460),
      "1461-2021",
      2022,
    ]);
  });

  it("are shared by early years where the years are many", () => {
    const bins = makeBins(count(1801, 2022));
    assert.deepEqual(short(bins.slice(0, 3)), ["1801..1809", "1810..1819", "1820..1829"]);
    assert.deepEqual(short(bins.slice(-41)), count(1982, 2022));
  });

  it("are few, whatever the years, and leave none out", () => {
    const years = [
      count(-9000, 2022),
      count(0, 60).map((i) => i * 33),
      count(0, 400).map((i) => -999999 + i * i * 12),
      [...count(0, 30).map((i) => i * 31), ...count(1990, 2022)],
      [-999999, 9999],
    ];
    for (const each of years) {
      const bins = makeBins(each);
      assert.ok(bins.length <= 66, `${bins.length} bars`);
      assert.deepEqual([bins[0].from, bins.at(-1).to], [each[0], each.at(-1)]);
      bins.slice(1).forEach(({ from }, i) => assert.equal(from, bins[i].to + 1));
      for (const year of each) {
        const { from, to, gap } = bins[findBin(bins, year)];
        assert.ok(from <= year && year <= to && !gap, String(year));
      }
    }
  });
});

describe("the axis of years", () => {
  it("gives every year the same room, and a gap little", () => {
    const axis = makeYearAxis(makeBins(count(2010, 2019)), 500);
    assert.deepEqual([axis.x(2010), axis.x(2011.5), axis.x(2020)], [0, 75, 500]);
    assert.deepEqual([axis.bin(0), axis.bin(49), axis.bin(51), axis.bin(900)], [0, 0, 1, 9]);
    const broken = makeYearAxis(makeBins([1500, 2021]), 216);
    assert.deepEqual(broken.edges, [0, 100, 116, 216]);
    assert.deepEqual(broken.breaks, [{ x: 100, width: 16 }]);
    assert.deepEqual(broken.x(1761), 108);
  });

  it("stays within its edges", () => {
    const axis = makeYearAxis(makeBins([1990, 2022]), 330);
    assert.deepEqual([axis.x(1066), axis.x(2500)], [0, 330]);
    assert.equal(axis.bin(-5), 0);
  });

  it("says the first and the last year, those behind a gap, and round ones with room", () => {
    const years = (bins, width) =>
      makeYearAxis(makeBins(bins), width).ticks.map(({ year }) => year);
    assert.deepEqual(years(count(2010, 2019), 900), count(2010, 2019));
    assert.deepEqual(
      years([1795, 1861, 1990, 2000, 2010, 2022], 760),
      [1795, 1861, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2022],
    );
    assert.deepEqual(years(count(2010, 2019), 120), [2010, 2015, 2019]);
  });
});

describe("years", () => {
  it("are said from when to when where they are more than one", () => {
    assert.deepEqual(
      [formatYears({ from: 1795, to: 1981 }), formatYears({ from: -43, to: -43 })],
      ["1795 … 1981", "-43"],
    );
  });
});
