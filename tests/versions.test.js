import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerState } from "../explorer/page/assets/core/answers.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import {
  makeDefaultFilters,
  makeFiltersShowing,
  maskRelations,
  maskActors,
} from "../explorer/page/assets/core/filters.js";
import { countChanges } from "../explorer/page/assets/core/legend_counts.js";
import { formatHash, parseHash } from "../explorer/page/assets/core/page_link.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { resolve } from "../explorer/page/assets/core/names.js";
import { findPathsByName } from "../explorer/page/assets/core/paths_by_name.js";
import { listRelationColumns, buildRelationRows } from "../explorer/page/assets/core/table.js";
import { describeChange, showVersion } from "../explorer/page/assets/core/versions.js";
import { tinyNetwork, tinyTables } from "./tiny_network.js";

const [SAME, REMOVED, ADDED, CHANGED] = [0, 1, 2, 3];

/**
 * a and b stay, c is removed, d is added, e was called Eva; b funds d is added, a opposes c
 * removed, a funds b weighed 1.
 */
function twoVersions() {
  const actors = ["a", "b", "c", "d", { id: "e", name: "Eve", kind: "person" }];
  const relations = [{ tie: "a funds b", weight: 2 }, "a opposes c", "b funds d", "a ally b"];
  const was = tinyTables({
    actors: ["a", "b", { id: "e", name: "Eva", kind: "state" }],
    relations: ["a funds b"],
  });
  const lastOf = (table) =>
    Object.fromEntries(
      Object.entries(table).map(([name, column]) => [
        name,
        name === "attributes" ? column : column.slice(-1),
      ]),
    );
  return readNetwork({
    network: tinyTables({ actors, relations }),
    comparison: {
      before: { actors: 4, relations: 3 },
      after: { actors: 4, relations: 3 },
      actors: {
        changes: [SAME, SAME, REMOVED, ADDED, CHANGED],
        changed: [4],
        fields: [
          [
            ["name", "Eva", "Eve"],
            ["kind", "state", "person"],
          ],
        ],
        was: lastOf(was.actors),
      },
      relations: {
        changes: [CHANGED, REMOVED, ADDED, SAME],
        changed: [0],
        fields: [[["weight", "1", "2"]]],
        was: was.relations,
      },
    },
  });
}

/** What a version, or a filter of changes, keeps, as the ids of relations and of actors. */
function kept(network, changes) {
  const filters = { ...makeDefaultFilters(), ...changes };
  const mask = maskRelations(network, filters);
  const actors = maskActors(network, filters, mask);
  const ids = (rows, mask_) =>
    rows
      .filter(({ index }) => mask_[index])
      .map(({ id }) => id)
      .join(" ");
  return [ids(network.relations, mask), ids(network.actors, actors)];
}

