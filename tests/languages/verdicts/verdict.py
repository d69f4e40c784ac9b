"""Validates documents with a validator of Python. usage: python verdict.py VALIDATOR SCHEMA < documents

All programs in this folder have the same protocol. Each line of the input is a document, and each line of the output is
its verdict: `accepted`, or `rejected` and the positions in `allOf` of the rules that failed, in ascending order. A
program prints no positions if its validator reports no schema paths.
"""

import json
import pathlib
import sys


def jsonschema(schema):
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema)
    return lambda document: [list(error.absolute_schema_path) for error in validator.iter_errors(document)]


def jsonschema_rs(schema):
    from jsonschema_rs import validator_for

    validator = validator_for(schema)
    return lambda document: [error.schema_path for error in validator.iter_errors(document)]


def jschon(schema):
    from jschon import JSON, JSONSchema, create_catalog

    create_catalog("2020-12")
    validator = JSONSchema(schema)

    def paths(document):
        errors = validator.evaluate(JSON(document)).output("basic").get("errors", [])
        return [error["keywordLocation"].split("/")[1:] for error in errors]

    return paths


def fastjsonschema(schema):
    from fastjsonschema import JsonSchemaValueException, compile

    validate = compile(schema)

    def paths(document):
        try:
            validate(document)
        except JsonSchemaValueException:
            return [["somewhere"]]
        return []

    return paths


name, schema = sys.argv[1:]
paths_of = {"jsonschema": jsonschema, "jsonschema-rs": jsonschema_rs, "jschon": jschon, "fastjsonschema": fastjsonschema}[
    name
](json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
sys.stdin.reconfigure(encoding="utf-8")
for line in sys.stdin:
    paths = paths_of(json.loads(line))
    rules = sorted({int(path[1]) for path in paths if path[0] == "allOf" and len(path) > 1})
    print("rejected" if paths else "accepted", *rules)
