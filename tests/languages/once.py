"""With request-body.types.json, each mistake is reported once, with its path."""

import json
import pathlib

from jsonschema import Draft202012Validator

schema = json.loads(pathlib.Path("schema/request-body.types.json").read_text(encoding="utf-8"))
example = json.loads(pathlib.Path("examples/request.json").read_text(encoding="utf-8"))
validator = Draft202012Validator(schema)



def too_long(member):
    return "x" * (schema["properties"][member]["maxLength"] + 1)


MISTAKES = {
    "log_group_id": ["x", example["log_group_id"] + "x", example["log_group_id"] + "\n", "é" * 36, None, 5],
    "obs_bucket_name": ["ab", too_long("obs_bucket_name"), None, []],
    "type": ["once", "", 5, None],
    "storage_format": ["raw", "", 5, None],
    "switch_on": ["on", 1, {}],
    "prefix_name": [too_long("prefix_name"), 5],
    "dir_prefix_name": [too_long("dir_prefix_name"), 5],
    "period": [0, 7, 1, 60, 5.5, "5", True, None],
    "period_unit": ["day", "", 5, None],
}


def mistakes(body):
    return [(error.json_path, error.validator) for error in validator.iter_errors(body)]


assert mistakes(example) == []
for member, values in MISTAKES.items():
    for value in values:
        found = mistakes({**example, member: value})
        assert len(found) == 1 and found[0][0] == f"$.{member}", (member, value, found)
for stream_ids in [[], ["x"], "x"]:
    assert len(mistakes({**example, "log_stream_ids": stream_ids})) == 1, stream_ids
for member in schema["required"]:
    found = mistakes({name: value for name, value in example.items() if name != member})
    assert found == [("$", "required")], (member, found)
for body in [[], None, "x", 5]:
    assert mistakes(body) == [("$", "type")], body
