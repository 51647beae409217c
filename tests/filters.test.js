import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  makeDefaultFilters,
  maskRelations,
  maskActors,
} from "../explorer/page/assets/core/filters.js";
import { countBases, countTypes, countKinds } from "../explorer/page/assets/core/legend_counts.js";
import { tinyNetwork } from "./tiny_network.js";

/** Five relations: two of them dated, two rated, three with sources. */
const NETWORK = tinyNetwork({
  actors: ["a", { id: "b", kind: "person" }, "c", { id: "d", reference: [0] }],
  relations: [
    { tie: "a ally b", start: "2020", end: "2021", confidence: 0.9, reference: [0] },
    { tie: "a funds c", start: "2022-03", confidence: 0.4, reference: [0, 1] },
    { tie: "b funds c", reference: [0, 0] },
    { tie: "c borders a", reference: ["a book"] },
    { tie: "d ally c", end: "2019" },
  ],
  sources: [{ id: "s" }, { id: "t" }],
});

function kept(changes) {
  const mask = maskRelations(NETWORK, { ...makeDefaultFilters(), ...changes });
  return NETWORK.relations.map(({ index }) => index).filter((index) => mask[index]);
}

describe("the relations kept", () => {
  it("are all of them to begin with", () => {
    assert.deepEqual(kept({}), [0, 1, 2, 3, 4]);
  });

  it("are not of a hidden type, nor at a hidden kind of actor, nor at an actor left out", () => {
    assert.deepEqual(kept({ avoid: new Set(["ally", "borders"]) }), [1, 2]);
    assert.deepEqual(kept({ avoidKind: new Set(["person"]) }), [1, 3, 4]);
    assert.deepEqual(kept({ avoidActor: new Set(["c"]) }), [0]);
  });

  it("hold at the date, or have no dates at all", () => {
    assert.deepEqual(kept({ at: "2020" }), [0, 2, 3]);
    assert.deepEqual(kept({ at: "2022" }), [1, 2, 3]);
    assert.deepEqual(kept({ at: "2022-02" }), [2, 3]);
    assert.deepEqual(kept({ at: "2018" }), [2, 3, 4]);
  });

  it("are only those that hold for certain where that is asked, at a date", () => {
    assert.deepEqual(kept({ at: "2020", certain: true }), [0]);
    assert.deepEqual(kept({ certain: true }), [0, 1, 2, 3, 4]);
  });

  it("touch the span of the brush", () => {
    assert.deepEqual(kept({ from: "2021-06", to: "2022" }), [0, 1, 2, 3]);
    assert.deepEqual(kept({ from: "2022" }), [1, 2, 3]);
    assert.deepEqual(kept({ to: "2019" }), [2, 3, 4]);
    assert.deepEqual(kept({ from: "2021", to: "2022", at: "2022" }), [1, 2, 3]);
  });

  it("are claimed by those who are chosen, and rest on what is chosen", () => {
    const network = tinyNetwork({
      actors: ["a", "b", "c"],
      relations: [
        { tie: "a funds b", claimant: 2 },
        { tie: "a funds b", claimant: "c", basis: "alleged" },
        { tie: "a funds b", claimant: "two witnesses", basis: "alleged" },
        { tie: "b funds a", basis: "inferred" },
        "a ally c",
      ],
    });
    const select = (changes) => {
      const mask = maskRelations(network, { ...makeDefaultFilters(), ...changes });
      return [...mask.keys()].filter((index) => mask[index]);
    };
    assert.deepEqual([...network.claimantById.keys()], ["c", "two witnesses"]);
    assert.deepEqual(select({ accordingTo: new Set(["c"]) }), [0, 1]);
    assert.deepEqual(select({ accordingTo: new Set(["two witnesses"]) }), [2]);
    assert.deepEqual(select({ basis: new Set(["stated"]) }), [0, 4]);
    assert.deepEqual(select({ avoidBasis: new Set(["alleged"]) }), [0, 3, 4]);
    assert.deepEqual(select({ basis: new Set(["alleged"]), accordingTo: new Set(["c"]) }), [1]);
    assert.deepEqual(
      [...countBases(network, { ...makeDefaultFilters(), basis: new Set(["stated"]) })],
      [
        ["stated", 2],
        ["inferred", 1],
        ["alleged", 2],
      ],
    );
  });

  it("are not filtered by half a date, or by one in doubt", () => {
    assert.deepEqual(kept({ at: "20" }), [0, 1, 2, 3, 4]);
    assert.deepEqual(kept({ at: "2020~" }), [0, 1, 2, 3, 4]);
  });

  it("are as sure as asked for, or not rated", () => {
    assert.deepEqual(kept({ minConfidence: 0.4 }), [0, 1, 2, 3, 4]);
    assert.deepEqual(kept({ minConfidence: 0.5 }), [0, 2, 3, 4]);
    assert.deepEqual(kept({ minConfidence: 0.5, unrated: false }), [0]);
    assert.deepEqual(kept({ unrated: false }), [0, 1]);
  });

  it("have something else to rest on when one source is assumed wrong", () => {
    assert.deepEqual(kept({ withoutSource: "s" }), [1, 3, 4]);
    assert.deepEqual(kept({ withoutSource: "t" }), [0, 1, 2, 3, 4]);
  });
});

