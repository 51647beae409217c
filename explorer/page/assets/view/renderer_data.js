import { unpackColumn } from "../core/document.js";
import { FAINT } from "./scene.js";

/**
 * What vis-network is given, and when: each actor and relation at the moment it is first drawn,
 * since of a large network most never are, and only what has changed after that.
 *
 * @param {object} drawing pyvis's nodes and edges, in columns
 * @param {{actors: object[], relations: object[]}} network
 * @returns {object} the rows of both, and which of them vis-network has
 */
export function createRendererData(drawing, { actors, relations }) {
  return {
    nodes: {
      data: new globalThis.vis.DataSet(),
      columns: unpackColumns(drawing.nodes, actors.length),
      has: new Uint8Array(actors.length),
    },
    edges: {
      data: new globalThis.vis.DataSet(),
      columns: unpackColumns(drawing.edges, relations.length),
      has: new Uint8Array(relations.length),
    },
  };
}

function unpackColumns(table, n) {
  return Object.entries(table).map(([name, values]) => [name, unpackColumn(values, n)]);
}

/** One row of pyvis's dictionaries, from their columns. */
function readRow(columns, id) {
  const row = { id };
  for (const [name, values] of columns) if (values[id] !== null) row[name] = values[id];
  return row;
}

/**
 * Brings what vis-network has in line with what is drawn.
 * @param {{data: object, columns: Array, has: Uint8Array}} rows of nodes or of edges
 * @param {{shown: Uint8Array, alone?: Uint8Array}|null} before what was drawn, null at first;
 *   alone: drawn faintly
 * @param {{shown: Uint8Array, alone?: Uint8Array}} now
 * @param {(id: number) => object} dress what a row has beside pyvis's own
 */
export function updateRendererData({ data, columns, has }, before, now, dress) {
  const [fresh, changed] = [[], []];
  now.shown.forEach((shown, id) => {
    const faint = now.alone ? { opacity: now.alone[id] ? FAINT : 1 } : {};
    if (!has[id]) {
      if (shown) fresh.push({ ...readRow(columns, id), ...dress(id), ...faint });
      has[id] = shown;
    } else if (before.shown[id] !== shown || (now.alone && before.alone[id] !== now.alone[id])) {
      changed.push({ id, hidden: !shown, ...faint });
    }
  });
  if (fresh.length) data.add(fresh);
  if (changed.length) data.update(changed);
}
