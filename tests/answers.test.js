import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerState, countDrawn, findSurroundings } from "../explorer/page/assets/core/answers.js";
import { isLarge } from "../explorer/page/assets/core/large_network.js";
import { makeDefaultFilters, makeFiltersShowing } from "../explorer/page/assets/core/filters.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { findPathsByName } from "../explorer/page/assets/core/paths_by_name.js";
import { describeAnswer } from "../explorer/page/assets/core/sentences.js";
import { tinyNetwork } from "./tiny_network.js";

/**
 * A chain a-b-c-d with a shortcut a borders d: from a to d 1 step, without borders 3; e stands
 * alone.
 */
const NETWORK = tinyNetwork({
  actors: ["a", "b", "c", { id: "d", kind: "person" }, "e"],
  relations: [
    "a ally b",
    "b funds c",
    { tie: "c funds d", disputes: 1 },
    "c opposes d",
    "a borders d",
  ],
});
const EVERY = new Uint8Array(5).fill(1);

const asked = (changes, before) =>
  answerState(NETWORK, { ...makeDefaultState(), ...changes }, before);
const shown = (mask) => [...mask.keys()].filter((index) => mask[index]);
const walked = ({ path }) => path.paths.map(({ actors }) => actors);

describe("the surroundings of an actor", () => {
  it("grow by a step in either direction", () => {
    assert.deepEqual([...findSurroundings(NETWORK, EVERY, 2, 0)], [2]);
    assert.deepEqual([...findSurroundings(NETWORK, EVERY, 2, 1)].sort(), [1, 2, 3]);
    assert.deepEqual([...findSurroundings(NETWORK, EVERY, 2, 2)].sort(), [0, 1, 2, 3]);
    assert.deepEqual([...findSurroundings(NETWORK, EVERY, 4, 9)], [4]);
  });

  it("follow only the relations kept", () => {
    assert.deepEqual(
      [...findSurroundings(NETWORK, Uint8Array.of(1, 0, 1, 1, 0), 0, 9)].sort(),
      [0, 1],
    );
  });

  it("are what is drawn around the actor chosen, and need one", () => {
    assert.deepEqual(shown(asked({ actor: "c", ego: 1 }).drawn.actors), [1, 2, 3]);
    assert.deepEqual(shown(asked({ actor: "", ego: 1 }).drawn.actors), [0, 1, 2, 3, 4]);
  });
});

describe("the path asked for", () => {
  it("is none until it is asked for", () => {
    assert.equal(asked({}).path, null);
  });

  it("is over what the filters keep but the types it avoids", () => {
    assert.deepEqual(walked(asked({ path: ["a", "d"] })), [[0, 3]]);
    assert.deepEqual(walked(asked({ path: ["a", "d"], pathAvoid: new Set(["borders"]) })), [
      [0, 1, 2, 3],
    ]);
    assert.deepEqual(
      walked(asked({ path: ["a", "d"], pathAvoid: new Set(["borders", "opposes"]) })),
      [],
    );
    assert.deepEqual(
      walked(asked({ path: ["d", "a"], pathAvoid: new Set(["borders"]), directed: true })),
      [],
    );
  });

  it("leads to nobody who is hidden, and to oneself without a step", () => {
    const filters = { ...makeDefaultFilters(), avoidKind: new Set(["person"]) };
    assert.deepEqual(walked(asked({ path: ["a", "d"], filters })), []);
    assert.deepEqual(walked(asked({ path: ["d", "d"], filters })), [[3]]);
  });

  it("hides nothing by what it avoids", () => {
    assert.deepEqual(
      shown(asked({ path: ["a", "d"], pathAvoid: new Set(["borders"]) }).drawn.relations),
      [0, 1, 2, 3, 4],
    );
  });

  it("can be drawn alone, with every relation on its steps", () => {
    const { drawn } = asked({ path: ["a", "d"], pathAvoid: new Set(["borders"]), pathAlone: true });
    assert.deepEqual(
      [shown(drawn.actors), shown(drawn.relations)],
      [
        [0, 1, 2, 3],
        [0, 1, 2, 3],
      ],
    );
    const all = asked({ path: ["a", "e"], pathAlone: true }).drawn;
    assert.deepEqual(shown(all.actors), [0, 1, 2, 3, 4]);
  });
});

