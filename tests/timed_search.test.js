/** Searches for paths by the times of their steps look at so many steps, and say so. */
import assert from "node:assert/strict";
import { it } from "node:test";

import { describeBound } from "../explorer/page/assets/core/path_support.js";
import { iterateBest } from "../explorer/page/assets/core/path_best_first.js";
import { findPathHistory } from "../explorer/page/assets/core/path_history.js";
import { makeTimedSearch } from "../explorer/page/assets/core/paths.js";
import { describePath } from "../explorer/page/assets/core/sentences.js";
import { TIME_RULES } from "../explorer/page/assets/core/time_rules.js";
import {
  findTimedWay,
  isSpent,
  MOST_LOOKED_AT,
} from "../explorer/page/assets/core/timed_search.js";
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
  const found = findTimedWay(timed, whole, Infinity);
  return { isEnded: isSpent(timed), length: found && found.layers.length - 1 };
}

it("looks at the steps one by one where no shortest path will do", () => {
  assert.deepEqual(search(MOST_LOOKED_AT), { isEnded: false, length: 4 });
  assert.deepEqual(search(3), { isEnded: true, length: null });
});

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
