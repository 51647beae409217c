import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { limitByAreas, showAreas } from "../explorer/page/assets/view/camera_areas.js";

const size = { width: 200, height: 100 };
const canvas = { size: () => size, note: () => 0 };
const never = () => false;

describe("areas", () => {
  it("are not cut off where the other side has room", () => {
    const areas = { x: -60, y: -58, width: 120, height: 80 };
    const camera = showAreas(canvas, areas, { x: 0, y: 0, scale: 1 }, never);
    assert.deepEqual(camera, { x: 0, y: -12, scale: 1 });
  });

  it("are a little smaller where an actor would be hidden else", () => {
    const areas = { x: -60, y: -58, width: 120, height: 80 };
    const camera = { x: 0, y: 0, scale: 1 };
    const hides = ({ scale }) => scale > 0.95;
    assert.equal(showAreas(canvas, areas, camera, hides).scale, 0.94);
    assert.equal(
      showAreas(canvas, areas, camera, () => true),
      camera,
    );
  });

  it("limit the scale", () => {
    assert.equal(limitByAreas({ x: 0, y: 0, width: 96, height: 46 }, size), 2);
    assert.equal(limitByAreas(null, size), Infinity);
  });
});
