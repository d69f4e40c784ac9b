"""A client that openapi-python-client makes: python client.py URL PREFER < request.json"""

import json
import sys

from lts_log_dump_client import Client
from lts_log_dump_client.api.log_dump import create_log_dump_obs
from lts_log_dump_client.models import CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody

url, prefer = sys.argv[1:]
body = CreateLogDumpObsRequestBody.from_dict(json.load(sys.stdin))
project_id, token = "2a473356cca5487f8373be891bffc1cf", "x" * 1000

client = Client(base_url=url, headers={"Prefer": prefer})
answer = create_log_dump_obs.sync(project_id, client=client, body=body, x_auth_token=token)
if isinstance(answer, CreateLogDumpObsResponseBody):
    print("created", answer.log_dump_obs_id)
else:
    print("error", answer.error_code)
