/**
 * The same questions as the notebook and the terminal, on the real data: the page must give the
 * same answers.
 */
import assert from "node:assert/strict";
import { findFlaws, findUnknownActors } from "../explorer/page/assets/core/link_flaws.js";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { judgeClaims } from "../explorer/page/assets/core/claims.js";
import { listColourings } from "../explorer/page/assets/core/colourings.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import {
  findAskedTime,
  makeDefaultFilters,
  keepAmong,
  maskRelations,
  maskActors,
} from "../explorer/page/assets/core/filters.js";
import { formatHash, listFields, parseHash } from "../explorer/page/assets/core/page_link.js";
import { VIEWS } from "../explorer/page/assets/core/page_state.js";
import { PANELS } from "../explorer/page/assets/core/panels.js";
import { resolve } from "../explorer/page/assets/core/names.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";
import { toPathIds } from "../explorer/page/assets/core/paths_by_name.js";
import {
  describeQualifiedRelation,
  describeRelationFrom,
} from "../explorer/page/assets/core/sentences.js";
import {
  countEvidence,
  findFalling,
  findRestingActors,
  findRestingRelations,
  restsOnlyOn,
} from "../explorer/page/assets/core/sources.js";
import { describeChange, showVersion } from "../explorer/page/assets/core/versions.js";
import { countVoices } from "../explorer/page/assets/core/voices.js";

const CASES = new URL("cases/", import.meta.url);
const LIMIT = 100;

describe("the shared cases", () => {
  it("of paths have the same answers here", { skip: absent("network.json", "paths.json") }, () => {
    const network = readNetwork({ network: readCases("network.json") });
    const cases = readCases("paths.json");
    assert.ok(cases.length > 0);
    for (const asked of cases) {
      assert.deepEqual(pathAnswer(network, asked), asked, `${asked.from} to ${asked.to}`);
    }
  });

  it("of page links mean the same here", { skip: absent("network.json", "hashes.json") }, () => {
    const { fields, views, colourings, panels, cases } = readCases("hashes.json");
    const measures = [{ id: "betweenness", label: "betweenness", scores: { all: 0 } }];
    const network = readNetwork({
      network: readCases("network.json"),
      measures,
      communities: { foremost: [[0], [1], [2]] },
    });
    assert.deepEqual(
      listFields().filter((name) => name !== "step"),
      fields,
    );
    assert.deepEqual([VIEWS, PANELS], [views, panels]);
    assert.deepEqual(
      listColourings({ ...network, camps: {} }).map(({ id }) => id),
      [...colourings, "betweenness"],
    );
    assert.ok(cases.length > 0);
    for (const { link, hash, flaws } of cases) {
      assert.equal(formatHash(parseHash(link, network)), hash, link);
      const found = [...findUnknownActors(link, network), ...findFlaws(link, network)];
      assert.equal(found.length > 0, flaws.length > 0, `${link}: ${found}`);
    }
  });

  for (const name of ["names.json", "labelled_names.json"]) {
    it(`of ${name} have the same answers here`, { skip: absent("network.json", name) }, () => {
      const network = readNetwork({ network: readCases("network.json") });
      const cases = readCases(name);
      assert.ok(cases.length > 0);
      for (const asked of cases) {
        assert.deepEqual({ query: asked.query, ...nameAnswer(network, asked.query) }, asked);
      }
    });
  }
});

for (const name of ["evidence.json", "evidence_through.json"]) {
  describe(`the shared cases of sources in ${name}`, { skip: absent(name) }, () => {
    testSources(absent(name) ? {} : readCases(name));
  });
}

function testSources(cases) {
  const network = cases.network && readNetwork({ network: cases.network });

  it("say what rests on each", () => {
    const rests = countEvidence(network);
    for (const {
      source,
      quoted_count,
      relation_count,
      alone_count,
      actors,
      actors_alone: only,
      citing,
    } of cases.sources) {
      const found = rests.get(source);
      assert.deepEqual(
        [found.quoted, found.relations, found.alone, found.actors, found.actorsAlone],
        [quoted_count, relation_count, alone_count, actors.length, only.length],
      );
      assert.deepEqual(
        findRestingActors(network, source).map(({ id }) => id),
        actors,
      );
      assert.deepEqual(
        findRestingActors(network, source)
          .filter((actor) => restsOnlyOn(actor, findFalling(network, source)))
          .map(({ id }) => id),
        only,
      );
      assert.deepEqual(listCiting(network, source), citing);
    }
    assert.deepEqual(listCiting(network, ""), cases.unsourced);
  });

  it("count independent voices", () => {
    const count = ({ references }) => countVoices(network, references);
    assert.deepEqual(
      Object.fromEntries(network.relations.map((row) => [row.id, count(row)])),
      cases.voices,
    );
    const references = [...network.relations, ...network.actors].flatMap((row) => row.references);
    assert.equal(count({ references }), cases.voice_count);
  });

  it("say what is left if one is wrong", () => {
    for (const asked of cases.left) {
      const filters = {
        ...filtersOf(network, { only: [], certain: false, ...asked }),
        withoutSource: asked.without_source,
      };
      const mask = maskRelations(network, filters);
      const actors = maskActors(network, filters, mask);
      assert.deepEqual(
        network.relations.filter(({ index }) => mask[index]).map(({ id }) => id),
        asked.relations,
      );
      assert.deepEqual(
        network.actors.filter(({ index }) => actors[index]).map(({ id }) => id),
        asked.actors,
      );
    }
  });
}

