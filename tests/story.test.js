import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatHash, parseHash } from "../explorer/page/assets/core/page_link.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import {
  writeAddressState,
  findFirstStep,
  describeStepNumber,
  showsItsStep,
  readAddressState,
  makeStepState,
  readStep,
} from "../explorer/page/assets/core/story.js";
import { seededNumbers, tinyNetwork } from "./tiny_network.js";

const words = (text) => [{ paragraph: [{ text }] }];
const STORY = {
  title: "Two",
  introduction: words("Who pays."),
  steps: [
    { heading: "One", text: words("a"), link: "#path=a,b" },
    { heading: "All", text: words("b"), link: "" },
    { heading: "Late", text: [], link: "#avoid=funds&at=2022" },
  ],
};
const PARTS = { actors: ["a", "b", "c"], relations: ["a funds b", "b ally c"] };
const TOLD = { ...tinyNetwork(PARTS), story: STORY };
const BARE = { ...tinyNetwork(PARTS), story: { title: "", introduction: [], steps: STORY.steps } };
const SILENT = tinyNetwork(PARTS);

const opened = (text, network = TOLD) => readAddressState(text, network);

describe("an address", () => {
  it("without anything opens the story at its beginning, with the network as it opens", () => {
    for (const text of ["", "#", "#&"]) {
      assert.deepEqual(opened(text), { ...makeDefaultState(), step: 0 });
    }
    assert.deepEqual(opened("", BARE), { ...makeStepState(BARE, 1) });
  });

  it("without a story opens as a reader saved it, and a link still tells of the whole", () => {
    const saved = { ...SILENT, saved: { ...SILENT.saved, state: "#avoid=funds&at=2022" } };
    assert.equal(formatHash(opened("", saved)), "#avoid=funds&at=2022");
    assert.equal(writeAddressState(opened("#", saved), saved), "");
    assert.deepEqual(opened("#view=network", saved), makeDefaultState());
    assert.equal(writeAddressState(makeDefaultState(), saved), "#view=network");
    assert.equal(writeAddressState(parseHash("#at=2022", saved), saved), "#at=2022");
  });

  it("of a step alone shows what the step shows", () => {
    assert.deepEqual(opened("#step=1"), { ...parseHash("#path=a,b", TOLD), step: 1 });
    assert.deepEqual(opened("#step=3"), { ...parseHash("#avoid=funds&at=2022", TOLD), step: 3 });
    assert.deepEqual(opened("#step=2"), { ...makeDefaultState(), step: 2 });
  });

  it("that tells what to show shows that, with the story open only where it tells a step", () => {
    assert.deepEqual(opened("#actor=c"), { ...makeDefaultState(), actor: "c" });
    assert.deepEqual(opened("#actor=c&step=1"), { ...makeDefaultState(), actor: "c", step: 1 });
    assert.deepEqual(opened("#view=network"), makeDefaultState());
  });

  it("of a step that is none opens the story at its beginning", () => {
    for (const text of [
      "#step=4",
      "#step=-1",
      "#step=1e0",
      "#step=",
      "#step=01",
      "#step=9999999999999",
    ]) {
      assert.equal(opened(text).step, 0, text);
    }
  });

  it("of a network without a story is what it was, steps and all", () => {
    for (const text of ["", "#step=1", "#actor=a&step=1"]) {
      assert.deepEqual(opened(text, SILENT), parseHash(text.replace("&step=1", ""), SILENT), text);
    }
    assert.equal(writeAddressState(makeDefaultState(), SILENT), "");
  });
});

describe("the address of what is shown", () => {
  it("is as short as it can be, and leads back", () => {
    const shown = [
      ["", makeStepState(TOLD, 0)],
      ["#step=1", makeStepState(TOLD, 1)],
      ["#step=2", makeStepState(TOLD, 2)],
      ["#actor=c&step=1", { ...makeDefaultState(), actor: "c", step: 1 }],
      ["#view=network&step=1", { ...makeDefaultState(), step: 1 }],
      ["#view=network", makeDefaultState()],
      ["#actor=c", { ...makeDefaultState(), actor: "c" }],
      ["#path=a,b&step=2", { ...makeStepState(TOLD, 1), step: 2 }],
    ];
    for (const [text, state] of shown) {
      assert.equal(writeAddressState(state, TOLD), text);
      assert.deepEqual(opened(text), state, text);
    }
  });

  it("leads back for whatever a stranger's link says", () => {
    const random = seededNumbers(7);
    const parts = [
      "#",
      "&",
      "=",
      "step=1",
      "step=2",
      "&step=3",
      "&path=a,b",
      "&actor=c",
      "&avoid=funds",
      "&at=2022",
      "view=network",
      "step=",
      "x",
    ];
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: random(6) }, () => parts[random(parts.length)]).join("");
      for (const network of [TOLD, BARE, SILENT]) {
        assert.deepEqual(
          opened(writeAddressState(opened(text, network), network), network),
          opened(text, network),
          text,
        );
      }
    }
  });
});

describe("a step", () => {
  it("is left as soon as the reader changes what it shows, and the story stays open", () => {
    const step = makeStepState(TOLD, 1);
    assert.equal(showsItsStep(step, TOLD), true);
    assert.equal(showsItsStep({ ...step, ego: 2 }, TOLD), false);
    assert.equal(showsItsStep(makeDefaultState(), TOLD), false);
    assert.equal(formatHash({ ...step, pathNumber: 2 }), "#path=a,b&path_number=2&step=1");
  });

  it("says where it is", () => {
    assert.equal(describeStepNumber(STORY, 2), "Step 2 of 3");
    assert.equal(describeStepNumber(STORY, 0), "A story in 3 steps");
    assert.equal(describeStepNumber({ steps: [1] }, 0), "A story in 1 step");
  });

  it("tells its own words, and what stands before the first those of the introduction", () => {
    assert.equal(readStep(TOLD, 3).heading, "Late");
    assert.deepEqual(readStep(TOLD, 0), { heading: "Two", text: words("Who pays.") });
    assert.deepEqual([findFirstStep(STORY), findFirstStep(BARE.story)], [0, 1]);
  });
});
