"""schemathesis tests the service with the OpenAPI document that the service returns.

schemathesis assumes that a request is accepted if the status is 2xx. But the API reference lists most errors under 200. So the
configuration allows 200 for a rejected request, and `error_code` below reads the body. The check `ignored_auth` is switched off,
because it expects another status than 200 for a missing token and cannot be configured. All other checks run.
"""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.generation.meta import CoverageScenario
from schemathesis.specs.openapi.checks import ignored_auth

from service import PROJECT, running

EXCLUDED = [ignored_auth]
CONFIG = {
    "checks": {
        "negative_data_rejection": {"expected-statuses": [200, 400, 403]},
        "missing_required_header": {"expected-statuses": [200]},
        "positive_data_acceptance": {"expected-statuses": [200, 201]},
    }
}
# Errors of the request itself, and errors that depend on the state of the service.
INVALID = {"LTS.0001", "LTS.0007", "LTS.1901", "LTS.1902"}
STATE = {"LTS.0201", "LTS.0207", "LTS.0208", "LTS.0416", "LTS.0010"}

BOUNDED = settings(
    max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def service():
    with running() as service:
        yield service


def operation(service):
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_url(f"{service.endpoint}/openapi.json", config=config)
    return schema["/v2/{project_id}/log-dump/obs"]["POST"]


def error_code(service, case):
    response = case.call_and_validate(base_url=service.endpoint, excluded_checks=EXCLUDED, timeout=10)
    body = response.json()
    assert ("error_code" in body) != ("log_dump_obs_id" in body), body
    return body.get("error_code")


def test_accepts_requests_that_the_description_allows(service):
    codes = set()

    @BOUNDED
    @given(case=operation(service).as_strategy(generation_mode=GenerationMode.POSITIVE))
    def check(case):
        case.path_parameters["project_id"] = PROJECT
        code = error_code(service, case)
        assert code is None or code in STATE, code
        codes.add(code)

    check()
    # The documented example creates a task.
    assert None in codes and "LTS.0201" in codes, codes


def test_rejects_requests_that_the_description_forbids(service):
    codes = set()

    @BOUNDED
    @given(case=operation(service).as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def check(case):
        code = error_code(service, case)
        assert code in INVALID, code
        codes.add(code)

    check()
    # `LTS.1901` needs a rare value, so the test below checks that it occurs.
    assert INVALID - {"LTS.1901"} <= codes, codes


def test_each_bound_each_missing_parameter_and_each_other_method(service):
    """Runs the cases that schemathesis lists, because some of its checks ignore generated cases."""
    tried = operation(service)
    generation = tried.schema.config.generation_for(operation=tried)
    codes = set()
    scenarios = set()
    for case in tried.schema.iter_coverage_cases(
        tried, generation_modes=list(GenerationMode), generation_config=generation
    ):
        scenario = case.meta.phase.data.scenario
        if case.meta.generation.mode.is_positive:
            case.path_parameters["project_id"] = PROJECT
            expected = {None, *STATE}
        elif scenario == CoverageScenario.UNSPECIFIED_HTTP_METHOD:
            expected = {"Service.OtherMethod"}
        else:
            expected = INVALID
        code = error_code(service, case)
        assert code in expected, (case.meta.phase.data.description, code)
        codes.add(code)
        scenarios.add(scenario)
    assert "LTS.1901" in codes, codes
    assert {CoverageScenario.MISSING_PARAMETER, CoverageScenario.UNSPECIFIED_HTTP_METHOD} <= scenarios