describe("the shared cases of two versions", { skip: absent("comparison.json") }, () => {
  const cases = absent("comparison.json") ? {} : readCases("comparison.json");

  for (const version of ["before", "after"]) {
    it(`answer as the data of the version ${version} does`, () => {
      const network = readNetwork(cases);
      const filters = { ...makeDefaultFilters(), version };
      showVersion(network, version);
      const mask = maskRelations(network, filters);
      const actors = network.actors.filter((_, index) => maskActors(network, filters, mask)[index]);
      const claims = judgeClaims(network, mask);
      const ends = ({ source, target }) => [...new Set([source, target])];
      const told = network.relations
        .filter(({ index }) => mask[index])
        .flatMap((relation) =>
          ends(relation).map((end) => describeQualifiedRelation(network, relation, end, claims)),
        );
      const expected = cases.versions[version];
      assert.deepEqual(
        actors.map(({ id, name, kind }) => [id, name, kind.id]).sort(),
        expected.actors,
      );
      assert.deepEqual(told.sort(), expected.relations);
      const start = network.actorById.get(expected.actors[0][0]).index;
      const paths = expected.paths.map(([id]) => [
        id,
        findPaths(network, start, network.actorById.get(id).index, { mask }),
      ]);
      assert.deepEqual(
        paths.map(([id, { length, count }]) => [id, length, count]),
        expected.paths,
      );
      // The page knows the actors of the other version too: no filter lets a name mean another.
      for (const asked of expected.names.filter(({ actor }) => actor !== null)) {
        assert.equal(resolve(network, asked.query).actor?.id, asked.actor, asked.query);
      }
    });
  }

  it("say what changed as the engine does", () => {
    const network = readNetwork(cases);
    assert.deepEqual(
      network.relations.map((relation) => [
        describeRelationFrom(network, relation, relation.source),
        relation.change,
      ]),
      cases.changes,
    );
    const changed = [...network.actors, ...network.relations].filter(
      ({ change }) => change === "changed",
    );
    assert.deepEqual(
      changed.map((row) => describeChange(row)),
      cases.fields.map((fields) => `changed: ${fields}`),
    );
  });
});

function listCiting(network, sourceId) {
  return findRestingRelations(network, sourceId).map(({ relation, alone }) => [
    relation.id,
    alone,
    describeRelationFrom(network, relation, relation.source),
  ]);
}

/** Why a test is skipped, or false. */
function absent(...names) {
  const missing = names.filter((name) => !existsSync(new URL(name, CASES)));
  return missing.length ? `tests/cases/ has no ${missing.join(" and no ")}` : false;
}

function readCases(name) {
  return JSON.parse(readFileSync(new URL(name, CASES), "utf8"));
}

function pathAnswer(network, asked) {
  const mask = maskOf(network, asked);
  const [source, target] = [asked.from, asked.to].map((id) => network.actorById.get(id).index);
  const blocked = new Set(asked.avoid_actor.map((id) => network.actorById.get(id).index));
  const time = findAskedTime(network, filtersOf(network, asked));
  const options = { mask, blocked, directed: asked.directed, asked: time, limit: LIMIT };
  const answer = findPaths(network, source, target, options);
  const told = { ...network, reasons: time?.reasons ?? null };
  return { ...asked, ...pick(asked, toPathIds(told, answer, judgeClaims(network, mask))) };
}

function maskOf(network, asked) {
  const mask = maskRelations(network, filtersOf(network, asked));
  if (!asked.only_actor.length) return mask;
  const chosen = asked.only_actor.map((id) => network.actorById.get(id).index);
  return keepAmong(network, { mask, actors: new Uint8Array() }, chosen).mask;
}

function filtersOf({ types }, { only, avoid, avoid_actor: avoidActor, at, certain }) {
  const hidden = types
    .map(({ id }) => id)
    .filter((id) => avoid.includes(id) || (only.length > 0 && !only.includes(id)));
  return {
    ...makeDefaultFilters(),
    avoid: new Set(hidden),
    avoidActor: new Set(avoidActor),
    at,
    certain,
  };
}

/** Those fields of an answer that the case has, too. */
function pick(asked, answer) {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name in asked));
}

function nameAnswer(network, query) {
  const { actor, candidates, suggestions } = resolve(network, query);
  const ids = (actors) => actors.map(({ id }) => id);
  return { actor: actor?.id ?? null, candidates: ids(candidates), suggestions: ids(suggestions) };
}
