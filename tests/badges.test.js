import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeLineBadges } from "../explorer/page/assets/view/badges.js";

const MARKS = [
  { x: 0, y: 0, r: 5 },
  { x: 200, y: 0, r: 5 },
  { x: 100, y: 4, r: 8 },
];

function place(edge, enlarged) {
  const plate = {
    network: { relations: [{ change: "same" }], actors: MARKS },
    claims: ["contested"],
    place: (actor) => MARKS[actor],
    enlarged,
  };
  const middle = { x: 100, y: 0 };
  const [badge] = makeLineBadges(plate, [{ relation: 0, middle, colour: "red", ...edge }]);
  return badge;
}

describe("the sign of a contested relation", () => {
  it("covers no actor, as long as its line is straight", () => {
    assert.deepEqual([place({ ends: [MARKS[0], MARKS[1]] }).x, place({ ends: null }).x], [80, 100]);
  });

  it("is farther from actors where it is larger", () => {
    assert.equal(place({ ends: [MARKS[0], MARKS[1]] }, 3).x, 60);
  });
});
