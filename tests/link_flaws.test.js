import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findFlaws } from "../explorer/page/assets/core/link_flaws.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({ actors: ["vilnius"], relations: [] });

describe("what else in a hash means nothing", () => {
  const flaws = (text) => findFlaws(text, NETWORK);

  it("is told, field by field", () => {
    assert.deepEqual(flaws("#avoid=nope&at=20x2&view=maps&hide=opposes"), [
      "avoid=nope",
      "at=20x2",
      "view=maps",
      "hide",
    ]);
    assert.deepEqual(flaws("#from=2020&to=2014"), ["from=2020&to=2014"]);
    assert.deepEqual(flaws("#path=vilnius"), ["path=vilnius"]);
    assert.deepEqual(flaws("#at=2020&at=2021"), ["at twice"]);
    assert.deepEqual(flaws("#ego=2"), ["ego=2"]);
    assert.deepEqual(
      flaws("#min_confidence=7&certain=perhaps&undated=perhaps&step=3&community=99&sort=nope"),
      [
        "min_confidence=7",
        "certain=perhaps",
        "undated=perhaps",
        "step=3",
        "community=99",
        "sort=nope",
      ],
    );
  });

  it("is told of positions and notes that are not taken", () => {
    assert.deepEqual(flaws("#moved=vilnius,NaN,Infinity,nobody,1,2,vilnius,1,2"), [
      "moved=vilnius,NaN,Infinity",
    ]);
    assert.deepEqual(flaws("#moved=vilnius,1e999,5&notes=vilnius"), [
      "moved=vilnius,1e999,5",
      "notes=vilnius",
    ]);
    assert.deepEqual(flaws("#moved=vilnius,1&tienotes=gone,Weak"), [
      "moved=vilnius,1",
      "tienotes=gone,Weak",
    ]);
    assert.deepEqual(flaws("#moved=vilnius,%FF,1"), ["moved=vilnius,%FF,1"]);
  });

  it("is nothing where a field only says what the page shows anyway", () => {
    const plain =
      "#view=network&certain=no&undated=yes&ego=0&actor=vilnius&min_confidence=0&table=actors";
    assert.deepEqual(flaws(plain), []);
    assert.deepEqual(flaws(""), []);
    assert.deepEqual(flaws("#moved=vilnius,1,2&notes=vilnius,hello"), []);
  });
});
