/** Dates and confidences that are asked for: test_asked_words.py answers the same cases. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parseConfidence } from "../explorer/page/assets/core/confidence.js";
import { describeWrongDate } from "../explorer/page/assets/core/date_advice.js";
import { isAskedDate } from "../explorer/page/assets/core/dates.js";

const CASES = JSON.parse(readFileSync(new URL("./cases/asked.json", import.meta.url), "utf8"));

describe("what is asked for", () => {
  it("is a date, or it is said why not", () => {
    for (const [text, said] of CASES.dates) {
      assert.equal(isAskedDate(text), false, text);
      assert.equal(describeWrongDate(text, `'${text}'`), said);
    }
  });

  it("is a confidence as a cell says it", () => {
    for (const [text, share] of CASES.confidences) assert.equal(parseConfidence(text), share, text);
  });
});
