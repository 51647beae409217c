/** Questions that are typed, answered as Python answers them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { answerQuestion, findAskedEnds, listExamples } from "../explorer/page/assets/core/ask.js";
import { judgeClaims } from "../explorer/page/assets/core/claims.js";
import {
  findAskedTime,
  makeDefaultFilters,
  maskRelations,
} from "../explorer/page/assets/core/filters.js";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { describeStep } from "../explorer/page/assets/core/step_sentence.js";

const read = (name) => JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8"));
const whole = readNetwork({ network: read("network.json") });

/** Answers a question under the filters of its case. */
function ask({ ask: text, avoid, at }) {
  const filters = { ...makeDefaultFilters(), avoid: new Set(avoid.split("|")), at };
  const mask = maskRelations(whole, filters);
  const asked = findAskedTime(whole, filters);
  const network = { ...whole, reasons: asked?.reasons ?? null };
  return { answer: answerQuestion(network, text, { mask, asked }), mask };
}

/** How the page begins what Python says of a pattern. */
function beginSentence(message) {
  return /^(?:has|needs)\b/.test(message)
    ? `This ${message}`
    : message[0].toUpperCase() + message.slice(1);
}

/** The groups of an answer in ids and sentences. */
function toIds({ groups }, mask) {
  const claims = judgeClaims(whole, mask);
  return groups.map(({ heading, steps }) => [
    heading,
    steps.map(({ step, network }) => [
      describeStep(network, step, claims),
      ...[step.source, step.target].map((index) => whole.actors[index].id),
      ...step.relations.map((index) => whole.relations[index].id),
    ]),
  ]);
}

describe("the shared cases of questions that are typed", () => {
  for (const asked of read("typed.json")) {
    it(`are answered alike: ${asked.ask} ${asked.avoid} ${asked.at}`, () => {
      const { answer, mask } = ask(asked);
      if (asked.error) {
        const { message, start, end } = answer.error;
        assert.equal(asked.ask.slice(start, end), asked.part);
        assert.match(message, /^['A-Za-z-].*\S$/s);
        return;
      }
      assert.equal(answer.error, null);
      assert.equal(answer.sentence, asked.sentence);
      assert.deepEqual(answer.notes, asked.notes);
      assert.deepEqual(toIds(answer, mask), asked.groups);
    });
  }
});

describe("the shared cases of patterns with names like letters", () => {
  const { network: document, cases } = read("patterns.json");
  const network = readNetwork({ network: document });
  const mask = maskRelations(network, makeDefaultFilters());
  for (const asked of cases) {
    it(`are answered alike: ${asked.ask}`, () => {
      const answer = answerQuestion(network, asked.ask, { mask, asked: null });
      if (asked.message) {
        const { message, start, end } = answer.error;
        assert.equal(message, beginSentence(asked.message));
        assert.equal(asked.ask.slice(start, end), asked.part ?? "");
        return;
      }
      assert.equal(answer.sentence, asked.sentence);
      assert.deepEqual(answer.notes, asked.notes);
      const headings = answer.groups.map(({ heading }) => heading);
      assert.deepEqual(
        headings,
        asked.groups.map(([heading]) => heading),
      );
    });
  }
});

describe("a box for questions", () => {
  it("offers examples that the network answers", () => {
    const examples = listExamples(whole);
    assert.equal(examples.length, 4);
    for (const text of examples) {
      const { answer } = ask({ ask: text, avoid: "", at: "" });
      assert.equal(answer.error, null, text);
      assert.ok(answer.groups.length, text);
    }
  });
  it("takes two names with a blank between them, where that can be read in one way", () => {
    const answer = (text) => ask({ ask: text, avoid: "", at: "" }).answer;
    for (const [typed, meant] of [
      ["path Putin Kyiv", "path Putin, Kyiv"],
      ['path "Vladimir Putin" Kyiv', "path Putin, Kyiv"],
      ["cut Vladimir Putin Kyiv", "cut Putin, Kyiv"],
      ["between Soviet Union NATO", "between Soviet Union, NATO"],
    ]) {
      assert.equal(answer(typed).error, null, typed);
      assert.deepEqual(answer(typed), answer(meant), typed);
    }
    assert.match(answer("path Putin Kyif").error.message, /^'Putin Kyif' names no actor\./);
    assert.match(answer("path Putin, Kyiv, Minsk").error.message, /^Name two actors, to connect/);
  });
  it("knows between whom a path is asked for", () => {
    assert.deepEqual(findAskedEnds(whole, "path Putin Kyiv"), ["putin", "kyiv"]);
    assert.deepEqual(findAskedEnds(whole, " path Kyiv; Putin "), ["kyiv", "putin"]);
    for (const other of ["path Putin", "path Putin, Nobody At All", "cut Putin, Kyiv", "path:"]) {
      assert.equal(findAskedEnds(whole, other), null, other);
    }
  });
  it("answers no question without words", () => {
    assert.equal(ask({ ask: "  ", avoid: "", at: "" }).answer, null);
  });
});
