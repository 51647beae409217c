/** What a page link asks for that means nothing here: passed over, but a reader should know. */
import { parseConfidence } from "./confidence.js";
import { readLayout } from "./layout_file.js";
import { decodeValues, isField, parseHash } from "./page_link.js";
import { makeDefaultState } from "./page_state.js";

const ACTOR_FIELDS = ["actor", "path", "avoid_actor", "fold"];
/** The fields that layout_file.js reads, and how many values say one thing. */
const FURTHER_FIELDS = new Map([
  ["moved", 3],
  ["notes", 2],
  ["tienotes", 2],
]);
const SET_FIELDS = [
  "path_avoid",
  "avoid_actor",
  "avoid",
  "avoid_kind",
  "hide_changes",
  "according_to",
  "basis",
  "avoid_basis",
  "fold",
  "fold_community",
];
const NEEDS = new Map([
  ["ego", "actor"],
  ["path_number", "path"],
]);

/**
 * A field of a link, and its values as they are written.
 * @typedef {{name: string, rest: string}} LinkPart
 */

/**
 * @param {string} text
 * @returns {LinkPart[]}
 */
function splitLink(text) {
  return text
    .replace(/^#/, "")
    .split("&")
    .filter(Boolean)
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0
        ? { name: part, rest: "" }
        : { name: part.slice(0, at), rest: part.slice(at + 1) };
    });
}

/**
 * The actors a link names that the network does not have.
 * @param {string} text
 * @param {Network} network
 * @returns {string[]} ids, each once
 */
export function findUnknownActors(text, network) {
  const named = splitLink(text).flatMap(({ name, rest }) => {
    if (ACTOR_FIELDS.includes(name)) return decodeValues(rest);
    if (name === "moved") return decodeValues(rest).filter((_, i) => i % 3 === 0);
    return name === "notes" ? decodeValues(rest).filter((_, i) => i % 2 === 0) : [];
  });
  return [...new Set(named)].filter((id) => id !== "" && !network.actorById.has(id));
}

/**
 * Everything else in a link that means nothing here.
 * @param {string} text
 * @param {Network} network
 * @returns {string[]} such as "avoid=fnds", each once
 */
export function findFlaws(text, network) {
  const parts = splitLink(text);
  const names = parts.map(({ name }) => name);
  const flaws = [
    ...parts.flatMap((part) => findPartFlaws(part, network)),
    ...names.filter((name, i) => names.indexOf(name) < i).map((name) => `${name} twice`),
    ...parts
      .filter(({ name, rest }) => !isDefault(name, rest) && lacksItsNeed(name, names))
      .map(formatPart),
    ...findReversedPeriod(text, network),
  ];
  return [...new Set(flaws)];
}

/**
 * @param {string} name of a field
 * @param {string[]} names of all
 */
function lacksItsNeed(name, names) {
  const need = NEEDS.get(name);
  return need !== undefined && !names.includes(need);
}

/**
 * @param {LinkPart} part
 * @param {Network} network
 * @returns {string[]}
 */
function findPartFlaws(part, network) {
  const { name, rest } = part;
  const size = FURTHER_FIELDS.get(name);
  if (size) return findLayoutFlaws(part, size, network);
  if (!isField(name)) return [name];
  if (findUnknownActors(`${name}=${rest}`, network).length) return []; // told as actors
  const values = rest.split(",");
  if (decodeValues(rest).length < values.length) return [formatPart(part)];
  if (name === "path" || (values.length > 1 && !SET_FIELDS.includes(name))) {
    const isRead = name === "path" && isUnderstood(`${name}=${rest}`, network);
    return isRead ? [] : [formatPart(part)];
  }
  return values
    .filter((value) => !isUnderstood(`${name}=${value}`, network))
    .map((value) => formatPart({ name, rest: value }));
}

/**
 * The positions and notes of a link that are not taken; unknown actors are told as actors.
 * @param {LinkPart} part
 * @param {number} size of each
 * @param {Network} network
 * @returns {string[]}
 */
function findLayoutFlaws({ name, rest }, size, network) {
  const values = rest.split(",");
  const plain = { ...network, saved: { ...network.saved, notes: { actors: {}, relations: {} } } };
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => ({
    name,
    rest: values.slice(i * size, (i + 1) * size).join(","),
  }))
    .filter((each) => !findUnknownActors(`${name}=${each.rest}`, network).length)
    .filter((each) => {
      const { moved, notes } = readLayout(plain, `${name}=${each.rest}`);
      return moved.size + notes.actors.size + notes.relations.size === 0;
    })
    .map(formatPart);
}

/** @param {LinkPart} part */
function formatPart({ name, rest }) {
  try {
    return `${name}=${decodeURIComponent(rest)}`;
  } catch {
    return `${name}=${rest}`;
  }
}

/**
 * Whether a field with one value says something, if only what the page shows anyway.
 * @param {string} part
 * @param {Network} network
 */
function isUnderstood(part, network) {
  const [name, value] = part.split("=");
  const untouched = JSON.stringify(listPlain(makeDefaultState()));
  const read = JSON.stringify(listPlain(parseHash(part, network)));
  return read !== untouched || isDefault(name, decodeValues(value)[0]);
}

/** @type {Record<string, string[]|undefined>} */
const DEFAULTS = {
  view: ["network"],
  ego: ["0"],
  path_number: ["1"],
  path_alone: ["no"],
  path_by: ["steps"],
  path_hubs: ["yes"],
  directed: ["no"],
  at: [""],
  certain: ["no"],
  undated: ["yes"],
  unrated: ["yes"],
  version: ["both"],
  colour_by: ["plain"],
  without_relations: ["gone"],
  whole: ["no"],
  unsourced: ["no"],
  table: ["actors"],
  find: [""],
};

/**
 * @param {string} name
 * @param {string|undefined} value
 */
function isDefault(name, value) {
  if (value === undefined) return false;
  if (name === "min_confidence") return parseConfidence(value) === 0;
  return Object.hasOwn(DEFAULTS, name) && Boolean(DEFAULTS[name]?.includes(value));
}

/** @param {State} state */
function listPlain({ filters, ...state }) {
  return [...Object.entries(state), ...Object.entries(filters)].map(([name, value]) => [
    name,
    value instanceof Set ? [...value] : value,
  ]);
}

/**
 * A period that ends before it begins.
 * @param {string} text
 * @param {Network} network
 */
function findReversedPeriod(text, network) {
  const parts = new Map(splitLink(text).map(({ name, rest }) => [name, rest]));
  if (!parts.has("from") || !parts.has("to")) return [];
  const [from, to] = [parts.get("from"), parts.get("to")];
  const isRead = [`from=${from}`, `to=${to}`].every((part) => isUnderstood(part, network));
  const { filters } = parseHash(`from=${from}&to=${to}`, network);
  return isRead && !filters.from ? [`from=${from}&to=${to}`] : [];
}
