// Validates documents with generated TypeScript code. usage: node verdict.mjs FILE EXPORT [ZOD] < documents
// EXPORT names a schema of zod, which may be a member of an object, or a function that throws.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import ts from "typescript";

const [file, name, zod = "zod"] = process.argv.slice(2);
const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions: options });
const compiled = `${file}.mjs`;
writeFileSync(compiled, outputText.replace(/from ["']zod["']/, `from "${zod}"`));

const found = name.split(".").reduce((object, member) => object[member], await import(pathToFileURL(compiled)));
const read = (line) => (found.parse ? found.parse(JSON.parse(line)) : found(line));
for (const line of readFileSync(process.stdin.fd, "utf8").split("\n").slice(0, -1)) {
  try {
    read(line);
    console.log("accepted");
  } catch {
    console.log("rejected");
  }
}
