"""Prints the nanoseconds that msgspec and pydantic take for each body of a folder: `python bench.py FOLDER`."""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import pydantic

folder = Path(sys.argv[1])
schema = json.loads((folder / "schema.json").read_text())
rules = schema["properties"]
intervals = {
    (period, unit["properties"]["period_unit"]["const"])
    for unit in schema["anyOf"]
    for period in unit["properties"]["period"]["enum"]
}


def bounds(name: str) -> dict[str, int]:
    return {"min_length": rules[name]["minLength"], "max_length": rules[name]["maxLength"]}


def listed(name: str) -> Any:
    return Literal[tuple(rules[name].get("enum"))]


pattern = rules["log_group_id"]["pattern"]
fields = {"transfer_type": "type"}


class ByMsgspec(msgspec.Struct, rename=fields):
    log_group_id: Annotated[str, msgspec.Meta(pattern=pattern)]
    log_stream_ids: Annotated[list[Annotated[str, msgspec.Meta(pattern=pattern)]], msgspec.Meta(min_length=1)]
    obs_bucket_name: Annotated[str, msgspec.Meta(**bounds("obs_bucket_name"))]
    transfer_type: listed("type")
    storage_format: listed("storage_format")
    period: int
    period_unit: listed("period_unit")
    # msgspec has no union of bool and a list of strings.
    switch_on: bool | str | None = True
    prefix_name: Annotated[str, msgspec.Meta(**bounds("prefix_name"))] | None = None
    dir_prefix_name: Annotated[str, msgspec.Meta(**bounds("dir_prefix_name"))] | None = None

    def __post_init__(self) -> None:
        if (self.period, self.period_unit) not in intervals or self.switch_on not in rules["switch_on"]["enum"]:
            raise ValueError


class ByPydantic(pydantic.BaseModel):
    log_group_id: Annotated[str, pydantic.Field(pattern=pattern)]
    log_stream_ids: Annotated[list[Annotated[str, pydantic.Field(pattern=pattern)]], pydantic.Field(min_length=1)]
    obs_bucket_name: Annotated[str, pydantic.Field(**bounds("obs_bucket_name"))]
    transfer_type: Annotated[listed("type"), pydantic.Field(alias="type")]
    storage_format: listed("storage_format")
    period: int
    period_unit: listed("period_unit")
    switch_on: Literal[True, False, "true", "false", None] = True
    prefix_name: Annotated[str, pydantic.Field(**bounds("prefix_name"))] | None = None
    dir_prefix_name: Annotated[str, pydantic.Field(**bounds("dir_prefix_name"))] | None = None

    @pydantic.model_validator(mode="after")
    def interval(self) -> "ByPydantic":
        if (self.period, self.period_unit) not in intervals:
            raise ValueError
        return self


decoder = msgspec.json.Decoder(ByMsgspec)


def accepts(read: Any, body: bytes) -> bool:
    try:
        read(body)
    except (ValueError, msgspec.ValidationError):
        return False
    return True


def nanoseconds(read: Any, body: bytes, times: int) -> float:
    start = time.perf_counter_ns()
    for _ in range(times):
        accepts(read, body)
    return (time.perf_counter_ns() - start) / times


for path in sorted(folder.glob("*.body")):
    body = path.read_bytes()
    for name, read in {"Python: msgspec": decoder.decode, "Python: pydantic": ByPydantic.model_validate_json}.items():
        times = int(1e7 / nanoseconds(read, body, 100)) + 1
        rounds = [nanoseconds(read, body, times) for _ in range(21)]
        print(name, path.stem, str(accepts(read, body)).lower(), statistics.median(rounds), sep="\t")
