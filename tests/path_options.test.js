import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { findPathsByName } from "../explorer/page/assets/core/paths_by_name.js";
import { tinyNetwork } from "./tiny_network.js";

/**
 * From Poland to Vilnius in two steps by way of Minsk or of Kyiv, and in three by way of Ms Novak.
 */
const NETWORK = tinyNetwork({
  actors: [
    { id: "pl", name: "Poland" },
    { id: "minsk", name: "Minsk" },
    { id: "kyiv", name: "Kyiv" },
    { id: "vno", name: "Vilnius" },
    { id: "novak", name: "Ms Novak", kind: "person" },
    { id: "kyiv2", name: "New Kyiv" },
  ],
  relations: [
    { tie: "pl ally minsk", confidence: 0.4 },
    { tie: "minsk funds vno", start: "2020", end: "2021" },
    { tie: "pl borders kyiv", confidence: 0.9 },
    { tie: "kyiv opposes vno", start: "2022" },
    "minsk ally novak",
    "novak ally vno",
  ],
});

const ask = (options, filters = {}) =>
  findPathsByName(NETWORK, { ...makeDefaultFilters(), ...filters }, "Poland", "Vilnius", options);
const walked = (options, filters) =>
  ask(options, filters).paths.map(({ actors }) => actors.join(" "));
const BY_MINSK = "pl minsk vno";
const BY_KYIV = "pl kyiv vno";

describe("the answer to a question", () => {
  it("has the fields of the other faces", () => {
    assert.deepEqual(ask({ limit: 1 }), {
      source: "pl",
      target: "vno",
      through: [],
      directed: false,
      by: "steps",
      k: null,
      max_length: null,
      hubs: true,
      together: false,
      in_order: false,
      length: 2,
      path_count: 2,
      is_least: false,
      is_bounded: false,
      cut_short: true,
      positive_count: 1,
      negative_count: 1,
      mixed_count: 0,
      influence_count: 1,
      types_without_influence: ["borders"],
      notes: [
        "The first path is not negative; the other path of this length is negative. " +
          "A path is negative if an odd number of its steps are tensions.",
        "Stands on no source.",
        "The weakest is step 1; it has a confidence of 0.4 and rests on no source.",
        "Step 1 is undated.",
        "All steps may hold at the same time: 2020 to 2021.",
        "1 other path of 2 steps, with a step of borders alone.",
      ],
      paths: [
        {
          id: "path:r0.r1",
          actors: ["pl", "minsk", "vno"],
          relations: [["r0"], ["r1"]],
          sentence: "Poland is allied with Minsk; Minsk funds Vilnius (2020 to 2021).",
          sign: "+",
          confidence: 0.2,
          step_confidences: [0.4, 0.5],
          unrated_steps: [2],
          combined_steps: [],
          voice_count: 0,
          least_voice_count: 0,
          weakest_step: 1,
          weakest_confidence: 0.4,
          weakest_voice_count: 0,
          contested_steps: [],
          alleged_steps: [],
          inferred_steps: [],
          negative_steps: [],
          mixed_steps: [],
          shared_opponents: [],
          undated_steps: [1],
          startless_steps: [],
          joint_time: { times: [{ from: "2020", to: "2021" }], gap: null },
          uncertain_steps: [],
          steps_without_influence: [],
          types_without_influence: [],
          falls_without: [],
          notes: [
            "Stands on no source.",
            "The weakest is step 1; it has a confidence of 0.4 and rests on no source.",
            "Step 1 is undated.",
            "All steps may hold at the same time: 2020 to 2021.",
          ],
        },
      ],
    });
  });

  it("follows every filter of the engine", () => {
    assert.deepEqual(walked(), [BY_MINSK, BY_KYIV]);
    assert.deepEqual(walked({ avoid: ["borders"] }), [BY_MINSK]);
    assert.deepEqual(walked({ avoid: "borders" }), [BY_MINSK]);
    assert.deepEqual(walked({ only: ["borders", "opposes"] }), [BY_KYIV]);
    assert.deepEqual(walked({ avoid_actor: ["Minsk"] }), [BY_KYIV]);
    assert.deepEqual(walked({ avoid_actor: ["minsk", "Kyiv"] }), []);
    assert.deepEqual(walked({ kind: ["state"], avoid_actor: "kyiv", at: "2023" }), []);
    assert.deepEqual(walked({ avoid_actor: "kyiv", at: "2023" }), ["pl minsk novak vno"]);
    assert.deepEqual(walked({ only_actor: ["Poland", "Kyiv", "vno"] }), [BY_KYIV]);
    assert.deepEqual(
      walked({ only_actor: ["Poland", "Minsk", "Ms Novak", "vno"], avoid: "funds" }),
      ["pl minsk novak vno"],
    );
    assert.throws(
      () => walked({ only_actor: "Minsk" }),
      /^Error: actor: 'Poland' is left out by the filters/,
    );
    assert.deepEqual(walked({ at: "2021-05" }), [BY_MINSK]);
    assert.deepEqual(walked({ at: 2022 }), [BY_KYIV]);
    assert.deepEqual(walked({ at: "2022", certain: true }), []);
    assert.deepEqual(walked({ min_confidence: 0.5 }), [BY_KYIV]);
    assert.deepEqual(walked({ min_confidence: 0.5, unrated: false }), []);
    assert.deepEqual(walked({ directed: true, avoid: ["borders"] }), [BY_MINSK]);
  });

  it("follows the page's filters too", () => {
    assert.deepEqual(walked({}, { avoid: new Set(["funds"]) }), [BY_KYIV]);
    assert.deepEqual(walked({ at: "2021" }, { at: "2022" }), [BY_MINSK]);
  });
});

