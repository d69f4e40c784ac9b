"""The body in OpenAPI 3.0 judges as the crate does, but for the combination. usage: openapi_3_0.py DOCUMENTS REFERENCE"""

import json
import pathlib
import sys

from openapi_schema_validator import OAS30Validator

document = json.loads(pathlib.Path("schema/openapi-3.0.json").read_text(encoding="utf-8"))
validator = OAS30Validator(document["components"]["schemas"]["CreateLogDumpObsRequestBody"])
rules = json.loads(pathlib.Path("schema/request-body.json").read_text(encoding="utf-8"))["allOf"]
combination = f"refused {len(rules) - 1}\n"



def number(text):
    """In the JSON Schema of OpenAPI 3.0, unlike in later ones, `5.0` is not an integer."""
    return int(float(text)) if float(text).is_integer() else float(text)


seen = set()
with open(sys.argv[1], encoding="utf-8") as documents, open(sys.argv[2], encoding="utf-8") as reference:
    for document, expected in zip(documents, reference, strict=True):
        accepted = expected in ("accepted\n", combination)
        if validator.is_valid(json.loads(document, parse_float=number)) != accepted:
            sys.exit(f"OpenAPI 3.0 differs on {document}")
        seen.add(expected)
assert combination in seen
print("OpenAPI 3.0 judges as the crate does, but for the combination")
