/** Draw the table of actors or relations: filtered as the network is, sorted, saved as CSV. */
import { formatWhole } from "../core/counts.js";
import {
  buildActorRows,
  buildRelationRows,
  findRows,
  listActorColumns,
  listRelationColumns,
  sortRows,
  toCsv,
} from "../core/table.js";
import { LONGEST_FIND, TABLES } from "../core/page_state.js";
import { followsFilters } from "../core/scores.js";
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
  const find = element("input", {
    class: "field table-find",
    type: "search",
    maxlength: LONGEST_FIND,
    placeholder: "Find in the table",
    "aria-label": "Find in the table",
    autocomplete: "off",
    spellcheck: "false",
    input: () => store.set({ find: find.value }, "find"),
  });
  const body = element("div", { class: "table-body" });
  getPart("view-table").append(find, body);
  /** @type {Tables} */
  const tables = {
    store,
    name: TABLES[0],
    order: { column: "", descending: false },
    shown: PAGE_SIZE,
    find,
    body,
  };
  return () => {
    const { table, sort, find: text } = store.state;
    if (tables.name !== table) tables.shown = PAGE_SIZE;
    tables.name = table;
    tables.order = { column: sort.replace(/^-/, ""), descending: sort.startsWith("-") };
    if (find.value !== text) find.value = text;
    drawTables(tables);
  };
}

/**
 * Writes a table as CSV: every column, and the rows that the filters select.
 * @param {Store} store
 * @param {TableName} name
 */
export function writeTableCsv(store, name) {
  store.scoring.finish();
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
  const { columns, rows: all } = readTable(store, name);
  const rows = findRows(all, store.state.find);
  const { column, descending } = tables.order;
  const isSorted = columns.some(({ id }) => id === column);
  const sorted = isSorted ? sortRows(rows, column, descending) : rows;
  const filled = chooseColumns(tables, columns, rows);
  const body = sorted.slice(0, shown).map((row) => buildBodyRow(tables, row, filled));
  const more = Math.min(PAGE_SIZE, sorted.length - shown);
  replaceContent(
    tables.body,
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
          `Show ${more} more of ${formatWhole(sorted.length)}`,
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
  const save = () => {
    store.scoring.finish();
    const { columns, rows } = readTable(store, name);
    const csv = toCsv(findRows(rows, store.state.find), columns);
    tell(download(`${name}.csv`, csv, "text/csv"));
  };
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
      store.isFiltered() || store.state.find ? ", filtered" : "",
      name === "actors" ? describeScores(store) : "",
    ),
    buildButton("deed", { "data-key": "csv", click: save }, "Download CSV"),
  );
}

/**
 * Says of what the measures are where that may be mistaken.
 * @param {Store} store
 */
function describeScores({ network, scoring }) {
  if (scoring.isPending()) return ". Measures are being computed; those of before are shown";
  const isOld =
    !scoring.isWhole() && network.measures.some(({ id }) => !followsFilters(network, id));
  return isOld ? ". Degrees follow the filters; other measures are of the whole network" : "";
}

/**
 * @param {Tables} tables
 * @param {TableName} name
 */
function showTable(tables, name) {
  tables.store.set({ table: name, sort: "" });
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
  const { column: sorted, descending } = tables.order;
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
  const { column: sorted, descending: wasDescending } = tables.order;
  const descending = sorted === column.id ? !wasDescending : column.numeric;
  tables.store.set({ sort: `${descending ? "-" : ""}${column.id}` }, "sort");
  const direction = descending ? "descending" : "ascending";
  announce(`Sorted by ${getHeading(tables, column)}, ${direction}`);
}
