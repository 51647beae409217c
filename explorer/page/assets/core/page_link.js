/**
 * What the page shows <-> the hash of its address, such as
 * #path=lukashenko,vilnius&path_avoid=borders.
 *
 * A hash is anybody's text: what is unknown in it, or malformed, is passed over.
 */
import { listColourings } from "./colourings.js";
import { parseConfidence } from "./confidence.js";
import { isAskedDate, parseDate } from "./dates.js";
import { makeDefaultFilters } from "./filters.js";
import { WITHOUT_RELATIONS } from "./lone_actors.js";
import { ORDERS } from "./path_question.js";
import { PANELS } from "./panels.js";
import { listActorColumns, listRelationColumns } from "./table.js";
import { TIME_RULES } from "./time_rules.js";
import { VERSIONS } from "./versions.js";

/** What the page can show; the first is what it opens with. */
export const VIEWS = ["network", "table", "timeline"];

/** The tables of the view of that name; the first is what it opens with. */
export const TABLES = /** @type {TableName[]} */ (["actors", "relations"]);

/** What the view of that name shows: a line for each relation, or how the network changes. */
export const TIMELINES = ["relations", "changes"];

export const LONGEST_QUESTION = 2_000;
const MOST_GROUPS = 20; // of an answer
export const WIDEST_EGO = 9;
export const LONGEST_FIND = 200;
export const HIGHEST_PATH_NUMBER = 100000;
export const MOST_NAMED = 10; // actors through whom a path leads
export const MOST_STEPPED = 100; // paths that are stepped through

/** @returns {State} the page as it opens */
export function makeDefaultState() {
  return {
    view: VIEWS[0],
    actor: "",
    relation: "",
    path: null,
    pathNumber: 1,
    pathAlone: false,
    directed: false,
    pathTimes: "",
    pathBy: ORDERS[0],
    pathK: 0,
    pathMaxLength: 0,
    pathHubs: true,
    pathAvoid: new Set(),
    ask: "",
    askNumber: 0,
    askAlone: false,
    filters: makeDefaultFilters(),
    sizeBy: "",
    colourBy: "",
    withoutRelations: WITHOUT_RELATIONS[0],
    rankBy: "",
    panel: "",
    ego: 0,
    whole: false,
    source: "",
    unsourced: false,
    community: 0,
    table: TABLES[0],
    sort: "",
    find: "",
    timeline: TIMELINES[0],
    fold: new Set(),
    foldCommunity: new Set(),
    step: null,
  };
}

/**
 * @param {string} text with or without its "#"
 * @param {Network} network whose ids are known
 * @returns {State}
 */
