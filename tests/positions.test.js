import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  fitCameraBeside,
  findFreePart,
  keepInSight,
} from "../explorer/page/assets/view/camera_fit.js";
import { separateMarks } from "../explorer/page/assets/view/marks_apart.js";
import { boundPosition, fitPositions } from "../explorer/page/assets/view/positions.js";
import { seededNumbers } from "./tiny_network.js";

const WIDE = { width: 800, height: 600 };

describe("the part of a canvas that a card leaves free", () => {
  it("is all of it where there is none", () => {
    assert.deepEqual(findFreePart(WIDE, null), { left: 0, top: 0, width: 800, height: 600 });
  });

  it("is what is beside a card in a corner, where that is larger", () => {
    assert.deepEqual(findFreePart(WIDE, { left: 12, top: 200, right: 312 }), {
      left: 312,
      top: 0,
      width: 488,
      height: 600,
    });
    assert.deepEqual(findFreePart(WIDE, { left: 488, top: 200, right: 788 }), {
      left: 0,
      top: 0,
      width: 488,
      height: 600,
    });
  });

  it("is what is above a card that is low or wide", () => {
    assert.deepEqual(findFreePart(WIDE, { left: 12, top: 500, right: 312 }), {
      left: 0,
      top: 0,
      width: 800,
      height: 500,
    });
    assert.deepEqual(findFreePart(WIDE, { left: 0, top: 350, right: 800 }), {
      left: 0,
      top: 0,
      width: 800,
      height: 350,
    });
  });

  it("is never less than nothing", () => {
    assert.deepEqual(findFreePart(WIDE, { left: -20, top: -5, right: 900 }).height >= 0, true);
  });
});

describe("the camera that keeps clear of a card", () => {
  const card = { left: 12, top: 250, right: 360 };
  const place = ({ x, y }, camera) => ({
    x: (x - camera.x) * camera.scale + WIDE.width / 2,
    y: (y - camera.y) * camera.scale + WIDE.height / 2,
  });
  const scales = { least: 0, most: 3 };

  it("shows all in the middle where there is none", () => {
    const camera = fitCameraBeside(
      [
        { x: -100, y: -50 },
        { x: 100, y: 50 },
      ],
      WIDE,
      null,
      scales,
    );
    assert.deepEqual([camera.x, camera.y], [0, 0]);
  });

  it("hides nobody behind it, whatever the shape", () => {
    const random = seededNumbers(3);
    for (let round = 0; round < 200; round++) {
      const [w, h] = [20 + random(900), 20 + random(900)];
      const points = Array.from({ length: 1 + random(40) }, () => ({ x: random(w), y: random(h) }));
      const camera = fitCameraBeside(points, WIDE, card, scales);
      for (const point of points) {
        const { x, y } = place(point, camera);
        assert.ok(x >= 0 && x <= WIDE.width && y >= 0 && y <= WIDE.height, "in sight");
        assert.ok(y < card.top || x > card.right, "not behind the card");
      }
    }
  });

  it("uses the corners that the card leaves", () => {
    const points = [
      { x: 0, y: 0 },
      { x: 700, y: 0 },
      { x: 700, y: 500 },
    ];
    const beside = fitCameraBeside([...points, { x: 0, y: 500 }], WIDE, card, scales);
    assert.ok(fitCameraBeside(points, WIDE, card, scales).scale > 1.3 * beside.scale);
  });
});

describe("the camera that keeps the chosen one in sight", () => {
  const camera = { x: 0, y: 0, scale: 2 };

  it("stays where it is in sight anyway", () => {
    assert.equal(keepInSight(camera, { x: 150, y: -100 }, WIDE, null), camera);
  });

  it("goes there where it is not, or too near the edge, and no nearer", () => {
    for (const place of [
      { x: 900, y: 0 },
      { x: 0, y: -149 },
      { x: -199, y: 0 },
    ]) {
      assert.deepEqual(keepInSight(camera, place, WIDE, null), { ...place, scale: 2 });
    }
  });

  it("keeps clear of the card", () => {
    const { x, y } = keepInSight(camera, { x: -150, y: 100 }, WIDE, {
      left: 12,
      top: 250,
      right: 360,
    });
    assert.ok((-150 - x) * 2 + WIDE.width / 2 > 360 || (100 - y) * 2 + WIDE.height / 2 < 250);
  });
});

describe("a position from a link", () => {
  const home = { x: Float64Array.of(0, 1000), y: Float64Array.of(0, 100) };

  it("is kept where it is near the network", () => {
    assert.deepEqual(boundPosition(home, [1400, -250], WIDE), [1400, -250]);
  });

  it("is moved to the nearest one that does not shrink the network", () => {
    assert.deepEqual(boundPosition(home, [999999, -999999], WIDE), [1500, -300]);
    assert.deepEqual(boundPosition(home, [-1e9, 1e9], WIDE), [-500, 400]);
  });
});

describe("positions on the plate", () => {
  it("keep actors without relations in their line, beyond all others", () => {
    const xs = [0, 40, 80, 100, 0, 50, 100];
    const ys = [0, 30, 20, 60, 90, 90, 90];
    const { x, y } = fitPositions(xs, ys, WIDE, (i) => i < 4);
    assert.equal(new Set(y.slice(4)).size, 1);
    assert.ok(y[4] > Math.max(...y.slice(0, 4)));
    assert.ok(Math.abs(x[5] - x[4] - (x[6] - x[5])) < 1e-9);
  });
});

describe("actors without relations in a turned drawing", () => {
  it("lie below all others, each with room of its own", () => {
    const tied = [0, 1, 2, 3, 4];
    const xs = [...tied.map((i) => i * 100), 0, 10, 20];
    const ys = [...tied.map((i) => (i % 2) * 50), 90, 90, 90];
    const { x, y } = fitPositions(xs, ys, { width: 300, height: 600 }, (i) => i < tied.length);
    const lowest = Math.max(...tied.map((i) => y[i]));
    assert.ok([5, 6, 7].every((i) => y[i] > lowest));
    assert.ok(x[6] - x[5] > 15 && x[7] - x[6] > 15);
  });
});

describe("marks that would touch", () => {
  it("move apart, and those that lie alone stay", () => {
    const random = seededNumbers(7);
    const many = Array.from({ length: 80 }, () => random(400));
    const at = {
      x: Float64Array.from([...many, 5000]),
      y: Float64Array.from([...many.map(() => random(400)), 5000]),
    };
    const radii = Float32Array.from(at.x, (_, i) => 4 + (i % 7));
    separateMarks(at, radii);
    for (let a = 0; a < at.x.length; a += 1) {
      for (let b = a + 1; b < at.x.length; b += 1) {
        const apart = Math.hypot(at.x[a] - at.x[b], at.y[a] - at.y[b]);
        assert.ok(apart > radii[a] + radii[b] + 8.5, `${a} and ${b}: ${apart}`);
      }
    }
    assert.deepEqual([at.x[80], at.y[80]], [5000, 5000]);
  });

  it("lie side by side in a crowd, too, where there is no time for all rounds", () => {
    const random = seededNumbers(11);
    const radii = new Float32Array(900).fill(4);
    const x = Float64Array.from(radii, () => random(1000));
    const y = Float64Array.from(radii, () => random(780));
    separateMarks({ x, y }, radii);
    const order = [...x.keys()].sort((a, b) => x[a] - x[b]);
    const isCovered = order.some((a, i) =>
      order.slice(i + 1, i + 60).some((b) => Math.hypot(x[a] - x[b], y[a] - y[b]) < 8),
    );
    assert.equal(isCovered, false);
  });
});
