/** The same questions as the notebook and the terminal, on the real data: the page must give the same answers. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { claimState } from "../explorer/page/assets/core/claims.js";
import { colouringsOf } from "../explorer/page/assets/core/colourings.js";
import { readNetwork } from "../explorer/page/assets/core/document.js";
import { defaultFilters, keepAmong, relationMask, visibleActors } from "../explorer/page/assets/core/filter.js";
import { formatHash, hashFields, parseHash, VIEWS } from "../explorer/page/assets/core/hash.js";
import { PANELS } from "../explorer/page/assets/core/panels.js";
import { resolve } from "../explorer/page/assets/core/names.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";
import { pathSentence, tieSentence } from "../explorer/page/assets/core/sentences.js";
import { actorsCiting, restingOn, restsOnlyOn, whatRests } from "../explorer/page/assets/core/sources.js";

const CASES = new URL("cases/", import.meta.url);
const LIMIT = 100;

describe("the shared cases", () => {
  it("of paths have the same answers here", { skip: absent("network.json", "paths.json") }, () => {
    const network = readNetwork({ network: readCases("network.json") });
    const cases = readCases("paths.json");
    assert.ok(cases.length > 0);
    for (const asked of cases) assert.deepEqual(pathAnswer(network, asked), expectedPaths(asked), `${asked.from} to ${asked.to}`);
  });

  it("of page links mean the same here", { skip: absent("network.json", "hashes.json") }, () => {
    const { fields, views, colourings, panels, cases } = readCases("hashes.json");
    const measures = [{ id: "betweenness", label: "betweenness", scores: { all: 0 } }];
    const network = readNetwork({ network: readCases("network.json"), measures, communities: { foremost: [[0], [1], [2]] } });
    assert.deepEqual(hashFields().filter((name) => name !== "step"), fields);
    assert.deepEqual([VIEWS, PANELS], [views, panels]);
    assert.deepEqual(colouringsOf(network).map(({ id }) => id), [...colourings, "betweenness"]);
    assert.ok(cases.length > 0);
    for (const { link, hash } of cases) assert.equal(formatHash(parseHash(link, network)), hash, link);
  });

  for (const name of ["names.json", "labelled_names.json"]) {
    it(`of ${name} have the same answers here`, { skip: absent("network.json", name) }, () => {
      const network = readNetwork({ network: readCases("network.json") });
      const cases = readCases(name);
      assert.ok(cases.length > 0);
      for (const asked of cases) assert.deepEqual({ query: asked.query, ...nameAnswer(network, asked.query) }, asked);
    });
  }
});

describe("the shared cases of sources", { skip: absent("evidence.json") }, () => {
  const cases = absent("evidence.json") ? {} : readCases("evidence.json");
  const network = cases.network && readNetwork({ network: cases.network });

  it("say what rests on each", () => {
    const rests = whatRests(network);
    for (const { source, relations, alone, actors, actors_alone: only, resting } of cases.sources) {
      const found = rests.get(source);
      assert.deepEqual([found.relations, found.alone, found.actors, found.actorsAlone], [relations, alone, actors.length, only.length]);
      assert.deepEqual(actorsCiting(network, source).map(({ id }) => id), actors);
      assert.deepEqual(actorsCiting(network, source).filter((actor) => restsOnlyOn(actor, source)).map(({ id }) => id), only);
      assert.deepEqual(toldResting(network, source), resting);
    }
    assert.deepEqual(toldResting(network, ""), cases.unsourced);
  });

  it("say what is left if one is wrong", () => {
    for (const asked of cases.left) {
      const filters = { ...filtersOf(network, { only: [], undated: true, ...asked }), source: asked.wrong };
      const mask = relationMask(network, filters);
      const actors = visibleActors(network, filters, mask);
      assert.deepEqual(network.relations.filter(({ index }) => mask[index]).map(({ id }) => id), asked.relations);
      assert.deepEqual(network.actors.filter(({ index }) => actors[index]).map(({ id }) => id), asked.actors);
    }
  });
});

function toldResting(network, sourceId) {
  return restingOn(network, sourceId).map(({ relation, alone }) => [relation.id, alone, tieSentence(network, relation, relation.source)]);
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
  const blocked = new Set(asked.without.map((id) => network.actorById.get(id).index));
  const answer = findPaths(network, source, target, { mask, blocked, directed: asked.directed, limit: LIMIT });
  const claims = claimState(network, mask);
  const paths = answer.paths.map((path) => ({
    actors: path.actors.map((index) => network.actors[index].id),
    relations: path.steps.map(({ relations }) => relations.map((index) => network.relations[index].id)),
    sentence: pathSentence(network, path, answer, claims),
  }));
  return { length: answer.length, count: answer.count, paths };
}

function maskOf(network, asked) {
  const mask = relationMask(network, filtersOf(network, asked));
  if (!asked.actors_only.length) return mask;
  const chosen = asked.actors_only.map((id) => network.actorById.get(id).index);
  return keepAmong(network, { mask, actors: new Uint8Array() }, chosen).mask;
}

function filtersOf({ types }, { only, avoid, without, at, undated }) {
  const hidden = types.map(({ id }) => id).filter((id) => avoid.includes(id) || (only.length > 0 && !only.includes(id)));
  return { ...defaultFilters(), hiddenTypes: new Set(hidden), without: new Set(without), at, undated };
}

function expectedPaths({ length, count, paths }) {
  return { length, count, paths };
}

function nameAnswer(network, query) {
  const { actor, candidates, suggestions } = resolve(network, query);
  const ids = (actors) => actors.map(({ id }) => id);
  return { actor: actor?.id ?? null, candidates: ids(candidates), suggestions: ids(suggestions) };
}
