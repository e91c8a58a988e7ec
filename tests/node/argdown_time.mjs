// Reads one Argdown file as often as asked; prints the CPU seconds of each time.
import { readFileSync } from "node:fs";
import { argdown } from "@argdown/node";

const input = readFileSync(process.argv[2], "utf8");
const times = [];
for (let round = 0; round < Number(process.argv[3]); round += 1) {
  const start = process.cpuUsage();
  const response = argdown.run({ input, process: ["parse-input", "build-model"], logLevel: "silent" });
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1e6);
  if (!response.statements) throw new Error("nothing was read");
}
console.log(JSON.stringify(times));
