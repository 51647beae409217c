/** What a path's signs and dates make of it, as Python says it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { describeSupport } from "../explorer/page/assets/core/path_support.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";

const OF_SOURCES = /^(Stands on|The weakest is|The step is not rated|It falls if)/;
const { network: document, cases } = JSON.parse(
  readFileSync(new URL("cases/cards.json", import.meta.url), "utf8"),
);
const network = readNetwork({ network: document });

describe("the shared cases of what a path says", () => {
  for (const asked of cases) {
    it(`say what is due: ${asked.about}`, () => {
      const ends = [asked.from, asked.to].map((id) => network.actorById.get(id).index);
      const [path] = findPaths(network, ...ends).paths;
      const notes = describeSupport(path.support).filter((each) => !OF_SOURCES.test(each));
      assert.deepEqual(notes, asked.notes);
    });
  }
});
