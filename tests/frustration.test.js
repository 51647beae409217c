/** The frustration index and what is in tension, against all divisions in two camps. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findTensions } from "../explorer/page/assets/core/frustration.js";
import { finish } from "./finish.js";

/** A small generator (Park and Miller, 1988), so that every run tries the same. */
function createRandom(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Every lightest set of a whole network: one of each block. */
function findLightestSets(size, edges) {
  const blocks = finish(findTensions(size, edges));
  return blocks?.reduce(
    (found, { sets }) => found.flatMap((one) => sets.map((set) => [...one, ...set])),
    [[]],
  );
}

function makeEdges(size, share, random, heaviest = 1) {
  const edges = [];
  for (let one = 0; one < size; one++) {
    for (let other = one + 1; other < size; other++) {
      if (random() >= share) continue;
      const weight = 1 + Math.floor(heaviest * random());
      edges.push({ one, other, isPositive: random() < 0.5, weight });
    }
  }
  return edges;
}

/** The frustrated edges of every best division. */
function tryAll(size, edges) {
  let [best, least] = [[], Infinity];
  for (let sides = 0; sides < 1 << (size - 1); sides++) {
    const sideOf = (actor) => (sides >> actor) & 1;
    const frustrated = [...edges.keys()].filter(
      (number) =>
        (sideOf(edges[number].one) === sideOf(edges[number].other)) !== edges[number].isPositive,
    );
    const weight = frustrated.reduce((sum, number) => sum + edges[number].weight, 0);
    if (weight < least) [best, least] = [[], weight];
    if (weight === least) best.push(frustrated);
  }
  return best;
}

const sort = (set) => [...set].sort((a, b) => a - b);
const write = (sets) => [...new Set(sets.map((set) => sort(set).join(" ")))].sort();

describe("the lightest sets of edges that are in tension", () => {
  it("are those of all divisions that are best, each once", () => {
    const random = createRandom(19);
    for (let run = 0; run < 120; run++) {
      const size = 2 + (run % 7);
      const edges = makeEdges(size, 0.3 + 0.6 * random(), random, run % 2 ? 1 : 4);
      const found = findLightestSets(size, edges);
      assert.deepEqual(write(found), write(tryAll(size, edges)), `run ${run}`);
      assert.equal(found.length, write(found).length);
    }
  });

  it("are three single edges in a triangle of two friends and a quarrel", () => {
    const edges = [
      { one: 0, other: 1, isPositive: true },
      { one: 1, other: 2, isPositive: true },
      { one: 0, other: 2, isPositive: false },
    ];
    assert.deepEqual(findLightestSets(3, edges).sort(), [[0], [1], [2]]);
  });

  it("are not looked for where that takes long", () => {
    const random = createRandom(7);
    const edges = makeEdges(40, 0.5, random);
    assert.equal(finish(findTensions(40, edges)), null);
  });
});
