import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeLabels } from "../explorer/page/assets/view/labels.js";

const PLATE = { width: 400, height: 300 };
const measure = (text) => 6 * text.length;
const boxOf = ({ actor: owner, x, y, r }) => ({
  ...{ x: x - r, y: y - r, width: 2 * r, height: 2 * r, owner },
});

function place(own, others, strong) {
  const mark = { ...own, text: "Ann", strong };
  return placeLabels([mark], measure, PLATE, [own, ...others].map(boxOf), 1)[0];
}

describe("a name", () => {
  const own = { actor: 0, x: 200, y: 150, r: 6 };
  // Below its mark there is room for it, right above another mark.
  const other = { actor: 1, x: 200, y: 184, r: 6 };

  it("is not above the mark of another, as if it were that one's", () => {
    assert.ok(place(own, [], true).y > own.y);
    assert.ok(place(own, [other], true).y < own.y);
    assert.ok(place(own, [{ ...other, y: 180 }], false).y < own.y);
  });

  it("has a line to its mark where it would seem another's anywhere beside that", () => {
    const around = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({
      actor: i + 1,
      x: own.x + 34 * Math.cos((i * Math.PI) / 4),
      y: own.y + 27 * Math.sin((i * Math.PI) / 4),
      r: 6,
    }));
    assert.ok(place(own, around, true).leader);
    assert.equal(place(own, around, false), undefined);
  });
});
