"""schemathesis against the service, by the service's own description.

For schemathesis a request is accepted when the status is 2xx, and the page answers most errors under 200. So its checks
of acceptance and refusal are replaced by ours, which look at the body; all its other checks stay.
"""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    ignored_auth,
    missing_required_header,
    negative_data_rejection,
    positive_data_acceptance,
    unsupported_method,
)

from service import PROJECT, running

# They judge acceptance by the status alone.
BY_STATUS = [ignored_auth, missing_required_header, negative_data_rejection, positive_data_acceptance]
# It sends other methods, which the description says nothing of.
EXCLUDED = [*BY_STATUS, unsupported_method]
# What is wrong with a request whatever the service knows, and what depends on what it knows.
REFUSED = {"LTS.0001", "LTS.0007", "LTS.1901", "LTS.1902"}
UNKNOWN = {"LTS.0201", "LTS.0207", "LTS.0208", "LTS.0416", "LTS.0010"}

BOUNDED = settings(
    max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def service():
    with running() as service:
        yield service


def operation(service):
    schema = schemathesis.openapi.from_url(f"{service.endpoint}/openapi.json")
    return schema["/v2/{project_id}/log-dump/obs"]["POST"]


def error_code(service, case):
    answer = case.call_and_validate(base_url=service.endpoint, excluded_checks=EXCLUDED, timeout=10)
    body = answer.json()
    assert ("error_code" in body) != ("log_dump_obs_id" in body), body
    return body.get("error_code")


def test_what_the_description_allows_is_not_refused(service):
    codes = set()

    @BOUNDED
    @given(case=operation(service).as_strategy(generation_mode=GenerationMode.POSITIVE))
    def judge(case):
        case.path_parameters["project_id"] = PROJECT
        code = error_code(service, case)
        assert code is None or code in UNKNOWN, code
        codes.add(code)

    judge()
    # The page's example is among them: something was created.
    assert None in codes and "LTS.0201" in codes, codes


def test_what_the_description_forbids_is_refused(service):
    codes = set()

    @BOUNDED
    @given(case=operation(service).as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def judge(case):
        code = error_code(service, case)
        assert code in REFUSED, code
        codes.add(code)

    judge()
    assert codes == REFUSED, codes
