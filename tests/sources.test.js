import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  findCitingActors,
  findCitedSources,
  findCitingRelations,
  citesOnly,
  countEvidence,
} from "../explorer/page/assets/core/sources.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: [
    { id: "a", reference: [0, 0] },
    { id: "b", reference: ["a book"] },
    { id: "c", reference: [2] },
    { id: "d", reference: [0] },
  ],
  relations: [
    { tie: "a funds b", reference: [0, 1] },
    { tie: "a ally b", reference: [0, 0] },
    { tie: "a opposes b", reference: [0, "a book"] },
    "a borders b",
    { tie: "d ally a", reference: [0] },
  ],
  sources: [{ id: "s" }, { id: "t" }, { id: "u" }],
});

const told = (sourceId) =>
  findCitingRelations(NETWORK, sourceId).map(({ relation, alone }) => [relation.id, alone]);

describe("what rests on a source", () => {
  it("is counted once for each row that cites it, and apart where nothing else is cited", () => {
    assert.deepEqual(Object.fromEntries(countEvidence(NETWORK)), {
      s: { relations: 4, alone: 2, actors: 2, actorsAlone: 2, actorsGone: 1 },
      t: { relations: 1, alone: 0, actors: 0, actorsAlone: 0, actorsGone: 0 },
      u: { relations: 0, alone: 0, actors: 1, actorsAlone: 1, actorsGone: 1 },
    });
  });

  it("rests on it alone when all that is cited is this source", () => {
    assert.deepEqual(
      NETWORK.relations.map((relation) => citesOnly(relation, "s")),
      [false, true, false, false, true],
    );
  });

  it("is counted of some rows alone", () => {
    const { s } = Object.fromEntries(
      countEvidence(NETWORK, ({ id }) => !["r3", "r4", "b"].includes(id)),
    );
    assert.deepEqual(s, { relations: 3, alone: 1, actors: 2, actorsAlone: 2, actorsGone: 1 });
    assert.equal(
      countEvidence(
        NETWORK,
        ({ id }) => id !== "r4" && id !== "r0" && id !== "r2" && id !== "r3",
      ).get("s").actorsGone,
      2,
    );
  });

  it("is listed with what cites nothing else first", () => {
    assert.deepEqual(told("s"), [
      ["r1", true],
      ["r4", true],
      ["r0", false],
      ["r2", false],
    ]);
    assert.deepEqual(told("t"), [["r0", false]]);
    assert.deepEqual(told("u"), []);
  });

  it("is nothing for the relations that cite nothing, which are listed too", () => {
    assert.deepEqual(told(""), [["r3", true]]);
  });

  it("is also the actors that cite it", () => {
    assert.deepEqual(
      findCitingActors(NETWORK, "s").map(({ id }) => id),
      ["a", "d"],
    );
    assert.deepEqual(findCitingActors(NETWORK, ""), []);
  });
});

describe("what some rows cite", () => {
  it("is each source once, and no text", () => {
    const network = tinyNetwork({
      actors: [{ id: "a", reference: [1, "a letter"] }, "b"],
      relations: [{ tie: "a ally b", reference: [0, 1] }],
      sources: [{ id: "s" }, { id: "t" }, { id: "unused" }],
    });
    assert.deepEqual([...findCitedSources([...network.actors, ...network.relations])].sort(), [
      "s",
      "t",
    ]);
    assert.deepEqual([...findCitedSources([network.actors[0]])], ["t"]);
    assert.deepEqual([...findCitedSources([])], []);
  });
});