export function parseHash(text, network) {
  const state = makeDefaultState();
  for (const part of text.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    const field = HASH_FIELDS.get(name) ?? FORMER_FIELDS.get(name);
    if (at > 0 && field !== undefined) {
      field.read(state, decodeValues(part.slice(at + 1)), network);
    }
  }
  const [from, to] = [state.filters.from, state.filters.to].map(parseDate);
  if (from && to && from.first > to.last) {
    Object.assign(state.filters, { from: "", to: "" });
  }
  return state;
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

/** @returns {string[]} the fields of a hash, in the order in which they are written */
export function listFields() {
  return [...HASH_FIELDS.keys()];
}

/**
 * @param {string} name
 * @returns {boolean} whether a hash may have such a field, if only in links of earlier versions
 */
export function isField(name) {
  return HASH_FIELDS.has(name) || FORMER_FIELDS.has(name);
}

/**
 * @typedef {object} HashField
 * @property {(state: State, values: string[], network: Network) => void} read
 * @property {(state: State) => string[]} write
 *
 * @typedef {(state: State) => any} Part the part of a state that a field is in
 * @typedef {"actorById"|"relationById"|"typeById"|"kindById"|"sourceById"} MainIndex
 * @typedef {MainIndex|"changeById"|"claimantById"|"basisById"} Index
 */

/** @type {Part} */
const getState = (state) => state;
/** @type {Part} */
const getFilters = (state) => state.filters;

/** @param {Network} network */
const listMeasures = ({ measures }) => measures.map(({ id }) => id);

/**
 * In the order in which they are written.
 * @type {Map<string, HashField>}
 */
const HASH_FIELDS = new Map([
  ["view", makeChoiceField(getState, "view", () => VIEWS)],
  ["actor", makeIdField(getState, "actor", "actorById")],
  ["relation", makeIdField(getState, "relation", "relationById")],
  ["ego", makeNumberField(getState, "ego", /^\d$/, WIDEST_EGO)],
  ["path", { read: readPath, write: ({ path }) => path ?? [] }],
  ["path_number", makeNumberField(getState, "pathNumber", /^[1-9]\d*$/, HIGHEST_PATH_NUMBER)],
  ["path_alone", makeFlagField(getState, "pathAlone")],
  ["directed", makeFlagField(getState, "directed")],
  ["path_times", makeChoiceField(getState, "pathTimes", () => Object.keys(TIME_RULES))],
  ["path_by", makeChoiceField(getState, "pathBy", () => ORDERS)],
  ["path_k", makeNumberField(getState, "pathK", /^[1-9]\d*$/, MOST_STEPPED)],
  [
    "path_max_length",
    makeNumberField(getState, "pathMaxLength", /^[1-9]\d*$/, HIGHEST_PATH_NUMBER),
  ],
  ["path_hubs", makeFlagField(getState, "pathHubs")],
  ["path_avoid", makeSetField(getState, "pathAvoid", "typeById")],
  ["ask", makeField(getState, "ask", (text) => text.length <= LONGEST_QUESTION)],
  ["ask_number", makeNumberField(getState, "askNumber", /^[1-9]\d?$/, MOST_GROUPS)],
  ["ask_alone", makeFlagField(getState, "askAlone")],
  ["avoid_actor", makeSetField(getFilters, "avoidActor", "actorById")],
  ["avoid", makeSetField(getFilters, "avoid", "typeById")],
  ["avoid_kind", makeSetField(getFilters, "avoidKind", "kindById")],
  ["at", makeDateField("at")],
  ["from", makeDateField("from")],
  ["to", makeDateField("to")],
  ["certain", makeFlagField(getFilters, "certain")],
  ["min_confidence", makeConfidenceField("minConfidence")],
  ["unrated", makeFlagField(getFilters, "unrated")],
  ["according_to", makeSetField(getFilters, "accordingTo", "claimantById")],
  ["basis", makeSetField(getFilters, "basis", "basisById")],
  ["avoid_basis", makeSetField(getFilters, "avoidBasis", "basisById")],
  ["without_source", makeIdField(getFilters, "withoutSource", "sourceById")],
  ["version", makeChoiceField(getFilters, "version", ({ versions }) => (versions ? VERSIONS : []))],
  ["hide_changes", makeSetField(getFilters, "hideChanges", "changeById")],
  ["size_by", makeChoiceField(getState, "sizeBy", listMeasures)],
  [
    "colour_by",
    makeChoiceField(getState, "colourBy", (network) => listColourings(network).map(({ id }) => id)),
  ],
  ["without_relations", makeChoiceField(getState, "withoutRelations", () => WITHOUT_RELATIONS)],
  ["rank_by", makeChoiceField(getState, "rankBy", listMeasures)],
  ["panel", makeChoiceField(getState, "panel", () => PANELS)],
  ["whole", makeFlagField(getState, "whole")],
  ["source", makeIdField(getState, "source", "sourceById")],
  ["unsourced", makeFlagField(getState, "unsourced")],
  ["community", makeField(getState, "community", isCommunity, String, Number)],
  ["table", makeChoiceField(getState, "table", () => TABLES)],
  ["sort", makeField(getState, "sort", isSort)],
  ["find", makeField(getState, "find", (text) => text.length <= LONGEST_FIND)],
  ["timeline", makeChoiceField(getState, "timeline", () => TIMELINES)],
  ["fold", makeSetField(getState, "fold", "actorById")],
  ["fold_community", { read: readFoldedCommunities, write: writeFoldedCommunities }],
  ["step", { read: readStep, write: ({ step }) => (step === null ? [] : [String(step)]) }],
]);

/**
 * Fields of links that were made by earlier versions: they are read, and never written.
 * @type {Map<string, HashField>}
 */
const FORMER_FIELDS = new Map([
  [
    "undated",
    {
      read(state, [text]) {
        if (text === "no") state.filters.certain = true;
      },
      write: () => [],
    },
  ],
]);

/**
 * Makes a field whose value is read when `accepts` does, and written when it is not as the page
 * opens.
 * @param {Part} part
 * @param {string} name
 * @param {(text: string, network: Network) => boolean} accepts
 * @param {(value: any) => string} [toText]
 * @param {(text: string, network: Network) => any} [fromText]
 * @returns {HashField}
 */
function makeField(part, name, accepts, toText = String, fromText = String) {
  return {
    read(state, [text], network) {
      if (text !== undefined && accepts(text, network)) part(state)[name] = fromText(text, network);
    },
    write(state) {
      const value = part(state)[name];
      return value === part(makeDefaultState())[name] ? [] : [toText(value)];
    },
  };
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {(network: Network) => string[]} choices
 */
function makeChoiceField(part, name, choices) {
  return makeField(part, name, (text, network) => choices(network).includes(text));
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {Index} index
 */
function makeIdField(part, name, index) {
  /**
   * @param {string} text an id, or a former one
   * @param {Network} network
   */
  const find = (text, network) => /** @type {{id: string}} */ (network[index].get(text)).id;
  return makeField(part, name, (text, network) => network[index].has(text), String, find);
}

/** @param {string} name */
function makeDateField(name) {
  return makeField(getFilters, name, isAskedDate);
}

/** @param {string} name */
function makeConfidenceField(name) {
  /** @param {string} text */
  const accepts = (text) => parseConfidence(text) !== null;
  return makeField(getFilters, name, accepts, String, parseConfidence);
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {RegExp} pattern
 * @param {number} most
 */
function makeNumberField(part, name, pattern, most) {
  /** @param {string} text */
  const accepts = (text) => pattern.test(text) && Number(text) <= most;
  return makeField(part, name, accepts, String, Number);
}

/**
 * @param {Part} part
 * @param {string} name
 */
function makeFlagField(part, name) {
  return makeField(
    part,
    name,
    (text) => text === "yes" || text === "no",
    (value) => (value ? "yes" : "no"),
    (text) => text === "yes",
  );
}

/**
 * @param {Part} part
 * @param {string} name
 * @param {Index} index
 * @returns {HashField}
 */
function makeSetField(part, name, index) {
  return {
    read(state, texts, network) {
      part(state)[name] = new Set(texts.filter((text) => network[index].has(text)));
    },
    write: (state) => [...part(state)[name]].sort(),
  };
}

/**
 * Whether there may be such a community: how many there are, the filters decide, and each has two
 * members or more.
 * @param {string} text
 * @param {Network} network
 */
function isCommunity(text, { actors }) {
  return /^[1-9]\d{0,8}$/.test(text) && Number(text) <= actors.length / 2;
}

/**
 * Whether a text is a column of a table, with "-" before it where the highest come first.
 * @param {string} text
 * @param {Network} network
 */
function isSort(text, network) {
  const id = text.replace(/^-/, "");
  const columns = [...listActorColumns(network), ...listRelationColumns(network)];
  return id === "when" || columns.some((column) => column.id === id); // "when" needs a date
}

/**
 * @param {State} state
 * @param {string[]} texts
 * @param {Network} network
 */
function readFoldedCommunities(state, texts, network) {
  state.foldCommunity = new Set(texts.filter((text) => isCommunity(text, network)).map(Number));
}

/** @param {State} state */
function writeFoldedCommunities({ foldCommunity }) {
  return [...foldCommunity].map(String).sort();
}

/**
 * @param {State} state
 * @param {string[]} ids
 * @param {Network} network
 */
function readPath(state, ids, network) {
  const isPath = ids.length > 1 && ids.length <= MOST_NAMED;
  if (isPath && ids.every((id) => network.actorById.has(id))) state.path = ids;
}

/**
 * @param {State} state
 * @param {string[]} texts
 * @param {Network} network
 */
function readStep(state, [text], { story }) {
  if (story && /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) <= story.steps.length) {
    state.step = Number(text);
  }
}

/**
 * The values between commas; one that is not well encoded is left out.
 * @param {string} text
 */
export function decodeValues(text) {
  return text.split(",").flatMap((value) => {
    try {
      return [decodeURIComponent(value)];
    } catch {
      return [];
    }
  });
}

/**
 * Encoded as a browser would encode it, and no more than that where it can still be read.
 * @param {string} value
 */
export function encodeValue(value) {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, "\uFFFD")).replace(
    /%(?:3A|2F|40)/g,
    decodeURIComponent,
  );
}
