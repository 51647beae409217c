import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeDefaultFilters, maskRelations } from "../explorer/page/assets/core/filters.js";
import {
  countByYear,
  getBins,
  listChangeDates,
  listChanges,
} from "../explorer/page/assets/core/year_counts.js";
import { tinyNetwork } from "./tiny_network.js";

const RELATIONS = [
  { tie: "a ally b", start: "2019", end: "2020-06" },
  { tie: "a ally b", start: "2021-12-31" },
  { tie: "a ally b", end: "2019" },
  { tie: "a ally b", start: "2022", end: "2022" },
  "a ally b",
];
const NETWORK = tinyNetwork({ actors: ["a", "b"], relations: RELATIONS });

const count = (network, mask) => {
  const { starts, holding, yearless } = countByYear(network, mask);
  return { starts: [...starts], holding: [...holding], yearless };
};

describe("the histogram", () => {
  it("counts the relations that start in each year, and those that may hold", () => {
    assert.deepEqual(
      getBins(NETWORK).map(({ from }) => from),
      [2019, 2020, 2021, 2022],
    );
    assert.deepEqual(count(NETWORK), {
      starts: [1, 0, 1, 1],
      holding: [2, 1, 1, 2],
      yearless: 1,
    });
  });

  it("is as high as what choosing the year selects, but for what has no year", () => {
    const network = tinyNetwork({
      actors: [{ id: "a", start: "1995~" }, { id: "b", end: "2019" }, "c"],
      relations: [
        { tie: "a ally b", start: "1990", end: "2030" },
        { tie: "b ally c", start: "185X", end: "1997?" },
        { tie: "a ally c", start: "2001", end: ".." },
        { tie: "a ally c", start: "-43", end: "ended" },
        { tie: "b ally c", start: "2025" },
      ],
      latest_day: 2010 * 372,
    });
    const { holding } = countByYear(network);
    getBins(network).forEach(({ from, to }, i) => {
      const filters = { ...makeDefaultFilters(), from: year(from), to: year(to) };
      const mask = maskRelations(network, filters);
      assert.equal(holding[i], mask.filter(Boolean).length, `${from} to ${to}`);
    });
  });

  it("counts a start where its actors begin, and no event after it", () => {
    const network = tinyNetwork({
      actors: [{ id: "a", start: "2012" }, "b"],
      relations: [
        { tie: "a ally b", start: "2010", end: "2013" },
        { tie: "b funds a", start: "2013" },
      ],
    });
    network.typeById.get("funds").event = true;
    assert.deepEqual(count(network), { starts: [0, 0, 1, 1], holding: [0, 0, 1, 2], yearless: 0 });
  });

  it("counts only what is selected, on the same years", () => {
    assert.deepEqual(count(NETWORK, Uint8Array.of(0, 1, 0, 0, 0)), {
      starts: [0, 0, 1, 0],
      holding: [0, 0, 1, 1],
      yearless: 0,
    });
  });

  it("has no bars where nothing is dated", () => {
    const yearless = tinyNetwork({ actors: ["a", "b"], relations: ["a ally b"] });
    assert.deepEqual(count(yearless), { starts: [], holding: [], yearless: 1 });
  });
});

describe("the dates at which something changes", () => {
  const dates = (relations, mask) => {
    const network = tinyNetwork({ actors: ["a", "b"], relations });
    return listChangeDates(network, mask ?? new Uint8Array(relations.length).fill(1));
  };

  it("are those of starts and ends, in order, without doubt", () => {
    assert.deepEqual(
      dates([
        { tie: "a ally b", start: "1450~", end: ".." },
        { tie: "a ally b", start: "856", end: "1450" },
        { tie: "a ally b", start: "-43", end: "ended" },
      ]),
      ["-43", "856", "1450"],
    );
  });

  it("are as fine as the data has them", () => {
    assert.deepEqual(
      dates([
        { tie: "a ally b", start: "2022", end: "2022-06" },
        { tie: "a ally b", start: "2022-06-01", end: "2022-08" },
        { tie: "a ally b", start: "185X" },
      ]),
      ["185X", "2022-06-01", "2022-08"],
    );
  });

  it("are of selected relations alone", () => {
    assert.deepEqual(dates(RELATIONS, Uint8Array.of(0, 1, 0, 0, 1)), ["2021-12-31"]);
  });

  it("are months, or years, where they are very many", () => {
    const days = Array.from({ length: 240 }, (_, i) => ({
      tie: "a ally b",
      start: `20${10 + (i % 10)}-0${1 + (i % 3)}-${11 + (i % 16)}`,
    }));
    assert.ok(dates(days).every((date) => /^20\d\d-0\d$/.test(date)));
  });
});

describe("what changes at a date", () => {
  const relations = [
    { tie: "a ally b", start: "2022-02-24" },
    { tie: "a funds b", start: "2022" },
    { tie: "a opposes b", start: "2019", end: "2022-02-24" },
    { tie: "a ally b", start: "2022-09", end: "2022-09-10" },
    { tie: "a funds b", start: "2022-02-24", disputes: 1 },
  ];
  const network = tinyNetwork({ actors: ["a", "b"], relations });
  const changes = (date, mask = new Uint8Array(5).fill(1)) => {
    const { begin, end } = listChanges(network, mask, date);
    return [begin, end].map((rows) => rows.map(({ index }) => index));
  };

  it("is what begins and what ends; a year's first change has what is of that year", () => {
    assert.deepEqual(changes("2022-02-24"), [[0, 1], [2]]);
    assert.deepEqual(changes("2019"), [[2], []]);
  });

  it("only begins where it ends at the same date, and is never what is disputed", () => {
    assert.deepEqual(changes("2022-09-10"), [[3], []]);
    assert.deepEqual(changes("2022"), [[0, 1, 3], [2]]);
  });

  it("is of selected relations alone, and nothing where no date is asked", () => {
    assert.deepEqual(changes("2022-02-24", Uint8Array.of(0, 0, 1, 0, 0)), [[], [2]]);
    assert.deepEqual(changes(""), [[], []]);
  });
});

function year(number) {
  return String(number).padStart(number < 0 ? 0 : 4, "0");
}
