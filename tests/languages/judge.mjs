// The errors of each document on standard input, as JSON lines, according to the validator that is named.
// usage: node judge.mjs VALIDATOR < documents
import { readFileSync } from "node:fs";

const schema = JSON.parse(readFileSync(new URL("../../schema/request-body.json", import.meta.url)));

// Each gives, for a document, the schema paths of its failures.
const validators = {
  async ajv() {
    const { default: Ajv } = await import("ajv/dist/2020.js");
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
    ajv.addKeyword("x-lts-error");
    const validate = ajv.compile(schema);
    return (document) => (validate(document) ? [] : validate.errors.map((error) => error.schemaPath));
  },
  async hyperjump() {
    const { registerSchema, validate } = await import("@hyperjump/json-schema/draft-2020-12");
    registerSchema(schema);
    const judge = await validate(schema.$id);
    return (document) => (judge(document, "BASIC").errors ?? []).map((error) => error.absoluteKeywordLocation);
  },
  async cfworker() {
    const { Validator } = await import("@cfworker/json-schema");
    const validator = new Validator(schema, "2020-12", false);
    return (document) => validator.validate(document).errors.map((error) => error.keywordLocation);
  },
};

const judge = await validators[process.argv[2]]();
const lines = [];
// Not by `readline`, for which U+2028 ends a line, too.
for (const line of readFileSync(process.stdin.fd, "utf8").trimEnd().split("\n")) {
  const paths = judge(JSON.parse(line));
  const rules = new Set(paths.map((path) => /\/allOf\/(\d+)\//.exec(path)?.[1]).filter((rule) => rule !== undefined));
  const errors = [...rules].map(Number).sort((a, b) => a - b).map((rule) => schema.allOf[rule]["x-lts-error"]);
  lines.push(JSON.stringify({ accepted: paths.length === 0, errors }));
}
process.stdout.write(lines.join("\n") + "\n");
