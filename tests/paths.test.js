import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findPaths } from "../explorer/page/assets/core/paths.js";
import { DIAMOND, DIAMOND_CHAIN, findPathsById as find } from "./path_networks.js";
import { seededNumbers, tinyNetwork } from "./tiny_network.js";

function listPaths(answer) {
  return answer.paths.map(({ actors, steps }) => ({ actors, steps }));
}

function actorsOf(answer) {
  return answer.paths.map(({ actors }) => actors);
}

describe("the shortest paths", () => {
  it("are all told, in the order of the actors' rows", () => {
    const answer = find(tinyNetwork(DIAMOND), "a", "d");
    assert.equal(answer.length, 2);
    assert.equal(answer.count, 2);
    assert.equal(answer.cutShort, false);
    assert.deepEqual(actorsOf(answer), [
      [0, 1, 3],
      [0, 2, 3],
    ]);
    assert.deepEqual(answer.paths[1].steps, [
      { source: 0, target: 2, relations: [1] },
      { source: 2, target: 3, relations: [3] },
    ]);
  });

  it("are cut at the limit but counted to the end", () => {
    const answer = find(tinyNetwork(DIAMOND), "a", "d", { limit: 1 });
    assert.deepEqual([answer.count, answer.cutShort, actorsOf(answer)], [2, true, [[0, 1, 3]]]);
  });

  it("from an actor to itself have no steps", () => {
    const answer = find(tinyNetwork(DIAMOND), "b", "b");
    assert.deepEqual(
      [answer.length, answer.count, listPaths(answer)],
      [0, 1, [{ actors: [1], steps: [] }]],
    );
  });

  it("are none where nothing leads", () => {
    const answer = find(tinyNetwork(DIAMOND), "a", "e");
    assert.deepEqual(answer, {
      source: 0,
      target: 4,
      through: [],
      question: { directed: false, by: "steps", k: null, maxLength: null, hubs: true, times: "" },
      directed: false,
      length: null,
      count: 0,
      isLeast: false,
      isBounded: false,
      cutShort: false,
      signCounts: { "+": 0, "-": 0, mixed: 0 },
      influenceCount: 0,
      typesWithoutInfluence: [],
      paths: [],
      missing: [0, 4],
    });
  });

  it("may be as long as the network", () => {
    const actors = Array.from({ length: 20000 }, (_, index) => `a${index}`);
    const relations = actors.slice(1).map((id, index) => `a${index} ally ${id}`);
    const answer = findPaths(tinyNetwork({ actors, relations }), 0, actors.length - 1);
    assert.deepEqual(
      [answer.length, answer.count, answer.paths[0].actors.length],
      [19999, 1, 20000],
    );
  });
});

describe("parallel relations", () => {
  const network = tinyNetwork({
    actors: ["a", "b"],
    relations: [
      "a funds b",
      "b opposes a",
      { tie: "a opposes b", disputes: 1 },
      "a ally b",
      "a ally a",
    ],
  });

  it("are one step, and all of them are told in row order", () => {
    const answer = find(network, "a", "b");
    assert.equal(answer.count, 1);
    assert.deepEqual(answer.paths[0].steps[0].relations, [0, 1, 2, 3]);
  });

  it("are told only where they can be walked when direction counts", () => {
    assert.deepEqual(
      find(network, "a", "b", { directed: true }).paths[0].steps[0].relations,
      [0, 2, 3],
    );
    assert.deepEqual(
      find(network, "b", "a", { directed: true }).paths[0].steps[0].relations,
      [1, 3],
    );
  });

  it("are told only where the mask keeps them", () => {
    assert.deepEqual(
      find(network, "a", "b", { mask: Uint8Array.of(0, 1, 0, 0, 1) }).paths[0].steps[0].relations,
      [1],
    );
  });
});

describe("a path", () => {
  it("walks against a relation unless direction counts", () => {
    const network = tinyNetwork({ actors: ["a", "b", "c"], relations: ["b funds a", "b funds c"] });
    assert.deepEqual(actorsOf(find(network, "a", "c")), [[0, 1, 2]]);
    assert.equal(find(network, "a", "c", { directed: true }).length, null);
    assert.equal(find(network, "b", "c", { directed: true }).length, 1);
    assert.equal(find(network, "c", "b", { directed: true }).length, null);
  });

  it("walks a mutual relation both ways even when direction counts", () => {
    const network = tinyNetwork({
      actors: ["a", "b", "c"],
      relations: ["b ally a", "b borders c"],
    });
    assert.deepEqual(actorsOf(find(network, "a", "c", { directed: true })), [[0, 1, 2]]);
  });

  it("never walks what is only disputed", () => {
    const disputed = { tie: "a ally b", disputes: 1 };
    assert.equal(
      find(tinyNetwork({ actors: ["a", "b"], relations: [disputed] }), "a", "b").length,
      null,
    );
    const contested = tinyNetwork({ actors: ["a", "b"], relations: [disputed, "a ally b"] });
    assert.deepEqual(find(contested, "a", "b").paths[0].steps[0].relations, [0, 1]);
    assert.equal(find(contested, "a", "b", { mask: Uint8Array.of(1, 0) }).length, null);
  });

  it("needs an assertion that can be walked the right way when direction counts", () => {
    const network = tinyNetwork({
      actors: ["a", "b"],
      relations: [{ tie: "a funds b", disputes: 1 }, "b funds a"],
    });
    assert.equal(find(network, "a", "b", { directed: true }).length, null);
    assert.deepEqual(find(network, "b", "a", { directed: true }).paths[0].steps[0].relations, [1]);
  });

  it("goes round blocked actors, and does not begin or end at one", () => {
    const network = tinyNetwork(DIAMOND);
    assert.deepEqual(actorsOf(find(network, "a", "d", { blocked: new Set([1]) })), [[0, 2, 3]]);
    assert.equal(find(network, "a", "d", { blocked: new Set([1, 2]) }).length, null);
    assert.equal(find(network, "a", "d", { blocked: new Set([0]) }).length, null);
    assert.equal(find(network, "a", "a", { blocked: new Set([0]) }).length, null);
  });
});

