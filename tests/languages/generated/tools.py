"""The code generators: the command of each, and the program that validates documents with its code."""

import dataclasses
import importlib.metadata
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path("tests/languages/generated")
CLIENTS = pathlib.Path("tests/languages/clients")
TYPES, OPENAPI, OPENAPI_3_0 = "request-body.types.json", "openapi.json", "openapi-3.0.json"
BODY = "CreateLogDumpObsRequestBody"
# quicktype reads a schema that is part of a file.
COMPONENT = f"schema/{OPENAPI}#/components/schemas/{BODY}"
JACKSON = "/usr/share/java/jackson-databind.jar:/usr/share/java/jackson-core.jar:/usr/share/java/jackson-annotations.jar"


@dataclasses.dataclass
class Tool:
    name: str
    version: str
    language: str
    input: str
    # Options as a user types them, in Markdown.
    options: str
    # Reads documents, one per line, and prints a verdict for each.
    command: list


def run(*command, **more):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {result.returncode}:\n{result.stdout}")


def npm_version(package, directory=HERE):
    return json.loads((directory / "node_modules" / package / "package.json").read_text())["version"]


def npx(name, *arguments, directory=HERE):
    run(directory / "node_modules/.bin" / name, *arguments)


def node(script, *arguments):
    return ["node", HERE / script, *arguments]


def zod(work):
    hey = work / "hey"
    options = {"name": "zod", "compatibilityVersion": 4}
    config = work / "hey.config.mjs"
    description = {"input": f"./schema/{OPENAPI}", "output": str(hey), "plugins": [options]}
    config.write_text(f"export default {json.dumps(description)};")
    npx("openapi-ts", "--file", config)
    yield Tool(
        "`@hey-api/openapi-ts`", npm_version("@hey-api/openapi-ts"), "TypeScript", OPENAPI,
        '`plugins: [{ name: "zod", compatibilityVersion: 4 }]`',
        node("verdict.mjs", hey / "zod.gen.ts", f"z{BODY}"),
    )  # fmt: skip

    config, target = work / "orval.config.mjs", work / "orval.ts"
    description = {"input": str(pathlib.Path("schema", OPENAPI).absolute()), "output": {"target": str(target), "client": "zod", "mode": "single"}}
    config.write_text(f"export default {json.dumps({'lts': description})};")
    npx("orval", "--config", config)
    yield Tool(
        "`orval`", npm_version("orval"), "TypeScript", OPENAPI, '`client: "zod"`',
        node("verdict.mjs", target, "CreateLogDumpObsBody"),
    )  # fmt: skip

    target = work / "json-schema-to-zod.ts"
    npx("json-schema-to-zod", "--input", f"schema/{TYPES}", "--output", target, "--module", "esm", "--name", "body")
    yield Tool(
        "`json-schema-to-zod`", npm_version("json-schema-to-zod"), "TypeScript", TYPES, "`--module esm --name body`",
        node("verdict.mjs", target, "body"),
    )  # fmt: skip

    target = work / "openapi-zod-client.ts"
    npx("openapi-zod-client", f"schema/{OPENAPI_3_0}", "--output", target, "--export-schemas")
    yield Tool(
        "`openapi-zod-client`", npm_version("openapi-zod-client"), "TypeScript", OPENAPI_3_0, "`--export-schemas`; zod 3",
        node("verdict.mjs", target, f"schemas.{BODY}", "zod3"),
    )  # fmt: skip


def types(work):
    above = HERE.parent
    target = work / "json2ts.ts"
    npx("json2ts", "--input", f"schema/{TYPES}", "--output", target, directory=above)
    yield Tool(
        "`json-schema-to-typescript`", npm_version("json-schema-to-typescript", above), "TypeScript", TYPES, "",
        node("types.mjs", target, BODY),
    )  # fmt: skip
    target = work / "openapi-typescript.ts"
    npx("openapi-typescript", f"schema/{OPENAPI}", "--default-non-nullable=false", "--output", target, directory=above)
    yield Tool(
        "`openapi-typescript`", npm_version("openapi-typescript", above), "TypeScript", OPENAPI, "`--default-non-nullable=false`",
        node("types.mjs", target, f'components["schemas"]["{BODY}"]'),
    )  # fmt: skip


