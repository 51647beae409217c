/** Scores under filters: the same as in Python. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { maskActors, maskRelations } from "../explorer/page/assets/core/filters.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { parseHash } from "../explorer/page/assets/core/page_link.js";
import { chooseScored, computeScores, isWhole } from "../explorer/page/assets/core/scores.js";
import { toScoreIds } from "../explorer/page/assets/core/scores_by_id.js";
import { tinyNetwork } from "./tiny_network.js";

const CASES = new URL("cases/scores.json", import.meta.url);
const CLOSE = 1e-9;

function finish(generator) {
  for (;;) {
    const { done, value } = generator.next();
    if (done) return value;
  }
}

function score(network, link) {
  const { filters } = parseHash(link, network);
  const mask = maskRelations(network, filters);
  const actors = maskActors(network, filters, mask);
  const scored = chooseScored(network, { mask, actors }, filters.version);
  return toScoreIds(network, actors, finish(computeScores(network, scored)));
}

function assertClose(found, expected, about) {
  assert.deepEqual(found.actors, expected.actors, about);
  assert.deepEqual(Object.keys(found.scores), Object.keys(expected.scores), about);
  for (const [id, scores] of Object.entries(expected.scores)) {
    scores.forEach((due, place) => {
      const got = found.scores[id][place];
      const isClose = due === null ? got === null : Math.abs(got - due) <= CLOSE;
      assert.ok(isClose, `${about}: ${id} of ${expected.actors[place]} is ${got}, not ${due}`);
    });
  }
  assert.deepEqual(found.notes, expected.notes, about);
  assert.deepEqual(found.communities, expected.communities, about);
  assert.deepEqual(found.agreement, expected.agreement, about);
  assert.ok(Math.abs(found.modularity - expected.modularity) <= CLOSE, about);
  assert.equal(found.alone, expected.alone, about);
}

describe("scores under filters", () => {
  const { cases, ...parsed } = JSON.parse(readFileSync(CASES, "utf8"));
  it("are those of Python in every shared case", () => {
    assert.ok(cases.length >= 40);
    void [isWhole, tinyNetwork];
    for (const { link, ...expected } of cases) {
      assertClose(score(readNetwork(parsed), link), expected, link);
    }
  });
});
