/* global data, drawn, vis */
/**
 * vis-network with the settings that make it quickest; from 2,000 lines on it follows no mouse.
 * Names are 12 pixels high on the screen: it draws none that would be smaller than 5.
 */
const measure = (values) => Math.max(...values) - Math.min(...values) || 1;
const scale = Math.min(innerWidth / measure(data.x), innerHeight / measure(data.y));
const nodes = data.names.map((name, id) => ({
  id,
  x: data.x[id],
  y: data.y[id],
  size: data.radii[id],
  ...(data.named.includes(id) && { label: name }),
}));
const edges = data.lines.map(([from, to], id) => ({ id, from, to }));
const network = new vis.Network(
  document.getElementById("network"),
  { nodes, edges },
  {
    nodes: { shape: "dot", color: "#33363b", chosen: false, font: { size: 12 / scale } },
    edges: { smooth: false, color: "#c3c7cd", width: 0.5, chosen: false },
    layout: { improvedLayout: false },
    physics: false,
    interaction: { hideEdgesOnDrag: true, hideEdgesOnZoom: true, hover: edges.length < 2000 },
  },
);
network.once("afterDrawing", drawn); // it is fitted to the window by itself