describe("two versions", () => {
  it("have the rows that each has", () => {
    const network = twoVersions();
    assert.deepEqual(kept(network, {}), ["r0 r1 r2 r3", "a b c d e"]);
    assert.deepEqual(kept(network, { version: "before" }), ["r0 r1 r3", "a b c e"]);
    assert.deepEqual(kept(network, { version: "after" }), ["r0 r2 r3", "a b d e"]);
  });

  it("hide a change, but no actor of whom a relation speaks", () => {
    const network = twoVersions();
    assert.deepEqual(kept(network, { hideChanges: new Set(["same"]) }), ["r0 r1 r2", "a b c d e"]);
    assert.deepEqual(kept(network, { hideChanges: new Set(["added", "changed"]) }), [
      "r1 r3",
      "a b c",
    ]);
    assert.deepEqual(
      kept(network, { version: "before", hideChanges: new Set(["same", "removed"]) }),
      ["r0", "a b e"],
    );
  });

  it("are counted by what the other filters keep", () => {
    const counts = (changes) => {
      const { actors, relations } = countChanges(twoVersions(), {
        ...makeDefaultFilters(),
        ...changes,
      });
      return [[...actors.values()], [...relations.values()]];
    };
    assert.deepEqual(counts({ hideChanges: new Set(["same"]) }), [
      [2, 1, 1, 1],
      [1, 1, 1, 1],
    ]);
    assert.deepEqual(counts({ avoid: new Set(["funds"]) }), [
      [2, 1, 1, 1],
      [1, 1, 0, 0],
    ]);
    assert.deepEqual(counts({ version: "after" }), [
      [2, 0, 1, 1],
      [1, 0, 1, 1],
    ]);
  });

  it("give changed rows the values of the version shown, and back", () => {
    const network = twoVersions();
    const values = () => [
      network.actors[4].name,
      network.actors[4].kind.id,
      network.relations[0].weight,
      resolve(network, "eva").actor?.id ?? null,
    ];
    assert.deepEqual(values(), ["Eve", "person", 2, null]);
    assert.equal(showVersion(network, "before"), true);
    assert.deepEqual(values(), ["Eva", "state", 1, "e"]);
    assert.equal(showVersion(network, "before"), false);
    assert.equal(showVersion(network, "after"), true);
    assert.equal(showVersion(network, "both"), false);
    assert.deepEqual(values(), ["Eve", "person", 2, null]);
    assert.deepEqual([network.actors[4].index, network.relations[0].source], [4, 0]);
  });

  it("say what changed", () => {
    const { actors, relations } = twoVersions();
    assert.deepEqual([...actors, ...relations].map(describeChange), [
      "",
      "",
      "removed",
      "added",
      "changed: name: Eve, was Eva; kind: person, was state",
      "changed: weight: 2, was 1",
      "removed",
      "added",
      "",
    ]);
    assert.equal(
      describeChange({ change: "changed", fields: [{ field: "end", before: "", after: "2022" }] }),
      "changed: end: 2022, was blank",
    );
  });

  it("have a column of it, which a single version has not", () => {
    const network = twoVersions();
    assert.ok(listRelationColumns(network).some(({ id }) => id === "change"));
    assert.equal(
      buildRelationRows(network, new Uint8Array(4).fill(1), [
        "stands",
        "stands",
        "stands",
        "stands",
      ])[1].cells.get("change"),
      "removed",
    );
    assert.ok(
      !listRelationColumns(tinyNetwork({ actors: ["a"] })).some(({ id }) => id === "change"),
    );
  });

  it("show an actor of the other version when it is asked for", () => {
    const network = twoVersions();
    const filters = {
      ...makeDefaultFilters(),
      version: "after",
      hideChanges: new Set(["removed", "added"]),
    };
    const { version, hideChanges } = makeFiltersShowing(network, filters, network.actors[2]);
    assert.deepEqual([version, [...hideChanges]], ["both", ["added"]]);
    assert.equal(makeFiltersShowing(network, filters, network.actors[0]).version, "after");
  });

  it("are walked apart, and no row of one contests a row of the other", () => {
    const actors = ["a", "b", "c"];
    const relations = ["a funds b", { tie: "a funds b", disputes: 1 }, "b funds c", "c ally a"];
    const none = tinyTables({ actors: [] });
    const side = (changes) => ({ changes, changed: [], fields: [] });
    const comparison = {
      actors: { ...side([SAME, SAME, SAME]), was: none.actors },
      relations: { ...side([SAME, REMOVED, ADDED, REMOVED]), was: none.relations },
    };
    const network = readNetwork({ network: tinyTables({ actors, relations }), comparison });
    const answers = (version) =>
      answerState(network, {
        ...makeDefaultState(),
        path: ["a", "c"],
        filters: { ...makeDefaultFilters(), version },
      });
    assert.deepEqual(answers("both").claims, ["stands", "contested", "stands", "stands"]);
    assert.deepEqual(answers("before").claims.slice(0, 2), ["contested", "contested"]);
    assert.deepEqual(
      ["both", "before", "after"].map((version) => answers(version).path.length),
      [2, 1, 2],
    );
    assert.equal(findPathsByName(network, makeDefaultFilters(), "a", "c").length, 2);
  });

  it("show all that differs in a large network, once what does not is hidden", () => {
    const actors = Array.from({ length: 401 }, (_, i) => `n${i}`);
    const relations = Array.from(
      { length: 20001 },
      (_, i) => `n${i % 50} ally n${Math.floor(i / 50)}`,
    );
    const none = tinyTables({ actors: [] });
    const side = (n, change) => ({
      changes: Array.from({ length: n }, change),
      changed: [],
      fields: [],
      was: none,
    });
    const comparison = {
      actors: { ...side(401, () => SAME), was: none.actors },
      relations: { ...side(20001, (_, i) => (i % 50 === 0 ? ADDED : SAME)), was: none.relations },
    };
    const large = readNetwork({ network: tinyTables({ actors, relations }), comparison });
    const drawn = (hidden) =>
      answerState(large, {
        ...makeDefaultState(),
        filters: { ...makeDefaultFilters(), hideChanges: new Set(hidden) },
      }).drawn;
    assert.equal(drawn([]).few, true);
    const { few, relations: shown, actors: people } = drawn(["same"]);
    assert.deepEqual(
      [few, shown.reduce((sum, one) => sum + one, 0), people.reduce((sum, one) => sum + one, 0)],
      [false, 401, 401],
    );
  });

  it("stand in the link, where there are two", () => {
    const network = twoVersions();
    const hash = "#version=before&hide_changes=changed,same";
    assert.equal(formatHash(parseHash(hash, network)), hash);
    assert.equal(formatHash(parseHash(hash, tinyNetwork({ actors: ["a"] }))), "");
    for (const text of [
      "#version=both",
      "#version=later",
      "#version=__proto__",
      "#hide_changes=__proto__,other",
      "#hide_changes=",
    ]) {
      assert.equal(formatHash(parseHash(text, network)), "", text);
    }
  });
});
