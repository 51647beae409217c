import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  countEvidence,
  findCitedSources,
  findFalling,
  findRestingActors,
  findRestingRelations,
  restsOnlyOn,
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
  findRestingRelations(NETWORK, sourceId).map(({ relation, alone }) => [relation.id, alone]);

describe("what rests on a source", () => {
  it("is counted once for each row that cites it, and apart where it rests on it alone", () => {
    assert.deepEqual(Object.fromEntries(countEvidence(NETWORK)), {
      s: { quoted: 0, relations: 4, alone: 2, actors: 2, actorsAlone: 2, actorsGone: 1 },
      t: { quoted: 0, relations: 1, alone: 0, actors: 0, actorsAlone: 0, actorsGone: 0 },
      u: { quoted: 0, relations: 0, alone: 0, actors: 1, actorsAlone: 1, actorsGone: 1 },
    });
  });

  it("rests on it alone when all that is cited is this source", () => {
    assert.deepEqual(
      NETWORK.relations.map((relation) => restsOnlyOn(relation, findFalling(NETWORK, "s"))),
      [false, true, false, false, true],
    );
  });

  it("is counted of some rows alone", () => {
    const { s } = Object.fromEntries(
      countEvidence(NETWORK, ({ id }) => !["r3", "r4", "b"].includes(id)),
    );
    assert.deepEqual(s, {
      quoted: 0,
      relations: 3,
      alone: 1,
      actors: 2,
      actorsAlone: 2,
      actorsGone: 1,
    });
    assert.equal(
      countEvidence(
        NETWORK,
        ({ id }) => id !== "r4" && id !== "r0" && id !== "r2" && id !== "r3",
      ).get("s").actorsGone,
      2,
    );
  });

  it("is listed with what rests on it alone first", () => {
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

  it("is also the actors that rest on it", () => {
    assert.deepEqual(
      findRestingActors(NETWORK, "s").map(({ id }) => id),
      ["a", "d"],
    );
    assert.deepEqual(findRestingActors(NETWORK, ""), []);
  });
});

describe("what reaches us through another source", () => {
  const network = tinyNetwork({
    actors: ["a", { id: "b", reference: [0] }, "c"],
    relations: [
      { tie: "a funds b", reference: [0, 2] },
      { tie: "a ally c", reference: [0, 3] },
      { tie: "a opposes c", reference: ["https://paper.example/1"] },
      { tie: "b ally c", reference: ["https://paper.example/2", 1] },
    ],
    sources: [
      { id: "leak", via: "report" },
      { id: "report", via: "paper" },
      { id: "paper", url: "https://paper.example/1" },
      { id: "letter" },
    ],
  });

  it("falls with it, and so does its address", () => {
    assert.deepEqual([...findFalling(network, "paper")].sort(), [
      "https://paper.example/1",
      "leak",
      "paper",
      "report",
    ]);
    assert.deepEqual([...findFalling(network, "report")].sort(), ["leak", "report"]);
    assert.deepEqual([...findFalling(network, "")], []);
  });

  it("is counted with it", () => {
    const rests = Object.fromEntries(countEvidence(network));
    const none = { actors: 1, actorsAlone: 1, actorsGone: 0 };
    assert.deepEqual(rests.paper, { quoted: 2, relations: 4, alone: 2, ...none });
    assert.deepEqual(rests.report, { quoted: 1, relations: 3, alone: 0, ...none });
    assert.deepEqual(rests.leak, { quoted: 0, relations: 2, alone: 0, ...none });
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
