import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { listBases, readNetwork } from "../explorer/page/assets/core/network.js";
import { unpackColumn } from "../explorer/page/assets/core/packed_columns.js";
import { tinyNetwork, tinyTables } from "./tiny_network.js";

describe("a column", () => {
  it("may be a list, one value for all, or levels and codes", () => {
    assert.deepEqual(unpackColumn(["x", "y", "x"], 3), ["x", "y", "x"]);
    assert.deepEqual(unpackColumn({ all: 12 }, 3), [12, 12, 12]);
    assert.deepEqual(unpackColumn({ levels: ["x", "y"], codes: [0, 1, 0] }, 3), ["x", "y", "x"]);
    assert.deepEqual(unpackColumn([], 0), []);
  });

  it("of the wrong length is an error that says so", () => {
    assert.throws(() => unpackColumn(["x"], 2), /A column holds 1 values for 2 rows/);
  });
});

describe("a network read from a document", () => {
  const network = tinyNetwork({
    actors: ["a", { id: "b", kind: "person", aliases: ["Bee"], reference: [0, "a book"] }],
    relations: [{ tie: "a funds b", disputes: 1, reference: [0] }, "b ally b", "b ally a"],
    sources: [{ id: "s1", title: "The report", archive_url: "https://archive.example/1" }],
    measures: [{ id: "degree", label: "Degree", scores: { all: 0.5 } }],
    fold: { ł: "l" },
  });

  it("has its kinds, types and sources in place of their numbers", () => {
    const [, actor] = network.actors;
    assert.deepEqual([actor.index, actor.kind.label, actor.aliases], [1, "person", ["Bee"]]);
    assert.equal(actor.references[0].source, network.sourceById.get("s1"));
    assert.deepEqual(actor.references[1], { text: "a book" });
    assert.equal(network.sources[0].archiveUrl, "https://archive.example/1");
    assert.deepEqual(
      [network.relations[0].type.id, network.relations[0].disputes],
      ["funds", true],
    );
    assert.deepEqual(network.measures[0].scores, [0.5, 0.5]);
    assert.equal(network.fold.get("ł"), "l");
  });

  it("lists what its relations rest on", () => {
    assert.deepEqual(listBases(network), ["stated"]);
    const claimed = tinyNetwork({
      actors: ["a", "b"],
      relations: [{ tie: "a funds b", basis: "alleged" }, "b ally a"],
    });
    assert.deepEqual(listBases(claimed), ["stated", "alleged"]);
  });

  it("lists the relations of each actor in row order, a tie to oneself once", () => {
    assert.deepEqual(network.ties, [
      [0, 2],
      [0, 1, 2],
    ]);
  });

  it("is found by id even when the id is a word of the language", () => {
    const hostile = tinyNetwork({
      actors: ["__proto__", "constructor"],
      relations: ["__proto__ funds constructor"],
    });
    assert.equal(hostile.actorById.get("__proto__").index, 0);
    assert.equal(hostile.actorById.get("constructor").index, 1);
    assert.equal(hostile.actorById.get("toString"), undefined);
  });

  it("keeps columns of the author's own, whatever they are called, without the blanks", () => {
    const tables = tinyTables({ actors: ["a", "b"] });
    tables.actors.attributes = JSON.parse('{"__proto__": ["x", ""], "region": {"all": "north"}}');
    const { actors } = readNetwork({ network: tables });
    assert.deepEqual(
      actors[0].attributes,
      new Map([
        ["__proto__", "x"],
        ["region", "north"],
      ]),
    );
    assert.deepEqual(actors[1].attributes, new Map([["region", "north"]]));
  });

  it("may be a single row of which every column is one value for all", () => {
    const tables = tinyTables({ actors: ["a"] });
    for (const name of ["id", "name", "kind", "description", "start", "end"]) {
      tables.actors[name] = { all: tables.actors[name][0] };
    }
    assert.deepEqual(
      readNetwork({ network: tables }).actors.map(({ id }) => id),
      ["a"],
    );
  });

  it("may be empty", () => {
    const empty = tinyNetwork({ actors: [] });
    assert.deepEqual([empty.actors, empty.relations, empty.ties], [[], [], []]);
  });
});
