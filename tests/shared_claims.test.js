/** Who says what, and how many independent voices: the page answers as the engine does. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { judgeClaims, mergeMutual } from "../explorer/page/assets/core/claims.js";
import { makeDefaultFilters, maskRelations } from "../explorer/page/assets/core/filters.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";
import { describePath, describeQualifiedRelation } from "../explorer/page/assets/core/sentences.js";
import { countVoices } from "../explorer/page/assets/core/voices.js";

describe("the shared cases of claims", () => {
  const cases = JSON.parse(readFileSync(new URL("cases/claims.json", import.meta.url), "utf8"));
  const network = readNetwork(cases);

  it("count independent voices", () => {
    assert.deepEqual(Object.fromEntries(network.voiceById), cases.voices);
    const rows = [...network.relations, ...network.actors];
    const cited = rows.flatMap(({ references }) => references);
    assert.equal(countVoices(network, cited), cases.voice_count);
  });

  for (const asked of cases.filters) {
    const { according_to: accordingTo, basis, avoid_basis: avoidBasis } = asked;
    it(`of ${[...accordingTo, "|", ...basis, "|", ...avoidBasis].join(" ")} are told alike`, () => {
      const mask = maskRelations(network, {
        ...makeDefaultFilters(),
        accordingTo: new Set(accordingTo),
        basis: new Set(basis),
        avoidBasis: new Set(avoidBasis),
      });
      const claims = judgeClaims(network, mask);
      const selected = network.relations.filter(({ index }) => mask[index]);
      assert.deepEqual(
        selected.map(({ id }) => id),
        asked.relations,
      );
      assert.deepEqual(
        selected.map(({ references }) => countVoices(network, references)),
        asked.voices,
      );
      for (const [from, to, sentence] of asked.paths) {
        const [source, target] = [from, to].map((id) => network.actorById.get(id).index);
        const answer = findPaths(network, source, target, { mask });
        assert.equal(describePath(network, answer.paths[0], answer, claims), sentence);
      }
      for (const [id, sentences] of Object.entries(asked.lists)) {
        const actor = network.actorById.get(id).index;
        const ties = network.ties[actor].map((index) => network.relations[index]);
        const told = mergeMutual(ties.filter(({ index }) => mask[index])).map((relation) =>
          describeQualifiedRelation(network, relation, actor, claims),
        );
        assert.deepEqual(told.sort(), [...sentences].sort(), id);
      }
    });
  }
});
