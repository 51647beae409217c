import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judgeClaims, findClaims, groupClaims } from "../explorer/page/assets/core/claims.js";
import { tinyNetwork } from "./tiny_network.js";

function states(relations, mask) {
  return judgeClaims(
    tinyNetwork({ actors: ["a", "b", "c"], relations }),
    mask && Uint8Array.from(mask),
  );
}

const disputed = (tie) => ({ tie, disputes: 1 });

describe("a relation", () => {
  it("stands when all its rows assert it", () => {
    assert.deepEqual(states(["a funds b", "a funds b"]), ["stands", "stands"]);
  });

  it("is disputed when all its rows dispute it", () => {
    assert.deepEqual(states([disputed("a funds b"), "a funds c"]), ["disputed", "stands"]);
  });

  it("is contested when its rows disagree", () => {
    assert.deepEqual(states(["a funds b", disputed("a funds b"), "a funds b"]), [
      "contested",
      "contested",
      "contested",
    ]);
  });

  it("is another one with another type, pair or direction", () => {
    assert.deepEqual(states(["a funds b", disputed("a opposes b")]), ["stands", "disputed"]);
    assert.deepEqual(states(["a funds b", disputed("c funds b")]), ["stands", "disputed"]);
    assert.deepEqual(states(["a funds b", disputed("b funds a")]), ["stands", "disputed"]);
  });

  it("is the same one in either order when its type is mutual", () => {
    assert.deepEqual(states(["a ally b", disputed("b ally a")]), ["contested", "contested"]);
  });

  it("is judged by the rows that are kept", () => {
    const rows = ["a funds b", disputed("a funds b"), disputed("a funds b")];
    assert.deepEqual(states(rows, [1, 0, 0]), ["stands", "disputed", "disputed"]);
    assert.deepEqual(states(rows, [0, 1, 1]), ["stands", "disputed", "disputed"]);
    assert.deepEqual(states(rows, [1, 0, 1]), ["contested", "disputed", "contested"]);
  });
});

describe("the claims of one relation", () => {
  it("are the rows of its type and pair, in either order when the type is mutual", () => {
    const relations = [
      "a ally b",
      "b ally a",
      "a ally c",
      "a funds b",
      disputed("a funds b"),
      "b funds a",
    ];
    const network = tinyNetwork({ actors: ["a", "b", "c"], relations });
    const like = network.relations.map((relation) =>
      findClaims(network, relation).map(({ index }) => index),
    );
    assert.deepEqual(like, [[0, 1], [0, 1], [2], [3, 4], [3, 4], [5]]);
  });
});

describe("claims put together", () => {
  it("stand behind the first of their type and pair", () => {
    const relations = [
      "a funds b",
      "a ally b",
      "a opposes c",
      disputed("a funds b"),
      "b funds a",
      disputed("b ally a"),
    ];
    const network = tinyNetwork({ actors: ["a", "b", "c"], relations });
    assert.deepEqual(
      groupClaims(network, network.relations).map(({ index }) => index),
      [0, 3, 1, 5, 2, 4],
    );
  });
});
