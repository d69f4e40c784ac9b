// Checks documents against a generated TypeScript type with the compiler, as constants in a source would be.
// usage: node types.mjs FILE TYPE < documents
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";

const [file, type] = process.argv.slice(2);
const lines = readFileSync(process.stdin.fd, "utf8").split("\n").slice(0, -1);
const source = join(dirname(file), `constants-of-${basename(file)}`);
// A generic function accepts members that the type does not have, like the service.
const head = `import type * as generated from "./${basename(file, ".ts")}.js"; const check = <T extends generated.${type}>(body: T) => body;`;
writeFileSync(source, [head, ...lines.map((line) => `check(${JSON.stringify(JSON.parse(line))});`)].join("\n"));

const program = ts.createProgram([source], { strict: true, noEmit: true, skipLibCheck: true, types: [] });
const diagnostics = ts.getPreEmitDiagnostics(program);
const rejected = new Set();
for (const { file: origin, start, messageText } of diagnostics) {
  const { line } = origin?.fileName.endsWith(basename(source)) ? origin.getLineAndCharacterOfPosition(start) : { line: 0 };
  if (line === 0) throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
  rejected.add(line);
}
for (const line of lines.keys()) console.log(rejected.has(line + 1) ? "rejected" : "accepted");
