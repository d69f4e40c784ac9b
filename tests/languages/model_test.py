"""The generated models have all members, accept the example of the API reference and reject invalid bodies."""

import json
import pathlib

import attrs
import model_of_openapi
import model_of_types
import pydantic
from lts_log_dump_client.models import CreateLogDumpObsRequestBody

example = json.loads(pathlib.Path("examples/request.json").read_text(encoding="utf-8"))
assert len(example) == 10

members = [field.name.rstrip("_") for field in attrs.fields(CreateLogDumpObsRequestBody)]
assert set(members) - {"additional_properties"} == set(example), members
assert CreateLogDumpObsRequestBody.from_dict(example).to_dict() == example

for model in model_of_types.CreateLogDumpObsRequestBody, model_of_openapi.CreateLogDumpObsRequestBody:
    assert set(model.model_fields) == set(example), model.model_fields
    model.model_validate(example)
    for member, value in {"type": "once", "obs_bucket_name": "ab", "log_stream_ids": [], "period": "x"}.items():
        try:
            model.model_validate({**example, member: value})
        except pydantic.ValidationError as error:
            assert error.errors()[0]["loc"][0] == member, error
        else:
            raise SystemExit(f"the model accepts {member}: {value!r}")
