"""Counts the documents of tests/cases on which generated code has another verdict than the service.

usage: python count.py WORK [--list]

With --list the documents are listed, too. It fails if schema/README.md has other counts.
"""

import pathlib
import subprocess
import sys

import tools

sys.path.insert(0, "tests/languages")
import cases  # noqa: E402: it is in the directory above


def count(tool, documents, show):
    # A file, because Node.js may find a pipe empty.
    with open(lines, encoding="utf-8") as stdin:
        result = subprocess.run(tool.command, stdin=stdin, stdout=subprocess.PIPE, text=True, check=True)
    verdicts = result.stdout.splitlines()
    if len(verdicts) != len(documents):
        sys.exit(f"{tool.name} prints {len(verdicts)} verdicts for {len(documents)} documents")
    wrong = {True: [], False: []}
    for (name, _, errors), verdict in zip(documents, verdicts, strict=True):
        if (verdict == "accepted") == bool(errors):
            wrong[not errors].append(name)
    if show:
        for accepted, names in wrong.items():
            for name in names:
                print(f"{tool.name}, {tool.language}: wrongly {'rejected' if accepted else 'accepted'}: {name}", file=sys.stderr)
    return len(wrong[False]), len(wrong[True])


work, show = pathlib.Path(sys.argv[1]).absolute(), "--list" in sys.argv
work.mkdir(parents=True, exist_ok=True)
documents = list(cases.documents())
lines = work / "documents"
lines.write_text("".join(line + "\n" for _, line, _ in documents), encoding="utf-8")
print(f"{len(documents)} documents, {sum(not errors for *_, errors in documents)} of them valid\n")
print("| language | tool | version | input | wrongly accepted | wrongly rejected | options |\n|---|---|---|---|---|---|---|")
readme, missing = pathlib.Path("schema/README.md").read_text(encoding="utf-8"), 0
for tool in tools.all_tools(work):
    cells = [tool.language, tool.name, tool.version, f"`{tool.input}`", *map(str, count(tool, documents, show)), tool.options]
    row = f"| {' | '.join(cells)} |"
    print(row, flush=True)
    missing += row not in readme
if missing:
    sys.exit(f"{missing} of these rows are not in schema/README.md")
