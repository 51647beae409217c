/** The camps that the page has and lists are those that Python answers. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { measureFrustration } from "../explorer/page/assets/core/balance.js";
import { divideInCamps } from "../explorer/page/assets/core/camp_division.js";
import { listCampParts, listTensions, readCamps } from "../explorer/page/assets/core/camps.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { finish } from "./finish.js";
import { tinyNetwork } from "./tiny_network.js";

const read = (name) => JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8"));
const CASES = read("camps.json");
const ASKED = CASES.filter(({ is_default }) => is_default);
const TITLES = new Map([
  [true, "In tension with these camps"],
  [false, "In tension in some of the best divisions"],
]);

/** The least number of signed edges in tension, as the notes say it. */
function readLeast(notes) {
  if (notes.startsWith("No signed edge is in tension.")) return 0;
  return Number(/^No division in 2 camps has fewer than (\d+) signed edges? in/.exec(notes)[1]);
}

describe("the shared cases of camps", () => {
  it("are many", () => assert.ok(ASKED.length >= 40));

  for (const { about, actors, balance, camps, page } of ASKED) {
    it(`are the same here: ${about}`, () => {
      if (!page) {
        assert.notEqual(camps.camps.length, 2);
        return;
      }
      const name = (numbers) => numbers.map((i) => actors[i]).sort();
      const known = readCamps(page, actors.length);
      const parts = new Map(listCampParts(known).map((part) => [part.key, part]));
      camps.camps.forEach((members, i) => {
        const { title, ...part } = parts.get(String(i + 1));
        assert.deepEqual(name(part.actors), members.toSorted());
        assert.deepEqual(name(part.apart), camps.apart[i].toSorted());
        assert.match(title, new RegExp(`^Camp ${i + 1}: .* \\(${members.length} actors?\\)$`));
      });
      assert.deepEqual(name(parts.get("undecided")?.actors ?? []), camps.undecided.toSorted());
      assert.deepEqual(name(parts.get("none")?.actors ?? []), camps.unplaced.toSorted());
      const lists = listTensions(known).map(({ title, items }) => [
        title,
        items.map(({ sentence, support }) => [sentence, support]),
      ]);
      const expected = [
        ["Against their own side", camps.defections.map(([, sentence]) => [sentence, undefined])],
        ...[...TITLES].map(([sure, title]) => [title, listSentences(camps.tensions, sure)]),
        [
          "Unbalanced triangles",
          balance.unbalanced.map(([, sentence, support]) => [sentence.slice(0, -1), support]),
        ],
      ].filter(([, items]) => items.length);
      assert.deepEqual(
        lists.map(([title, items]) => [title, hideSupport(title, items)]),
        expected,
      );
      assert.equal(readLeast(page.notes[0]), camps.frustration);
    });
  }
});

describe("the shared cases of balance", () => {
  const example = read("network.json");
  const own = CASES.filter(({ about, network }) => network || about === "the example");
  it("are many", () => assert.ok(own.length >= 40));

  for (const { about, balance, network: document } of own) {
    it(`are measured the same here: ${about}`, () => {
      const network = readNetwork({ network: document ?? example });
      const { relations, actors } = network;
      const mask = new Uint8Array(relations.length).fill(1);
      const { tense, ...found } = finish(measureFrustration(network, mask));
      const counts = Object.entries(balance.triangles);
      const sum = (pairs) => pairs.reduce((all, [, count]) => all + count, 0);
      assert.deepEqual(found, {
        frustration: balance.frustration,
        triangles: sum(counts),
        balanced: sum(counts.filter(([signs]) => ["+++", "+--"].includes(signs))),
        bothSigns: balance.both_signs.length,
      });
      const name = (ends) => ends.toSorted().join(" ");
      assert.deepEqual(
        tense
          .map(([row]) => [relations[row].source, relations[row].target].map((i) => actors[i].id))
          .map(name)
          .sort(),
        balance.tensions.map(([source, target]) => name([source, target])).sort(),
      );
    });
  }
});

describe("camps that the page finds by itself", () => {
  const example = read("network.json");
  const own = ASKED.filter(({ about, network }) => network || about === "the example");
  for (const { about, camps, network: document } of own) {
    it(`are those of the engine: ${about}`, () => {
      const network = readNetwork({ network: document ?? example });
      const found = finish(divideInCamps(network, selectAll(network)));
      const name = (numbers) => numbers.map((i) => network.actors[i].id);
      assert.deepEqual(found.camps.map(name), camps.camps);
      assert.deepEqual(name(found.undecided), camps.undecided);
      assert.deepEqual(name(found.unplaced), camps.unplaced);
    });
  }
  it("are not looked for where that takes long", () => {
    const actors = Array.from({ length: 30 }, (_, i) => `n${i}`);
    const relations = actors.flatMap((one, i) =>
      actors.slice(0, i).map((other) => `${one} opposes ${other}`),
    );
    const network = tinyNetwork({ actors, relations });
    assert.equal(finish(divideInCamps(network, selectAll(network))), null);
  });
});

function selectAll({ actors, relations }) {
  return {
    mask: new Uint8Array(relations.length).fill(1),
    actors: new Uint8Array(actors.length).fill(1),
  };
}

function listSentences(tensions, sure) {
  return tensions.filter((each) => each[4] === sure).map((each) => [each[3], undefined]);
}

/** Tensions of the page say on what they rest; the cases do so of triangles alone. */
function hideSupport(title, items) {
  return title.startsWith("In tension") ? items.map(([sentence]) => [sentence, undefined]) : items;
}
