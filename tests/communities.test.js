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
import { CAMP_COLOURS } from "../explorer/page/assets/core/camps.js";
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

/** Red, green and blue as light. */
function readLight(hex) {
  const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [1, 3, 5].map((at) => part(parseInt(hex.slice(at, at + 2), 16) / 255));
}

function multiply(rows, column) {
  return rows.map((row) => row.reduce((sum, each, i) => sum + each * column[i], 0));
}

/** What three kinds of eyes see of light (Machado, Oliveira & Fernandes, 2009). */
const EYES = {
  most: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

/** A colour in OKLab (Ottosson, 2020), times 100, as such eyes see it. */
function toLab(hex, eyes) {
  const seen = multiply(EYES[eyes], readLight(hex)).map((each) => Math.min(1, Math.max(0, each)));
  const cones = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ];
  const lab = [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ];
  return multiply(lab, multiply(cones, seen).map(Math.cbrt)).map((each) => 100 * each);
}

/** The least distance of two colours. */
function findLeastDistance(colours, eyes) {
  const labs = colours.map((hex) => toLab(hex, eyes));
  return Math.min(
    ...labs.flatMap((one, i) =>
      labs.slice(i + 1).map((other) => Math.hypot(...one.map((each, k) => each - other[k]))),
    ),
  );
}

const LEAST = {
  light: { most: 11, deuteranope: 5, protanope: 4 },
  dark: { most: 17, deuteranope: 9, protanope: 7 },
};

/** Contrast as WCAG 2 has it. */
function contrast(one, other) {
  const light = (hex) => multiply([[0.2126, 0.7152, 0.0722]], readLight(hex))[0];
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

    it(`are told apart on the ${name} paper, also by colour-blind readers`, () => {
      for (const [eyes, least] of Object.entries(LEAST[name])) {
        assert.ok(findLeastDistance(communities, eyes) >= least, eyes);
      }
    });

    it(`of camps name them on the ${name} paper`, () => {
      for (const place of CAMP_COLOURS) assert.ok(contrast(communities[place], paper) >= 4.5);
    });
  }
});