describe("an end that the filters hide", () => {
  const filters = {
    ...makeDefaultFilters(),
    avoidKind: new Set(["person"]),
    avoidActor: new Set(["a", "b"]),
  };
  const words = (path) => describeAnswer(NETWORK, asked({ path, filters }));

  it("is said to be left out, not to be out of reach", () => {
    assert.deepEqual(
      asked({ path: ["a", "d"], filters }).leftOut.map(({ id }) => id),
      ["a", "d"],
    );
    assert.equal(words(["a", "d"]), "a and d are left out by the filters.");
    assert.equal(words(["a", "a"]), "a is left out by the filters.");
    assert.equal(words(["c", "e"]), "No path leads from c to e.");
    assert.deepEqual(asked({ path: null, filters }).leftOut, []);
  });

  it("is said not to exist at the date asked, which showing it lifts", () => {
    const network = tinyNetwork({
      actors: [{ id: "steel", start: "2001", end: "2022-05" }, { id: "x" }],
    });
    const at = { ...makeDefaultFilters(), at: "2024" };
    const both = { ...at, avoidActor: new Set(["x"]) };
    const told = (chosen, path) =>
      describeAnswer(
        network,
        answerState(network, { ...makeDefaultState(), path, filters: chosen }),
      );
    const absent = "steel does not exist in 2024 (2001 to 2022-05).";
    assert.equal(told(at, ["x", "steel"]), absent);
    assert.equal(told(both, ["steel", "x"]), `${absent} x is left out by the filters.`);
    assert.deepEqual(makeFiltersShowing(network, both, network.actors[0]), { ...both, at: "" });
    assert.deepEqual(makeFiltersShowing(network, at, network.actors[1]), at);
    assert.throws(
      () => findPathsByName(network, at, "x", "steel"),
      /'steel' does not exist in 2024/,
    );
  });

  it("can be shown again, and nobody else with it", () => {
    const [a, , , d] = NETWORK.actors;
    assert.deepEqual(makeFiltersShowing(NETWORK, filters, a), {
      ...filters,
      avoidActor: new Set(["b"]),
    });
    assert.deepEqual(makeFiltersShowing(NETWORK, filters, d), { ...filters, avoidKind: new Set() });
    const sourced = tinyNetwork({ actors: [{ id: "x", reference: [0] }], sources: [{ id: "s" }] });
    const wrong = { ...makeDefaultFilters(), withoutSource: "s" };
    assert.equal(
      answerState(sourced, { ...makeDefaultState(), path: ["x", "x"], filters: wrong }).leftOut
        .length,
      1,
    );
    assert.deepEqual(makeFiltersShowing(sourced, wrong, sourced.actors[0]), makeDefaultFilters());
  });
});

/** Every actor up to n399 is tied to each of n0 to n49; n400 stands a step away from n399 alone. */
function largeNetwork() {
  const actors = Array.from({ length: 401 }, (_, i) => `n${i}`);
  const relations = Array.from(
    { length: 20000 },
    (_, i) => `n${i % 50} ally n${Math.floor(i / 50)}`,
  );
  return tinyNetwork({ actors, relations: [...relations, "n399 borders n400"] });
}

describe("a large network", () => {
  const large = largeNetwork();
  const drawnFor = (changes) => answerState(large, { ...makeDefaultState(), ...changes }).drawn;
  const count = ({ actors }) => shown(actors).length;

  it("opens on the actors with most relations and the relations among them", () => {
    const drawn = drawnFor({});
    assert.equal(isLarge(large), true);
    assert.equal(drawn.few, true);
    assert.equal(count(drawn), 300);
    assert.deepEqual(
      shown(drawn.actors).slice(0, 51),
      Array.from({ length: 51 }, (_, i) => i),
    );
    for (const index of shown(drawn.relations)) {
      const { source, target } = large.relations[index];
      assert.ok(drawn.actors[source] && drawn.actors[target]);
    }
  });

  it("shows whoever is asked for besides, with the neighbours of an actor", () => {
    assert.equal(drawnFor({ actor: "n400" }).actors[400], 1);
    assert.equal(drawnFor({ actor: "n400" }).actors[399], 1);
    assert.equal(drawnFor({ relation: "r20000" }).actors[400], 1);
    assert.equal(drawnFor({ path: ["n400", "n0"] }).actors[400], 1);
    assert.deepEqual(shown(drawnFor({ actor: "n400", ego: 1 }).actors), [399, 400]);
    assert.equal(drawnFor({ actor: "n400", ego: 1 }).few, false);
  });

  it("is drawn whole when asked to, or when the filters leave few enough", () => {
    assert.deepEqual(
      [count(drawnFor({ whole: true })), drawnFor({ whole: true }).few],
      [401, false],
    );
    const filters = {
      ...makeDefaultFilters(),
      avoidActor: new Set(Array.from({ length: 101 }, (_, i) => `n${i}`)),
    };
    const left = drawnFor({ filters, withoutRelations: "faded" });
    assert.deepEqual([count(left), left.few], [300, false]);
  });

  it("is one above 20,000 relations", () => {
    const { few, actors } = asked({}).drawn;
    assert.deepEqual([isLarge(NETWORK), few, shown(actors).length], [false, false, 5]);
  });
});

