import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  sortActorsByMeasure,
  listCautions,
  rankActors,
  findRank,
  formatScore,
} from "../explorer/page/assets/core/ranks.js";
import { tinyNetwork } from "./tiny_network.js";

const SCORES = [0.5, null, 2, 0.5];
const NETWORK = tinyNetwork({
  actors: ["a", "b", "c", "d"],
  relations: ["d ally a", "d funds b", "a funds b"],
  measures: [{ id: "pagerank", label: "PageRank", scores: SCORES }],
});

describe("the rank of an actor", () => {
  it("is 1 for the largest score, and shared by equal ones", () => {
    assert.deepEqual(
      SCORES.map((_, actor) => findRank({ scores: SCORES }, actor)),
      [2, null, 1, 2],
    );
    assert.equal(findRank({ scores: [3, 1, 3, 1] }, 1), 3);
  });
});

describe("actors by a measure", () => {
  it("are sorted by score, largest first, then by number of relations, then by row number", () => {
    assert.deepEqual(sortActorsByMeasure(NETWORK, "pagerank"), [2, 0, 3, 1]);
    assert.deepEqual(sortActorsByMeasure(NETWORK, ""), [0, 1, 3, 2]);
  });
});

describe("a score", () => {
  it("has four decimals, as in the terminal", () => {
    const scores = [123, 0.03456, 0, null];
    assert.deepEqual(
      scores.map((_, actor) => formatScore({ scores }, actor)),
      ["123.0000", "0.0346", "0.0000", "–"],
    );
  });

  it("has two where scores are in thousands, as sums of money are", () => {
    const scores = [567870.67, 3, null];
    assert.deepEqual(
      scores.map((_, actor) => formatScore({ scores }, actor)),
      ["567,870.67", "3.00", "–"],
    );
  });

  it("is whole where all of its measure are", () => {
    const scores = [1234, 0, null];
    assert.deepEqual(
      scores.map((_, actor) => formatScore({ scores }, actor)),
      ["1,234", "0", "–"],
    );
  });
});

describe("a sampled measure", () => {
  it("says how far off it may be; an exact one says nothing", () => {
    const measures = [
      { label: "degree" },
      {
        label: "betweenness",
        sampled: "sampled, within ±0.01 with 90 % confidence. Ranks rest on sampled scores.",
      },
    ];
    assert.deepEqual(listCautions({ measures }), [
      "betweenness: sampled, within ±0.01 with 90 % confidence. Ranks rest on sampled scores.",
    ]);
  });
});

describe("what a measure leaves out", () => {
  it("is told once, behind all measures that leave it out", () => {
    const notes = ["2 negative relations are left out."];
    const measures = [
      { label: "eigenvector", notes },
      { label: "PageRank", notes },
    ];
    assert.deepEqual(listCautions({ measures }), [
      "eigenvector, PageRank: 2 negative relations are left out.",
    ]);
  });
});

describe("actors ranked", () => {
  const network = tinyNetwork({ actors: ["a", "b", "c", "d", "e"] });
  const measure = { scores: [2, 5, null, 5, 1] };

  it("share a rank where they tie, and are left out where the measure says nothing", () => {
    const places = rankActors(network, measure, Uint8Array.of(1, 1, 1, 1, 1));
    assert.deepEqual(
      places.map(({ actor, rank }) => [actor, rank]),
      [
        [1, 1],
        [3, 1],
        [0, 3],
        [4, 4],
      ],
    );
  });

  it("keep the rank among all when the filters hide others", () => {
    const places = rankActors(network, measure, Uint8Array.of(1, 0, 1, 1, 0));
    assert.deepEqual(
      places.map(({ actor, rank }) => [actor, rank]),
      [
        [3, 1],
        [0, 3],
      ],
    );
  });
});
