import { mergeOptions } from "./canvas_styles.js";

/**
 * Creates vis-network, which draws the lines and marks of a small network.
 * @param {HTMLElement} host
 * @param {VisOptions} options
 * @param {RendererData} handed what it is given, and when
 * @returns {Renderer}
 */
export function createVisRenderer(host, options, { nodes, edges }) {
  const network = new vis.Network(
    host,
    { nodes: nodes.data, edges: edges.data },
    mergeOptions(options),
  );
  const { emitter } = network.body;
  return Object.assign(network, {
    paperStays: false,
    // Unheld it would draw twice for each change of its data.
    hold: () => emitter.emit("_blockRedraw"),
    release: () => emitter.emit("_allowRedraw"),
    leavesLinesOut: () => false,
  });
}
