"""Compares the body of OpenAPI 3.0 with the crate. usage: python openapi_3_0.py DOCUMENTS REFERENCE

OpenAPI 3.0 has no `if`. It accepts each listed number with each listed unit.
"""

import json
import pathlib
import sys

from openapi_schema_validator import OAS30Validator

document = json.loads(pathlib.Path("schema/openapi-3.0.json").read_text(encoding="utf-8"))
validator = OAS30Validator(document["components"]["schemas"]["CreateLogDumpObsRequestBody"])
rules = json.loads(pathlib.Path("schema/request-body.json").read_text(encoding="utf-8"))["allOf"]
combination = f"rejected {len(rules) - 1}\n"
numbers = document["components"]["schemas"]["CreateLogDumpObsRequestBody"]["properties"]["period"]["enum"]


def number(text):
    """Reads `5.0` as 5, because it is not an integer in the JSON Schema of OpenAPI 3.0."""
    return int(float(text)) if float(text).is_integer() else float(text)


seen = set()
with open(sys.argv[1], encoding="utf-8") as documents, open(sys.argv[2], encoding="utf-8") as reference:
    for document, expected in zip(documents, reference, strict=True):
        document = json.loads(document, parse_float=number)
        accepted = expected == "accepted\n" or (expected == combination and document["period"] in numbers)
        if validator.is_valid(document) != accepted:
            sys.exit(f"OpenAPI 3.0 differs on {document}")
        seen.add((expected, accepted))
assert {(combination, True), (combination, False)} < seen
print("OpenAPI 3.0 has the crate's verdict, except for a listed number with the wrong unit")
