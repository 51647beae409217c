// Open exported files with graphology and cytoscape, and print what they find as JSON.
import { readFileSync } from "node:fs";
import cytoscape from "cytoscape";
import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const [gexfFile, graphmlFile, cyjsFile] = process.argv
  .slice(2)
  .map((path) => readFileSync(path, "utf8"));

const describe = (graph) => ({
  nodes: graph.nodes(),
  edges: graph.edges().sort(),
  types: graph.mapEdges((edge, attributes) => attributes.edge_type ?? attributes.type).sort(),
});

const document = JSON.parse(cyjsFile);
const drawn = cytoscape({ headless: true, styleEnabled: true, ...document });
const found = {
  gexf: describe(gexf.parse(Graph, gexfFile)),
  graphml: describe(graphml.parse(Graph, graphmlFile)),
  cytoscape: {
    nodes: drawn.nodes().map((node) => node.id()),
    edges: drawn
      .edges()
      .map((edge) => edge.id())
      .sort(),
    types: drawn
      .edges()
      .map((edge) => edge.data("interaction"))
      .sort(),
    position: drawn.nodes()[0].position(),
  },
};
drawn.destroy(); // its timers would keep Node from ending
process.stdout.write(JSON.stringify(found), () => process.exit(0));
