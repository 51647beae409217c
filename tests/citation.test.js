import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  readCitation,
  writePathMarkdown,
  writePathText,
} from "../explorer/page/assets/core/citation.js";
import { judgeClaims } from "../explorer/page/assets/core/claims.js";
import { findPaths } from "../explorer/page/assets/core/paths.js";
import { tinyNetwork } from "./tiny_network.js";

const SOURCES = [
  {
    id: "report",
    citation: "The Report (2022), https://example.org/a_b.",
    url: "https://example.org/a_b",
  },
  { id: "book", title: "A *Book*", url: "javascript:alert(1)" },
  { id: "paper", citation: "A paper.", archive_url: "https://archive.example/1" },
];
const NETWORK = tinyNetwork({
  actors: [
    { id: "a", name: "A" },
    { id: "b", name: "[B](javascript:1)" },
    { id: "c", name: "1. C\u202E\n" },
  ],
  relations: [
    {
      tie: "a funds b",
      start: "2022",
      reference: [0, "https://example.com", 0],
      confidence: 0.4,
      grade: "C4",
      note: "*By* the bank",
    },
    { tie: "a funds b", disputes: 1, reference: [1] },
    { tie: "c opposes b", reference: [2, 0] },
  ],
  sources: SOURCES,
});

function written(write, source, target, network = NETWORK) {
  const answer = findPaths(network, source, target);
  return write(network, answer.paths[0], answer, judgeClaims(network));
}

describe("a path to paste", () => {
  it("is plain text: numbered steps, what weakens a relation, notes and sources in order", () => {
    assert.equal(
      written(writePathText, 0, 2),
      [
        "A funds (contested) [B](javascript:1) (from 2022); " +
          "[B](javascript:1) is opposed by 1. C\uFFFD .",
        "",
        "1. funds    A funds [B](javascript:1) (from 2022), contested: asserted by report and " +
          'example.com, disputed by "A *Book*", confidence 0.4 (grade C4), ' +
          "2 independent voices [1] [2]",
        "            *By* the bank",
        "   funds    A funds [B](javascript:1), disputed [3]",
        "2. opposes  [B](javascript:1) is opposed by 1. C\uFFFD , 2 independent voices [1] [4]",
        "",
        "Stands on 3 independent voices. It crosses one tension, at step 2. " +
          "The weakest is step 1; it has a confidence of 0.4 and rests on 2 voices. " +
          "Step 1 is contested. Step 2 is undated. " +
          "All steps may hold at the same time: from 2022.",
        "Cite as path:r0,r1.~r2",
        "",
        "Sources",
        "[1] The Report (2022), https://example.org/a_b.",
        "[2] https://example.com/",
        "[3] A *Book*",
        "[4] A paper. https://archive.example/1",
        "",
      ].join("\n"),
    );
  });

  it("is Markdown with footnotes, in which no name becomes anything else", () => {
    assert.equal(
      written(writePathMarkdown, 0, 2),
      [
        "**A funds (contested) " +
          "\\[B\\](javascript:1) (from 2022); " +
          "\\[B\\](javascript:1) is opposed by 1. C\uFFFD .**",
        "",
        "1. A funds (contested) \\[B\\](javascript:1)",
        "   - *funds*: A funds \\[B\\](javascript:1) (from 2022), " +
          'contested: asserted by report and example.com, disputed by "A \\*Book\\*", ' +
          "confidence 0.4 (grade C4), 2 independent voices[^1][^2] (\\*By\\* the bank)",
        "   - *funds*: A funds \\[B\\](javascript:1), disputed[^3]",
        "2. \\[B\\](javascript:1) is opposed by 1. C\uFFFD ",
        "   - *opposes*: \\[B\\](javascript:1) is opposed by 1. C\uFFFD , " +
          "2 independent voices[^1][^4]",
        "",
        "Stands on 3 independent voices. It crosses one tension, at step 2. " +
          "The weakest is step 1; it has a confidence of 0.4 and rests on 2 voices. " +
          "Step 1 is contested. Step 2 is undated. " +
          "All steps may hold at the same time: from 2022.",
        "",
        "Cite as `path:r0,r1.~r2`",
        "",
        "[^1]: The Report (2022), <https://example.org/a_b>.",
        "[^2]: <https://example.com/>",
        "[^3]: A \\*Book\\*",
        "[^4]: A paper. <https://archive.example/1>",
        "",
      ].join("\n"),
    );
  });

  it("has the author's own columns behind the note, as the terminal has them", () => {
    const network = tinyNetwork({
      actors: ["x", "y"],
      relations: [{ tie: "x funds y", note: "noted" }],
    });
    network.relations[0].attributes = new Map([
      ["amount", "500"],
      ["__proto__", "<b>"],
    ]);
    assert.equal(
      written(writePathText, 0, 1, network),
      [
        "x funds y.",
        "",
        "1. funds  x funds y",
        "          noted",
        "          amount: 500",
        "          __proto__: <b>",
        "",
        "Stands on no source. The step is not rated. The step is undated.",
        "Cite as path:r0",
        "",
      ].join("\n"),
    );
    const markdown = written(writePathMarkdown, 0, 1, network);
    assert.match(markdown, /x funds y \(noted\) \(amount: 500; \\_\\_proto\\_\\_: \\<b\\>\)/);
  });

  it("is one sentence where there are no steps", () => {
    assert.equal(written(writePathText, 0, 0), "Both names mean A.\n");
    const alone = tinyNetwork({ actors: ["x", "y"] });
    const answer = findPaths(alone, 0, 1);
    assert.equal(writePathMarkdown(alone, undefined, answer, []), "No path leads from x to y.\n");
  });
});

describe("a reference", () => {
  it("says what it is and where it leads", () => {
    const [report, book, paper] = NETWORK.sources.map((source) => readCitation({ source }));
    assert.equal(report.address, "https://example.org/a_b");
    assert.deepEqual([book.text, book.address], ["A *Book*", null]);
    assert.deepEqual([paper.text, paper.address], ["A paper.", "https://archive.example/1"]);
    assert.deepEqual(readCitation({ text: "a book, p. 3" }), {
      text: "a book, p. 3",
      url: "a book, p. 3",
      address: null,
    });
    assert.equal(readCitation({ text: "https://example.com" }).address, "https://example.com/");
  });
});
