// Validates documents with a validator of JavaScript, in the protocol of verdict.py.
// usage: node verdict.mjs VALIDATOR SCHEMA < documents
import { once } from "node:events";
import { readFileSync } from "node:fs";

// Each returns the schema paths of a document's failures.
const validators = {
  async ajv(schema) {
    const { default: Ajv } = await import("ajv/dist/2020.js");
    const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
    ajv.addKeyword("x-lts-error");
    const validate = ajv.compile(schema);
    return (document) => (validate(document) ? [] : validate.errors.map((error) => error.schemaPath));
  },
  async hyperjump(schema) {
    const { registerSchema, validate } = await import("@hyperjump/json-schema/draft-2020-12");
    registerSchema(schema);
    const evaluate = await validate(schema.$id);
    return (document) => (evaluate(document, "BASIC").errors ?? []).map((error) => error.absoluteKeywordLocation);
  },
  async cfworker(schema) {
    const { Validator } = await import("@cfworker/json-schema");
    const validator = new Validator(schema, "2020-12", false);
    return (document) => validator.validate(document).errors.map((error) => error.keywordLocation);
  },
  async schemasafe(schema) {
    const { validator } = await import("@exodus/schemasafe");
    const validate = validator(schema, { mode: "spec", includeErrors: true, allErrors: true, allowUnusedKeywords: true });
    return (document) => (validate(document) ? [] : validate.errors.map((error) => error.keywordLocation));
  },
};

const [name, schema] = process.argv.slice(2);
const pathsOf = await validators[name](JSON.parse(readFileSync(schema, "utf8")));

function verdict(line) {
  const paths = pathsOf(JSON.parse(line));
  const rules = new Set(paths.map((path) => /\/allOf\/(\d+)(?:\/|$)/.exec(path)?.[1]).filter((rule) => rule !== undefined));
  return [paths.length ? "rejected" : "accepted", ...[...rules].map(Number).sort((a, b) => a - b)].join(" ") + "\n";
}

// `readline` would also end a line at U+2028.
let rest = "";
for await (const chunk of process.stdin.setEncoding("utf8")) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  if (!process.stdout.write(lines.map(verdict).join(""))) await once(process.stdout, "drain");
}
