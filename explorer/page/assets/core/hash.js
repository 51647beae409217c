/**
 * What the page shows <-> the hash of its address, such as #path=lukashenko,vilnius&avoid=borders.
 *
 * A hash is anybody's text: what is unknown in it, or malformed, is passed over.
 */
import { listColourings } from "./colourings.js";
import { toFirstDay, isPartialDate, toLastDay } from "./dates.js";
import { makeDefaultFilters } from "./filters.js";
import { PANELS } from "./panels.js";
import { VERSIONS } from "./versions.js";

/**
 * @typedef {{view: string, actor: string, relation: string, path: [string, string]|null, which:
 *   number,
 *   only: boolean, directed: boolean, avoid: Set<string>, filters: import("./filters.js").Filters,
 *   sizeBy: string,
 *   colourBy: string, rankBy: string, panel: string, ego: number, whole: boolean,
 *   rests: string, unsourced: boolean, community: number, step: number|null}} State
 *   which: number of the path shown, from 1; only: nothing but that path is drawn; avoid: types
 *   that only the path avoids; sizeBy, rankBy: id of a measure or "";
 *   colourBy: see `colourings.js`; panel: the one the reader turned to, "" for the one that tells
 *   of what is chosen; ego: steps around the actor, 0 for the whole network;
 *   whole: all of a large network is drawn, not only its foremost actors; rests: id of the source
 *   of which is shown what rests on it, or ""; unsourced: what has no source is shown;
 *   community: number of the one that alone is drawn, 0 for all;
 *   step: of the story, 0 for its introduction, null while it is closed
 */

/** What the page can show; the first is what it opens with. */
export const VIEWS = ["network", "table", "timeline"];

const WIDEST_EGO = 9;
const HIGHEST_WHICH = 100000;

/** @returns {State} the page as it opens */
export function makeDefaultState() {
  return {
    view: VIEWS[0],
    actor: "",
    relation: "",
    path: null,
    which: 1,
    only: false,
    directed: false,
    avoid: new Set(),
    filters: makeDefaultFilters(),
    sizeBy: "",
    colourBy: "plain",
    rankBy: "",
    panel: "",
    ego: 0,
    whole: false,
    rests: "",
    unsourced: false,
    community: 0,
    step: null,
  };
}

/**
 * @param {string} text with or without its "#"
 * @param {import("./document.js").Network} network whose ids are known
 * @returns {State}
 */
export function parseHash(text, network) {
  const state = makeDefaultState();
  for (const part of text.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    const field = HASH_FIELDS.get(part.slice(0, at));
    if (at > 0 && field !== undefined) {
      field.read(state, decodeValues(part.slice(at + 1)), network);
    }
  }
  const { from, to } = state.filters;
  if (from && to && toFirstDay(from) > toLastDay(to)) {
    Object.assign(state.filters, { from: "", to: "" });
  }
  return state;
}

/**
 * The actors a hash names that the network does not have: they are passed over, but a reader should
 * know.
 *
 * @param {string} text
 * @param {import("./document.js").Network} network
 * @returns {string[]} ids, each once
 */
