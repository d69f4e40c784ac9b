"""Compares what a validator found with what the crate found, document by document.

usage: python compare.py VALIDATOR DOCUMENTS REFERENCE FOUND

`differences.json` lists, for each validator, the documents on which it is known to differ. One that is not listed
fails, and so does one that is listed but agrees.
"""

import json
import pathlib
import sys


def lines(path):
    return pathlib.Path(path).read_text(encoding="utf-8").split("\n")[:-1]


validator, documents, reference, found = sys.argv[1], *map(lines, sys.argv[2:])
if not len(documents) == len(reference) == len(found):
    sys.exit(f"{validator}: {len(documents)} documents, {len(reference)} references, {len(found)} results")

known = set(json.loads(pathlib.Path(__file__).with_name("differences.json").read_text()).get(validator, []))
differing, accepted, unlisted = set(), 0, 0
for document, expected, result in zip(documents, map(json.loads, reference), map(json.loads, found)):
    # The reference is the request in wire form, or the list of errors.
    errors = expected if isinstance(expected, list) else []
    accepted += not errors
    agrees = result["accepted"] == (not errors) and result.get("errors", errors) == errors
    if not agrees:
        differing.add(document)
        if document not in known:
            unlisted += 1
            print(f"{validator} differs on {document}\n  expected {errors}\n  found {result}", file=sys.stderr)
for document in known - differing:
    print(f"{validator} is listed to differ, but agrees on {document}", file=sys.stderr)
print(f"{validator}: {len(documents)} documents, {accepted} accepted, {len(differing)} differences, {len(known)} listed")
sys.exit(unlisted > 0 or bool(known - differing))
