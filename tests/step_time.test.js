import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { describeRelation } from "../explorer/page/assets/core/sentences.js";
import { describeStep } from "../explorer/page/assets/core/step_sentence.js";
import { findRelationStates, makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import {
  countMayHold,
  isAnyInDoubt,
  listReasons,
  listSpans,
} from "../explorer/page/assets/core/lifetimes.js";
import { listTurnNotes } from "../explorer/page/assets/core/step_time.js";
import { describeCount } from "../explorer/page/assets/core/time_words.js";
import { tinyNetwork } from "./tiny_network.js";

/** A network of a and b as it is told at a date. */
function ask(at, relations) {
  const network = tinyNetwork({ actors: ["a", "b"], relations });
  const filters = { ...makeDefaultFilters(), at };
  const states = findRelationStates(network, filters);
  network.reasons = listReasons(network, states, listSpans(filters));
  return { network, states };
}

const step = (network) => {
  const relations = network.relations.map(({ index }) => index);
  return describeStep(
    network,
    { source: 0, target: 1, relations },
    relations.map(() => "stands"),
  );
};

describe("a relation", () => {
  it("says what is missing where a date is asked", () => {
    const relations = ["a funds b", { tie: "a funds b", start: "1994" }];
    const told = (at) => {
      const { network } = ask(at, relations);
      return network.relations.map((relation) => describeRelation(network, relation));
    };
    assert.deepEqual(told(""), ["a funds b", "a funds b (from 1994)"]);
    assert.deepEqual(told("2000"), ["a funds b, undated", "a funds b (from 1994), end not known"]);
  });
});

describe("a step", () => {
  it("says what is missing where nothing on it holds for certain", () => {
    assert.equal(
      step(ask("2000", ["a funds b", { tie: "b opposes a", start: "1994" }]).network),
      "a funds and is opposed by (from 1994) b, end not known",
    );
    assert.equal(
      step(ask("2000", ["a funds b", { tie: "a ally b", start: "1994", end: "2001" }]).network),
      "a funds and is allied with (1994 to 2001) b",
    );
  });

  it("says that friend became foe within a year", () => {
    const { network } = ask("1907", [
      { tie: "a ally b", start: "1904", end: "1907" },
      { tie: "a opposes b", start: "1907", end: "1910" },
    ]);
    assert.equal(step(network), "a is allied with and opposes b (changed within 1907)");
    assert.deepEqual(
      listTurnNotes(network, [0, 1], (relation) => describeRelation(network, relation)),
      [
        "Within 1907 this changed: a is allied with b (1904 to 1907), " +
          "then a opposes b (1907 to 1910).",
      ],
    );
    network.reasons = null;
    assert.deepEqual(listTurnNotes(network, [0, 1], String), []);
  });
});

describe("the relations at a date", () => {
  it("are counted in the words of Python", () => {
    const { network, states } = ask("2000", [
      "a funds b",
      { tie: "a ally b", start: "1994", end: "2001" },
      { tie: "a ally b", start: "2001" },
    ]);
    const mask = Uint8Array.from(network.relations, (_, i) => Number(states[i] > 0));
    assert.deepEqual([...mask], [1, 1, 0]);
    assert.equal(
      describeCount(
        2,
        countMayHold(mask, states),
        isAnyInDoubt(mask, network.reasons),
        "2000",
        "2000",
      ),
      "Of 2 relations, 1 certainly holds in 2000. " +
        "The other one may hold then: its start or end is not known.",
    );
    assert.equal(describeCount(1, 0, false, "1904", "1907"), "1 relation holds from 1904 to 1907.");
    assert.equal(describeCount(0, 0, false, "", "1907"), "No relation holds until 1907.");
  });

  it("are said to have a date in doubt where one has", () => {
    const { network } = ask("1855", [
      "a funds b",
      { tie: "a funds b", start: "185X", end: "1900" },
    ]);
    assert.equal(isAnyInDoubt(Uint8Array.of(1, 0), network.reasons), false);
    assert.equal(isAnyInDoubt(Uint8Array.of(1, 1), null), false);
    assert.equal(
      describeCount(2, 2, isAnyInDoubt(Uint8Array.of(1, 1), network.reasons), "1855", "1855"),
      "2 relations may hold in 1855, but not certainly: " +
        "their start or end is not known, or in doubt.",
    );
  });
});
