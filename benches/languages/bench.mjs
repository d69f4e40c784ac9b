// Prints the nanoseconds that JSON.parse + ajv take for each body of a folder: `node bench.mjs FOLDER`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";

const [folder] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const read = (bytes) => validate(JSON.parse(bytes.toString("utf8")));

const nanoseconds = (bytes, times) => {
  const start = process.hrtime.bigint();
  for (let time = 0; time < times; time++) read(bytes);
  return Number(process.hrtime.bigint() - start) / times;
};

for (const name of readdirSync(folder).filter((name) => name.endsWith(".body"))) {
  const bytes = readFileSync(join(folder, name));
  const times = Math.ceil(1e7 / nanoseconds(bytes, 1000));
  const rounds = Array.from({ length: 21 }, () => nanoseconds(bytes, times)).sort((a, b) => a - b);
  console.log(["Node: JSON.parse + ajv", name.slice(0, -5), read(bytes), rounds[10]].join("\t"));
}
