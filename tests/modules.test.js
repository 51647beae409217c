import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

const ASSETS = new URL("../explorer/page/assets/", import.meta.url);
const IMPORT = /^import \{\s+\w+(?:,\s+\w+)*,?\s+\} from "(\.\.?\/(?:core\/|view\/)?\w+\.js)";$/gm;

const files = readdirSync(ASSETS, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".js") && !name.startsWith("vendor/"))
  .sort();
const read = (name) => readFileSync(new URL(name, ASSETS), "utf8");
const matchLines = (name, pattern) =>
  read(name)
    .split("\n")
    .filter((line) => pattern.test(line));

describe("the page's modules can be joined to one script", () => {
  it("because they import by name, at the top", () => {
    for (const name of files) {
      const imports = [...read(name).matchAll(IMPORT)];
      assert.equal(imports.length, matchLines(name, /^\s*import\b/).length, name);
    }
  });

  it("because they export functions and constants where they are declared", () => {
    for (const name of files) {
      for (const line of matchLines(name, /^\s*export\b/)) {
        assert.match(line, /^export (?:async )?(?:function\*?|const) \w+/, name);
      }
    }
  });

  it("and the core imports nothing but the core", () => {
    for (const name of files.filter((file) => file.startsWith("core/"))) {
      for (const [, path] of read(name).matchAll(IMPORT)) assert.match(path, /^\.\/\w+\.js$/, name);
    }
  });
});
