/** Paths in time, as Python finds them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { describePeriod, findPathHistory } from "../explorer/page/assets/core/path_history.js";
import { formatPathId } from "../explorer/page/assets/core/path_id.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";

const { network: document, cases } = JSON.parse(
  readFileSync(new URL("cases/timed.json", import.meta.url), "utf8"),
);
const network = readNetwork({ network: document });
const mask = new Uint8Array(network.relations.length).fill(1);

/** @param {{actors: number[]}|null} path */
function listIds(path) {
  return (path?.actors ?? []).map((index) => network.actors[index].id);
}

describe("the sentences and ids of periods", () => {
  for (const asked of cases.filter(({ sentences }) => sentences)) {
    it(`are those of Python: ${asked.about}`, () => {
      const [source, target] = [asked.from, asked.to].map((id) => network.actorById.get(id).index);
      const options = { mask, directed: false, asked: null };
      const { periods } = findPathHistory(network, source, target, options);
      const ends = { source, target, missing: null };
      const sentences = periods.map((each) => describePeriod(network, each, ends));
      assert.deepEqual(sentences, asked.sentences);
      const ids = periods.map(({ path }) => (path ? formatPathId(network, path.steps) : ""));
      assert.deepEqual(ids, asked.ids);
    });
  }
});

describe("the shared cases of paths in time", () => {
  for (const asked of cases) {
    it(`are as they are due: ${asked.about}`, () => {
      const ends = [asked.from, asked.to].map((id) => network.actorById.get(id).index);
      const options = { mask, directed: false, asked: null };
      const answer =
        asked.asked === "history"
          ? findPathHistory(network, ...ends, options).periods.map(({ dates, path }) => [
              ...dates,
              listIds(path),
            ])
          : findPaths(network, ...ends, { ...options, times: asked.asked }).paths.map(listIds);
      assert.deepEqual(answer, asked.due);
    });
  }
});