export function findUnknownActors(text, network) {
  const parts = text
    .replace(/^#/, "")
    .split("&")
    .map((part) => part.split("="));
  const named = parts
    .filter(([name]) => ["actor", "path", "without"].includes(name))
    .flatMap(([, values = ""]) => decodeValues(values));
  return [...new Set(named)].filter((id) => id !== "" && !network.actorById.has(id));
}

/**
 * The same state always gives the same text, and what is as the page opens is left out.
 *
 * @param {State} state
 * @returns {string} "#..." or "", as location.hash reads
 */
export function formatHash(state) {
  const parts = [];
  for (const [name, field] of HASH_FIELDS) {
    const values = field.write(state);
    if (values.length) parts.push(`${name}=${values.map(encodeValue).join(",")}`);
  }
  return parts.length ? `#${parts.join("&")}` : "";
}

/** @returns {string[]} what a hash can tell, in the order in which it is written */
export function listFields() {
  return [...HASH_FIELDS.keys()];
}

const getState = (state) => state;
const getFilters = (state) => state.filters;

/** In the order in which they are written. */
const HASH_FIELDS = new Map([
  ["view", makeChoiceField(getState, "view", () => VIEWS)],
  ["actor", makeIdField(getState, "actor", "actorById")],
  ["relation", makeIdField(getState, "relation", "relationById")],
  ["ego", makeNumberField(getState, "ego", /^\d$/, WIDEST_EGO)],
  ["path", { read: readPath, write: ({ path }) => path ?? [] }],
  ["which", makeNumberField(getState, "which", /^[1-9]\d*$/, HIGHEST_WHICH)],
  ["only", makeFlagField(getState, "only")],
  ["directed", makeFlagField(getState, "directed")],
  ["avoid", makeSetField(getState, "avoid", "typeById")],
  ["without", makeSetField(getFilters, "without", "actorById")],
  ["hide", makeSetField(getFilters, "hiddenTypes", "typeById")],
  ["hidekinds", makeSetField(getFilters, "hiddenKinds", "kindById")],
  ["at", makeDateField("at")],
  ["from", makeDateField("from")],
  ["to", makeDateField("to")],
  ["undated", makeFlagField(getFilters, "undated")],
  ["confidence", makeNumberField(getFilters, "confidence", /^(?:0|1|0?\.\d+)$/, 1)],
  ["unrated", makeFlagField(getFilters, "unrated")],
  ["wrong", makeIdField(getFilters, "source", "sourceById")],
  ["version", makeChoiceField(getFilters, "version", ({ versions }) => (versions ? VERSIONS : []))],
  ["hidechanges", makeSetField(getFilters, "hiddenChanges", "changeById")],
  ["size", makeChoiceField(getState, "sizeBy", (network) => network.measures.map(({ id }) => id))],
  [
    "colour",
    makeChoiceField(getState, "colourBy", (network) => listColourings(network).map(({ id }) => id)),
  ],
  ["rank", makeChoiceField(getState, "rankBy", (network) => network.measures.map(({ id }) => id))],
  ["panel", makeChoiceField(getState, "panel", () => PANELS)],
  ["whole", makeFlagField(getState, "whole")],
  ["rests", makeIdField(getState, "rests", "sourceById")],
  ["unsourced", makeFlagField(getState, "unsourced")],
  ["community", makeField(getState, "community", isCommunity, String, Number)],
  ["step", { read: readStep, write: ({ step }) => (step === null ? [] : [String(step)]) }],
]);

/**
 * A field of which a value is kept when `accepts` does, and written when it is not as the page
 * opens.
 */
function makeField(part, name, accepts, toText = String, fromText = (text) => text) {
  return {
    read(state, [text], network) {
      if (text !== undefined && accepts(text, network)) part(state)[name] = fromText(text);
    },
    write(state) {
      const value = part(state)[name];
      return value === part(makeDefaultState())[name] ? [] : [toText(value)];
    },
  };
}

function makeChoiceField(part, name, choices) {
  return makeField(part, name, (text, network) => choices(network).includes(text));
}

function makeIdField(part, name, index) {
  return makeField(part, name, (text, network) => network[index].has(text));
}

function makeDateField(name) {
  return makeField(getFilters, name, isPartialDate);
}

function makeNumberField(part, name, pattern, most) {
  return makeField(
    part,
    name,
    (text) => pattern.test(text) && Number(text) <= most,
    String,
    Number,
  );
}

function isCommunity(text, { communities }) {
  return /^[1-9]\d{0,8}$/.test(text) && Number(text) <= communities.list.length;
}

function makeFlagField(part, name) {
  const write = (value) => (value ? "yes" : "no");
  return makeField(
    part,
    name,
    (text) => text === "yes" || text === "no",
    write,
    (text) => text === "yes",
  );
}

function makeSetField(part, name, index) {
  return {
    read(state, texts, network) {
      part(state)[name] = new Set(texts.filter((text) => network[index].has(text)));
    },
    write: (state) => [...part(state)[name]].sort(),
  };
}

function readPath(state, ids, network) {
  if (ids.length === 2 && ids.every((id) => network.actorById.has(id))) state.path = ids;
}

function readStep(state, [text], { story }) {
  if (story && /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) <= story.steps.length) {
    state.step = Number(text);
  }
}

/** The values between commas; one that is not well encoded is left out. */
export function decodeValues(text) {
  return text.split(",").flatMap((value) => {
    try {
      return [decodeURIComponent(value)];
    } catch {
      return [];
    }
  });
}

/** Encoded as a browser would encode it, and no more than that where it can still be read. */
export function encodeValue(value) {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, "\uFFFD")).replace(
    /%(?:3A|2F|40)/g,
    decodeURIComponent,
  );
}
