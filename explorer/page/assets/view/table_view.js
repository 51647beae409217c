/** The tables of actors and relations: sortable, filtered like the network, downloadable. */
import { formatScore } from "../core/ranks.js";
import { formatNumber } from "../core/sentences.js";
import {
  buildActorRows,
  buildRelationRows,
  listActorColumns,
  listRelationColumns,
  sortRows,
  toCsv,
} from "../core/table.js";
import { announce, formatShare } from "./announce.js";
import { download } from "./download.js";
import { buildButton, element, getPart, isolate, replaceContent } from "./element.js";

const PAGE_SIZE = 200; // rows that are shown before more are asked for

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
  ["confidence", "Confidence"],
  ["standing", "Standing"],
  ["note", "Note"],
  ["change", "Change"],
  ["description", "Description"],
]);

/** The columns on screen, as far as any row fills them; a file has all. */
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
    "confidence",
    "standing",
    "change",
    "note",
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
 * @typedef {"actors"|"relations"} TableName
 * @typedef {{column: string, descending: boolean}} SortOrder column: "" for the order of the rows
 */

/**
 * The table that is open, and how each is sorted.
 * @typedef {object} Tables
 * @property {Store} store
 * @property {TableName} name
 * @property {Record<TableName, SortOrder>} order
 * @property {number} shown how many rows are shown at most
 */

/**
 * Builds the tables.
 * @param {Store} store
 * @returns {() => void} brings them up to date
 */
export function createTables(store) {
  /** @type {Tables} */
  const tables = {
    store,
    name: "actors",
    order: {
      actors: { column: "", descending: false },
      relations: { column: "", descending: false },
    },
    shown: PAGE_SIZE,
  };
  return () => drawTables(tables);
}

/**
 * Writes a table as CSV: every column, and the rows that the filters select.
 * @param {Store} store
 * @param {TableName} name
 */
export function writeTableCsv(store, name) {
  const { columns, rows } = readTable(store, name);
  return toCsv(rows, columns);
}

/**
 * @param {Store} store
 * @param {TableName} name
 */
function readTable({ network, answer }, name) {
  const { actors, mask, claims } = answer;
  return name === "actors"
    ? { columns: listActorColumns(network), rows: buildActorRows(network, actors, mask) }
    : { columns: listRelationColumns(network), rows: buildRelationRows(network, mask, claims) };
}

/** @param {Tables} tables */
function drawTables(tables) {
  const { store, name, shown } = tables;
  const { columns, rows } = readTable(store, name);
  const { column, descending } = tables.order[name];
  const sorted = column ? sortRows(rows, column, descending) : rows;
  const filled = chooseColumns(tables, columns, rows);
  const body = sorted.slice(0, shown).map((row) => buildBodyRow(tables, row, filled));
  const more = Math.min(PAGE_SIZE, sorted.length - shown);
  replaceContent(
    getPart("view-table"),
    buildToolbar(tables, rows.length),
    element(
      "div",
      { class: "table-scroll", tabindex: 0, role: "region", "aria-label": `Table of ${name}` },
      element(
        "table",
        { class: "data", id: "data-table" },
        element("caption", { class: "unseen" }, `${name}, filtered as the network is`),
        buildHeadRow(tables, filled),
        element("tbody", {}, body),
      ),
    ),
    more > 0
      ? buildButton(
          "deed more-rows",
          { "data-key": "more rows", click: () => showMoreRows(tables) },
          `Show ${more} more of ${sorted.length.toLocaleString("en")}`,
        )
      : null,
  );
}

/**
 * Chooses the columns to show: those that any row fills.
 * @param {Tables} tables
 * @param {Column[]} columns
 * @param {Row[]} rows
 */
function chooseColumns(tables, columns, rows) {
  return SHOWN_COLUMNS[tables.name]
    .flatMap((id) => columns.find((column) => column.id === id) ?? [])
    .filter((column) => rows.some((row) => getCellText(tables, row, column) !== ""));
}

/** @param {Tables} tables */
function showMoreRows(tables) {
  tables.shown += PAGE_SIZE;
  drawTables(tables);
}

/**
 * Builds what is above a table: the choice between the two, the number of rows, the download.
 * @param {Tables} tables
 * @param {number} count
 */