/** Four rows between the same two actors: who says each, and on what it rests. */
const CLAIMED = tinyNetwork({
  actors: [
    { id: "a", name: "Ann Ek" },
    { id: "b", name: "Bo" },
    { id: "c", name: "Cy" },
  ],
  relations: [
    { tie: "a funds b", claimant: 2 },
    { tie: "a ally b", claimant: "Two witnesses", basis: "alleged" },
    { tie: "a opposes b", claimant: 0, basis: "inferred" },
    { tie: "a borders b" },
  ],
});
const claimed = (options, filters = {}) =>
  findPathsByName(
    CLAIMED,
    { ...makeDefaultFilters(), ...filters },
    "a",
    "b",
    options,
  ).paths.flatMap(({ relations }) => relations.flat());

describe("who says so", () => {
  it("selects relations as in Python", () => {
    assert.deepEqual(claimed({ according_to: "Cy" }), ["r0"]);
    assert.deepEqual(claimed({ according_to: ["ann ek", "two WITNESSES"] }), ["r1", "r2"]);
    assert.deepEqual(claimed({ basis: ["inferred", "alleged"] }), ["r1", "r2"]);
    assert.deepEqual(claimed({ avoid_basis: "inferred" }), ["r0", "r1", "r3"]);
    assert.deepEqual(claimed({ according_to: "a", basis: "stated" }), []);
  });

  it("selects beside the page's filters", () => {
    const filters = { accordingTo: new Set(["a", "c"]), avoidBasis: new Set(["inferred"]) };
    assert.deepEqual(claimed({}, filters), ["r0"]);
    assert.deepEqual(claimed({ according_to: "Ann Ek" }, filters), []);
    assert.deepEqual(claimed({ basis: "alleged" }, filters), []);
  });

  it("is refused where nobody and nothing is meant", () => {
    const refused = (options, message) => assert.throws(() => claimed(options), { message });
    refused(
      { according_to: "Bo" },
      "according_to: no relation is according to 'Bo'. There are: Two witnesses, a, c.",
    );
    refused({ basis: "aleged" }, "basis: 'aleged' is not a basis. Did you mean 'alleged'?");
    refused(
      { avoid_basis: "x" },
      "avoid_basis: 'x' is not a basis. There are: stated, inferred, alleged.",
    );
  });
});

