"""The errors of each document on standard input, as JSON lines, according to the validator that is named.

usage: python judge.py VALIDATOR < documents
"""

import json
import pathlib
import sys

SCHEMA = pathlib.Path(__file__).parent.parent.parent / "schema"


def load(name):
    return json.loads((SCHEMA / name).read_text(encoding="utf-8"))


def errors_of(schema, paths):
    rules = {path[1] for path in paths if path[0] == "allOf"}
    return [schema["allOf"][rule]["x-lts-error"] for rule in sorted(rules)]


def jsonschema():
    from jsonschema import Draft202012Validator

    schema = load("request-body.json")
    validator = Draft202012Validator(schema)

    def judge(document):
        paths = [list(error.absolute_schema_path) for error in validator.iter_errors(document)]
        return {"accepted": not paths, "errors": errors_of(schema, paths)}

    return judge


def jsonschema_rs():
    import jsonschema_rs

    schema = load("request-body.json")
    validator = jsonschema_rs.validator_for(schema)

    def judge(document):
        paths = [error.schema_path for error in validator.iter_errors(document)]
        return {"accepted": not paths, "errors": errors_of(schema, paths)}

    return judge


def fastjsonschema():
    """It stops at the first failure and knows no later draft than 7: the verdict only."""
    import fastjsonschema

    validate = fastjsonschema.compile(load("request-body.draft-07.json"))

    def judge(document):
        try:
            validate(document)
        except fastjsonschema.JsonSchemaValueException:
            return {"accepted": False}
        return {"accepted": True}

    return judge


judge = {"jsonschema": jsonschema, "jsonschema-rs": jsonschema_rs, "fastjsonschema": fastjsonschema}[sys.argv[1]]()
for line in sys.stdin:
    print(json.dumps(judge(json.loads(line)), ensure_ascii=False, separators=(",", ":")))
