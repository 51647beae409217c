import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerState } from "../explorer/page/assets/core/answers.js";
import {
  COLOURED,
  findColourNumber,
  listMembers,
  describeModularity,
} from "../explorer/page/assets/core/communities.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { THEMES } from "../explorer/page/assets/view/styles.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: ["a", "b", "c", "d", "e"],
  relations: ["a ally b", "c ally d", "b funds c", "e opposes a"],
  communities: {
    number: { levels: [1, 2, null], codes: [0, 0, 1, 1, 2] },
    foremost: [
      [1, 0],
      [2, 3],
    ],
    modularity: 0.1666666,
  },
});

const drawn = (changes) => answerState(NETWORK, { ...makeDefaultState(), ...changes }).drawn;

describe("communities", () => {
  it("are read with their members in row order, and whoever is in none is counted", () => {
    assert.deepEqual(NETWORK.communities.list, [
      { number: 1, actors: [0, 1], foremost: [1, 0] },
      { number: 2, actors: [2, 3], foremost: [2, 3] },
    ]);
    assert.deepEqual(NETWORK.communities.numberOf, [1, 1, 2, 2, null]);
    assert.equal(NETWORK.communities.alone, 1);
    assert.deepEqual(listMembers(NETWORK, 2), [2, 3]);
  });

  it("are none in a document that knows of none", () => {
    const { communities } = tinyNetwork({ actors: ["a"] });
    assert.deepEqual([communities.list, communities.numberOf, communities.alone], [[], [null], 1]);
  });

  it("are drawn alone, with the relations among their members that the filters select", () => {
    assert.deepEqual([...drawn({ community: 1 }).actors], [1, 1, 0, 0, 0]);
    assert.deepEqual([...drawn({ community: 1 }).relations], [1, 0, 0, 0]);
    assert.deepEqual([...drawn({ community: 0 }).actors], [1, 1, 1, 1, 1]);
    const filters = { ...makeDefaultState().filters, avoidActor: new Set(["c"]) };
    const left = drawn({ community: 2, filters, withoutRelations: "faded" });
    assert.deepEqual([...left.actors], [0, 0, 0, 1, 0]);
    assert.deepEqual([...left.relations], [0, 0, 0, 0]);
  });

  it("give way to the surroundings of an actor", () => {
    assert.deepEqual([...drawn({ community: 2, actor: "e", ego: 1 }).actors], [1, 0, 0, 0, 1]);
  });

  it("say how good they are", () => {
    assert.equal(
      describeModularity(NETWORK.communities),
      "Modularity 0.167: 0 is no better than chance, 1 the most.",
    );
  });
});

/** Contrast as WCAG 2 has it. */
function contrast(one, other) {
  const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (hex) =>
    [0.2126, 0.7152, 0.0722].reduce(
      (sum, share, i) => sum + share * part(parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255),
      0,
    );
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe("the colours of communities", () => {
  it("are their own for the largest, and one for all others", () => {
    assert.deepEqual([1, COLOURED, COLOURED + 1, 4000, null].map(findColourNumber), [
      0,
      COLOURED - 1,
      COLOURED,
      COLOURED,
      COLOURED,
    ]);
  });

  for (const [name, { communities, paper }] of Object.entries(THEMES)) {
    it(`stand out from the ${name} paper, and differ`, () => {
      assert.equal(new Set(communities).size, COLOURED + 1);
      for (const colour of communities) {
        assert.ok(contrast(colour, paper) >= 3, `${colour} has ${contrast(colour, paper)}`);
      }
    });
  }
});
