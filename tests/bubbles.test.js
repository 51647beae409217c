import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { buildBubbles, describeBubbles } from "../explorer/page/assets/core/bubbles.js";
import { layOutBubbles } from "../explorer/page/assets/view/bubble_layout.js";
import { seededNumbers, tinyNetwork } from "./tiny_network.js";

/**
 * Communities a-b-c, d-e and f-g; c and d have two relations, e and f one, a and g one that
 * disputes.
 */
const NETWORK = tinyNetwork({
  actors: ["a", "b", "c", "d", "e", "f", "g", "h"],
  relations: [
    "a ally b",
    "b ally c",
    "d ally e",
    "f ally g",
    "c funds d",
    "d opposes c",
    "e funds f",
    { tie: "a funds g", disputes: 1 },
    "h opposes a",
  ],
  communities: {
    number: [1, 1, 1, 2, 2, 3, 3, null],
    foremost: [
      [1, 0, 2],
      [3, 4],
      [5, 6],
    ],
    modularity: 0.4,
  },
});
const all = (n) => new Uint8Array(n).fill(1);
const kept = (changes = {}) => ({ mask: all(9), actors: all(8), ...changes });

describe("the bubbles of a network", () => {
  it("are its communities, the largest first, with the foremost member", () => {
    assert.deepEqual(buildBubbles(NETWORK, kept(), 9).bubbles, [
      { number: 1, actors: 3, first: 1 },
      { number: 2, actors: 2, first: 3 },
      { number: 3, actors: 2, first: 5 },
    ]);
  });

  it("have lines for all relations kept between them, those with most first", () => {
    assert.deepEqual(buildBubbles(NETWORK, kept(), 9).links, [
      { one: 0, other: 1, relations: 2 },
      { one: 0, other: 2, relations: 1 },
      { one: 1, other: 2, relations: 1 },
    ]);
    const mask = Uint8Array.of(1, 1, 1, 1, 0, 0, 1, 1, 1);
    assert.deepEqual(
      buildBubbles(NETWORK, kept({ mask }), 9).links.map(({ relations }) => relations),
      [1, 1],
    );
  });

  it("follow the filters: who is left counts, and a community of one is none", () => {
    const actors = Uint8Array.of(1, 0, 1, 1, 1, 1, 0, 1);
    const { bubbles, communities } = buildBubbles(NETWORK, kept({ actors }), 9);
    assert.deepEqual(bubbles, [
      { number: 1, actors: 2, first: 0 },
      { number: 2, actors: 2, first: 3 },
    ]);
    assert.equal(communities, 2);
  });

  it("are as many as there is room for, and say what is left out", () => {
    const found = buildBubbles(NETWORK, kept(), 2);
    assert.deepEqual(
      found.bubbles.map(({ number }) => number),
      [1, 2],
    );
    assert.equal(found.links.length, 1);
    assert.equal(
      describeBubbles(found, all(8)),
      "The 2 largest of 3 communities, with 5 of 8 actors.",
    );
    assert.equal(
      describeBubbles(buildBubbles(NETWORK, kept(), 9), all(8)),
      "3 communities, with 7 of 8 actors.",
    );
    assert.equal(
      describeBubbles({ ...found, unlinked: 1200 }, all(8)),
      "The 2 largest of 3 communities, with 5 of 8 actors; " +
        "the thinnest lines (1,200) are not drawn.",
    );
  });
});

describe("the places of bubbles", () => {
  const random = seededNumbers(5);
  const at = {
    x: Float64Array.from({ length: 300 }, () => random(900)),
    y: Float64Array.from({ length: 300 }, () => random(300)),
  };
  const bubbles = Array.from({ length: 30 }, (_, i) => ({
    actors: 400 - 10 * i,
    members: Array.from({ length: 10 }, (__, k) => 10 * i + k),
  }));

  it("are on the paper, none over another, and the same every time", () => {
    const paper = { width: 700, height: 520 };
    const places = layOutBubbles(bubbles, at, paper);
    assert.deepEqual(places, layOutBubbles(bubbles, at, paper));
    for (const [i, { x, y, r }] of places.entries()) {
      assert.ok(x >= r && x <= 700 - r && y >= r && y <= 520 - r, `bubble ${i} is at ${x}, ${y}`);
      for (const other of places.slice(i + 1)) {
        assert.ok(Math.hypot(x - other.x, y - other.y) >= r + other.r);
      }
    }
  });

  it("have areas that stand for the number of actors", () => {
    const [large, small] = layOutBubbles(
      [
        { actors: 400, members: [0] },
        { actors: 100, members: [1] },
      ],
      at,
      { width: 2000, height: 2000 },
    );
    assert.ok(
      Math.abs(large.r / small.r - 2) < 1e-9 || large.r === 320,
      `${large.r} and ${small.r}`,
    );
    assert.deepEqual(layOutBubbles([], at, { width: 80, height: 80 }), []);
  });
});
