/** The id of a path, as Python makes it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatPathId } from "../explorer/page/assets/core/path_id.js";

/** @param {string[]} ids */
function idOf(...ids) {
  const relations = ids.map((id, source) => ({ id, source: source % 2 }));
  return formatPathId({ relations }, [
    { source: 0, target: 1, relations: relations.map((_, index) => index) },
  ]);
}

describe("the id of a path", () => {
  it("has the relations in the order of their ids, and marks what is followed backwards", () => {
    assert.equal(idOf("r2", "r1"), "path:~r1,r2");
  });
  it("writes signs of ids as in a web address", () => {
    assert.equal(
      idOf("a.b", "c", "~d", "e,f", "é!*'()"),
      "path:%7Ed,%C3%A9%21%2A%27%28%29,a%2Eb,~c,~e%2Cf",
    );
  });
  it("is empty for a path without a step", () => {
    assert.equal(formatPathId({ relations: [] }, []), "");
  });
  it("names the first of very many parallel relations", () => {
    const many = Array.from({ length: 50 }, (_, number) => `r${String(number).padStart(2, "0")}`);
    assert.equal(idOf(...many).split(",").length, 10);
  });
});