describe("the actors kept", () => {
  const visible = (changes) => {
    const filters = { ...makeDefaultFilters(), ...changes };
    return [...maskActors(NETWORK, filters, maskRelations(NETWORK, filters))];
  };

  it("are those of kinds that are shown, and not left out", () => {
    assert.deepEqual(visible({}), [1, 1, 1, 1]);
    assert.deepEqual(
      visible({ avoidKind: new Set(["person"]), avoidActor: new Set(["c"]) }),
      [1, 0, 0, 1],
    );
  });

  it("without dates all stay when time passes", () => {
    assert.deepEqual(visible({ at: "1800", certain: true }), [1, 1, 1, 1]);
  });

  it("may exist at the date, and take their relations with them", () => {
    const network = tinyNetwork({
      actors: [{ id: "a", start: "1990" }, { id: "b", end: "2000~" }, "c"],
      relations: ["a ally b", { tie: "b ally c", start: "1980" }, { tie: "a ally c", end: "2005" }],
    });
    const at = (date) => {
      const filters = { ...makeDefaultFilters(), at: date };
      const mask = maskRelations(network, filters);
      return [[...maskActors(network, filters, mask)], [...mask]];
    };
    assert.deepEqual(at("1985"), [
      [0, 1, 1],
      [0, 1, 0],
    ]);
    assert.deepEqual(at("2001"), [
      [1, 1, 1],
      [1, 1, 1],
    ]);
    assert.deepEqual(at("2002"), [
      [1, 0, 1],
      [0, 0, 1],
    ]);
  });

  it("stay without their only source while a relation still speaks of them", () => {
    assert.deepEqual(visible({ withoutSource: "s" }), [1, 1, 1, 1]);
    assert.deepEqual(visible({ withoutSource: "s", avoid: new Set(["ally"]) }), [1, 1, 1, 0]);
  });
});

describe("the counts of the legend", () => {
  it("follow all the other filters", () => {
    const filters = {
      ...makeDefaultFilters(),
      avoid: new Set(["funds"]),
      avoidKind: new Set(["person"]),
    };
    assert.deepEqual(
      [...countTypes(NETWORK, filters)],
      [
        ["ally", 1],
        ["opposes", 0],
        ["funds", 1],
        ["borders", 1],
      ],
    );
    assert.deepEqual(
      [...countKinds(NETWORK, { ...filters, avoidActor: new Set(["a"]) })],
      [
        ["person", 1],
        ["state", 2],
      ],
    );
  });
});
