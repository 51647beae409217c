/** Voices that are no declared source, in the words of Python. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { describeOthers } from "../explorer/page/assets/core/voices.js";

it("voices that are no declared source are named", () => {
  const voices = new Set(["source a", "host example.org", "text A letter."]);
  const told = "Voices that are no declared source: example.org; A letter.";
  assert.equal(describeOthers(voices), told);
  assert.equal(describeOthers(new Set(["source a"])), "");
  const many = new Set(Array.from({ length: 22 }, (_, i) => `text ${i}`));
  assert.match(describeOthers(many), /; 19; and 2 more\.$/);
});
