/** What would be otherwise: the same as in Python in every shared case. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { describeConsequence } from "../explorer/page/assets/core/consequences.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { parseHash } from "../explorer/page/assets/core/page_link.js";
import { compareSupposed, suppose } from "../explorer/page/assets/core/what_if.js";
import { finish } from "./finish.js";

const read = (name) => JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8"));
const cases = read("what_if.json");
const networks = {
  example: readNetwork({ network: read("network.json") }),
  scores: readNetwork(read("scores.json")),
};

describe("what if", () => {
  it("has cases of all topics", () => {
    assert.ok(cases.length >= 60);
    const topics = new Set(cases.flatMap((each) => each.consequences.map(([topic]) => topic)));
    const all = ["balance", "camps", "connection", "paths", "ranks", "structure"];
    assert.deepEqual([...topics].sort(), all);
  });

  for (const { network: name, link, kind, without, path, measure, ...expected } of cases) {
    it(`${name} ${link} ${kind} ${without}`, () => {
      const network = networks[name];
      const state = { ...parseHash(link, network), rankBy: measure };
      const ends = path ? path.split(" ") : null;
      const removed =
        kind === "without" ? { actor: network.actorById.get(without) } : { source: without };
      const supposition = suppose(network, { ...state, path: ends }, removed);
      const found = finish(compareSupposed(network, supposition));
      const consequences = found.consequences.map((each) => [
        each.topic,
        describeConsequence(each),
      ]);
      assert.deepEqual(consequences, expected.consequences);
      assert.equal(found.sentence, expected.sentence);
      assert.deepEqual(found.notes, expected.notes);
      assert.deepEqual(found.unknown, []);
    });
  }
});
