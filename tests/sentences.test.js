import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judgeClaims } from "../explorer/page/assets/core/claims.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";
import {
  splitAnswerSentence,
  describePath,
  listQualifications,
  describeRelation,
  describeRelationFrom,
  formatNumber,
  formatWeight,
} from "../explorer/page/assets/core/sentences.js";
import {
  describeStep,
  findStepDates,
  splitStepSentence,
} from "../explorer/page/assets/core/step_sentence.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: [
    { id: "a", name: "A" },
    { id: "b", name: "B" },
    { id: "c", name: "C" },
    { id: "d", name: "D" },
  ],
  relations: [
    { tie: "a funds b", start: "2022" },
    { tie: "b ally a", start: "2020", end: "2022" },
    { tie: "b opposes a" },
    { tie: "a funds b", end: "2023-02", disputes: 1 },
    { tie: "c borders b", start: "1918", end: "1918" },
    { tie: "c opposes c" },
    { tie: "b funds c", disputes: 1 },
  ],
});
const CLAIMS = judgeClaims(NETWORK);
const sentenceOf = (index) => describeRelation(NETWORK, NETWORK.relations[index]);
const seenFrom = (index, actor) => describeRelationFrom(NETWORK, NETWORK.relations[index], actor);

describe("a relation", () => {
  it("is said from its source, with its dates", () => {
    assert.equal(sentenceOf(0), "A funds B (from 2022)");
    assert.equal(sentenceOf(1), "B is allied with A (2020 to 2022)");
    assert.equal(sentenceOf(2), "B opposes A");
    assert.equal(sentenceOf(4), "C borders B (1918)");
  });

  it("says when its row disputes it", () => {
    assert.equal(sentenceOf(3), "A funds B (until 2023-02), disputed");
    assert.equal(sentenceOf(6), "B funds C, disputed");
  });

  it("is said the right way round from its other end", () => {
    assert.equal(seenFrom(0, 0), "A funds B (from 2022)");
    assert.equal(seenFrom(0, 1), "B is funded by A (from 2022)");
    assert.equal(seenFrom(1, 0), "A is allied with B (2020 to 2022)");
    assert.equal(seenFrom(3, 1), "B is funded by A (until 2023-02), disputed");
    assert.equal(seenFrom(5, 2), "C opposes C");
  });
});

describe("a step", () => {
  it("tells each way of being related once, in row order, and what is contested", () => {
    const relations = [0, 1, 2, 3];
    const there = describeStep(NETWORK, { source: 0, target: 1, relations }, CLAIMS);
    assert.equal(there, "A funds (contested), is allied with and is opposed by B");
    const back = describeStep(NETWORK, { source: 1, target: 0, relations }, CLAIMS);
    assert.equal(back, "B is funded by (contested), is allied with and opposes A");
  });

  it("tells what is only disputed beside what stands", () => {
    const step = { source: 1, target: 2, relations: [4, 6] };
    assert.equal(describeStep(NETWORK, step, CLAIMS), "B borders (1918) and funds (disputed) C");
    const alone = { ...step, relations: [4] };
    assert.equal(describeStep(NETWORK, alone, CLAIMS), "B borders C (1918)");
    assert.equal(splitStepSentence(NETWORK, alone, CLAIMS, false).join(""), "B borders C");
    assert.equal(findStepDates(NETWORK, alone, CLAIMS, NETWORK.relations[4]), "(1918)");
    assert.equal(findStepDates(NETWORK, step, CLAIMS, NETWORK.relations[4]), "(1918)");
    assert.equal(findStepDates(NETWORK, step, CLAIMS, NETWORK.relations[6]), "");
  });
});

describe("a path", () => {
  const sentence = (source, target) => {
    const answer = findPaths(NETWORK, source, target);
    return describePath(NETWORK, answer.paths[0], answer, CLAIMS);
  };

  it("is its steps in one sentence", () => {
    assert.equal(
      sentence(0, 2),
      "A funds (contested), is allied with and is opposed by B; " +
        "B borders (1918) and funds (disputed) C.",
    );
  });

  it("to the same actor, or to one that cannot be reached, is said as well", () => {
    assert.equal(sentence(0, 0), "Both names mean A.");
    assert.equal(sentence(0, 3), "No path leads from A to D.");
  });
});

describe("a weight", () => {
  it("may be a sum of money and is not rounded", () => {
    const told = (weight) =>
      listQualifications(NETWORK, { ...NETWORK.relations[2], weight }, CLAIMS);
    assert.deepEqual([2, 0.25, 1000, 3e6, 1234567.89].flatMap(told), [
      "weight 2",
      "weight 0.25",
      "weight 1,000",
      "weight 3,000,000",
      "weight 1,234,567.89",
    ]);
  });
});

describe("a name that ends in a full stop", () => {
  it("ends the sentence", () => {
    const network = tinyNetwork({
      actors: [
        { id: "a", name: "A" },
        { id: "b", name: "Ltd." },
      ],
      relations: [{ tie: "a funds b" }],
    });
    const path = (paths) => ({ source: 0, target: 1, paths });
    const claims = judgeClaims(network);
    const told = (paths) =>
      splitAnswerSentence(network, { path: path(paths), pathNumber: 1, leftOut: [], claims }).join(
        "",
      );
    assert.equal(told([{ steps: [{ source: 0, target: 1, relations: [0] }] }]), "A funds Ltd.");
    assert.equal(told([]), "No path leads from A to Ltd.");
  });
});

describe("a number in words", () => {
  const values = [
    0,
    -0,
    1,
    0.3,
    0.1 + 0.2,
    2 / 3,
    0.000012,
    1e-7,
    1234567,
    123456.5,
    -0.5,
    -1234.25,
  ];
  values.push(999999.5, 1e15, 1234567890123456, 1e21, 12345678.9, NaN, Infinity, -Infinity);

  it("is as Intl has it, which takes long to start", () => {
    const six = { maximumSignificantDigits: 6, useGrouping: false };
    const fifteen = { maximumSignificantDigits: 15 };
    for (const value of values) {
      assert.equal(formatNumber(value), value.toLocaleString("en", six));
      assert.equal(formatWeight(value), value.toLocaleString("en", fifteen));
    }
  });
});
