/** Why there is no path: the same filter and the same path as in Python; and in words. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { formatDays, parseDate } from "../explorer/page/assets/core/dates.js";
import { makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { describeNoPath, explainMissingPath } from "../explorer/page/assets/core/no_path.js";

const { network: document, cases } = JSON.parse(
  readFileSync(new URL("cases/no_path.json", import.meta.url), "utf8"),
);
const NETWORK = readNetwork({ network: document });
const listed = (cell) => new Set(cell ? cell.split("|") : []);

/** The search of a case; `inPath`: whether the types are avoided by the path alone. */
function searchOf(asked, inPath = false) {
  const avoid = listed(asked.avoid);
  const filters = {
    ...makeDefaultFilters(),
    avoid: inPath ? new Set() : avoid,
    avoidKind: listed(asked.avoid_kind),
    avoidActor: listed(asked.avoid_actor),
    avoidBasis: listed(asked.avoid_basis),
    basis: listed(asked.basis),
    at: asked.at,
    from: asked.start,
    to: asked.end,
    certain: asked.certain === "yes",
    minConfidence: Number(asked.min_confidence || 0),
    unrated: asked.no_unrated !== "yes",
  };
  return { filters, pathAvoid: inPath ? avoid : new Set(), directed: asked.directed === "yes" };
}

function explain({ source, target }, search) {
  const [from, to] = [source, target].map((id) => NETWORK.actorById.get(id).index);
  return explainMissingPath(NETWORK, from, to, search);
}

const EMPTY = Object.fromEntries(Object.keys(cases[0]).map((name) => [name, ""]));
const words = (changes) => {
  const asked = { ...EMPTY, source: "a", target: "d", ...changes };
  const search = searchOf(asked);
  return describeNoPath(NETWORK, explain(asked, search), search);
};

describe("why there is no path", () => {
  for (const inPath of [false, true]) {
    it(`is the same as in Python, types avoided ${inPath ? "by the path" : "by all"}`, () => {
      assert.ok(cases.length > 15);
      for (const asked of cases) {
        const { obstacle, without, path, times } = explain(asked, searchOf(asked, inPath));
        const [one] = obstacle === "filter" ? without : [{ name: "", value: "" }];
        const actors = path?.actors.map((index) => NETWORK.actors[index].id) ?? [];
        assert.deepEqual(
          [
            obstacle,
            one.name,
            one.value,
            actors.join("|"),
            (times ?? []).map((t) => t.join("/")).join("|"),
          ],
          [asked.obstacle, asked.without, asked.value, asked.path, asked.times],
          JSON.stringify(asked),
        );
      }
    });
  }

  it("is told in the page's words", () => {
    assert.equal(words({ target: "z" }), "They are in separate parts of the network.");
    const told = "there is a path of 2 steps: Ann opposes Xia; Xia opposes Dee.";
    assert.equal(words({ avoid: "opposes|ally" }), `Without avoiding opposes ${told}`);
    assert.equal(words({ avoid: "ally", avoid_actor: "x" }), `Without avoiding Xia ${told}`);
    assert.equal(
      words({ avoid: "opposes|ally|leads", avoid_actor: "x" }),
      `Without any filter ${told}`,
    );
    assert.match(
      words({ target: "f", at: "2002" }),
      /^At another time, 2005-03 to 2010, there is a path of 2 steps: Ann hosted Eve/,
    );
    assert.match(
      words({ target: "y", avoid: "leads|opposes", at: "1955" }),
      /^Without the date 1955 there is a path of 2 steps, but its steps never hold at the same /,
    );
  });

  it("is not told where nothing can be left out", () => {
    const asked = { ...EMPTY, source: "a", target: "d" };
    assert.equal(explain(asked, searchOf(asked)), null);
  });
});

describe("the dates of days", () => {
  it("are as short as they can be", () => {
    const days = (start, end) => formatDays(parseDate(start).first, parseDate(end).last);
    for (const dates of [
      ["2005", "2010-06"],
      ["-43-08-08", "0007"],
      ["856", "2022-12-30"],
    ]) {
      assert.deepEqual(days(...dates), dates);
    }
  });
});
