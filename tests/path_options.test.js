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
      directed: false,
      length: 2,
      path_count: 2,
      cut_short: true,
      positive_count: 1,
      negative_count: 1,
      mixed_count: 0,
      influence_count: 1,
      types_without_influence: ["borders"],
      notes: [
        "The first path is not negative; the other path of this length is negative.",
        "Stands on no source.",
        "The weakest is step 1; it has a confidence of 0.4 and rests on no source.",
        "Step 1 is undated.",
        "1 other path of 2 steps, with a step of borders alone.",
      ],
      paths: [
        {
          actors: ["pl", "minsk", "vno"],
          relations: [["r0"], ["r1"]],
          sentence: "Poland is allied with Minsk; Minsk funds Vilnius.",
          sign: "+",
          voice_count: 0,
          weakest_step: 1,
          weakest_confidence: 0.4,
          weakest_voice_count: 0,
          contested_steps: [],
          alleged_steps: [],
          undated_steps: [1],
          uncertain_steps: [],
          steps_without_influence: [],
          types_without_influence: [],
          falls_without: [],
          notes: [
            "Stands on no source.",
            "The weakest is step 1; it has a confidence of 0.4 and rests on no source.",
            "Step 1 is undated.",
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
    assert.deepEqual(walked({ certain: true, unrated: false }), [BY_MINSK, BY_KYIV]);
    assert.deepEqual(walked({ min_confidence: 0.5 }), [BY_KYIV]);
    assert.deepEqual(walked({ min_confidence: 0.5, unrated: false }), []);
    assert.deepEqual(walked({ directed: true, avoid: ["borders"] }), [BY_MINSK]);
  });

  it("follows the page's filters too", () => {
    assert.deepEqual(walked({}, { avoid: new Set(["funds"]) }), [BY_KYIV]);
    assert.deepEqual(walked({ at: "2021" }, { at: "2022" }), [BY_MINSK]);
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
