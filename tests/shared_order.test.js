/** Equally short paths in the order that is due, as Python puts them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";

const { network: document, cases } = JSON.parse(
  readFileSync(new URL("cases/order.json", import.meta.url), "utf8"),
);
const network = readNetwork({ network: document });

describe("the shared cases of the order of paths", () => {
  for (const asked of cases) {
    it(`come in the order that is due: ${asked.about}`, () => {
      const ends = [asked.from, asked.to].map((id) => network.actorById.get(id).index);
      const { paths } = findPaths(network, ...ends);
      assert.deepEqual(
        paths.map(({ actors }) => actors.map((index) => network.actors[index].id)),
        asked.paths,
      );
    });
  }
});
