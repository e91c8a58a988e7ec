// Reads a JSON list of GEXF texts; prints for each what the loader of Gephi Lite finds in it.
import { readFileSync } from "node:fs";
import Graph from "graphology";
import gexf from "graphology-gexf";

const found = JSON.parse(readFileSync(0, "utf8")).map((text) => {
  const graph = gexf.parse(Graph, text, { allowUndeclaredAttributes: false });
  return {
    type: graph.type,
    nodes: graph.mapNodes((name, { label, color, size, x, y }) => ({ name, label, color, size, x, y })),
    edges: graph.mapEdges((edge, { color, thickness }, source, target) => ({ source, target, color, thickness })),
  };
});
console.log(JSON.stringify(found));
