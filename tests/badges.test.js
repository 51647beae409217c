import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeLineBadges } from "../explorer/page/assets/view/badges.js";

const MARKS = [
  { x: 0, y: 0, r: 5 },
  { x: 200, y: 0, r: 5 },
  { x: 100, y: 4, r: 8 },
  { x: 0, y: 22, r: 5 },
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

  it("stands beside a line that is too short for it", () => {
    const { x, y } = place({ ends: [MARKS[0], MARKS[3]], middle: { x: 0, y: 11 } });
    assert.deepEqual([x, y], [-8, 11]);
  });

  it("is one for relations whose lines are side by side, and one each for others", () => {
    const relations = [
      { source: 0, target: 1 },
      { source: 1, target: 0 },
    ].map((ends) => ({
      ...ends,
      change: "same",
    }));
    const claims = ["contested", "contested"];
    const plate = { network: { relations, actors: MARKS }, claims, place: (i) => MARKS[i] };
    const count = (y) =>
      makeLineBadges(plate, [
        { relation: 0, middle: { x: 100, y: 40 }, ends: null, colour: "red" },
        { relation: 1, middle: { x: 100, y }, ends: null, colour: "red" },
      ]).length;
    assert.deepEqual([count(52), count(60)], [1, 2]);
  });
});
