import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { redo, reset, startHistory, undo, visit } from "../explorer/page/assets/core/history.js";

const at = (actor) => ({ ...makeDefaultState(), actor });
const seen = ({ past, present, future }) =>
  [past, [present], future].map((states) => states.map(({ actor }) => actor).join(""));

describe("the history", () => {
  const abc = visit(visit(startHistory(at("a")), at("b")), at("c"));

  it("goes back and forward", () => {
    assert.deepEqual(seen(abc), ["ab", "c", ""]);
    assert.deepEqual(seen(undo(abc)), ["a", "b", "c"]);
    assert.deepEqual(seen(undo(undo(abc))), ["", "a", "bc"]);
    assert.deepEqual(redo(redo(undo(undo(abc)))), abc);
  });

  it("stops at both ends", () => {
    const first = startHistory(at("a"));
    assert.equal(undo(first), first);
    assert.equal(redo(abc), abc);
  });

  it("forgets what was undone when it goes elsewhere", () => {
    assert.deepEqual(seen(visit(undo(abc), at("d"))), ["ab", "d", ""]);
  });

  it("takes no step to what is already shown", () => {
    assert.equal(visit(abc, at("c")), abc);
  });

  it("can be reset, and that undone", () => {
    const back = reset(abc, at("a"));
    assert.deepEqual(seen(back), ["abc", "a", ""]);
    assert.deepEqual(seen(undo(back)), ["ab", "c", "a"]);
    assert.equal(reset(startHistory(at("a")), at("a")).past.length, 0);
  });

  it("keeps the last 200 states and changes none of them", () => {
    let history = startHistory(Object.freeze(at("start")));
    for (let step = 0; step < 300; step++) {
      history = visit(Object.freeze(history), Object.freeze(at(`s${step}`)));
    }
    assert.deepEqual(
      [history.past.length, history.past[0].actor, history.present.actor],
      [200, "s99", "s299"],
    );
  });
});
