import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  formatDates,
  toFirstDay,
  isPartialDate,
  toLastDay,
  overlapsSpan,
  readYear,
} from "../explorer/page/assets/core/dates.js";

const overlaps = (start, end, date) => overlapsSpan(start, end, date, date);

describe("a partial date", () => {
  it("is a year, a month or a day of the calendar", () => {
    for (const date of [
      "2022",
      "2022-08",
      "2022-08-31",
      "2024-02-29",
      "2000-02-29",
      "0001",
      "9999-12-31",
    ]) {
      assert.equal(isPartialDate(date), true, date);
    }
  });

  it("is nothing else", () => {
    const others = [
      "",
      "22",
      "2022-",
      "2022-00",
      "2022-13",
      "2022-8",
      "2022-02-29",
      "1900-02-29",
      "2022-04-31",
      "2022-01-00",
      "2022-01-32",
      "0000",
      "2022-08-08T00:00",
      " 2022",
      "2022\n",
      "-2022",
      "２０２２",
    ];
    for (const text of others) assert.equal(isPartialDate(text), false, text);
  });

  it("has a first and a last day", () => {
    assert.deepEqual([toFirstDay("2022"), toLastDay("2022")], ["2022-01-01", "2022-12-31"]);
    assert.deepEqual([toFirstDay("2022-02"), toLastDay("2022-02")], ["2022-02-01", "2022-02-28"]);
    assert.deepEqual(
      [toLastDay("2024-02"), toLastDay("2100-02"), toLastDay("2022-04")],
      ["2024-02-29", "2100-02-28", "2022-04-30"],
    );
    assert.deepEqual(
      [toFirstDay("2022-08-08"), toLastDay("2022-08-08")],
      ["2022-08-08", "2022-08-08"],
    );
  });

  it("has a year", () => {
    assert.deepEqual(["2022-08", "0987", ""].map(readYear), [2022, 987, null]);
  });
});

describe("an interval", () => {
  it("includes its end, and a year as its end covers that year", () => {
    assert.equal(overlaps("2020", "2022", "2022-12-31"), true);
    assert.equal(overlaps("2020", "2022", "2023"), false);
    assert.equal(overlaps("2020-06", "2020-08", "2020"), true);
    assert.equal(overlaps("2020-06", "2020-08", "2020-05-31"), false);
    assert.equal(overlaps("2020-06", "2020-08", "2020-08-31"), true);
  });

  it("of which the start or end is not known rules nothing out there", () => {
    assert.equal(overlaps("2020", "", "2500"), true);
    assert.equal(overlaps("2020", "", "2019"), false);
    assert.equal(overlaps("", "2020", "0001"), true);
    assert.equal(overlaps("", "2020", "2021"), false);
    assert.equal(overlaps("", "", "2021"), true);
  });

  it("may be asked about a span with open ends", () => {
    assert.equal(overlapsSpan("2020", "2021", "2021-06", "2024"), true);
    assert.equal(overlapsSpan("2020", "2021", "2022", ""), false);
    assert.equal(overlapsSpan("2020", "2021", "", "2019-12"), false);
    assert.equal(overlapsSpan("2020", "2021", "", "2020-01-01"), true);
  });

  it("is said in few words", () => {
    assert.equal(formatDates("2022", "2022"), "(2022)");
    assert.equal(formatDates("2020", "2022-08"), "(2020 to 2022-08)");
    assert.equal(formatDates("2022", ""), "(from 2022)");
    assert.equal(formatDates("", "2022"), "(until 2022)");
    assert.equal(formatDates("", ""), "");
  });
});
