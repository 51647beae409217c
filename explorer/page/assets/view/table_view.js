import { formatScore } from "../core/ranks.js";
import { formatNumber } from "../core/sentences.js";
import {
  listActorColumns,
  buildActorRows,
  listRelationColumns,
  buildRelationRows,
  sortRows,
  toCsv,
} from "../core/table.js";
import { announce, formatShare } from "./announce.js";
import { download } from "./download.js";
import { element, isolate, getPart, replaceContent } from "./element.js";

const PAGE = 200;
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
const COLUMNS_SHOWN = {
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
 * Builds the tables of actors and relations: sortable, filtered like the network, and downloadable.
 * @param {object} store
 * @returns {() => void} brings them up to date
 */
export function createTables(store) {
  const tables = {
    store,
    which: "actors",
    sort: { actors: ["", false], relations: ["", false] },
    shown: PAGE,
  };
  return () => drawTables(tables);
}

function readTable({ store, which }) {
  const { network, answer } = store;
  if (which === "actors") {
    return {
      columns: listActorColumns(network),
      rows: buildActorRows(network, answer.actors, answer.mask),
    };
  }
  return {
    columns: listRelationColumns(network),
    rows: buildRelationRows(network, answer.mask, answer.claims),
  };
}

/** The tables as CSV: every column of them, the rows that the filters keep. */
export function writeTableCsv(store, which) {
  const { columns, rows } = readTable({ store, which });
  return toCsv(rows, columns);
}

function drawTables(tables) {
  const { columns, rows } = readTable(tables);
  const [column, descending] = tables.sort[tables.which];
  const sorted = column ? sortRows(rows, column, descending) : rows;
  const seen = COLUMNS_SHOWN[tables.which]
    .map((id) => columns.find((one) => one.id === id))
    .filter(Boolean);
  const full = seen.filter((one) => rows.some((row) => getCellText(tables, row, one) !== ""));
  replaceContent(
    getPart("view-table"),
    buildToolbar(tables, rows.length),
    element(
      "div",
      {
        class: "table-scroll",
        tabindex: 0,
        role: "region",
        "aria-label": `Table of ${tables.which}`,
      },
      element(
        "table",
        { class: "data", id: "data-table" },
        element("caption", { class: "unseen" }, `${tables.which}, filtered as the network is`),
        buildHeadRow(tables, full),
        element(
          "tbody",
          {},
          sorted.slice(0, tables.shown).map((row) => buildBodyRow(tables, row, full)),
        ),
      ),
    ),
    sorted.length > tables.shown
      ? element(
          "button",
          {
            type: "button",
            class: "deed more-rows",
            "data-key": "more rows",
            click: () => showMoreRows(tables),
          },
          `Show ${Math.min(PAGE, sorted.length - tables.shown)} more of ${sorted.length.toLocaleString("en")}`,
        )
      : null,
  );
}

function showMoreRows(tables) {
  tables.shown += PAGE;
  drawTables(tables);
}

function buildToolbar(tables, count) {
  const choose = (which) =>
    element(
      "button",
      {
        type: "button",
        class: "choice",
        "aria-pressed": String(tables.which === which),
        "data-key": `table ${which}`,
        click: () => showTable(tables, which),
      },
      which === "actors" ? "Actors" : "Relations",
    );
  return element(
    "div",
    { class: "table-head" },
    element(
      "div",
      { class: "choices", role: "group", "aria-label": "Table" },
      choose("actors"),
      choose("relations"),
    ),
    element(
      "p",
      { class: "quiet" },
      formatShare(count, tables.store.network[tables.which].length, tables.which.slice(0, -1)),
      tables.store.isFiltered() ? ", filtered" : "",
    ),
    element(
      "button",
      {
        type: "button",
        class: "deed",
        "data-key": "csv",
        click: () =>
          download(`${tables.which}.csv`, writeTableCsv(tables.store, tables.which), "text/csv"),
      },
      "Download CSV",
    ),
  );
}

function showTable(tables, which) {
  tables.which = which;
  tables.shown = PAGE;
  drawTables(tables);
  announce(`Table of ${which}`);
}

function buildHeadRow(tables, columns) {
  const [sorted, descending] = tables.sort[tables.which];
  return element(
    "thead",
    {},
    element(
      "tr",
      {},
      columns.map((column) =>
        element(
          "th",
          {
            scope: "col",
            class: column.numeric ? "number" : null,
            "aria-sort": column.id === sorted ? (descending ? "descending" : "ascending") : null,
          },
          element(
            "button",
            {
              type: "button",
              class: "sort",
              "data-key": `sort ${column.id}`,
              click: () => sortBy(tables, column),
            },
            getHeading(tables, column),
            element(
              "span",
              { class: "sort-mark", "aria-hidden": "true" },
              column.id === sorted ? (descending ? "▾" : "▴") : "↕",
            ),
          ),
        ),
      ),
    ),
  );
}

function getHeading({ store }, { id, label }) {
  const measure = store.network.measures.find((one) => `measure:${one.id}` === id);
  const text = HEADINGS.get(id) ?? measure?.label ?? label.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sortBy(tables, column) {
  const [sorted, descending] = tables.sort[tables.which];
  tables.sort[tables.which] = [column.id, sorted === column.id ? !descending : column.numeric];
  drawTables(tables);
  announce(
    `Sorted by ${getHeading(tables, column)}, ${tables.sort[tables.which][1] ? "descending" : "ascending"}`,
  );
}

function buildBodyRow(tables, row, columns) {
  return element(
    "tr",
    {},
    columns.map((column, i) => {
      const content = buildCell(tables, row, column);
      const first = i === 0 ? { scope: "row" } : {};
      return element(
        i === 0 ? "th" : "td",
        { ...first, class: column.numeric ? "number" : null },
        content,
      );
    }),
  );
}

/** What a click on a cell chooses, for the columns where one does. */
const CHOICES = {
  "actors name": ({ store }, index) => store.choose(store.network.actors[index].id),
  "relations type": ({ store }, index) => store.chooseRelation(store.network.relations[index].id),
  "relations source_name": ({ store }, index) =>
    store.choose(store.network.actors[store.network.relations[index].source].id),
  "relations target_name": ({ store }, index) =>
    store.choose(store.network.actors[store.network.relations[index].target].id),
};

/** Kinds and types in words instead of their ids. */
function getCellText({ store, which }, { index, cells }, { id }) {
  if (which === "actors" && id === "kind") return store.network.actors[index].kind.label;
  if (which === "relations" && id === "type") return store.network.relations[index].type.label;
  if (id === "standing") return getClaimText(store, index);
  const measure = store.network.measures.find((one) => `measure:${one.id}` === id);
  if (measure) return cells.get(id) === null ? "" : formatScore(measure, index);
  return cells.get(id) ?? "";
}

/** Only what is not plainly asserted needs a word. */
function getClaimText({ network, answer }, index) {
  if (network.relations[index].disputes) return "disputed";
  return answer.claims[index] === "stands" ? "" : answer.claims[index];
}

function buildCell(tables, row, column) {
  const value = getCellText(tables, row, column);
  const choice = CHOICES[`${tables.which} ${column.id}`];
  if (choice) {
    return element(
      "button",
      {
        type: "button",
        class: "link",
        "data-key": `${tables.which} ${row.index} ${column.id}`,
        click: () => choice(tables, row.index),
      },
      isolate(value),
    );
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? value.toLocaleString("en") : formatNumber(value);
  }
  return isolate(value);
}
