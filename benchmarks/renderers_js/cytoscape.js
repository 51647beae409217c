/* global data, drawn, cytoscape */
/** cytoscape.js with the options of its chapter on performance. */
const isNamed = new Set(data.named);
const view = cytoscape({
  container: document.getElementById("network"),
  elements: {
    nodes: data.names.map((name, id) => ({
      data: { id: `${id}`, name: isNamed.has(id) ? name : "", size: 2 * data.radii[id] },
      position: { x: data.x[id], y: data.y[id] },
    })),
    edges: data.lines.map(([source, target]) => ({
      data: { source: `${source}`, target: `${target}` },
    })),
  },
  layout: { name: "preset" },
  style: [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        label: "data(name)",
        "background-color": "#33363b",
        "min-zoomed-font-size": 6,
      },
    },
    {
      selector: "edge",
      style: { width: 0.5, "line-color": "#c3c7cd", "curve-style": "haystack" },
    },
  ],
  hideEdgesOnViewport: true,
  textureOnViewport: true,
  pixelRatio: 1,
});
view.one("render", drawn);
