/**
 * Compares two scripts for a test of Python: the same code, but for the names of variables. Each
 * variable is known by the place where it is named first; what modules hand on to one another may
 * have another name on both sides.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyze } from "eslint-scope";
import { parse } from "espree";

const SKIPPED = new Set(["type", "range", "start", "end", "shorthand"]);
const VERSION = { ecmaVersion: 2024, sourceType: "module" };

const [before, after] = process.argv.slice(2).map(describe);
assert.ok(before.words.length > 100);
before.words.forEach((word, place) => {
  const near = before.words.slice(Math.max(0, place - 8), place + 8).join(" ");
  assert.equal(after.words[place], word, near);
});
assert.deepEqual([after.words.length, after.globals], [before.words.length, before.globals]);

function describe(file) {
  const tree = parse(readFileSync(file, "utf8"), { ...VERSION, range: true });
  const scopes = analyze(tree, VERSION);
  const numberAt = numberVariables(scopes);
  const words = [];
  describeNode(tree.body, words, numberAt);
  const globals = new Set(scopes.globalScope.through.map(({ identifier }) => identifier.name));
  return { words, globals: [...globals].sort() };
}

function numberVariables({ scopes }) {
  const places = scopes
    .flatMap(({ variables }) => variables)
    .flatMap((variable) =>
      [...variable.identifiers, ...variable.references.map(({ identifier }) => identifier)].map(
        ({ range }) => [range[0], variable],
      ),
    )
    .sort(([one], [other]) => one - other);
  const numbers = new Map();
  for (const [, variable] of places) {
    if (!numbers.has(variable)) numbers.set(variable, numbers.size);
  }
  return new Map(places.map(([place, variable]) => [place, numbers.get(variable)]));
}

/** What is handed on from module to module: `const {a} = $1;`, and `return {a};` at its end. */
function isHandedOn(node) {
  if (node.type === "VariableDeclarator") return /^\$\d+$/.test(node.init?.name ?? "");
  return node.type === "ReturnStatement" && node.isLast;
}

function describeNode(node, words, numberAt, isShared = false) {
  if (Array.isArray(node)) {
    words.push("[", ...[]);
    for (const each of node) describeNode(each, words, numberAt, isShared);
    words.push("]");
  } else if (node?.type === "Identifier") {
    const number = numberAt.get(node.range[0]);
    words.push(number === undefined ? node.name : `#${number}`);
  } else if (typeof node?.type === "string") {
    markLastReturn(node);
    describeParts(node, words, numberAt, isShared || isHandedOn(node));
  } else words.push(node instanceof RegExp ? String(node) : JSON.stringify(node));
}

/** The modules are functions of the script's own level, called at once. */
function markLastReturn({ type, callee }) {
  const last = type === "CallExpression" && callee.body?.body?.at?.(-1);
  if (last) last.isLast = true;
}

function describeParts(node, words, numberAt, isShared) {
  words.push(node.type);
  for (const [name, part] of Object.entries(node)) {
    if (SKIPPED.has(name) || name === "isLast") continue;
    if (node.type === "Property" && name === "key" && !node.computed) {
      words.push(isShared && node.shorthand ? "shared" : String(part.name ?? part.value));
    } else describeNode(part, words, numberAt, isShared);
  }
}
