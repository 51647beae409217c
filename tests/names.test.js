import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { suggestWhileTyping, resolve, search } from "../explorer/page/assets/core/names.js";
import { getSpellings, prepareSpellings } from "../explorer/page/assets/core/spellings.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: [
    { id: "lukashenko", name: "Alexander Lukashenko", aliases: ["Лукашенко", "Łukaszenka"] },
    { id: "kolya", name: "Nikolai Lukashenko" },
    { id: "guards-1", name: "1st Guards Brigade" },
    { id: "guards-11", name: "11th Guards Brigade" },
    { id: "regiment", name: "Kastuś Kalinoŭski Regiment", aliases: ["Kalinoŭski Battalion"] },
    { id: "Minsk", name: "City" },
    { id: "capital", name: "Minsk" },
    { id: "twin", name: "The Twin" },
    { id: "twin2", name: "Twin, the" },
    { id: "party", name: "People's Party" },
    { id: "person", name: "Alpha Beta", kind: "person" },
  ],
  fold: Object.fromEntries(
    [..."Лл"]
      .map((c) => [c, "l"])
      .concat([
        ["у", "u"],
        ["к", "k"],
        ["а", "a"],
        ["ш", "sh"],
        ["е", "e"],
        ["н", "n"],
        ["о", "o"],
        ["Ł", "l"],
        ["ł", "l"],
        ["ś", "s"],
        ["ŭ", "u"],
      ]),
  ),
});

function answer(query) {
  const { actor, candidates, suggestions, refused } = resolve(NETWORK, query);
  const ids = (actors) => actors.map(({ id }) => id);
  return {
    actor: actor?.id ?? null,
    candidates: ids(candidates),
    suggestions: ids(suggestions),
    refused,
  };
}

function takes(query, id) {
  assert.deepEqual(
    answer(query),
    { actor: id, candidates: [], suggestions: [], refused: false },
    query,
  );
}

function asks(query, candidates) {
  assert.deepEqual(
    answer(query),
    { actor: null, candidates, suggestions: [], refused: false },
    query,
  );
}

function suggests(query, suggestions) {
  assert.deepEqual(
    answer(query),
    { actor: null, candidates: [], suggestions, refused: false },
    query,
  );
}

describe("a name", () => {
  it("is an exact id before anything else", () => {
    takes("kolya", "kolya");
    takes("Minsk", "Minsk");
  });

  it("is an exact name or alias", () => {
    takes("Nikolai Lukashenko", "kolya");
    takes("Лукашенко", "lukashenko");
    takes("  Łukaszenka\n", "lukashenko");
  });

  it("is the same whatever its case, accents, script, spacing and order of words", () => {
    takes("LUKASZENKA", "lukashenko");
    takes("лукашенко", "lukashenko");
    takes("lukashenko alexander", "lukashenko");
    takes("Kalinouski-Battalion", "regiment");
    takes("1stGuards brigade", "guards-1");
    takes("peoples party", "party");
    takes("People’s Party", "party");
  });

  it("may be a part only where it is distinctive: a number and what it counts, a surname", () => {
    takes("11th guards", "guards-11");
    takes("beta", "person");
    for (const part of ["1st", "1st brigade", "brigade 1st"]) suggests(part, ["guards-1"]);
    for (const part of ["kalinouski", "Regiment", "Battalion", "Kastus Battalion"]) {
      suggests(part, ["regiment"]);
    }
    suggests("alpha", ["person"]);
  });

  it("may be the surname of an actor without a kind, if the name is listed as a person's", () => {
    const network = tinyNetwork({
      kinds: ["actor", "company"].map((id) => ({ id, label: id })),
      actors: [
        { id: "a", name: "Anna Vogel", kind: "actor" },
        { id: "b", name: "Baltic Fleet", kind: "actor" },
        { id: "c", name: "Thomas Cook", kind: "company" },
      ],
      surnames: { "Anna Vogel": "Vogel", "Thomas Cook": "Cook" },
    });
    const meant = ["vogel", "Anna", "Fleet", "Cook"].map((query) => resolve(network, query).actor);
    assert.deepEqual(
      meant.map((actor) => actor?.id),
      ["a", undefined, undefined, undefined],
    );
  });

  it("that several actors have is a question", () => {
    asks("guards", ["guards-1", "guards-11"]);
    asks("the twin", ["twin", "twin2"]);
  });

  it("decided at one stage is not asked about at the next", () => {
    // "lukashenko" folded is one actor's alias; as a whole word two actors have it.
    takes("LUKASHENKO", "lukashenko");
  });

  it("spelt exactly is preferred to the same in another case", () => {
    const network = tinyNetwork({
      actors: [
        { id: "x", name: "Twin" },
        { id: "y", name: "TWIN" },
        { id: "z", name: "Z", aliases: ["twin"] },
      ],
    });
    assert.deepEqual(
      ["Twin", "TWIN", "twin"].map((query) => resolve(network, query).actor.id),
      ["x", "y", "z"],
    );
    assert.deepEqual(
      resolve(network, "tWIN").candidates.map(({ id }) => id),
      ["x", "y", "z"],
    );
  });

  it("that is only near is never taken", () => {
    suggests("lukashenka", ["lukashenko", "kolya"]);
    // His whole name is another's alias and a word more.
    suggests("Nikolay Lukashenko", ["kolya", "lukashenko"]);
    suggests("minks", ["capital"]);
    suggests("zzz", []);
  });

  it("with another number is not near", () => {
    suggests("2nd Guards Brigade", []);
    suggests("1st Gards", ["guards-1"]);
    suggests("11st Guards", []);
  });

  it("may be empty, or nothing but signs", () => {
    for (const query of ["", "   ", "?!", "\u0000"]) suggests(query, []);
  });

  it("above 200 characters is taken only if it is an exact id or name", () => {
    const long = "y".repeat(201);
    const actors = [
      { id: long, name: "One" },
      { id: "two", name: `${long} z`, aliases: ["😀".repeat(300)] },
    ];
    const network = tinyNetwork({ actors });
    const found = (query) => resolve(network, query).actor?.id;
    assert.deepEqual([long, ` ${long} z`, "😀".repeat(300)].map(found), [long, "two", "two"]);
    assert.equal(resolve(network, `${long} Z`).refused, true);
    assert.deepEqual(
      search(network, `${long} z`).map(({ id }) => id),
      ["two"],
    );
    assert.equal(answer("x".repeat(200)).refused, false);
    assert.equal(answer("😀".repeat(200)).refused, false);
    const refusal = { actor: null, candidates: [], suggestions: [], refused: true };
    assert.deepEqual(answer("x".repeat(201)), refusal);
    assert.deepEqual(answer("😀".repeat(201)), refusal);
    assert.deepEqual(answer("lukashenko".repeat(100000)), refusal);
    takes(`${" ".repeat(300)}kolya`, "kolya");
  });
});

