import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerState } from "../explorer/page/assets/core/answers.js";
import { makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: ["a", "b", "c", "d", "e"],
  relations: ["a ally b", "b funds c", "c opposes d", "a borders d"],
});

describe("an actor whose relations are all filtered away", () => {
  const filters = { ...makeDefaultFilters(), avoid: new Set(["funds", "opposes"]) };
  const drawn = (changes) => {
    const { actors } = answerState(NETWORK, { ...makeDefaultState(), filters, ...changes }).drawn;
    return [...actors.keys()].filter((index) => actors[index]);
  };

  it("is gone, or faded where that is asked; who never had any stays", () => {
    assert.deepEqual(drawn({}), [0, 1, 3, 4]);
    assert.deepEqual(drawn({ withoutRelations: "faded" }), [0, 1, 2, 3, 4]);
  });

  it("stays while it is chosen, or an end of a path", () => {
    assert.deepEqual(drawn({ actor: "c" }), [0, 1, 2, 3, 4]);
    assert.deepEqual(drawn({ path: ["c", "a"] }), [0, 1, 2, 3, 4]);
  });
});
