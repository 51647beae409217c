import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { judgeClaims } from "../explorer/page/assets/core/claims.js";
import { findAskedTime, makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import {
  listActorColumns,
  buildActorRows,
  listRelationColumns,
  buildRelationRows,
  sortRows,
  toCsv,
} from "../explorer/page/assets/core/table.js";
import { tinyNetwork, tinyTables } from "./tiny_network.js";

function tableNetwork() {
  const tables = tinyTables({
    actors: [
      { id: "a", name: "Anna", aliases: ["An", "Ann"], kind: "person", reference: [0, "a book"] },
      "b",
      "c",
    ],
    relations: [
      { tie: "a funds b", confidence: 0.5, weight: 2, start: "2022" },
      { tie: "a funds b", disputes: 1 },
      "c ally b",
    ],
    sources: [{ id: "s1" }],
  });
  tables.actors.attributes = { name: ["", "other", ""] };
  return readNetwork({
    network: tables,
    measures: [{ id: "degree", label: "Degree", scores: [1, 2, 3] }],
  });
}

const NETWORK = tableNetwork();
const ALL = Uint8Array.of(1, 1, 1);
const row = (cells) => ({ index: 0, cells: new Map(Object.entries(cells)) });
const cellsOf = (rows, id) => rows.map(({ cells }) => cells.get(id));

describe("the table of actors", () => {
  it("has the file's columns, a count of relations, measures and the author's own columns", () => {
    const labels = listActorColumns(NETWORK).map(({ label }) => label);
    assert.deepEqual(labels, [
      "id",
      "name",
      "kind",
      "aliases",
      "description",
      "start",
      "end",
      "reference",
      "relations",
      "degree",
      "name (own)",
    ]);
  });

  it("says which columns are numbers", () => {
    const numeric = (columns) =>
      columns.filter((column) => column.numeric).map(({ label }) => label);
    assert.deepEqual(numeric(listActorColumns(NETWORK)), ["relations", "degree"]);
    assert.deepEqual(numeric(listRelationColumns(NETWORK)), ["weight", "confidence"]);
  });

  it("has a row for each actor kept", () => {
    const rows = buildActorRows(NETWORK, Uint8Array.of(1, 1, 0), Uint8Array.of(1, 0, 1));
    assert.deepEqual(
      rows.map(({ index }) => index),
      [0, 1],
    );
    assert.deepEqual(cellsOf(rows, "relations"), [1, 2]);
    assert.deepEqual(cellsOf(rows, "measure:degree"), [1, 2]);
    assert.deepEqual(cellsOf(rows, "attribute:name"), [undefined, "other"]);
    assert.deepEqual(
      ["name", "kind", "aliases", "reference"].map((id) => rows[0].cells.get(id)),
      ["Anna", "person", "An|Ann", "s1|a book"],
    );
  });
});

describe("the table of relations", () => {
  it("has a row for each relation kept, with what is said of it", () => {
    const rows = buildRelationRows(NETWORK, Uint8Array.of(1, 1, 0), judgeClaims(NETWORK));
    const ids = [
      "source",
      "source_name",
      "type",
      "target",
      "start",
      "weight",
      "confidence",
      "stance",
      "standing",
    ];
    assert.deepEqual(
      ids.map((id) => rows[0].cells.get(id)),
      ["a", "Anna", "funds", "b", "2022", 2, 0.5, "asserts", "contested"],
    );
    assert.deepEqual(
      [rows.length, rows[1].cells.get("stance"), rows[1].cells.get("confidence")],
      [2, "disputes", null],
    );
  });

  it("says who says so and, under a date, whether a row holds, as sentences do", () => {
    const network = tinyNetwork({
      actors: ["a", "b"],
      relations: [
        { tie: "a funds b", start: "2015", claimant: "The Post", basis: "alleged" },
        { tie: "a ally b", start: "2015", end: "2030", claimant: "The Post" },
      ],
    });
    const read = (mask = Uint8Array.of(1, 1)) =>
      buildRelationRows(network, mask, judgeClaims(network));
    assert.deepEqual(cellsOf(read(), "claim"), ["alleged by The Post", "according to The Post"]);
    assert.deepEqual(cellsOf(read(), "when"), [undefined, undefined]);
    const at = { ...makeDefaultFilters(), at: "2024" };
    network.reasons = findAskedTime(network, at)?.reasons ?? null;
    assert.deepEqual(cellsOf(read(), "when"), ["may hold: end not known", "holds"]);
    const labels = listRelationColumns(network).map(({ label }) => label);
    assert.deepEqual(labels.slice(-3), ["standing", "who_says_so", "when"]);
    assert.deepEqual([...read()[0].cells.keys()].slice(-3), ["standing", "claim", "when"]);
  });

  it("has a cell for each column", () => {
    const [first] = buildRelationRows(NETWORK, ALL, judgeClaims(NETWORK));
    assert.deepEqual(
      listRelationColumns(NETWORK).map(({ id }) => id),
      [...first.cells.keys()],
    );
  });
});

describe("sorting", () => {
  it("is by number or by text, as the cells are", () => {
    assert.deepEqual(
      cellsOf(sortRows([row({ n: 10 }), row({ n: 9 }), row({ n: -1 })], "n"), "n"),
      [-1, 9, 10],
    );
    assert.deepEqual(
      cellsOf(
        sortRows([row({ n: 0.5 }), row({ n: 0.25 }), row({ n: -2 }), row({ n: -10 })], "n"),
        "n",
      ),
      [-10, -2, 0.25, 0.5],
    );
    assert.deepEqual(
      cellsOf(
        sortRows(
          [row({ n: "10th" }), row({ n: "2nd" }), row({ n: "École" }), row({ n: "Zoo" })],
          "n",
        ),
        "n",
      ),
      ["2nd", "10th", "École", "Zoo"],
    );
  });

  it("puts blanks last either way", () => {
    const rows = [row({ n: null }), row({ n: 1 }), row({}), row({ n: 2 }), row({ n: "" })];
    assert.deepEqual(cellsOf(sortRows(rows, "n"), "n"), [1, 2, null, undefined, ""]);
    assert.deepEqual(cellsOf(sortRows(rows, "n", true), "n"), [2, 1, null, undefined, ""]);
  });

  it("keeps the order of equal rows, and the rows it was given", () => {
    const rows = [row({ n: 1, id: "x" }), row({ n: 0, id: "y" }), row({ n: 1, id: "z" })];
    assert.deepEqual(cellsOf(sortRows(rows, "n"), "id"), ["y", "x", "z"]);
    assert.deepEqual(cellsOf(sortRows(rows, "n", true), "id"), ["x", "z", "y"]);
    assert.deepEqual(cellsOf(rows, "id"), ["x", "y", "z"]);
  });
});

describe("CSV", () => {
  const columns = [{ id: "x", label: "x", numeric: false }];
  const cell = (value) => toCsv([row({ x: value })], columns).slice("x\r\n".length, -"\r\n".length);

  it("is quoted where it must be", () => {
    assert.equal(cell("plain text; 'quoted'"), "plain text; 'quoted'");
    assert.equal(cell('a "word", and\nmore'), '"a ""word"", and more"');
    assert.equal(cell(null), "");
    assert.equal(cell(0), "0");
  });

  it("holds no formula, by the same cases as Python", () => {
    const quoted = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const cases = JSON.parse(readFileSync(new URL("cases/formulas.json", import.meta.url), "utf8"));
    assert.ok(cases.length > 50);
    for (const { cell: asked, written } of cases) {
      assert.equal(cell(asked), quoted(written), asked);
      assert.equal(
        toCsv([], [{ id: "x", label: asked, numeric: false }]),
        `${quoted(written)}\r\n`,
        asked,
      );
    }
    assert.equal(cell('=HYPERLINK("x","y")'), `"'=HYPERLINK(""x"",""y"")"`);
  });

  it("leaves numbers alone", () => {
    for (const number of ["-1.5", -1.5, "-0", -1e-7, 3]) assert.equal(cell(number), String(number));
  });

  it("guards its header too, and ends every line alike", () => {
    assert.equal(
      toCsv(
        [],
        [
          { id: "x", label: "=x", numeric: false },
          { id: "y", label: "y", numeric: false },
        ],
      ),
      "'=x,y\r\n",
    );
    assert.equal(toCsv([row({ x: "a" }), row({})], columns), "x\r\na\r\n\r\n");
  });
});
