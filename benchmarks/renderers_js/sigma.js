/* global data, drawn, graphology, Sigma */
/** sigma over graphology: lines and names are gone while the camera moves. */
const graph = new graphology.Graph({ type: "undirected" });
data.names.forEach((label, id) => {
  const position = { x: data.x[id], y: -data.y[id] };
  graph.addNode(id, { ...position, size: data.radii[id], label, color: "#33363b" });
});
for (const [from, to] of data.lines) graph.addEdge(from, to, { size: 0.5, color: "#c3c7cd" });
new Sigma(graph, document.getElementById("network"), {
  hideEdgesOnMove: true,
  hideLabelsOnMove: true,
  renderEdgeLabels: false,
});
drawn(); // it has drawn by now