def quicktype(work):
    def generate(language, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        npx("quicktype", "--src-lang", "schema", "--lang", language, "--top-level", BODY, "--out", target, COMPONENT)
        options = f'`--src-lang schema --lang {language} --top-level {BODY}`'
        return lambda command: Tool(
            "`quicktype`", npm_version("quicktype"), names[language], f"{OPENAPI}#/components/schemas/{BODY}", options, command,
        )  # fmt: skip

    names = {"typescript": "TypeScript", "python": "Python", "go": "Go", "java": "Java"}
    typescript = work / "quicktype.ts"
    yield generate("typescript", typescript)(node("verdict.mjs", typescript, f"Convert.to{BODY}"))
    python = work / "quicktype_body.py"
    yield generate("python", python)([sys.executable, HERE / "verdict.py", "from_dict", work, python.stem])
    if shutil.which("go"):
        go = work / "go"
        tool = generate("go", go / "body.go")
        shutil.copy(HERE / "verdict.go", go)
        run("go", "build", "-o", go / "verdict", *go.glob("*.go"), env=os.environ | {"GO111MODULE": "off", "GOFLAGS": ""})
        yield tool([go / "verdict"])
    if shutil.which("javac"):
        java = work / "java"
        tool = generate("java", java / f"{BODY}.java")
        shutil.copy(HERE / "Verdict.java", java)
        run("javac", "-classpath", JACKSON, "-d", java, *java.glob("*.java"))
        yield tool(["java", "-classpath", f"{JACKSON}:{java}", "Verdict"])


def python(work):
    version = importlib.metadata.version("datamodel-code-generator")
    for kind, model in (("pydantic", "pydantic_v2.BaseModel"), ("msgspec", "msgspec.Struct")):
        target = work / f"{kind}_body.py"
        options = ["--output-model-type", model, "--enum-field-as-literal", "all"]
        if kind == "pydantic":
            options += ["--strict-types", "bool", "str", "int"]
        run(
            "datamodel-codegen", "--input", f"schema/{TYPES}", "--input-file-type", "jsonschema", "--output", target,
            "--formatters", "builtin", "--disable-timestamp", *options,
        )  # fmt: skip
        yield Tool(
            f"`datamodel-code-generator`, {kind}", version, "Python", TYPES, f"`{' '.join(options)}`",
            [sys.executable, HERE / "verdict.py", kind, work, target.stem],
        )  # fmt: skip
    config, target = work / "openapi-python-client.yaml", work / "openapi_python_client_body"
    config.write_text("literal_enums: true\n")
    run(
        "openapi-python-client", "generate", "--path", f"schema/{OPENAPI}", "--meta", "none", "--output-path", target,
        "--overwrite", "--config", config,
    )  # fmt: skip
    yield Tool(
        "`openapi-python-client`", importlib.metadata.version("openapi-python-client"), "Python", OPENAPI,
        "`literal_enums: true` in its configuration",
        [sys.executable, HERE / "verdict.py", "from_dict", work, f"{target.name}.models"],
    )  # fmt: skip


def rust(work):
    manifest = CLIENTS / "rust/Cargo.toml"
    command = ["cargo", "build", "--quiet", "--manifest-path", manifest, "--target-dir", work.parent / "rust", "--message-format", "json-render-diagnostics"]
    messages = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    [client] = [path for message in messages if (path := json.loads(message).get("executable"))]
    version = re.search(r'^name = "progenitor"\nversion = "(.*)"$', (CLIENTS / "rust/Cargo.lock").read_text(), re.MULTILINE)[1]
    yield Tool("`progenitor`", version, "Rust", OPENAPI_3_0, "", [client, "--validate"])


def all_tools(work):
    for family in zod, types, quicktype, python, rust:
        yield from family(work)
