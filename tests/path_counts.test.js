import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatPathCount } from "../explorer/page/assets/core/path_counts.js";
import { findPathLength } from "../explorer/page/assets/core/path_search.js";
import { describeNotes } from "../explorer/page/assets/core/path_support.js";
import { formatNumber } from "../explorer/page/assets/core/sentences.js";
import { DIAMOND, DIAMOND_CHAIN, findPathsById as find } from "./path_networks.js";
import { tinyNetwork } from "./tiny_network.js";

describe("what is said of very many paths", () => {
  const many = tinyNetwork(DIAMOND_CHAIN);

  it("is that there are as many or more", () => {
    const answer = find(many, "j0", "j60", { limit: 3 });
    assert.equal(
      describeNotes(many, answer).at(-1),
      "at least 9,007,199,254,740,990 other paths of 120 steps.",
    );
    assert.equal(formatPathCount(answer.count), "at least 9,007,199,254,740,991");
    assert.equal(formatPathCount(1234), "1,234");
  });

  it("has a confidence without an exponent", () => {
    const values = [0.5, 1, 0.00000123456789, 0.000012, 12345678.5];
    const told = ["0.5", "1", "0.00000123457", "0.000012", "12345700"];
    assert.deepEqual(values.map(formatNumber), told);
  });

  it("is found for those that are looked at", () => {
    const [first] = find(many, "j0", "j60", { limit: 3 }).paths;
    assert.equal(typeof Object.getOwnPropertyDescriptor(first, "support")?.get, "function");
    assert.equal(first.steps, first.steps);
    assert.equal(first.support, first.support);
  });
});

describe("types without influence", () => {
  it("come in the order of the rows, whatever the search met first", () => {
    const network = tinyNetwork({
      actors: ["a", "b", "c", "d", "z"],
      relations: ["a ally c", "a ally b", "a ally d", "c funds z", "b borders z", "d ally z"],
    });
    network.relations[3].type.influence = false;
    const answer = find(network, "a", "z");
    assert.deepEqual(answer.typesWithoutInfluence, ["borders", "funds"]);
    assert.match(
      describeNotes(network, answer).at(-1),
      /all of them with a step of borders or funds alone/,
    );
  });
});

describe("the length alone", () => {
  it("is that of the paths", () => {
    const network = tinyNetwork(DIAMOND);
    assert.equal(findPathLength(network, 0, 3, {}), 2);
    assert.equal(findPathLength(network, 0, 0, {}), 0);
    assert.equal(findPathLength(network, 0, 4, {}), null);
    assert.equal(findPathLength(network, 0, 3, { mask: Uint8Array.of(1, 0, 0, 1) }), null);
  });
});
