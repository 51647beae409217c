import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askAmong, describeSide, findCampColour } from "../explorer/page/assets/core/camps.js";
import { findColouring, listColourings } from "../explorer/page/assets/core/colourings.js";
import { createInkChooser, listCampItems } from "../explorer/page/assets/view/colouring.js";
import { THEMES } from "../explorer/page/assets/view/styles.js";
import { tinyNetwork } from "./tiny_network.js";

const LISTS = { foremost: [[0], [1]], findings: [], tensions: [], triangles: [], past: [] };
const ALL = () => true;
const NETWORK = tinyNetwork({
  actors: ["a", "b", "c"],
  relations: ["a opposes b", "b met c"],
  camps: {
    number: { levels: [1, 2, null], codes: [0, 1, 2] },
    names: ["a", "b"],
    short_names: ["a", "b"],
    opens: false,
    counts: [1, 1],
    undecided: [2],
    unplaced: [2],
    sentence: "2 camps.",
    notes: [],
    ...LISTS,
  },
});
const PLAIN = tinyNetwork({ actors: ["a", "b"], relations: ["a opposes b"] });

describe("camps", () => {
  it("have colours of their own, and whoever is in none has another", () => {
    const inkOf = createInkChooser(NETWORK, { kinds: [] }, "camp");
    const { communities } = THEMES.light;
    const inks = [0, 1, 2].map((actor) => inkOf(actor, THEMES.light));
    assert.deepEqual(inks, [communities[5], communities[0], communities[8]]);
    assert.equal(findCampColour(null), 8);
  });

  it("are a choice where there are two alone", () => {
    const list = (network) => listColourings(network).map(({ id }) => id);
    assert.equal(list(NETWORK).includes("camp"), true);
    assert.equal(list(PLAIN).includes("camp"), false);
    assert.equal(findColouring(NETWORK, "camp"), "camp");
    assert.equal(findColouring(PLAIN, "camp"), "plain");
  });

  it("are named in the key, with how many are undecided and in none", () => {
    assert.deepEqual(
      listCampItems(NETWORK.camps, ALL).map(({ text }) => text),
      ["camp 1: a", "camp 2: b", "undecided (1)", "in no camp (1)"],
    );
  });

  it("are named for an actor, or that it is in none", () => {
    const camps = { ...NETWORK.camps, numberOf: [1, 2, 1, null], apart: [2], unplaced: [3] };
    camps.undecided = [];
    assert.deepEqual(
      [0, 2, 3].map((actor) => describeSide(camps, actor).join("")),
      ["In camp 1: a", "On the side of camp 1: a", "In no camp"],
    );
    assert.equal(describeSide({ ...camps, unplaced: [] }, 3), null);
  });

  it("say who ended before a year, of those that are drawn", () => {
    const camps = { ...NETWORK.camps, numberOf: [1, 2, 1], undecided: [], unplaced: [] };
    const dated = { ...camps, past: [1, 2], past_limit: "1992" };
    /** @param {...number} seen */
    const findLast = (...seen) =>
      listCampItems(dated, (actor) => seen.includes(actor)).at(-1)?.text;
    assert.equal(findLast(0, 1, 2), "ended before 1992 (2)");
    assert.equal(findLast(0, 2), "ended before 1992 (1)");
    assert.equal(findLast(0), "camp 2: b");
  });

  it("leave places and assets grey, which are counted, too", () => {
    const camps = {
      ...NETWORK.camps,
      numberOf: [1, 2, null, null, null],
      undecided: [],
      unplaced: [2],
    };
    assert.deepEqual(
      listCampItems(camps, ALL)
        .slice(2)
        .map(({ text }) => text),
      ["in no camp (1)", "places and assets in no camp (2)"],
    );
  });

  it("show all relations among the actors of a tension", () => {
    assert.equal(askAmong(NETWORK, [0, 1, 2]), '"a" any "b"; "a" any "c"; "b" any "c"');
  });
});
