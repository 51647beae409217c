import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  escapeMarkdown,
  shorten,
  shortenMiddle,
  makeVisible,
  readWebAddress,
} from "../explorer/page/assets/core/text.js";

describe("text from a file", () => {
  it("shows what would hide or reorder its neighbours", () => {
    for (const unseen of [
      "\u0000",
      "\u001B",
      "\u007F",
      "\u0085",
      "\u00AD",
      "\u200B",
      "\u200E",
      "\u200F",
      "\u202A",
      "\u202E",
      "\u2060",
      "\u2066",
      "\u2069",
      "\uFEFF",
      "\uD800",
    ]) {
      assert.equal(makeVisible(`a${unseen}b`), "a\uFFFDb", unseen.codePointAt(0).toString(16));
    }
  });

  it("shows blank letters and tags, which would make a name of nothing", () => {
    for (const blank of [
      "\u034F",
      "\u115F",
      "\u1160",
      "\u180E",
      "\u2800",
      "\u3164",
      "\uFFA0",
      "\u{E0000}",
      "\u{E0041}",
      "\u{E007F}",
    ]) {
      assert.equal(makeVisible(`a${blank}b`), "a\uFFFDb", blank.codePointAt(0).toString(16));
    }
    assert.equal(makeVisible("\u3164".repeat(3)), "\uFFFD".repeat(3));
  });

  it("stays as it is in every script, and so do joiners and emoji", () => {
    for (const text of [
      "Лукашенко",
      "می\u200Cخواهم",
      "👩\u200D🚒",
      "❤\uFE0F",
      "👩🏽\u200D❤\uFE0F\u200D👨🏽",
      "한국",
      "ᠮᠣᠩᠭᠣᠯ",
      "ŁódŹ é",
      "a b",
    ]) {
      assert.equal(makeVisible(text), text);
    }
  });

  it("shows every pile of joiners or accents, not the first alone", () => {
    const [joiners, accents] = ["\u200D".repeat(4), "\u0301".repeat(8)];
    const pile = "\u200D\u200D\uFFFD\uFFFD";
    assert.equal(makeVisible(`a${joiners}b${joiners}c`), `a${pile}b${pile}c`);
    const stack = `${"\u0301".repeat(6)}\uFFFD\uFFFD`;
    assert.equal(makeVisible(`a${accents}b${accents}c`), `a${stack}b${stack}c`);
  });

  it("is on one line", () => {
    assert.equal(makeVisible("one\ntwo\r\nthree\tfour"), "one two three four");
  });

  it("is shortened in its middle by whole characters, as in Python", () => {
    assert.equal(shortenMiddle("Lukashenko"), "Lukashenko");
    assert.equal(shortenMiddle("Lukashenko", 5), "Lu…ko");
    assert.equal(shortenMiddle("Lukashenko", 4), "Lu…o");
    assert.equal(shortenMiddle("👩".repeat(5), 5), "👩".repeat(5));
    assert.equal(shortenMiddle("👩".repeat(6), 5), "👩👩…👩👩");
    assert.equal(shortenMiddle("x".repeat(201)), `${"x".repeat(100)}…${"x".repeat(99)}`);
  });

  it("is shortened by whole characters", () => {
    assert.equal(shorten("short"), "short");
    assert.equal(shorten("x".repeat(32)), "x".repeat(32));
    assert.equal(shorten("x".repeat(33)), `${"x".repeat(31)}…`);
    assert.equal(shorten("😀😀😀😀", 3), "😀😀…");
    assert.equal(shorten("😀😀😀", 3), "😀😀😀");
    assert.equal(shorten("the actor", 5), "the…");
  });
});

describe("a link", () => {
  it("leads to http and https", () => {
    assert.equal(readWebAddress("https://example.org/a?b=c#d"), "https://example.org/a?b=c#d");
    assert.equal(readWebAddress("HTTP://example.org"), "http://example.org/");
  });

  it("leads nowhere else", () => {
    const others = [
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://example.org",
      "//example.org",
      "example.org",
      "a book, 2022",
      "",
      "https://user@example.org",
      "https://user:word@example.org",
      "https:example.org",
      "https://",
      "https://exa mple.org",
      "java\nscript:alert(1)",
      "https://example.org/\u202Etxt",
      " https://example.org",
      "https:\\\\example.org",
    ];
    for (const text of others) assert.equal(readWebAddress(text), null, text);
  });
});

describe("text in Markdown", () => {
  it("stays text", () => {
    assert.equal(escapeMarkdown("[x](javascript:1)"), "\\[x\\](javascript:1)");
    assert.equal(escapeMarkdown("<b>&amp;`*_~|"), "\\<b\\>\\&amp;\\`\\*\\_\\~\\|");
    assert.equal(escapeMarkdown("# title"), "\\# title");
    assert.equal(escapeMarkdown("- item"), "\\- item");
    assert.equal(escapeMarkdown("1. Brigade"), "1\\. Brigade");
    assert.equal(
      escapeMarkdown("see https://example.org or www.example.org"),
      "see https\\://example.org or www\\.example.org",
    );
    assert.equal(escapeMarkdown("a\n\n# b"), "a  \\# b");
  });

  it("is not touched where nothing is special", () => {
    assert.equal(
      escapeMarkdown("A funds B (2020 to 2022), 1st guards - really."),
      "A funds B (2020 to 2022), 1st guards - really.",
    );
  });
});
