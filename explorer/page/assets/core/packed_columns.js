/** Unpack the columns of the page's document: one value a row, and rows as objects. */

/** @type {Map<string, string>} what all rows without a cell of the author's own have in common */
const NONE = new Map();

/**
 * One value a row, however the column is written: a list, {all} or {levels, codes}.
 *
 * @template T
 * @param {PackedColumn<T>} column
 * @param {number} n how many rows there are
 * @returns {T[]}
 */
export function unpackColumn(column, n) {
  const values = spreadColumn(column, n);
  if (values.length !== n) {
    throw new RangeError(
      `A column holds ${values.length} values for ${n} rows. Make the page again.`,
    );
  }
  return values;
}

/**
 * Rows as objects, from the columns named.
 * @param {RowTable} table
 * @param {string[]} names
 * @returns {any[]}
 */
export function readRows(table, names) {
  const n = countRows(table.id);
  const columns = names.map((name) => unpackColumn(table[name], n));
  return Array.from({ length: n }, (_, index) => {
    /** @type {Record<string, any>} */
    const row = { index };
    names.forEach((name, at) => {
      row[name] = columns[at][index];
    });
    return row;
  });
}

/**
 * The columns of the author's own, one Map a row, blanks left out; a Map because a column may be
 * called __proto__.
 * @param {Record<string, PackedColumn<string>>|undefined} table
 * @param {number} n
 * @returns {Map<string, string>[]}
 */
export function readAttributes(table, n) {
  /** @type {Map<string, string>[]} */
  const rows = new Array(n).fill(NONE);
  for (const [name, column] of Object.entries(table ?? {})) {
    unpackColumn(column, n).forEach((value, index) => {
      if (value === "") return;
      if (rows[index] === NONE) rows[index] = new Map();
      rows[index].set(name, value);
    });
  }
  return rows;
}

/**
 * @param {PackedColumn<any>} column
 * @param {number} n
 * @returns {any[]}
 */
function spreadColumn(column, n) {
  if (Array.isArray(column)) return column;
  if ("all" in column) return new Array(n).fill(column.all);
  return column.codes.map((code) => column.levels[code]);
}

/**
 * How many rows a table has: ids differ, so an {all} column of ids stands for one row.
 * @param {PackedColumn<any>} ids
 */
export function countRows(ids) {
  if (Array.isArray(ids)) return ids.length;
  return "all" in ids ? 1 : ids.codes.length;
}
