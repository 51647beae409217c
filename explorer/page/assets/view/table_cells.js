/** Build the rows of a table: which columns are shown, and what each cell shows. */
import { formatScore } from "../core/ranks.js";
import { formatNumber, formatWeight } from "../core/sentences.js";
import { buildButton, element, isolate } from "./element.js";

const HEADINGS = new Map([
  ["id", "Id"],
  ["source_name", "From"],
  ["target_name", "To"],
  ["type", "Relation"],
  ["name", "Name"],
  ["kind", "Kind"],
  ["start", "Start"],
  ["end", "End"],
  ["relations", "Relations"],
  ["weight", "Weight"],
  ["confidence", "Confidence"],
  ["standing", "Standing"],
  ["claim", "Who says so"],
  ["when", "When"],
  ["note", "Note"],
  ["reference", "Sources"],
  ["change", "Change"],
  ["description", "Description"],
]);

/** The columns on screen, as far as any row fills them, before own columns; a file has all. */
const SHOWN_COLUMNS = {
  actors: [
    "name",
    "kind",
    "start",
    "end",
    "relations",
    "measure:betweenness",
    "measure:pagerank",
    "change",
    "description",
  ],
  relations: [
    "source_name",
    "type",
    "target_name",
    "start",
    "end",
    "weight",
    "confidence",
    "claim",
    "when",
    "change",
    "note",
    "reference",
  ],
};

/**
 * What a click on a cell chooses, by table and column.
 * @type {Record<string, (store: Store, index: number) => void>}
 */
const CHOICES = {
  "actors name": (store, index) => store.choose(store.network.actors[index].id),
  "relations type": (store, index) => store.chooseRelation(store.network.relations[index].id),
  "relations source_name": ({ choose, network }, index) =>
    choose(network.actors[network.relations[index].source].id),
  "relations target_name": ({ choose, network }, index) =>
    choose(network.actors[network.relations[index].target].id),
};

/**
 * Chooses the columns to show: those that any row fills.
 * @param {Tables} tables
 * @param {Column[]} columns
 * @param {Row[]} rows
 */
export function chooseColumns(tables, columns, rows) {
  const standard = SHOWN_COLUMNS[tables.name].flatMap(
    (id) => columns.find((column) => column.id === id) ?? [],
  );
  const own = columns.filter((column) => column.own);
  return [...standard, ...own].filter((column) =>
    rows.some((row) => {
      const text = getCellText(tables, row, column);
      return text !== "" && !(column.id === "weight" && text === 1); // what every relation has
    }),
  );
}

/**
 * Finds the heading of a column; an own one is headed as its author wrote it.
 * @param {Tables} tables
 * @param {Column} column
 */
export function getHeading({ store }, { id, label, own }) {
  if (own) return label;
  const text = HEADINGS.get(id) ?? findMeasure(store, id)?.label ?? label.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Builds a row; its first cell is the heading of the row.
 * @param {Tables} tables
 * @param {Row} row
 * @param {Column[]} columns
 */
export function buildBodyRow(tables, row, columns) {
  const cells = columns.map((column, i) => {
    const content = buildCell(tables, row, column);
    const className = column.numeric ? "number" : null;
    return i === 0
      ? element("th", { scope: "row", class: className }, content)
      : element("td", { class: className, "data-column": column.id }, content);
  });
  return element("tr", {}, cells);
}

/**
 * @param {Tables} tables
 * @param {Row} row
 * @param {Column} column
 */
function buildCell(tables, row, column) {
  const { store, name } = tables;
  const value = getCellText(tables, row, column);
  const choose = CHOICES[`${name} ${column.id}`];
  if (choose) {
    return buildButton(
      "link",
      { "data-key": `${name} ${row.index} ${column.id}`, click: () => choose(store, row.index) },
      isolate(String(value)),
    );
  }
  if (typeof value === "string") return isolate(value);
  if (column.id === "weight") return formatWeight(value);
  return Number.isInteger(value) ? value.toLocaleString("en") : formatNumber(value);
}

/**
 * Finds what a cell shows: labels instead of the ids of kinds and types; "" for an empty cell.
 * @param {Tables} tables
 * @param {Row} row
 * @param {Column} column
 * @returns {string|number}
 */
function getCellText({ store, name }, { index, cells }, { id }) {
  const { actors, relations } = store.network;
  if (name === "actors" && id === "kind") return actors[index].kind.label;
  if (name === "relations" && id === "type") return relations[index].type.label;
  if (id === "standing") return getStanding(store, index);
  if (id === "claim") return joinClaim(getStanding(store, index), String(cells.get(id)));
  if (name === "relations" && id === "reference") return citeAll(relations[index].references);
  const measure = findMeasure(store, id);
  if (measure) return cells.get(id) === null ? "" : formatScore(measure, index);
  return cells.get(id) ?? "";
}

/** @param {Reference[]} references */
function citeAll(references) {
  return references.map(({ source, text }) => source?.citation ?? text).join("; ");
}

/**
 * Finds the standing of a relation; "" where it is asserted and not contested.
 * @param {Store} store
 * @param {number} index
 */
function getStanding({ network, answer }, index) {
  if (network.relations[index].disputes) return "disputed";
  return answer.claims[index] === "stands" ? "" : answer.claims[index];
}

/**
 * Joins the standing of a relation and who says so, which share a column on screen.
 * @param {string} standing
 * @param {string} claim
 */
function joinClaim(standing, claim) {
  return [claim.includes(standing) ? "" : standing, claim].filter(Boolean).join(", ");
}

/**
 * @param {Store} store
 * @param {string} columnId
 */
function findMeasure({ network }, columnId) {
  return network.measures.find(({ id }) => `measure:${id}` === columnId);
}
