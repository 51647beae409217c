/** Sources for programs that keep references, as Python writes them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  toCslItems,
  writeBibtex,
  writeCslJson,
} from "../explorer/page/assets/core/bibliography.js";

/** @param {Record<string, string>} fields */
function makeSource(fields) {
  const empty = { id: "", title: "", author: "", publisher: "", date: "", url: "", via: "" };
  return { source: { ...empty, archiveUrl: "", voice: "", citation: "", ...fields } };
}

const FIRST = makeSource({
  id: "s1",
  title: "100% & true",
  author: "Bo, C.",
  publisher: "Press",
  date: "2022-08-03",
  url: "https://example.org/1",
});
const SECOND = makeSource({ id: "s 1", title: "Second", date: "1450~", via: "s1" });

describe("the bibliography of a path", () => {
  it("has what reference managers read", () => {
    assert.deepEqual(toCslItems([FIRST, { text: "https://example.org/x" }, SECOND]), [
      {
        id: "s1",
        type: "webpage",
        title: "100% & true",
        author: [{ literal: "Bo, C." }],
        issued: { "date-parts": [[2022, 8, 3]] },
        publisher: "Press",
        URL: "https://example.org/1",
      },
      {
        id: "reference",
        type: "webpage",
        title: "https://example.org/x",
        URL: "https://example.org/x",
      },
      {
        id: "s-1",
        type: "document",
        title: "Second",
        issued: { "date-parts": [[1450]], circa: true },
        note: "Quoted in s1.",
      },
    ]);
  });

  it("is BibTeX in which names stay as they are", () => {
    assert.equal(
      writeBibtex([FIRST, { text: "A {letter} & more" }]),
      "@misc{s1,\n  author = {{Bo, C.}},\n  title = {{100\\% \\& true}},\n  year = {2022},\n" +
        "  month = {8},\n  publisher = {{Press}},\n  url = {https://example.org/1},\n}\n\n" +
        "@misc{reference,\n  title = {{A \\{letter\\} \\& more}},\n}\n",
    );
  });

  it("has each key once, and no address that a link may not lead to", () => {
    const twice = [makeSource({ id: "a b", url: "javascript:x" }), makeSource({ id: "a-b" })];
    assert.deepEqual(
      toCslItems(twice).map(({ id, URL = "" }) => [id, URL]),
      [
        ["a-b", ""],
        ["a-b-2", ""],
      ],
    );
    assert.equal(writeCslJson([]), "[]\n");
  });
});
