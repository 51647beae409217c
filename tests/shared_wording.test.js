/** Relations and steps in words: the same sentences as in Python, which are written by hand. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { describeRelationFrom } from "../explorer/page/assets/core/sentences.js";
import { describeStep } from "../explorer/page/assets/core/step_sentence.js";

describe("the shared cases of wording", () => {
  const cases = JSON.parse(readFileSync(new URL("cases/wording.json", import.meta.url), "utf8"));
  const network = readNetwork(cases);
  const find = (id) => network.relationById.get(id);

  it("have the same sentences here, from both sides", () => {
    assert.ok(network.relations.length > 20);
    for (const relation of network.relations) {
      const { id, source, target, attributes } = relation;
      const told = [source, target].map((end) => describeRelationFrom(network, relation, end));
      assert.equal(relation.over, attributes.get("is_over") === "yes", id);
      assert.deepEqual(told, [attributes.get("from_source"), attributes.get("from_target")], id);
    }
  });

  it("have the same steps here", () => {
    for (const { relations, source, target, sentence } of cases.steps) {
      const rows = relations.split("|").map(find);
      const claims = rows.reduce((all, { index, disputes }) => {
        all[index] = disputes ? "disputed" : "stands";
        return all;
      }, []);
      const [from, to] = [source, target].map((id) => network.actorById.get(id).index);
      const step = { source: from, target: to, relations: rows.map(({ index }) => index) };
      assert.equal(describeStep(network, step, claims), sentence, `${relations} from ${source}`);
    }
  });
});
