// Reads a JSON list of D2 texts; prints for each what the D2 compiler finds in it.
import { readFileSync } from "node:fs";
import { D2 } from "@terrastruct/d2";

const d2 = new D2();
const found = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { diagram } = await d2.compile(text);
    found.push({ labels: diagram.shapes.map((shape) => shape.label), edges: diagram.connections.length });
  } catch (error) {
    found.push({ error: String(error.message ?? error) });
  }
}
console.log(JSON.stringify(found));
process.exit(0);
