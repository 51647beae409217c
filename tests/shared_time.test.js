/** What holds at a date, may hold or does not, and how steps say it: as Python answers it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { judgeClaims } from "../explorer/page/assets/core/claims.js";
import {
  findAskedTime,
  findRelationStates,
  makeDefaultFilters,
  maskActors,
  maskRelations,
} from "../explorer/page/assets/core/filters.js";
import { listReasons, listSpans } from "../explorer/page/assets/core/lifetimes.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";
import { describePath } from "../explorer/page/assets/core/sentences.js";

describe("the shared cases of time", () => {
  for (const asked of readCases("time.json")) {
    it(`say what holds: ${asked.about}`, () => {
      const network = readNetwork({ network: asked.network });
      const { at, from, to } = asSpan(asked);
      const filters = { ...makeDefaultFilters(), at, from, to };
      const states = findRelationStates(network, filters);
      const actors = maskActors(network, filters, maskRelations(network, filters));
      assert.deepEqual(
        {
          state: ["does_not", "may_hold", "holds"][states[0]],
          why: listReasons(network, states, listSpans(filters))[0],
          actors: network.actors.filter((_, i) => actors[i]).map(({ id }) => id),
        },
        { state: asked.state, why: asked.why, actors: asked.actors },
      );
    });
  }
});

describe("the shared cases of steps in time", () => {
  for (const asked of readCases("time_steps.json")) {
    it(`say what is missing: ${asked.about}`, () => {
      const network = readNetwork({ network: asked.network });
      const filters = { ...makeDefaultFilters(), ...asSpan(asked) };
      const mask = maskRelations(network, filters);
      const ends = [asked.start, asked.end].map((id) => network.actorById.get(id).index);
      const time = findAskedTime(network, filters);
      const answer = findPaths(network, ...ends, { mask, asked: time });
      const { reasons } = time;
      assert.equal(
        describePath({ ...network, reasons }, answer.paths[0], answer, judgeClaims(network, mask)),
        asked.sentence,
      );
    });
  }
});

function readCases(name) {
  return JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8"));
}

function asSpan({ from, to }) {
  return from === to ? { at: from, from: "", to: "" } : { at: "", from, to };
}