describe("the count", () => {
  it("of a 14 x 14 grid is exact, and only the paths asked for are made", () => {
    const answer = findPaths(gridNetwork(14), 0, 14 * 14 - 1, { limit: 100 });
    assert.deepEqual(
      [answer.length, answer.count, answer.paths.length, answer.cutShort],
      [26, 10400600, 100, true],
    );
    assert.deepEqual(
      answer.paths[0].actors.slice(0, 15),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 27],
    );
  });

  it("stops at the largest exact number", () => {
    const answer = find(tinyNetwork(DIAMOND_CHAIN), "j0", "j60", { limit: 3 });
    assert.deepEqual(
      [answer.length, answer.count, answer.paths.length],
      [120, Number.MAX_SAFE_INTEGER, 3],
    );
  });
});

describe("on random small networks", () => {
  for (const directed of [false, true]) {
    const direction = directed ? "in one direction" : "either way";
    it(`the answer is that of trying everything, ${direction}`, () => {
      const random = seededNumbers(7);
      for (let round = 0; round < 300; round++) {
        const network = randomNetwork(random);
        const mask = Uint8Array.from(network.relations, () => (random(8) ? 1 : 0));
        const [source, target, blockedActor] = [random(7), random(7), random(14)];
        const options = { mask, blocked: new Set([blockedActor]), directed, limit: 1000 };
        const answer = findPaths(network, source, target, options);
        const expected = tryEverything(network, source, target, options);
        assert.deepEqual(listPaths(answer), expected, `round ${round}`);
        assert.equal(answer.count, expected.length);
        assert.equal(answer.length, expected.length ? expected[0].steps.length : null);
      }
    });
  }
});

function gridNetwork(side) {
  const name = (row, column) => `${row}.${column}`;
  const actors = [];
  const relations = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      actors.push(name(row, column));
      if (column + 1 < side) relations.push(`${name(row, column)} ally ${name(row, column + 1)}`);
      if (row + 1 < side) relations.push(`${name(row, column)} ally ${name(row + 1, column)}`);
    }
  }
  return tinyNetwork({ actors, relations });
}

function randomNetwork(random) {
  const actors = ["a", "b", "c", "d", "e", "f", "g"];
  const relations = Array.from({ length: 3 + random(14) }, () => {
    const tie = [
      actors[random(7)],
      ["ally", "opposes", "funds", "borders"][random(4)],
      actors[random(7)],
    ].join(" ");
    return { tie, disputes: random(5) ? 0 : 1 };
  });
  return tinyNetwork({ actors, relations });
}

/** Every sequence of different actors that can be walked, shortest kept: slow, and plain to see. */
function tryEverything(network, source, target, { mask, blocked, directed }) {
  const kept = network.relations.filter(({ index }) => mask[index]);
  const leads = (relation, from, to) => {
    if (relation.source === from && relation.target === to) return true;
    return (
      relation.source === to && relation.target === from && (relation.type.mutual || !directed)
    );
  };
  const between = (from, to) => kept.filter((relation) => leads(relation, from, to));
  const walked = [];
  const walk = (trail) => {
    const here = trail.at(-1);
    if (here === target) walked.push(trail);
    for (const { index } of here === target ? [] : network.actors) {
      const open = !blocked.has(index) && !trail.includes(index);
      if (open && between(here, index).some(({ disputes }) => !disputes)) walk([...trail, index]);
    }
  };
  if (!blocked.has(source)) walk([source]);
  const fewest = Math.min(...walked.map(({ length }) => length));
  const shortest = walked.filter(({ length }) => length === fewest);
  /** Nothing is dated, rated or sourced here: only influence, doubt and rows count. */
  const rank = (actors) => {
    const steps = actors.slice(1).map((to, step) => between(actors[step], to));
    const asserted = steps.map((step) => step.filter(({ disputes }) => !disputes));
    const same = (one, other) =>
      one.type === other.type && (one.type.mutual || one.source === other.source);
    const isSure = (one, step) => !step.some((other) => other.disputes && same(one, other));
    return [
      asserted.filter((step) => step.every(({ type }) => type.id === "borders")).length,
      asserted.filter((step, i) => !step.some((one) => isSure(one, steps[i]))).length,
      ...actors,
    ];
  };
  const ranked = shortest.map((actors) => ({ actors, rank: rank(actors) }));
  ranked.sort((one, other) => {
    const at = one.rank.findIndex((number, i) => number !== other.rank[i]);
    return at < 0 ? 0 : one.rank[at] - other.rank[at];
  });
  return ranked.map(({ actors }) => ({
    actors,
    steps: actors.slice(1).map((to, step) => {
      return {
        source: actors[step],
        target: to,
        relations: between(actors[step], to).map(({ index }) => index),
      };
    }),
  }));
}
