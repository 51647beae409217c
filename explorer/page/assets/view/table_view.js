/** Draw the table of actors or relations: filtered as the network is, sorted, saved as CSV. */
import {
  buildActorRows,
  buildRelationRows,
  listActorColumns,
  listRelationColumns,
  sortRows,
  toCsv,
} from "../core/table.js";
import { announce, formatShare, tell } from "./announce.js";
import { download } from "./download.js";
import { buildButton, element, getPart, replaceContent } from "./element.js";
import { buildBodyRow, chooseColumns, getHeading } from "./table_cells.js";

const PAGE_SIZE = 200; // rows that are shown before more are asked for

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
  const save = () => tell(download(`${name}.csv`, writeTableCsv(store, name), "text/csv"));
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