describe("an answer without a path", () => {
  it("says why, as data", () => {
    assert.deepEqual(ask({ only: ["ally", "opposes"], kind: "state" }).why, {
      obstacle: "filter",
      without: [{ name: "only", arguments: ["ally", "opposes"] }],
      actors: ["pl", "minsk", "vno"],
      relations: [["r0"], ["r1"]],
      times: null,
      sentence:
        "Without keeping only ally or opposes there is a path of 2 steps: " +
        "Poland is allied with Minsk; Minsk funds Vilnius (2020 to 2021).",
    });
    const { why } = ask({ at: "1990", certain: true, avoid: ["ally", "borders"] });
    assert.equal(why.obstacle, "filters");
    assert.deepEqual(why.without, [
      { name: "at", arguments: ["1990"], certain: true },
      { name: "avoid", arguments: ["ally"] },
      { name: "avoid", arguments: ["borders"] },
    ]);
    assert.deepEqual(
      ["New Kyiv"].map(
        (to) => findPathsByName(NETWORK, makeDefaultFilters(), "pl", to).why.sentence,
      ),
      ["They are in separate parts of the network."],
    );
    assert.equal("why" in ask(), false);
  });

  it("names each option that stands in the way", () => {
    const named = (options) => ask(options).why.without.map(({ name }) => name);
    const away = { avoid_actor: ["kyiv", "novak"] };
    assert.deepEqual(named({ ...away, avoid: ["ally"] }), ["avoid"]);
    assert.deepEqual(named({ only_actor: ["pl", "vno"] }), ["only_actor"]);
    assert.deepEqual(ask({ only_actor: ["pl", "vno"] }).why.without[0].arguments, ["pl", "vno"]);
    assert.deepEqual(named({ kind: "state", avoid_actor: ["minsk", "kyiv"] }), ["avoid_actor"]);
    assert.deepEqual(named({ basis: "alleged" }), ["basis"]);
  });
});

describe("a question is refused", () => {
  const refusals = [
    [{ kindz: ["state"] }, "kindz: there is no such option. Did you mean 'kind'?"],
    [{ avoid: ["bordrs"] }, "avoid: 'bordrs' is not a relation type here. Did you mean 'borders'?"],
    [
      { only: "zzz" },
      "only: 'zzz' is not a relation type here. Known: ally, opposes, funds, borders.",
    ],
    [{ only: [5] }, "only: 5 is not a text. Give one, or a list of them."],
    [{ kind: ["persn"] }, "kind: no actor is of the kind 'persn'. Did you mean 'person'?"],
    [{ at: "44 BC" }, /^at: '44 BC' is not a date: years before 1 .* Write -43\.$/],
    [{ min_confidence: 2 }, /^min_confidence: 2 is not a confidence\. Write 0 to 1, a percentage/],
    [{ min_confidence: "F6" }, /^min_confidence: 'F6' is not a confidence\./],
    [{ min_confidence: true }, /^min_confidence: true is not a confidence\./],
    [{ directed: "no" }, "directed: 'no' is neither true nor false."],
    [{ certain: true }, "certain: needs at, from or to."],
    [{ unrated: false }, "unrated: needs min_confidence."],
    [{ from: "2022", to: "2021-12" }, "to: 2021-12 is before 2022. Swap the two dates."],
    [{ limit: 0 }, "limit: must be 1 or more, not 0."],
    [{ limit: "3" }, "limit: '3' is not a whole number. Give 1 or more."],
    [{ avoid_actor: ["Polnd"] }, "'Polnd' names no actor. Did you mean 'pl' (Poland)?"],
    [{ avoid_actor: "Poland" }, "actor: 'Poland' is left out by the filters."],
    [{ kind: ["person"] }, "actor: 'Poland' is left out by the filters."],
    [{ toString: 1 }, /^toString: there is no such option\./],
    ["directed", /^options: 'directed' is not an object/],
  ];
  for (const [options, message] of refusals) {
    it(`as ${JSON.stringify(options)}`, () =>
      assert.throws(() => ask(options), { name: "Error", message }));
  }

  it("for a name that is not one actor's", () => {
    assert.throws(() => findPathsByName(NETWORK, makeDefaultFilters(), "Atlantis", "pl"), {
      message: "'Atlantis' names no actor. No actor has a name near it.",
    });
    assert.throws(() => findPathsByName(NETWORK, makeDefaultFilters(), 5, "pl"), {
      message: "actor: 5 is not a name.",
    });
    assert.throws(() => findPathsByName(NETWORK, makeDefaultFilters(), "x".repeat(201), "pl"), {
      message: /^A name of 201 characters names no actor\. Give at most 200, or the exact id/,
    });
    const twins = tinyNetwork({
      actors: [
        { id: "a", name: "Twin" },
        { id: "b", name: "Twin" },
      ],
    });
    assert.throws(() => findPathsByName(twins, makeDefaultFilters(), "Twin", "a"), {
      message: "'Twin' names 2 actors: 'a' (Twin) or 'b' (Twin). Give the id.",
    });
  });
});
