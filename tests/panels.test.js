import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { PANELS, choosePanel } from "../explorer/page/assets/core/panels.js";
import { BUILDERS } from "../explorer/page/assets/view/panels.js";

const shown = (changes) => choosePanel({ ...makeDefaultState(), ...changes });

describe("the panel that a state shows", () => {
  it("tells of what is chosen", () => {
    assert.equal(shown({}), "details");
    assert.equal(shown({ path: ["a", "b"] }), "path");
    assert.equal(shown({ path: ["a", "b"], actor: "a" }), "details");
    assert.equal(shown({ path: ["a", "b"], relation: "r" }), "details");
  });

  it("is the one that the reader turned to", () => {
    assert.equal(shown({ panel: "about", path: ["a", "b"] }), "about");
  });

  it("has a file that draws it", () => {
    assert.deepEqual(Object.keys(BUILDERS), PANELS);
  });
});
