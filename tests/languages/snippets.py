"""Runs the snippets of schema/README.md as they stand there. usage: python snippets.py WORK"""

import importlib.metadata
import pathlib
import re
import subprocess
import sys

import yaml

work = pathlib.Path(sys.argv[1])
readme = pathlib.Path("schema/README.md").read_text(encoding="utf-8")


def block(language):
    [text] = re.findall(rf"^```{language}\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    return text


# A module is looked up beside the file that imports it.
modules = work / "node_modules"
if not modules.exists():
    modules.symlink_to(pathlib.Path("tests/languages/node_modules").resolve())

expected = block("text")
for language, interpreter, name in (("python", sys.executable, "snippet.py"), ("javascript", "node", "snippet.mjs")):
    snippet = work / name
    snippet.write_text(block(language), encoding="utf-8")
    if len([line for line in block(language).splitlines() if line]) > 10:
        sys.exit(f"the {language} snippet has more than ten lines")
    result = subprocess.run([interpreter, snippet], stdout=subprocess.PIPE, text=True, timeout=60)
    if result.returncode or result.stdout != expected:
        sys.exit(f"the {language} snippet printed\n{result.stdout}instead of\n{expected}")
    print(f"the {language} snippet prints what the README says")

# What pre-commit does with its part of the README, short of fetching the hook.
[repository] = yaml.safe_load(block("yaml"))["repos"]
[hook] = repository["hooks"]
if repository["rev"] != importlib.metadata.version(hook["id"]):
    sys.exit(f"the README has {hook['id']} {repository['rev']}, requirements.txt another one")
command = [pathlib.Path(sys.executable).with_name(hook["id"]), *hook["args"]]
for body, status in (("examples/request.json", 0), ("schema/response-body.json", 1)):
    result = subprocess.run([*command, body], stdout=subprocess.PIPE, text=True, timeout=60)
    if result.returncode != status:
        sys.exit(f"{hook['id']} ended with {result.returncode} on {body}:\n{result.stdout}")
print(f"{hook['id']} does what the README says")
