"""Runs the snippets of schema/README.md. usage: python snippets.py WORK"""

import importlib.metadata
import json
import pathlib
import re
import subprocess
import sys

import yaml

work = pathlib.Path(sys.argv[1])
readme = pathlib.Path("schema/README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)


def block(language):
    [text] = blocks(language)
    return text


for language, interpreter, name in (("python", sys.executable, "snippet.py"), ("javascript", "node", "snippet.mjs")):
    for code, expected in zip(blocks(language), blocks("text"), strict=True):
        snippet = work / name
        snippet.write_text(code, encoding="utf-8")
        if len([line for line in code.splitlines() if line]) > 10:
            sys.exit(f"the {language} snippet has more than ten lines:\n{code}")
        result = subprocess.run([interpreter, snippet], stdout=subprocess.PIPE, text=True, timeout=60)
        if result.returncode or result.stdout != expected:
            sys.exit(f"the {language} snippet printed\n{result.stdout}instead of\n{expected}")
    print(f"the {language} snippets print the output in the README")

# The other snippets are parts of the clients.
for language, program in (("typescript", "fetch.ts"), ("py", "client.py"), ("rust,ignore", "rust/src/main.rs")):
    lines = [line.strip() for line in block(language).splitlines()]
    source = [line.strip() for line in pathlib.Path("tests/languages/clients", program).read_text().splitlines()]
    if not any(source[start : start + len(lines)] == lines for start in range(len(source))):
        sys.exit(f"the {language} snippet is not a part of {program}")

# Runs the hook of pre-commit without fetching it.
[repository] = yaml.safe_load(block("yaml"))["repos"]
[hook] = repository["hooks"]
if repository["rev"] != importlib.metadata.version(hook["id"]):
    sys.exit(f"the README has {hook['id']} {repository['rev']}, requirements.txt another one")
command = [pathlib.Path(sys.executable).with_name(hook["id"]), *hook["args"]]
example = json.loads(pathlib.Path("examples/request.json").read_text(encoding="utf-8"))
for name, write in (("json", json.dumps), ("yaml", yaml.safe_dump), ("yml", yaml.safe_dump)):
    for body, status in ((example, 0), ({**example, "period": 7}, 1)):
        file = work / f"body.lts.{name}"
        file.write_text(write(body), encoding="utf-8")
        result = subprocess.run([*command, file], stdout=subprocess.PIPE, text=True, timeout=60)
        if not re.search(hook["files"], str(file)) or result.returncode != status:
            sys.exit(f"{hook['id']} ended with {result.returncode} on {file}:\n{result.stdout}")
print(f"{hook['id']} accepts and rejects bodies in JSON and YAML")

# The README names the versions that were tried.
packages = json.loads(pathlib.Path("tests/languages/package.json").read_text())["dependencies"]
cargo_lock = pathlib.Path("tests/languages/clients/rust/Cargo.lock").read_text()
tried = {
    "`openapi-typescript` with `openapi-fetch`": f"{packages['openapi-typescript']}, {packages['openapi-fetch']}",
    "`openapi-python-client`": importlib.metadata.version("openapi-python-client"),
    "`progenitor` (Rust)": re.search(r'^name = "progenitor"\nversion = "(.*)"$', cargo_lock, re.MULTILINE)[1],
    "Prism (mock)": packages["@stoplight/prism-cli"],
}
for tool, version in tried.items():
    if f"| {tool} | {version} |" not in readme:
        sys.exit(f"the README does not name {tool} {version}")
