"""Validates documents with generated Python code. usage: python verdict.py KIND DIRECTORY MODULE < documents"""

import importlib
import json
import sys

kind, directory, module = sys.argv[1:]
sys.path.insert(0, directory)
Body = importlib.import_module(module).CreateLogDumpObsRequestBody


def pydantic(line):
    Body.model_validate_json(line)


def msgspec(line):
    import msgspec

    msgspec.json.decode(line, type=Body)


def from_dict(line):
    Body.from_dict(json.loads(line))


read = {"pydantic": pydantic, "msgspec": msgspec, "from_dict": from_dict}[kind]
sys.stdin.reconfigure(encoding="utf-8")
for line in sys.stdin:
    try:
        read(line)
    except Exception:
        # Each tool has exceptions of its own, and assertions.
        print("rejected")
    else:
        print("accepted")
