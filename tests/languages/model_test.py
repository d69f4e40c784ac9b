"""The generated model accepts the page's example and refuses a bad request."""

import json
import pathlib

import pydantic
from model import CreateLogDumpObsRequestBody

example = json.loads(pathlib.Path("examples/request.json").read_text(encoding="utf-8"))
CreateLogDumpObsRequestBody.model_validate(example)
for member, value in {"type": "once", "obs_bucket_name": "ab", "log_stream_ids": [], "period": "x"}.items():
    try:
        CreateLogDumpObsRequestBody.model_validate({**example, member: value})
    except pydantic.ValidationError as error:
        assert error.errors()[0]["loc"][0] == member, error
    else:
        raise SystemExit(f"the model accepts {member}: {value!r}")
