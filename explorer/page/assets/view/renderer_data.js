import { unpackColumn } from "../core/packed_columns.js";
import { FAINT } from "./scene.js";

/**
 * What vis-network is given, and when: each actor and relation at the moment it is first drawn,
 * since of a large network most never are, and only what has changed after that.
 *
 * @param {Drawing} drawing pyvis's nodes and edges, in columns
 * @param {Network} network
 * @returns {RendererData} the rows of both, and which of them vis-network has
 */
export function createRendererData(drawing, { actors, relations }) {
  return {
    nodes: {
      data: new vis.DataSet(),
      columns: unpackColumns(drawing.nodes, actors.length),
      has: new Uint8Array(actors.length),
      looks: new Map(),
    },
    edges: {
      data: new vis.DataSet(),
      columns: unpackColumns(drawing.edges, relations.length),
      has: new Uint8Array(relations.length),
      looks: new Map(),
    },
  };
}

/**
 * @param {Record<string, PackedColumn<any>>} table
 * @param {number} n
 * @returns {[string, any[]][]}
 */
function unpackColumns(table, n) {
  return Object.entries(table).map(([name, values]) => [name, unpackColumn(values, n)]);
}

/**
 * One row of pyvis's dictionaries, from their columns.
 * @param {[string, any[]][]} columns
 * @param {number} id
 * @returns {Record<string, any>}
 */
function readRow(columns, id) {
  /** @type {Record<string, any>} */
  const row = { id };
  for (const [name, values] of columns) if (values[id] !== null) row[name] = values[id];
  return row;
}

/**
 * Brings the lines that vis-network has in line with what is drawn.
 * @param {RendererRows} rows of edges
 * @param {Uint8Array} shown which rows are drawn
 * @param {(id: number) => string} nameLook what tells one look of a row from another
 * @param {(id: number) => object} dress what a row has beside pyvis's own
 * @returns {boolean} whether a row has changed
 */
export function updateLines({ data, columns, has, looks }, shown, nameLook, dress) {
  /** @type {Record<string, any>[]} */
  const fresh = [];
  /** @type {Record<string, any>[]} */
  const changed = [];
  shown.forEach((isShown, id) => {
    if (!isShown) {
      if (looks.delete(id)) changed.push({ id, hidden: true });
      return;
    }
    const look = nameLook(id);
    if (looks.get(id) === look) return;
    looks.set(id, look);
    (has[id] ? changed : fresh).push({ ...readRow(columns, id), ...dress(id), hidden: false });
    has[id] = 1;
  });
  fresh.sort((a, b) => a.width - b.width); // thin lines lie below
  return handRows(data, fresh, changed);
}

/**
 * Brings the actors that vis-network has in line with what is drawn.
 * @param {RendererRows} rows of nodes
 * @param {{shown: Uint8Array, alone?: Uint8Array}|null} before what was drawn, null at first;
 *   alone: drawn faintly
 * @param {{shown: Uint8Array, alone?: Uint8Array}} now
 * @param {(id: number) => object} dress what a row has beside pyvis's own
 * @returns {boolean} whether a row has changed
 */
export function updateRendererData({ data, columns, has }, before, now, dress) {
  /** @type {Record<string, any>[]} */
  const fresh = [];
  /** @type {Record<string, any>[]} */
  const changed = [];
  now.shown.forEach((shown, id) => {
    const faint = now.alone ? { opacity: now.alone[id] ? FAINT : 1 } : {};
    if (!has[id]) {
      if (shown) fresh.push({ ...readRow(columns, id), ...dress(id), ...faint });
      has[id] = shown;
    } else if (
      before?.shown[id] !== shown ||
      (now.alone && before?.alone?.[id] !== now.alone[id])
    ) {
      changed.push({ id, hidden: !shown, ...faint });
    }
  });
  return handRows(data, fresh, changed);
}

/**
 * @param {VisDataSet} data
 * @param {Record<string, any>[]} fresh
 * @param {Record<string, any>[]} changed
 */
function handRows(data, fresh, changed) {
  if (fresh.length) data.add(fresh);
  if (changed.length) data.update(changed);
  return fresh.length + changed.length > 0;
}
