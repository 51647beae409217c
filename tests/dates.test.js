import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  describeSpan,
  formatDates,
  formatYear,
  isAskedDate,
  isPartialDate,
  parseDate,
  readYear,
  toDayNumber,
} from "../explorer/page/assets/core/dates.js";
import { describeReversal } from "../explorer/page/assets/core/date_advice.js";

describe("a partial date", () => {
  it("is a year, a month or a day of the calendar", () => {
    for (const date of [
      "2022",
      "2022-08",
      "2022-08-31",
      "2024-02-29",
      "2000-02-29",
      "0001",
      "0000",
      "9999-12-31",
      "856",
      "-43",
      "-43-03-15",
      "-123456",
      "1450~",
      "1450?",
      "2022-08~",
      "185X",
      "18XX",
      "-004X",
      "18XX?",
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
      "-0",
      "-0000",
      "1X5X",
      "1XXX",
      "X850",
      "1450~?",
      "..",
      "ended",
      "2022-08-08T00:00",
      " 2022",
      "2022\n",
      "-1234567",
      "２０２２",
    ];
    for (const text of others) assert.equal(isPartialDate(text), false, text);
  });

  it("has a first and a last day, and a margin as wide as itself where it is in doubt", () => {
    const days = (first, last, margin = 0) => ({ first, last, margin, hasUnknownDigits: false });
    const someDay = (first, last) => ({ ...days(first, last), hasUnknownDigits: true });
    assert.deepEqual(parseDate("2022"), days(toDayNumber(2022), toDayNumber(2022, 12, 31)));
    assert.deepEqual(parseDate("2022-08"), days(toDayNumber(2022, 8), toDayNumber(2022, 8, 31)));
    const day = toDayNumber(-43, 3, 15);
    assert.deepEqual(parseDate("-43-03-15"), days(day, day));
    assert.deepEqual(parseDate("185X"), someDay(toDayNumber(1850), toDayNumber(1859, 12, 31)));
    assert.deepEqual(parseDate("-18XX"), someDay(toDayNumber(-1899), toDayNumber(-1800, 12, 31)));
    assert.deepEqual(parseDate("1450~"), days(toDayNumber(1450), toDayNumber(1450, 12, 31), 372));
  });

  it("can be asked about unless it is in doubt", () => {
    assert.deepEqual(["2022", "185X", "1450~", "", "soon"].map(isAskedDate), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("has a year", () => {
    assert.deepEqual(["2022-08", "0987", "-43", ""].map(readYear), [2022, 987, -43, null]);
    assert.deepEqual([2022, 856, 43, -43].map(formatYear), ["2022", "856", "0043", "-43"]);
  });
});

describe("an interval", () => {
  it("is said in few words", () => {
    assert.equal(formatDates("2022", "2022"), "(2022)");
    assert.equal(formatDates("2020", "2022-08"), "(2020 to 2022-08)");
    assert.equal(formatDates("2022", ""), "(from 2022)");
    assert.equal(formatDates("", "2022"), "(until 2022)");
    assert.equal(formatDates("", ""), "");
    assert.equal(formatDates("198X", "198X"), "(1980s)");
    assert.equal(formatDates("1450~", "18XX"), "(1450~ to the 19th century)");
    assert.equal(formatDates("", "12XX"), "(until the 13th century)");
    assert.equal(formatDates("20XX", ".."), "(since the 21st century)");
    assert.equal(formatDates("-185X", "185X~"), "(-185X to 185X~)");
    assert.equal(describeSpan("185X", "185X"), "in the 1850s");
  });
});

describe("a span", () => {
  it("does not end before it starts", () => {
    assert.equal(
      describeReversal("2022", "2021-12"),
      "2021-12 is before 2022. Swap the two dates.",
    );
    assert.deepEqual(
      [
        ["2022", "2022"],
        ["2022-08", "2022"],
        ["", "2022"],
        ["2022", ""],
      ].map((dates) => describeReversal(...dates)),
      ["", "", "", ""],
    );
  });

  it("is said as Python says it", () => {
    assert.deepEqual(
      [
        ["1990", "1990"],
        ["2022-08-08", "2022-08-08"],
        ["1904", "1907"],
        ["", "1907"],
        ["1904", ""],
        ["-43-03-15", "-43-03-15"],
        ["-10000-03", "-10000-03"],
        ["856-02-03", "856-02-03"],
      ].map(([from, to]) => describeSpan(from, to)),
      [
        ...["in 1990", "on 2022-08-08", "from 1904 to 1907", "until 1907", "from 1904"],
        ...["on -43-03-15", "in -10000-03", "on 856-02-03"],
      ],
    );
  });
});
