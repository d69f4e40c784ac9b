"""The documents of tests/cases, for any program that parses JSON before it validates.

usage: python cases.py
Prints name, text and errors of each document as a JSON array, one per line.
"""

import json
import pathlib

CASES = pathlib.Path("tests/cases")
FILES = "json-text", "members", "boundaries", "intervals", "precedence"


def no_json(constant):
    raise ValueError(constant)


def body(case, base):
    """Returns the bytes of a case's body."""
    if "text" in case:
        return case["text"].encode()
    if "parts" in case:
        return "".join(text * count for text, count in case["parts"]).encode()
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    members = base | case.get("set", {})
    return json.dumps({name: members[name] for name in members if name not in case.get("remove", ())}).encode()


def documents():
    """Yields name, text without line breaks and errors of each body that is an I-JSON document.

    The others are not I-JSON, so the parser decides: syntax errors, duplicate members, lone surrogates, deep nesting.
    """
    base = json.loads((CASES / "base.json").read_text(encoding="utf-8"))["body"]
    for file in FILES:
        for case in json.loads((CASES / f"{file}.json").read_text(encoding="utf-8")):
            try:
                text = body(case, base).decode("utf-8")
                document = json.loads(text, parse_constant=no_json)
                json.dumps(document, allow_nan=False, ensure_ascii=False).encode()
            except (ValueError, RecursionError):
                continue
            if isinstance(document, dict) and case.get("refused") == ["LTS.0007"]:
                continue
            # A raw line break is white space in JSON.
            yield f"{file}: {case['id']}", text.replace("\n", " ").replace("\r", " "), case.get("refused", [])


if __name__ == "__main__":
    for document in documents():
        print(json.dumps(document))
