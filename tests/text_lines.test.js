import assert from "node:assert/strict";
import test from "node:test";

import { breakLines } from "../explorer/page/assets/view/text_lines.js";

/** @param {string} text */
const measure = (text) => text.length;

test("words stay whole where they fit", () => {
  assert.deepEqual(breakLines("one two  three", 7, measure), ["one two", "three"]);
});

test("a word wider than a line is broken inside", () => {
  assert.deepEqual(breakLines("a 123456 b", 4, measure), ["a", "1234", "56 b"]);
});

test("nothing is no line, and a letter always has one", () => {
  assert.deepEqual(breakLines(" ", 4, measure), []);
  assert.deepEqual(breakLines("ab", 0, measure), ["a", "b"]);
});
