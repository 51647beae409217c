import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { freePart } from "../explorer/page/assets/view/placing.js";

const WIDE = { width: 800, height: 600 };

describe("the part of a canvas that a card leaves free", () => {
  it("is all of it where there is none", () => {
    assert.deepEqual(freePart(WIDE, null), { left: 0, top: 0, width: 800, height: 600 });
  });

  it("is what is beside a card in a corner, where that is larger", () => {
    assert.deepEqual(freePart(WIDE, { left: 12, top: 200, right: 312 }), { left: 312, top: 0, width: 488, height: 600 });
    assert.deepEqual(freePart(WIDE, { left: 488, top: 200, right: 788 }), { left: 0, top: 0, width: 488, height: 600 });
  });

  it("is what is above a card that is low or wide", () => {
    assert.deepEqual(freePart(WIDE, { left: 12, top: 500, right: 312 }), { left: 0, top: 0, width: 800, height: 500 });
    assert.deepEqual(freePart(WIDE, { left: 0, top: 350, right: 800 }), { left: 0, top: 0, width: 800, height: 350 });
  });

  it("is never less than nothing", () => {
    assert.deepEqual(freePart(WIDE, { left: -20, top: -5, right: 900 }).height >= 0, true);
  });
});
