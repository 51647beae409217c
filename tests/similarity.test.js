import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  measureTextSimilarity,
  measureSimilarity,
} from "../explorer/page/assets/core/similarity.js";
import { spell } from "../explorer/page/assets/core/spellings.js";

function alike(query, name) {
  return measureSimilarity(spell(query, new Map()), spell(name, new Map()));
}

describe("the likeness of two texts", () => {
  it("is what they share in order", () => {
    // kitten and sitting share ittn: 5 of 13 letters come or go.
    assert.equal(measureTextSimilarity("kitten", "sitting"), 1 - 5 / 13);
    assert.equal(measureTextSimilarity("abc", "abc"), 1);
    assert.equal(measureTextSimilarity("abc", "xyz"), 0);
    assert.equal(measureTextSimilarity("ab", "ba"), 0.5);
    assert.equal(measureTextSimilarity("", "abc"), 0);
    assert.equal(measureTextSimilarity("", ""), 1);
  });
});

describe("texts of at most 32 characters", () => {
  it("are measured as longer ones are", () => {
    const words = [
      "",
      "a",
      "kitten",
      "sitting",
      "kalinouskiregiment",
      "nuoksilak",
      "ab".repeat(16),
    ];
    for (const one of words) {
      for (const other of words) {
        // An emoji at the end of both is one more character in common, and is not measured in bits.
        const total = one.length + other.length;
        const inBits = (measureTextSimilarity(one, other) * total) / 2;
        const inRows = (measureTextSimilarity(`${one}😀`, `${other}😀`) * (total + 2)) / 2;
        assert.ok(Math.abs((total ? inBits : 0) - (inRows - 1)) < 1e-9, `${one} ${other}`);
      }
    }
  });
});

describe("the likeness of a query to a name", () => {
  it("is the same where only near names are measured", () => {
    const names = ["Alexander Lukashenko", "Lukashenka", "Łuka", "😀 Lukashenko", "Nikolai"];
    for (const name of names) {
      const query = spell("lukashenko", new Map());
      const known = spell(name, new Map());
      const likeness = measureSimilarity(query, known, 0.75);
      const whole = measureSimilarity(query, known);
      assert.equal(likeness >= 0.75 ? likeness : 0, whole >= 0.75 ? whole : 0, name);
    }
  });

  it("is that to the whole name, or to as many words in a row as the query has", () => {
    assert.equal(alike("lukashenko", "Alexander Lukashenko"), 1);
    assert.equal(alike("second third", "First Second Third Fourth"), 1);
    assert.equal(alike("first third", "First Second Third"), 1 - 6 / 26);
    assert.equal(alike("ab cd ef", "abcdef"), 1);
  });

  it("is nothing when a word with a digit in it is not in the name", () => {
    assert.equal(alike("1st guards", "1st guards brigade"), 1);
    assert.equal(alike("1st guards", "11st guards brigade"), 0);
    assert.equal(alike("guards", "11st guards"), 1);
  });

  it("is nothing when there is nothing to compare", () => {
    assert.equal(alike("", "guards"), 0);
    assert.equal(alike("guards", ""), 0);
  });
});
