// Reads a JSON list of Argdown texts; prints for each what Argdown's own parser finds in it.
import { readFileSync } from "node:fs";
import { argdown } from "@argdown/node";

const found = JSON.parse(readFileSync(0, "utf8")).map((input) => {
  const request = { input, process: ["parse-input", "build-model"], logLevel: "silent", throwExceptions: false };
  const response = argdown.run(request);
  const counts = {
    statements: Object.keys(response.statements ?? {}).length,
    arguments: Object.keys(response.arguments ?? {}).length,
    inferences: 0,
  };
  for (const argument of Object.values(response.arguments ?? {})) {
    counts.inferences += (argument.pcs ?? []).filter((step) => step.inference).length;
  }
  for (const { relationType } of response.relations ?? []) {
    counts[relationType] = (counts[relationType] ?? 0) + 1;
  }
  const errors = [response.lexerErrors, response.parserErrors, response.exceptions].flatMap((rows) => rows ?? []);
  return { counts, errors: errors.map((error) => error.message ?? String(error)) };
});
console.log(JSON.stringify(found));
