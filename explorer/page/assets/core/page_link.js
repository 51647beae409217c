/**
 * What the page shows <-> the hash of its address, such as
 * #path=lukashenko,vilnius&path_avoid=borders.
 *
 * A hash is anybody's text: what is unknown in it, or malformed, is passed over.
 */
import {
  getFilters,
  getState,
  makeChoiceField,
  makeConfidenceField,
  makeDateField,
  makeField,
  makeFlagField,
  makeIdField,
  makeNumberField,
  makeSetField,
} from "./link_fields.js";
import {
  HIGHEST_PATH_NUMBER,
  LONGEST_FIND,
  LONGEST_QUESTION,
  MOST_NAMED,
  MOST_STEPPED,
  TABLES,
  TIMELINES,
  VIEWS,
  WIDEST_EGO,
  makeDefaultState,
} from "./page_state.js";
import { listColourings } from "./colourings.js";
import { parseDate } from "./dates.js";
import { WITHOUT_RELATIONS } from "./lone_actors.js";
import { ORDERS } from "./path_question.js";
import { PANELS } from "./panels.js";
import { listActorColumns, listRelationColumns } from "./table.js";
import { TIME_RULES } from "./time_rules.js";
import { VERSIONS } from "./versions.js";

/** @import { HashField } from "./link_fields.js" */

const MOST_GROUPS = 20; // of an answer

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
