import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { restsOnlyOn, whatRests } from "../explorer/page/assets/core/sources.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: [{ id: "a", reference: [0, 0] }, { id: "b", reference: ["a book"] }],
  relations: [
    { tie: "a ally b", reference: [0, 0] },
    { tie: "a funds b", reference: [0, 1] },
    { tie: "a opposes b", reference: [0, "a book"] },
    "a borders b",
  ],
  sources: [{ id: "s" }, { id: "t" }, { id: "u" }],
});

describe("what rests on a source", () => {
  it("is counted once for each row that cites it, and apart where nothing else is cited", () => {
    assert.deepEqual(Object.fromEntries(whatRests(NETWORK)), {
      s: { relations: 3, alone: 1, actors: 1 },
      t: { relations: 1, alone: 0, actors: 0 },
      u: { relations: 0, alone: 0, actors: 0 },
    });
  });

  it("rests on it alone when all that is cited is this source", () => {
    assert.deepEqual(NETWORK.relations.map((relation) => restsOnlyOn(relation, "s")), [true, false, false, false]);
  });
});
