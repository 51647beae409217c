import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHash } from "../explorer/page/assets/core/page_link.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import {
  readLayout,
  writeLayout,
  makeLink,
  FURTHEST,
  LONGEST_LINK,
  LONGEST_NOTE,
  writeNote,
} from "../explorer/page/assets/core/layout_file.js";
import {
  fitPositions,
  fromFrame,
  scalePositions,
  toFrame,
} from "../explorer/page/assets/view/positions.js";
import { tinyNetwork } from "./tiny_network.js";

const PARTS = {
  actors: ["a", "b", "__proto__", "with, comma"],
  relations: ["a ally b", "a funds b"],
};
const NETWORK = tinyNetwork(PARTS);
const NOTED = {
  ...NETWORK,
  saved: {
    ...NETWORK.saved,
    notes: { actors: { a: "From the desk.", gone: "x" }, relations: { r1: "Weak." } },
  },
};
const nothing = () => readLayout(NETWORK, "");

describe("what a reader keeps", () => {
  it("begins with the notes of the page, and those of the link go before them", () => {
    const kept = readLayout(NOTED, "#actor=a&notes=a,From%20a%20friend,b,Two&tienotes=r0,Three");
    assert.deepEqual(
      [...kept.notes.actors],
      [
        ["a", { text: "From a friend", from: "link" }],
        ["b", { text: "Two", from: "link" }],
      ],
    );
    assert.deepEqual(
      [...kept.notes.relations],
      [
        ["r1", { text: "Weak.", from: "page" }],
        ["r0", { text: "Three", from: "link" }],
      ],
    );
    assert.deepEqual(
      [...readLayout(NOTED, "").notes.actors],
      [["a", { text: "From the desk.", from: "page" }]],
    );
  });

  it("takes the furthest position and the longest link, and no more", () => {
    const moved = (x) => [...readLayout(NETWORK, `#moved=a,${x},0`).moved.keys()];
    assert.deepEqual([moved(FURTHEST), moved(-FURTHEST), moved(FURTHEST + 1)], [["a"], ["a"], []]);
    const kept = nothing();
    const room = LONGEST_LINK - "#view=network&notes=a,".length;
    kept.notes.actors.set("a", { text: "x".repeat(room), from: "reader" });
    assert.deepEqual(makeLink(makeDefaultState(), kept).without, []);
    kept.notes.actors.set("a", { text: "x".repeat(room + 1), from: "reader" });
    assert.deepEqual(makeLink(makeDefaultState(), kept).without, ["notes"]);
  });

  it("takes the longest note from a link", () => {
    const longest = "x".repeat(LONGEST_NOTE);
    const kept = readLayout(NETWORK, `#notes=a,${longest}`);
    assert.deepEqual([...kept.notes.actors], [["a", { text: longest, from: "link" }]]);
  });

  it("passes over what is unknown or malformed in a link", () => {
    const texts = [
      `#notes=a,${"x".repeat(LONGEST_NOTE + 1)}`,
      "#notes=gone,x",
      "#notes=a",
      "#notes=a,%E0",
      "#notes=a,%20",
      "#moved=a,1",
      "#moved=a,1,NaN",
      "#moved=a,1e9,2",
      "#moved=gone,1,2",
      "#moved=a,1,99999999",
      "#moved=a,9999999,1",
      "#moved",
      "#notes",
      "#moved=%,%,%",
      "#constructor=a,b",
      "#tienotes=a,x",
    ];
    for (const text of texts) assert.deepEqual(readLayout(NETWORK, text), nothing(), text);
  });

  it("travels by a link and back, whatever the ids and texts are", () => {
    const kept = nothing();
    kept.moved.set("__proto__", [12.4, -7.6]).set("with, comma", [0, 5]);
    writeNote(kept, "actors", "with, comma", "a&b=c, #50% “Ł”\nline");
    writeNote(kept, "actors", "__proto__", "x");
    writeNote(kept, "relations", "r1", "y");
    const { hash, without } = makeLink(parseHash("#avoid=funds", NETWORK), kept);
    assert.deepEqual(without, []);
    const again = readLayout(NETWORK, hash);
    assert.deepEqual(
      [...again.moved],
      [
        ["__proto__", [12, -8]],
        ["with, comma", [0, 5]],
      ],
    );
    assert.deepEqual(
      [...again.notes.actors].map(([id, { text }]) => [id, text]),
      [
        ["with, comma", "a&b=c, #50% “Ł”\nline"],
        ["__proto__", "x"],
      ],
    );
    assert.deepEqual(parseHash(hash, NETWORK), parseHash("#avoid=funds", NETWORK));
  });

  it("leaves out of a link what is too long for it, notes first, and says so", () => {
    const kept = nothing();
    kept.moved.set("a", [1, 2]);
    for (const id of ["a", "b", "__proto__", "with, comma"]) {
      writeNote(kept, "actors", id, "ł".repeat(LONGEST_NOTE));
    }
    assert.deepEqual(makeLink(makeDefaultState(), kept), {
      hash: "#view=network&moved=a,1,2",
      without: ["notes"],
    });
    assert.deepEqual(makeLink(makeDefaultState(), nothing()), {
      hash: "#view=network",
      without: [],
    });
    const far = {
      ...nothing(),
      moved: new Map(Array.from({ length: 2000 }, (_, i) => [`n${i}`, [1, 2]])),
    };
    assert.deepEqual(makeLink(makeDefaultState(), far), {
      hash: "#view=network",
      without: ["positions"],
    });
  });

  it("is a layout.json with all places, rounded, and what is shown but for the story", () => {
    const kept = readLayout(NOTED, "");
    const text = writeLayout({ ...parseHash("#avoid=funds", NETWORK), step: 2 }, kept, [
      ["a", [1.4, -2.6]],
      ["__proto__", [0, 0]],
    ]);
    const found = JSON.parse(text);
    assert.deepEqual(Object.keys(found), ["version", "positions", "notes", "state"]);
    assert.deepEqual(
      [found.version, found.state, found.notes],
      [1, "#avoid=funds", { actors: { a: "From the desk." }, relations: { r1: "Weak." } }],
    );
    assert.deepEqual(Object.entries(found.positions), [
      ["a", [1, -3]],
      ["__proto__", [0, 0]],
    ]);
  });

  it("loses a note that is emptied, and makes one's own what one changes", () => {
    const kept = readLayout(NOTED, "");
    writeNote(kept, "actors", "a", "Mine.");
    assert.deepEqual(kept.notes.actors.get("a"), { text: "Mine.", from: "reader" });
    writeNote(kept, "actors", "a", "  ");
    assert.equal(kept.notes.actors.size, 0);
  });
});

