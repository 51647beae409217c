import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

const ASSETS = new URL("../explorer/page/assets/", import.meta.url);
const IMPORT = /^import \{ \w+(?:, \w+)* \} from "\.\.?\/(?:core\/|view\/)?\w+\.js";$/;
const TOP_LEVEL = /^(?:export )?(?:async )?(?:function\*?|const|let|var|class) (\w+)/;

const files = readdirSync(ASSETS, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".js") && !name.startsWith("vendor/"))
  .sort();
const linesOf = (name) => readFileSync(new URL(name, ASSETS), "utf8").split("\n");

describe("the page's modules can be put one after the other into one script", () => {
  it("because they import by name, each on one line", () => {
    for (const name of files) {
      for (const line of linesOf(name).filter((text) => /^\s*import\b/.test(text))) assert.match(line, IMPORT, name);
    }
  });

  it("because they export functions and constants where they stand", () => {
    for (const name of files) {
      for (const line of linesOf(name).filter((text) => /^\s*export\b/.test(text))) {
        assert.match(line, /^export (?:async )?(?:function|const) \w+/, name);
      }
    }
  });

  it("because no two of them give the same name to anything", () => {
    const definedIn = new Map();
    for (const name of files) {
      for (const [, defined] of linesOf(name).map((line) => TOP_LEVEL.exec(line)).filter(Boolean)) {
        assert.equal(definedIn.get(defined), undefined, `${defined} is defined in ${name} as well`);
        definedIn.set(defined, name);
      }
    }
    assert.equal(definedIn.get("findPaths"), "core/paths.js");
  });

  it("and the core imports nothing but the core", () => {
    for (const name of files.filter((file) => file.startsWith("core/"))) {
      for (const line of linesOf(name).filter((text) => text.startsWith("import "))) assert.match(line, /"\.\/\w+\.js"/, name);
    }
  });
});
