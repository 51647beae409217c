import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerState, countDrawn } from "../explorer/page/assets/core/answers.js";
import { makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { listAllParts, listParts } from "../explorer/page/assets/core/folds.js";
import { formatHash, parseHash } from "../explorer/page/assets/core/page_link.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { seededNumbers, tinyNetwork } from "./tiny_network.js";

/** An army of two brigades, one of them with a unit; abroad, and a rival. */
const ARMY = tinyNetwork({
  actors: ["army", "north", "south", "unit", "rival", "ally", "alone"],
  relations: [
    "north part_of army",
    "south part_of army",
    "unit member_of south",
    "north ally south",
    "north ally rival",
    "unit opposes rival",
    "army ally ally",
    "south funds unit",
  ],
});
const KEPT = answerState(ARMY, makeDefaultState()).kept;

function answer(network, changes) {
  return answerState(network, { ...makeDefaultState(), ...changes });
}

function listDrawn(network, { drawn, folds }) {
  const { relations } = folds.network;
  return {
    actors: network.actors.filter(({ index }) => drawn.actors[index]).map(({ id }) => id),
    ties: relations
      .filter(({ index }) => drawn.relations[index])
      .map(({ source, target, type }) =>
        [network.actors[source].id, type.id, network.actors[target].id].join(" "),
      ),
  };
}

function find(network, id) {
  return network.actorById.get(id).index;
}

describe("the parts of an actor", () => {
  it("are the sources of part_of and member_of, with their own", () => {
    const parts = listParts(ARMY, KEPT);
    assert.deepEqual(
      [...parts],
      [
        [0, [1, 2]],
        [2, [3]],
      ],
    );
    assert.deepEqual(listAllParts(parts, 0), [1, 2, 3]);
  });

  it("are neither disputed, nor filtered away, nor past where no date is asked", () => {
    const network = tinyNetwork({
      actors: ["a", "b", "c", "d", "e"],
      relations: [
        { tie: "b part_of a", disputes: 1 },
        { tie: "c part_of a", end: "1990", over: 1 },
        { tie: "d member_of a" },
        { tie: "a part_of a" },
        { tie: "e part_of a", confidence: 0.1 },
      ],
    });
    const list = (filters) => {
      const all = { ...makeDefaultFilters(), minConfidence: 0.5, ...filters };
      return [...listParts(network, answer(network, { filters: all }).kept)];
    };
    assert.deepEqual(list({}), [[0, [3]]]);
    assert.deepEqual(list({ at: "1980" }), [[0, [2, 3]]]);
  });
});

describe("an actor that is folded", () => {
  it("stands for its parts, and theirs, with their relations to others", () => {
    const folded = answer(ARMY, { fold: new Set(["army"]) });
    assert.deepEqual(listDrawn(ARMY, folded), {
      actors: ["army", "rival", "ally", "alone"],
      ties: ["army ally rival", "army opposes rival", "army ally ally"],
    });
    const inside = folded.folds.insides.get(0);
    assert.deepEqual(inside, { actors: [1, 2, 3], relations: 5, outward: 3, community: 0 });
    assert.deepEqual(folded.folds.network.ties, [[4, 5, 6], [], [], [], [4, 5], [6], []]);
  });

  it("may be part of another that is open, and goes with it when that is folded", () => {
    assert.deepEqual(listDrawn(ARMY, answer(ARMY, { fold: new Set(["south"]) })).actors, [
      "army",
      "north",
      "south",
      "rival",
      "ally",
      "alone",
    ]);
    const both = answer(ARMY, { fold: new Set(["south", "army"]) });
    assert.deepEqual([...both.folds.insides.keys()], [0]);
  });

  it("has a part of several in the first of them, and survives parts in a circle", () => {
    const network = tinyNetwork({
      actors: ["a", "b", "c", "d"],
      relations: ["c part_of b", "c part_of a", "a part_of d", "d part_of a", "b funds a"],
    });
    const { folds, drawn } = answer(network, { fold: new Set(["a", "b", "d"]) });
    assert.deepEqual([...folds.host], [0, 1, 0, 0]);
    assert.deepEqual(countDrawn(folds.network, drawn), { actors: 2, relations: 2 });
  });

  it("is found under a later one in row order, too", () => {
    const network = tinyNetwork({
      actors: ["low", "middle", "high", "x"],
      relations: ["low part_of middle", "middle part_of high", "x part_of low", "x ally high"],
    });
    const fold = new Set(["low", "middle", "high"]);
    assert.deepEqual([...answer(network, { fold }).folds.host], [2, 2, 2, 2]);
  });

  it("is drawn open while a path leads through its parts", () => {
    const fold = new Set(["army", "south"]);
    const list = (path) => [...answer(ARMY, { fold, path }).folds.insides.keys()];
    assert.deepEqual(list(["rival", "unit"]), []);
    assert.deepEqual(list(["rival", "south"]), [find(ARMY, "south")]);
    assert.deepEqual(list(["ally", "army"]), [find(ARMY, "army")]);
  });

  it("has the surroundings of all its parts, whichever of them is chosen", () => {
    const shown = { fold: new Set(["army"]), actor: "unit", ego: 1 };
    assert.deepEqual(listDrawn(ARMY, answer(ARMY, shown)).actors, ["army", "rival", "ally"]);
  });

  it("is not gone where only relations inside are left", () => {
    const filters = { ...makeDefaultFilters(), avoid: new Set(["ally", "opposes"]) };
    const { actors } = listDrawn(ARMY, answer(ARMY, { filters, fold: new Set(["army"]) }));
    assert.deepEqual(actors, ["army", "alone"]);
  });

  it("is open where the filters leave no part of it", () => {
    const filters = { ...makeDefaultFilters(), avoid: new Set(["part_of"]) };
    assert.equal(answer(ARMY, { filters, fold: new Set(["army"]) }).folds.host, null);
  });
});

describe("a community that is folded", () => {
  const network = tinyNetwork({
    actors: ["a", "b", "c", "d", "e"],
    relations: ["a ally b", "b ally c", "a ally c", "c funds d", "d ally e", "e part_of d"],
    communities: { number: [1, 1, 1, 2, 2], foremost: [[1, 0, 2], [3]], modularity: 0.3 },
  });

  it("is its foremost actor's mark", () => {
    const folded = answer(network, { foldCommunity: new Set([1]) });
    assert.deepEqual(listDrawn(network, folded), {
      actors: ["b", "d", "e"],
      ties: ["b funds d", "d ally e", "e part_of d"],
    });
    const inside = folded.folds.insides.get(1);
    assert.deepEqual(inside, { actors: [0, 2], relations: 3, outward: 1, community: 1 });
  });

  it("holds what is folded in it, and opens for a path", () => {
    const both = { foldCommunity: new Set([1, 2]), fold: new Set(["d"]) };
    assert.deepEqual([...answer(network, both).folds.host], [1, 1, 1, 3, 3]);
    assert.deepEqual(
      [...answer(network, { ...both, path: ["b", "c"] }).folds.host],
      [0, 1, 2, 3, 3],
    );
  });
});

describe("folding anything", () => {
  it("loses no relation: each is drawn, or inside one mark, and only once", () => {
    const next = seededNumbers(17);
    const types = ["part_of", "member_of", "ally", "opposes"];
    for (let round = 0; round < 60; round += 1) {
      const actors = Array.from({ length: 9 }, (_, i) => `a${i}`);
      const relations = Array.from({ length: 16 }, () => {
        const [source, target] = [next(9), next(9)];
        return `a${source} ${types[next(4)]} a${target}`;
      });
      const number = actors.map(() => 1 + next(2));
      const foremost = [1, 2].map((one) => [number.indexOf(one)].filter((i) => i >= 0));
      const network = tinyNetwork({ actors, relations, communities: { number, foremost } });
      const fold = new Set(actors.filter(() => next(2)));
      const foldCommunity = new Set([1, 2].filter(() => next(3) === 0));
      const { folds, drawn, mask } = answer(network, { fold, foldCommunity });
      const insides = [...folds.insides.values()];
      const sum = (values) => values.reduce((all, one) => all + one, 0);
      const counts = countDrawn(folds.network, drawn);
      assert.equal(
        counts.relations + sum(insides.map((inside) => inside.relations)),
        sum([...mask]),
      );
      assert.equal(counts.actors + sum(insides.map((inside) => inside.actors.length)), 9);
      for (const { index, source, target } of folds.network.relations) {
        assert.equal(drawn.actors[source] && drawn.actors[target], 1);
        const { type, references } = folds.network.relations[index];
        assert.equal(type, network.relations[index].type);
        assert.equal(references, network.relations[index].references);
      }
    }
  });
});

describe("what is folded", () => {
  it("is part of the link, as far as there is such an actor or community", () => {
    const shown = parseHash("#fold=unit,army,nobody&fold_community=3,1,x,99", ARMY);
    assert.deepEqual(shown.fold, new Set(["unit", "army"]));
    assert.deepEqual(shown.foldCommunity, new Set([3, 1]));
    assert.equal(formatHash(shown), "#fold=army,unit&fold_community=1,3");
  });
});