describe("three suggestions", () => {
  it("are the best, equal ones in row order", () => {
    const actors = ["alphaxy one", "alphxb", "alphxc", "alphxd", "alphxe"].map((name, index) => ({
      id: `n${index}`,
      name,
    }));
    const { suggestions } = resolve(tinyNetwork({ actors }), "alphax");
    // alphax, a word of the first, is 12/13 alike; each of the others 10/12.
    assert.deepEqual(
      suggestions.map(({ id }) => id),
      ["n0", "n1", "n2"],
    );
  });
});

describe("the list under a field", () => {
  const offered = (query, limit) => {
    const { actors, found } = suggestWhileTyping(NETWORK, query, limit);
    return [actors.map(({ id }) => id), found];
  };

  it("says how many hold the query, listed or not", () => {
    assert.deepEqual(offered("guards", 1), [["guards-1"], 2]);
    assert.deepEqual(offered("guards"), [["guards-1", "guards-11"], 2]);
    assert.deepEqual(offered(""), [[], 0]);
  });

  it("has what would be suggested behind what is found", () => {
    assert.deepEqual(offered("lukashenk o"), [["lukashenko", "kolya"], 2]);
    assert.deepEqual(offered("lukashenkko"), [["lukashenko", "kolya"], 0]);
    assert.deepEqual(offered("lukashenkko", 1), [["lukashenko"], 0]);
  });
});

describe("the search while typing", () => {
  const found = (query, limit) => search(NETWORK, query, limit).map(({ id }) => id);

  it("lists what is named, what begins so, words that begin so, what has it inside", () => {
    assert.deepEqual(found("Minsk"), ["Minsk", "capital"]);
    assert.deepEqual(found(" 1 "), ["guards-1", "guards-11"]);
    assert.deepEqual(found("lukash"), ["lukashenko", "kolya"]);
    assert.deepEqual(found("gu br"), ["guards-1", "guards-11"]);
    assert.deepEqual(found("alin"), ["regiment"]);
    assert.deepEqual(found("т"), []);
  });

  it("lists shorter names first among those it finds in the same way", () => {
    const names = ["Vilnius Talks of 2021", "Vilnius", "New Vilnius Forum", "New Vilnius"];
    const actors = names.map((name, index) => ({ id: `n${index}`, name }));
    const ids = search(tinyNetwork({ actors }), "viln").map(({ id }) => id);
    assert.deepEqual(ids, ["n1", "n0", "n3", "n2"]);
  });

  it("gives as many as asked for", () => {
    assert.deepEqual(found("guards", 1), ["guards-1"]);
    assert.deepEqual(found(""), []);
    assert.deepEqual(found("--"), []);
    assert.deepEqual(found("g".repeat(201)), []);
  });
});

describe("what is confused with an actor", () => {
  const read = (name) =>
    JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8"));
  const tables = { fold: read("fold.json"), ...read("name_parts.json") };
  for (const { about, actors, queries } of read("confusions.json")) {
    it(`is told apart: ${about}`, () => {
      const network = tinyNetwork({
        actors: actors.map((actor) => ({ ...actor, kind: "person" })),
        ...tables,
      });
      const answers = queries.map(({ query }) => ({
        query,
        actor: resolve(network, query).actor?.id ?? null,
      }));
      assert.deepEqual(answers, queries);
    });
  }
});

describe("names that are folded ahead", () => {
  it("are folded some at a time, once each", () => {
    const network = tinyNetwork({ actors: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    assert.equal(prepareSpellings(network, 2), false);
    assert.equal(prepareSpellings(network, 2), true);
    assert.equal(getSpellings(network).length, 3);
    assert.equal(resolve(network, "C").actor.id, "c");
  });
});