function buildToolbar(tables, count) {
  const { store, name } = tables;
  /**
   * @param {TableName} choice
   * @param {string} label
   */
  const buildChoice = (choice, label) =>
    buildButton(
      "choice",
      {
        "aria-pressed": String(name === choice),
        "data-key": `table ${choice}`,
        click: () => showTable(tables, choice),
      },
      label,
    );
  const save = () => download(`${name}.csv`, writeTableCsv(store, name), "text/csv");
  return element(
    "div",
    { class: "table-head" },
    element(
      "div",
      { class: "choices", role: "group", "aria-label": "Table" },
      buildChoice("actors", "Actors"),
      buildChoice("relations", "Relations"),
    ),
    element(
      "p",
      { class: "quiet" },
      formatShare(count, store.network[name].length, name.slice(0, -1)),
      store.isFiltered() ? ", filtered" : "",
    ),
    buildButton("deed", { "data-key": "csv", click: save }, "Download CSV"),
  );
}

/**
 * @param {Tables} tables
 * @param {TableName} name
 */
function showTable(tables, name) {
  tables.name = name;
  tables.shown = PAGE_SIZE;
  drawTables(tables);
  announce(`Table of ${name}`);
}

/**
 * @param {Tables} tables
 * @param {Column[]} columns
 */
function buildHeadRow(tables, columns) {
  const cells = columns.map((column) => buildHeadCell(tables, column));
  return element("thead", {}, element("tr", {}, cells));
}

/**
 * @param {Tables} tables
 * @param {Column} column
 */
function buildHeadCell(tables, column) {
  const { column: sorted, descending } = tables.order[tables.name];
  const isSorted = column.id === sorted;
  const direction = descending ? "descending" : "ascending";
  const mark = descending ? "▾" : "▴";
  return element(
    "th",
    {
      scope: "col",
      class: column.numeric ? "number" : null,
      "aria-sort": isSorted ? direction : null,
    },
    buildButton(
      "sort",
      { "data-key": `sort ${column.id}`, click: () => sortBy(tables, column) },
      getHeading(tables, column),
      element("span", { class: "sort-mark", "aria-hidden": "true" }, isSorted ? mark : "↕"),
    ),
  );
}

/**
 * @param {Tables} tables
 * @param {Column} column
 */
function getHeading({ store }, { id, label }) {
  const text = HEADINGS.get(id) ?? findMeasure(store, id)?.label ?? label.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Sorts by a column: numbers from the highest; a second time the other way round.
 * @param {Tables} tables
 * @param {Column} column
 */
function sortBy(tables, column) {
  const { column: sorted, descending: wasDescending } = tables.order[tables.name];
  const descending = sorted === column.id ? !wasDescending : column.numeric;
  tables.order[tables.name] = { column: column.id, descending };
  drawTables(tables);
  const direction = descending ? "descending" : "ascending";
  announce(`Sorted by ${getHeading(tables, column)}, ${direction}`);
}

/**
 * @param {Tables} tables
 * @param {Row} row
 * @param {Column[]} columns
 */
function buildBodyRow(tables, row, columns) {
  const cells = columns.map((column, i) => {
    const content = buildCell(tables, row, column);
    const className = column.numeric ? "number" : null;
    return i === 0
      ? element("th", { scope: "row", class: className }, content)
      : element("td", { class: className }, content);
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
  return Number.isInteger(value) ? value.toLocaleString("en") : formatNumber(value);
}

/**
 * What a cell shows: labels instead of the ids of kinds and types; "" where there is nothing.
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
  const measure = findMeasure(store, id);
  if (measure) return cells.get(id) === null ? "" : formatScore(measure, index);
  return cells.get(id) ?? "";
}

/**
 * The standing of a relation; "" where it is plainly asserted.
 * @param {Store} store
 * @param {number} index
 */
function getStanding({ network, answer }, index) {
  if (network.relations[index].disputes) return "disputed";
  return answer.claims[index] === "stands" ? "" : answer.claims[index];
}

/**
 * @param {Store} store
 * @param {string} columnId
 */
function findMeasure({ network }, columnId) {
  return network.measures.find(({ id }) => `measure:${id}` === columnId);
}
