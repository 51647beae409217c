import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  findLeader,
  listLeaderBoxes,
  measureGap,
} from "../explorer/page/assets/view/label_leaders.js";
import { placeLabels } from "../explorer/page/assets/view/labels.js";

const PLATE = { width: 200, height: 200 };
const measure = (text) => 6 * text.length;
const markOf = (actor, x, y, strong = true) => ({
  actor,
  x,
  y,
  r: 5,
  text: `Name ${actor}`,
  strong,
});
const boxOf = ({ actor, x, y, r }, weight = 1) => {
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r, owner: actor, weight };
};

describe("names away from their marks", () => {
  it("are joined to them by a line from edge to name", () => {
    const mark = { x: 100, y: 100, r: 5 };
    assert.equal(measureGap({ x: 90, y: 109, width: 20, height: 10 }, mark), 4);
    assert.equal(findLeader({ x: 90, y: 109, width: 20, height: 10 }, mark), null);
    assert.deepEqual(findLeader({ x: 90, y: 125, width: 20, height: 10 }, mark), {
      from: { x: 100, y: 105 },
      to: { x: 100, y: 123 },
    });
  });

  it("leave a crowd where they would cover much of it", () => {
    const hub = markOf(0, 150, 150);
    const crowd = Array.from({ length: 121 }, (_, i) =>
      markOf(i + 1, 100 + 10 * (i % 11), 100 + 10 * Math.floor(i / 11)),
    );
    const plate = { width: 300, height: 300 };
    const [label] = placeLabels([hub], measure, plate, [hub, ...crowd].map(boxOf), 1);
    const isClear = label.y > 205 || label.y + label.height < 95 || label.x > 205;
    assert.ok(isClear || label.x + label.width < 95);
    assert.notEqual(label.leader, null);
  });

  it("have lines that no name covers", () => {
    const boxes = listLeaderBoxes({ from: { x: 0, y: 0 }, to: { x: 0, y: 40 } });
    assert.equal(boxes.length, 5);
    assert.ok(boxes.every(({ x, width }) => x < 0 && x + width > 0));
    assert.deepEqual(listLeaderBoxes(null), []);
  });

  it("are rather near their own mark than near another", () => {
    const [own, above] = [markOf(1, 100, 100), markOf(2, 100, 122)];
    const [label] = placeLabels(
      [own],
      measure,
      PLATE,
      [own, above].map((each) => boxOf(each)),
      1,
    );
    assert.ok(label.y < own.y);
    assert.equal(label.leader, null);
  });

  it("cover small marks rather than one of the largest", () => {
    const own = markOf(1, 100, 100);
    const crowd = [];
    for (let x = 20; x <= 180; x += 16) {
      for (let y = 20; y <= 180; y += 16) crowd.push(markOf(crowd.length + 2, x, y, false));
    }
    const large = crowd.filter(({ y }) => y < 100);
    const taken = [boxOf(own), ...crowd.map((each) => boxOf(each, large.includes(each) ? 5 : 1))];
    const [label] = placeLabels([own], measure, PLATE, taken, 1);
    assert.ok(label.y > 90);
  });

  it("have no line where they are no actor's", () => {
    const crowd = { actor: -2, x: 100, y: 100, r: 0, text: "Around A", strong: true };
    const taken = [{ x: 60, y: 70, width: 80, height: 60, owner: 9 }];
    const [label] = placeLabels([crowd], measure, PLATE, taken, 1);
    assert.equal(label.leader, null);
  });
});