describe("the surroundings drawn", () => {
  it("have only the relations among the actors drawn", () => {
    assert.deepEqual(shown(asked({ actor: "b", ego: 1 }).drawn.relations), [0, 1]);
  });
});

describe("the path shown", () => {
  it("is the one asked for, or the last where there are fewer", () => {
    const square = tinyNetwork({
      actors: ["a", "b", "c", "d"],
      relations: ["a ally b", "a ally c", "b ally d", "c ally d"],
    });
    const which = (changes) =>
      answerState(square, { ...makeDefaultState(), ...changes }).pathNumber;
    assert.deepEqual(
      [1, 2, 3, 50000].map((n) => which({ path: ["a", "d"], pathNumber: n })),
      [1, 2, 2, 2],
    );
    assert.equal(which({ path: ["a", "a"], pathNumber: 3 }), 1);
    assert.equal(which({ path: ["a", "d"], pathNumber: 9, pathAvoid: new Set(["ally"]) }), 1);
    assert.equal(which({ pathNumber: 9 }), 1);
    const { drawn } = answerState(square, {
      ...makeDefaultState(),
      path: ["a", "d"],
      pathNumber: 9,
      pathAlone: true,
    });
    assert.deepEqual(shown(drawn.actors), [0, 2, 3]);
  });

  it("is searched again only when what it depends on changes", () => {
    const first = asked({ path: ["a", "d"] });
    const state = { ...makeDefaultState(), filters: first.filters, ...first.asked };
    assert.equal(answerState(NETWORK, { ...state, actor: "a" }, first).path, first.path);
    const around = answerState(NETWORK, { ...state, pathAvoid: new Set(["borders"]) }, first);
    assert.deepEqual(walked(around), [[0, 1, 2, 3]]);
    assert.deepEqual(walked(answerState(NETWORK, { ...state, path: ["a", "b"] }, around)), [
      [0, 1],
    ]);
    assert.equal(answerState(NETWORK, { ...state, path: null }, around).path, null);
    const filters = { ...makeDefaultFilters(), avoid: new Set(["borders"]) };
    assert.deepEqual(walked(answerState(NETWORK, { ...state, filters }, first)), [[0, 1, 2, 3]]);
  });
});

describe("what the filters keep", () => {
  it("is worked out again only when they change", () => {
    const first = asked({});
    const second = answerState(
      NETWORK,
      { ...makeDefaultState(), filters: first.filters, actor: "a" },
      first,
    );
    assert.equal(second.kept, first.kept);
    const third = asked(
      { filters: { ...makeDefaultFilters(), avoid: new Set(["funds"]) } },
      second,
    );
    assert.deepEqual(shown(third.mask), [0, 3, 4]);
  });
});

describe("how much is drawn", () => {
  it("counts no relation that lacks one of its actors", () => {
    const all = { relations: Uint8Array.of(1, 1, 1, 1, 1), actors: Uint8Array.of(1, 1, 1, 1, 1) };
    assert.deepEqual(countDrawn(NETWORK, all), { actors: 5, relations: 5 });
    assert.deepEqual(countDrawn(NETWORK, { ...all, actors: Uint8Array.of(1, 1, 1, 0, 1) }), {
      actors: 4,
      relations: 2,
    });
    assert.deepEqual(countDrawn(NETWORK, { ...all, relations: Uint8Array.of(1, 0, 0, 0, 0) }), {
      actors: 5,
      relations: 1,
    });
  });
});
