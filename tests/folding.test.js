import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldWords, findLossyScripts } from "../explorer/page/assets/core/folding.js";

const TABLE = new Map(
  Object.entries({
    ł: "l",
    Ł: "l",
    é: "e",
    ß: "ss",
    л: "l",
    ь: "",
    न: "n",
    "ा": "a",
    王: "wang",
    薇: "wei",
  }),
);

describe("folded words", () => {
  it("are the same with a letter that is not ASCII beside them", () => {
    const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    for (const text of characters.flatMap((c) => [c, `a${c}B`, `1${c}${c} x`])) {
      assert.deepEqual(foldWords(`${text} é`, TABLE), [...foldWords(text, TABLE), "e"], text);
    }
  });

  it("are lower-case letters and digits", () => {
    assert.deepEqual(foldWords("  The 1st Guards-Regiment (old)! ", TABLE), [
      "the",
      "1st",
      "guards",
      "regiment",
      "old",
    ]);
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

  it("lose apostrophes of every kind, also the soft sign", () => {
    for (const apostrophe of "'\"`’‘ʼʹ") {
      assert.deepEqual(foldWords(`O${apostrophe}Brien`, TABLE), ["obrien"], apostrophe);
    }
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

  it("keep a letter without a sound where the word has no other", () => {
    assert.deepEqual(foldWords("ль Ь ьь", TABLE), ["l", "ь", "ьь"]);
  });

  it("lose the marks of a letter of which the rest is known", () => {
    assert.deepEqual(foldWords("ấ Ǿ", new Map([["ø", "o"]])), ["a", "o"]);
    assert.deepEqual(foldWords("가", TABLE), ["가"]);
  });

  it("keep a mark that the table lacks where it may be a vowel", () => {
    assert.deepEqual(foldWords("ना नि", TABLE), ["na", "nि"]);
  });

  it("have the digits of every script", () => {
    assert.deepEqual(foldWords("٠٩ ۵ १ ๙ 𝟗 𞥖", TABLE), ["09", "5", "1", "9", "9", "6"]);
  });

  it("are also the symbols, each by itself, and the numbers that are not plain digits", () => {
    assert.deepEqual(foldWords("C++ ABC♥️👨‍👩", TABLE), ["c", "+", "+", "abc", "♥", "👨", "👩"]);
    assert.deepEqual(foldWords("5² ½ ⑤ ፩", TABLE), ["5", "2", "1", "⁄", "2", "5", "፩"]);
  });

  it("keep the letters of the scripts they are told to", () => {
    assert.deepEqual(foldWords("王薇 л", TABLE), ["wangwei", "l"]);
    assert.deepEqual(foldWords("王薇 л", TABLE, ["Han"]), ["王薇", "l"]);
    assert.deepEqual(foldWords("عَلِـي ٥", TABLE, ["Arabic"]), ["علي", "5"]);
  });
});

describe("the lossy scripts of a text", () => {
  it("are those whose letters are not told apart by transliteration", () => {
    assert.deepEqual(findLossyScripts("王 Лукашенко ｶ ﷲ"), ["Arabic", "Katakana", "Han"]);
    assert.deepEqual(findLossyScripts("Minsk"), []);
  });
});
