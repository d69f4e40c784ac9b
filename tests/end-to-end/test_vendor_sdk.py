"""Tests the service with the vendor's own Python SDK.

The messages are copied from the API reference on purpose, so that an error in the crate cannot change them.
"""

import json
import subprocess

import pytest
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException, ServiceResponseException
from huaweicloudsdklts.v2 import CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, LtsClient

from service import PROGRAMS, PROJECT, ROOT, TOKEN, running

EXAMPLE = json.loads((ROOT / "examples" / "request.json").read_text()) | {"switch_on": True}
STREAMS = ["45e7f609-xxxx-4cd3-835b-xxxx4a124718", "45e7f609-xxxx-4cd3-835b-xxxx4a124719"]


@pytest.fixture(scope="module")
def service():
    with running() as service:
        yield service


def create(service, project=PROJECT, **changes):
    credentials = BasicCredentials("access-key", "secret-key", project)
    client = LtsClient.new_builder().with_credentials(credentials).with_endpoint(service.endpoint).build()
    return client.create_log_dump_obs(CreateLogDumpObsRequest(body=CreateLogDumpObsRequestBody(**EXAMPLE | changes)))


def test_the_sdk_creates_a_task(service):
    response = create(service)
    assert response.status_code == 201
    assert len(response.log_dump_obs_id) == 36


STATUS_200 = [
    ({"log_group_id": "x" * 36}, "LTS.0201", "The log group does not existed"),
    ({"log_stream_ids": ["x" * 36]}, "LTS.0208", f"Log stream id does not exist: {'x' * 36}"),
    ({"log_stream_ids": [STREAMS[1]], "obs_bucket_name": "zhuanchu"}, "LTS.0416", "obs bucket does not exist: zhuanchu"),
    (
        {"log_stream_ids": ["632b9bdc-5afd-4666-a5de-2579f8b80314"]},
        "LTS.0207",
        "Log stream id is associated by transfer: 632b9bdc-5afd-4666-a5de-2579f8b80314",
    ),
    ({"type": "once"}, "LTS.1901", "type is not in the list [cycle]"),
    ({"prefix_name": "x" * 65}, "LTS.1902", "prefix_name is invalid, please verify if it's provided as required"),
]


@pytest.mark.parametrize(("changes", "code", "message"), STATUS_200)
def test_the_sdk_returns_no_id_for_an_error_with_status_200(service, changes, code, message, tmp_path):
    response = create(service, **changes)
    assert response.status_code == 200
    assert response.log_dump_obs_id is None
    # The SDK keeps the body, but does not parse the error.
    assert json.loads(response.raw_content) == {"error_code": code, "error_msg": message}

    # The client of this package reports the error of the same request.
    file = tmp_path / "request.json"
    file.write_text(json.dumps(EXAMPLE | changes))
    command = [PROGRAMS["client"], service.endpoint, PROJECT, file]
    client = subprocess.run(command, env={"X_AUTH_TOKEN": TOKEN}, capture_output=True, text=True, timeout=30)
    assert client.returncode == 1 and client.stdout == ""
    assert message in client.stderr


def test_the_sdk_raises_an_error_with_another_status(service):
    with pytest.raises(ClientRequestException) as rejected:
        create(service, project="0" * 32)
    assert (rejected.value.status_code, rejected.value.error_code) == (403, "LTS.0001")
    assert rejected.value.error_msg == "Invalid projectId"

    with pytest.raises(ServiceResponseException) as failed:
        create(service, log_stream_ids=[STREAMS[1]], obs_bucket_name="lts-failing")
    assert (failed.value.status_code, failed.value.error_code) == (500, "LTS.0010")
    assert failed.value.error_msg == "Internal Server Error"
