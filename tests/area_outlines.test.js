import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { outlineAreas } from "../explorer/page/assets/core/area_outlines.js";
import { drawRings } from "../explorer/page/assets/core/rings.js";

const CASES = JSON.parse(readFileSync(new URL("cases/areas.json", import.meta.url), "utf8"));

/** @param {string} d */
const readNumbers = (d) => (d.match(/-?[\d.]+/g) ?? []).map(Number);

describe("areas of communities", () => {
  for (const { marks, lines, count, areas } of CASES) {
    it(`of ${marks.length} marks are those that Python outlines`, () => {
      const circles = marks.map(([x, y, r, community]) => ({ x, y, r, community }));
      const drawn = outlineAreas(circles, lines, count).map(drawRings);
      assert.equal(drawn.length, areas.length);
      drawn.forEach((d, i) => {
        assert.equal(d.replace(/-?[\d.]+/g, ""), areas[i].replace(/-?[\d.]+/g, ""));
        const [mine, theirs] = [readNumbers(d), readNumbers(areas[i])];
        mine.forEach((number, at) => assert.ok(Math.abs(number - theirs[at]) < 0.11));
      });
    });
  }

  it("are none where nothing is drawn", () => {
    assert.deepEqual(outlineAreas([], [], 2), [[], []]);
  });
});
