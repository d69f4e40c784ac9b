// Checks what an editor shows with the schema for editors: completions, hovers, and one error per mistake.
// usage: python cases.py | node editor.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import languageService from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = languageService;
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const schema = read("schema/request-body.types.json");
const example = read("examples/request.json");
// The schema of schema/README.md that rejects unknown members.
const [, strict] = /```json\n(\{[^`]*"unevaluatedProperties"[^`]*)```/.exec(readFileSync("schema/README.md", "utf8"));
const service = getLanguageService({
  clientCapabilities: { textDocument: { completion: {} } },
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
  schemaRequestService: async (uri) => readFileSync(new URL(uri), "utf8"),
});
const strictUri = pathToFileURL("schema/body.strict.json").href;
service.configure({
  schemas: [
    { uri: schema.$id, fileMatch: ["*.lts.json"], schema },
    { uri: strictUri, fileMatch: ["*.strict.json"], schema: JSON.parse(strict) },
  ],
});

function open(text, name = "body.lts.json") {
  const document = TextDocument.create(`file:///${name}`, "json", 1, text);
  return [document, service.parseJSONDocument(document)];
}

// `|` is the cursor.
async function at(text, request) {
  const [document, json] = open(text.replace("|", ""));
  return service[request](document, document.positionAt(text.indexOf("|")), json);
}

async function completions(text) {
  const { items } = await at(text, "doComplete");
  return items.map((item) => item.label).sort();
}

const members = Object.keys(schema.properties);
assert.equal(members.length, 10);
assert.deepEqual(await completions("{ | }"), [...members].sort());
for (const [member, values] of Object.entries({
  type: ['"cycle"'],
  storage_format: ['"RAW"', '"JSON"'],
  period_unit: ['"min"', '"hour"'],
  period: ["1", "2", "3", "5", "6", "12", "30"],
  switch_on: ["true", "false", '"true"', '"false"', "null"],
})) {
  assert.deepEqual(await completions(`{ "${member}": | }`), values.sort(), member);
}
for (const member of members) {
  const hover = await at(`{ "${member.slice(0, 1)}|${member.slice(1)}": ${JSON.stringify(example[member])} }`, "doHover");
  const shown = hover.contents.join("\n").replaceAll("\\", "");
  assert.ok(shown.includes(schema.properties[member].description.replaceAll("\\", "")), `${member}: ${shown}`);
}

for (const [name, expected] of Object.entries({ $schema: [], swich_on: ["Property swich_on is not allowed."] })) {
  const [document, json] = open(JSON.stringify({ ...example, [name]: false }), "body.strict.json");
  const diagnostics = await service.doValidation(document, json);
  assert.deepEqual(diagnostics.map(({ message }) => message), expected);
  for (const { range } of diagnostics) assert.equal(document.getText(range), `"${name}"`);
}
{
  const [document, json] = open(JSON.stringify({ ...example, type: "once" }), "body.strict.json");
  assert.equal((await service.doValidation(document, json)).length, 1, "the strict schema shows other mistakes once, too");
}

// Returns the member that a diagnostic is about.
function member(document, json, { message, range }) {
  const missing = /^Missing property "(.*)"\.$/.exec(message);
  if (missing) return missing[1];
  const offset = document.offsetAt(range.start);
  const property = json.root.properties?.find(({ offset: start, length }) => start <= offset && offset < start + length);
  return property?.keyNode.value ?? "body";
}

// Both of its mistakes show: too long, and a wrong character.
const showsTwoMistakes = /^boundaries: log_(group_id|stream_ids) of 37 (emoji|combining characters)$/;
// The service checks the pair only if the unit is listed. An editor shows an unlisted number anyway.
const showsOneMore = { "members: period not listed, unit not listed": "period" };

let bodies = 0;
for (const line of readFileSync(process.stdin.fd, "utf8").split("\n").slice(0, -1)) {
  const [name, text, errors] = JSON.parse(line);
  const [document, json] = open(text);
  const all = await service.doValidation(document, json);
  const diagnostics = all.filter(({ message }) => message !== "Duplicate object key");
  const members = diagnostics.map((diagnostic) => member(document, json, diagnostic));
  const expected = errors.map((error) => error.split(/[ +]/)[0].replace("LTS.0007", "body"));
  expected.push(...[showsOneMore[name] ?? []].flat());
  assert.deepEqual([...new Set(members)].sort(), expected.sort(), name);

  const places = diagnostics.map(({ range, message }) => `${document.offsetAt(range.start)} ${/^Missing/.test(message) ? message : ""}`);
  const repeated = places.length - new Set(places).size;
  assert.equal(repeated, showsTwoMistakes.test(name) ? 1 : 0, `${name}: ${diagnostics.map(({ message }) => message)}`);
  bodies += 1;
}
assert.ok(bodies > 400, `${bodies}`);
console.log(`an editor completes, describes and shows each mistake of ${bodies} bodies once`);