describe("a place", () => {
  const [xs, ys] = [
    [0, 400, 800, 300],
    [0, 100, 50, 300],
  ];

  it("is the same in the layout's measure in every window, and with given positions", () => {
    for (const plate of [
      { width: 900, height: 500 },
      { width: 300, height: 800 },
    ]) {
      for (const at of [fitPositions(xs, ys, plate), scalePositions(xs, ys, plate)]) {
        const [x, y] = fromFrame(at.frame, toFrame(at.frame, [at.x[2], at.y[2]]));
        assert.ok(Math.abs(x - at.x[2]) + Math.abs(y - at.y[2]) < 1e-6);
      }
    }
    const [wide, upright] = [
      { width: 900, height: 500 },
      { width: 300, height: 800 },
    ].map((plate) => fitPositions(xs, ys, plate));
    assert.notEqual(wide.frame.turned, upright.frame.turned);
    xs.forEach((_, i) => {
      const [one, other] = [wide, upright].map((at) => toFrame(at.frame, [at.x[i], at.y[i]]));
      assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1]) < 1e-6);
    });
  });

  it("that somebody chose is neither turned nor stretched", () => {
    const at = scalePositions(xs, ys, { width: 300, height: 800 });
    assert.equal((at.x[2] - at.x[0]) / (at.y[3] - at.y[0]), 800 / 300);
  });
});
