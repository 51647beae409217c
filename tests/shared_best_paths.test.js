/** The best paths in every order, as Python answers the same questions. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { findPathsByName } from "../explorer/page/assets/core/paths_by_name.js";

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8"));
}

const network = readNetwork({ network: read("network.json") });

describe("the shared cases of the best paths", () => {
  for (const { actors, avoid, answer, paths, why, ...asked } of read("best_paths.json")) {
    const given = Object.entries(asked).filter(([, value]) => value !== null);
    const words = given.map(([name, value]) => `${name} ${value}`).join(", ");
    it(`${actors.join(", ")}: ${words}${avoid.length ? `, avoid ${avoid}` : ""}`, () => {
      const [from, ...via] = actors;
      const to = via.pop();
      const options = { ...Object.fromEntries(given), via, avoid, limit: 5 };
      const found = findPathsByName(network, makeDefaultFilters(), from, to, options);
      assert.deepEqual(
        found.paths.map((path) => [path.actors, path.relations, path.sentence, path.confidence]),
        paths,
      );
      const fields = Object.keys(answer).map((name) => [name, found[name]]);
      assert.deepEqual(Object.fromEntries(fields), answer);
      const { obstacle, without, actors: detour } = found.why ?? {};
      assert.deepEqual(obstacle ? [obstacle, without.map(({ name }) => name), detour] : null, why);
    });
  }
});
