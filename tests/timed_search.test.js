/** Searches for paths by the times of their steps look at so many steps, and say so. */
import assert from "node:assert/strict";
import { it } from "node:test";

import { OUTWARD } from "../explorer/page/assets/core/adjacency.js";
import { describeBound } from "../explorer/page/assets/core/path_support.js";
import { findNextActors } from "../explorer/page/assets/core/path_search.js";
import { iterateBest } from "../explorer/page/assets/core/path_best_first.js";
import { findPathHistory } from "../explorer/page/assets/core/path_history.js";
import { makeTimedSearch } from "../explorer/page/assets/core/paths.js";
import { describePath } from "../explorer/page/assets/core/sentences.js";
import { TIME_RULES } from "../explorer/page/assets/core/time_rules.js";
import { isSpent, MOST_LOOKED_AT } from "../explorer/page/assets/core/timed_levels.js";
import { iterateTimed } from "../explorer/page/assets/core/timed_search.js";
import { tinyNetwork } from "./tiny_network.js";

const network = tinyNetwork({
  actors: ["a", "b", "c", "d", "e", "f"],
  relations: [
    { tie: "a funds b", start: "2005" },
    { tie: "b funds c", start: "2001" },
    { tie: "a funds d", start: "2000" },
    { tie: "d funds e", start: "2001" },
    { tie: "e funds f", start: "2002" },
    { tie: "f funds c", start: "2003" },
  ],
});
const indexOf = (id) => network.actorById.get(id).index;
const ends = [indexOf("a"), indexOf("c")];
const mask = new Uint8Array(network.relations.length).fill(1);

function search(most) {
  const timed = { ...makeTimedSearch(network, ...ends, TIME_RULES.in_order, { mask }), most };
  const whole = { prefix: [ends[0]], barred: new Set() };
  const [found] = iterateTimed(timed, whole, Infinity);
  return { isEnded: isSpent(timed), length: found ? found.length - 1 : null };
}

it("looks at the steps one by one where no shortest path will do", () => {
  assert.deepEqual(search(MOST_LOOKED_AT), { isEnded: false, length: 4 });
  assert.deepEqual(search(3), { isEnded: true, length: null });
});

/** Yields every path without a repeated actor, at most 6 actors long. */
function* iterateSimple(adjacent, path, target) {
  const here = path[path.length - 1];
  if (here === target) yield path;
  else {
    for (const next of adjacent[here]) {
      if (!path.includes(next)) yield* iterateSimple(adjacent, [...path, next], target);
    }
  }
}

const DATES = ["", "2000", "2001", "2001-06", "2001-06-15", "2002"];
for (const name of ["together", "in_order"]) {
  it(`finds all shortest ways that will do, as by trying all: ${name}`, () => {
    let seed = 7;
    const draw = (most) => {
      seed = (seed * 16807) % 2147483647;
      return seed % most;
    };
    for (let round = 0; round < 150; round++) {
      const relations = Array.from({ length: 4 + draw(9) }, () => {
        const [one, other] = [draw(6), draw(5)];
        const far = other >= one ? other + 1 : other;
        const [start, end] = [DATES[draw(6)], draw(3) ? "" : `200${1 + draw(3)}`];
        const isOrdered = !start || !end || start <= end;
        const type = ["ally", "funds"][draw(2)];
        return {
          tie: `${"abcdef"[one]} ${type} ${"abcdef"[far]}`,
          start,
          end: isOrdered ? end : "",
        };
      });
      const random = tinyNetwork({ actors: [..."abcdef"], relations });
      const [from, to] = [random.actorById.get("a").index, random.actorById.get("f").index];
      const all = { mask: new Uint8Array(relations.length).fill(1), directed: draw(2) === 1 };
      const timed = makeTimedSearch(random, from, to, TIME_RULES[name], all);
      const adjacent = random.actors.map(
        ({ index }) => new Set(findNextActors(timed.walk, index, OUTWARD)),
      );
      const will = [...iterateSimple(adjacent, [from], to)].filter(
        (path) =>
          path
            .slice(1)
            .reduce(
              (state, there, step) =>
                state === null
                  ? null
                  : timed.rule.extend(random, state, timed.facts(path[step], there), true),
              timed.rule.start,
            ) !== null,
      );
      const least = Math.min(...will.map((path) => path.length));
      const due = will
        .filter((path) => path.length === least)
        .map(String)
        .sort();
      const whole = { prefix: [from], barred: new Set() };
      assert.deepEqual([...iterateTimed(timed, whole, Infinity)].map(String).sort(), due);
    }
  });
}

it("has a bound for a whole question, after which nothing more is listed", () => {
  let count = 0;
  function* find({ prefix }) {
    count += 1;
    yield { key: [count, 0], path: [...prefix, 10 * count, 10 * count + 1] };
  }
  const found = [...iterateBest(0, find, false, () => count > 2)].filter(Boolean);
  assert.equal(found.length, 1);
});

it("says that it ended, and not that there is no path", () => {
  const answer = { source: ends[0], target: ends[1], missing: null, isBounded: true, paths: [] };
  assert.equal(describePath(network, undefined, answer, []), "No path was found from a to c.");
  assert.equal(
    describeBound(answer),
    "The search would take too long, and ended after 1,000,000 steps. " +
      "There may be a path: set filters.",
  );
  assert.equal(findPathHistory(network, ...ends, { mask, directed: false, asked: null }).bound, "");
});
