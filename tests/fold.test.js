import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldWords } from "../explorer/page/assets/core/fold.js";

const TABLE = new Map(Object.entries({ ł: "l", Ł: "l", é: "e", ß: "ss", л: "l", ь: "'", "–": "-", "́": "" }));

describe("folded words", () => {
  it("are lower-case letters and digits", () => {
    assert.deepEqual(foldWords("  The 1st Guards-Regiment (old)! ", TABLE), ["the", "1st", "guards", "regiment", "old"]);
    assert.deepEqual(foldWords("", TABLE), []);
    assert.deepEqual(foldWords("--- ...", TABLE), []);
  });

  it("are transliterated by the table", () => {
    assert.deepEqual(foldWords("Łukasz é Straße", TABLE), ["lukasz", "e", "strasse"]);
  });

  it("do not depend on how a letter is put together", () => {
    assert.deepEqual(foldWords("e\u0301", TABLE), ["e"]);
    assert.deepEqual(foldWords("ｆｕｌｌ ﬁne ²", TABLE), ["full", "fine", "2"]);
  });

  it("lose apostrophes of every kind, also those that transliteration makes", () => {
    for (const apostrophe of "'\"`’‘ʼʹ") assert.deepEqual(foldWords(`O${apostrophe}Brien`, TABLE), ["obrien"], apostrophe);
    assert.deepEqual(foldWords("ль", TABLE), ["l"]);
  });

  it("are parted by punctuation, known to the table or not", () => {
    assert.deepEqual(foldWords("a–b—c", TABLE), ["a", "b", "c"]);
  });

  it("keep a letter that the table lacks, so that it equals nothing else", () => {
    assert.deepEqual(foldWords("x漢y", TABLE), ["x漢y"]);
  });

  it("lose marks and format characters that the table lacks", () => {
    assert.deepEqual(foldWords("a\u200Dq\u0323", TABLE), ["aq"]);
  });
});
