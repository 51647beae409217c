import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countCrossings, listStrongLines } from "../explorer/page/assets/view/label_lines.js";
import { placeLabels } from "../explorer/page/assets/view/labels.js";

const BOX = { x: 10, y: 10, width: 40, height: 10 };

describe("lines through names", () => {
  it("are counted where they run through the box, and no farther than asked", () => {
    const count = (...lines) => countCrossings(BOX, Float32Array.from(lines), 9);
    assert.equal(count(0, 0, 60, 30), 1);
    assert.equal(count(0, 15, 9, 15), 0);
    assert.equal(count(0, 12, 14, 0), 0); // beside the corner
    assert.equal(count(30, 12, 31, 13), 1); // within
    const many = Float32Array.from(Array.from({ length: 5 }, () => [0, 0, 60, 30]).flat());
    assert.deepEqual([countCrossings(BOX, many, 9), countCrossings(BOX, many, 3)], [5, 3]);
  });

  it("count where they have a sign, unless they are many", () => {
    const theme = { pairs: { neutral: "grey" } };
    const relations = Array.from({ length: 400 }, () => ({ source: 0, target: 1 }));
    const list = (size, colour) =>
      listStrongLines({
        lines: new Map(Array.from({ length: size }, (_, i) => [i, { colour }])),
        network: { relations },
        theme,
        place: (actor) => ({ x: actor, y: 2 * actor, r: 1 }),
      });
    assert.deepEqual([...list(1, "red")], [0, 0, 1, 2]);
    assert.equal(list(1, "grey").length, 0);
    assert.equal(list(400, "red").length, 0);
  });

  it("make names stand elsewhere", () => {
    const mark = { actor: 0, x: 100, y: 100, r: 5, text: "Name", strong: false };
    const place = (...ends) => {
      const plate = { width: 200, height: 200, lines: Float32Array.from(ends) };
      return placeLabels([mark], (text) => 6 * text.length, plate, [], 1)[0];
    };
    assert.ok(place().y > 100);
    assert.ok(place(100, 100, 100, 200).y < 100);
  });
});
