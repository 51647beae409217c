/** A network over time: the same as in Python in every shared case. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { nameCamp } from "../explorer/page/assets/core/camp_changes.js";
import { maskRelations } from "../explorer/page/assets/core/filters.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { parseHash } from "../explorer/page/assets/core/page_link.js";
import { formatPeriod, measureTimeline } from "../explorer/page/assets/core/periods.js";
import { finish } from "./finish.js";
import { tinyNetwork } from "./tiny_network.js";

const read = (name) => JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8"));
const networks = {
  example: readNetwork({ network: read("network.json") }),
  scores: readNetwork(read("scores.json")),
};

describe("a network over time", () => {
  for (const { network: name, link, measure, certain, ...expected } of read("timeline.json")) {
    it(`${name} ${link} by ${measure}${certain ? ", certain" : ""}`, () => {
      const network = networks[name];
      const { filters } = parseHash(link, network);
      const question = { measure, certain: certain === "yes" };
      const found = finish(measureTimeline(network, maskRelations(network, filters), question));
      assert.ok(expected.periods.length > 4);
      assert.equal(found.periods.length, expected.periods.length);
      found.periods.forEach(({ density, first, camps, ...period }, i) => {
        const { density: due, dates, ...rest } = expected.periods[i];
        assert.equal(formatPeriod(period), dates);
        assert.ok(density === due || Math.abs(density - due) < 1e-12);
        const ids = first.map((row) => network.actors[row].id);
        const own = Object.fromEntries(Object.keys(rest).map((key) => [key, period[key]]));
        const names = camps.map((members) => nameCamp(network, members));
        assert.deepEqual({ ...own, first: ids, camps: names }, rest, dates);
      });
      assert.equal(found.sentence, expected.sentence);
      assert.deepEqual(found.notes, expected.notes);
    });
  }

  it("without dates has no periods, and of very many the latest", () => {
    const question = { measure: "degree", certain: false };
    const undated = tinyNetwork({ actors: ["a", "b"], relations: ["a ally b"] });
    const answer = finish(measureTimeline(undated, new Uint8Array(1).fill(1), question));
    assert.deepEqual(answer.periods, []);
    assert.equal(answer.sentence, "No relation has a date: the network is the same at any time.");
    const years = Array.from({ length: 210 }, (_, i) => 1500 + i);
    const many = tinyNetwork({
      actors: ["a", "b"],
      relations: years.map((year) => ({ tie: "a ally b", start: String(year) })),
    });
    const long = finish(measureTimeline(many, new Uint8Array(210).fill(1), question));
    assert.equal(long.periods.length, 200);
    assert.equal(long.periods[0].from, 1510);
    assert.equal(long.notes.at(-1), "Left out: 10 earlier periods.");
  });
});
