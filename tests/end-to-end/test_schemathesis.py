"""schemathesis against the service, by the service's own description.

For schemathesis a request is accepted when the status is 2xx, and the API reference lists most errors under 200. So it is told
that 200 may be a refusal, and `error_code` below looks at the body. One check cannot be told so and is switched off:
`ignored_auth` wants another status than 200 for a missing token. All other checks stay.
"""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.generation.meta import CoverageScenario
from schemathesis.specs.openapi.checks import ignored_auth

from service import PROJECT, running

UNFAIR = [ignored_auth]
CONFIG = {
    "checks": {
        "negative_data_rejection": {"expected-statuses": [200, 400, 403]},
        "missing_required_header": {"expected-statuses": [200]},
        "positive_data_acceptance": {"expected-statuses": [200, 201]},
    }
}
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
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_url(f"{service.endpoint}/openapi.json", config=config)
    return schema["/v2/{project_id}/log-dump/obs"]["POST"]


def error_code(service, case):
    answer = case.call_and_validate(base_url=service.endpoint, excluded_checks=UNFAIR, timeout=10)
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
    # The documented example is among them: something was created.
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


def test_each_bound_missing_parameter_and_other_method(service):
    """The cases that schemathesis lists one by one, for checks that do not look at generated ones."""
    tried = operation(service)
    generation = tried.schema.config.generation_for(operation=tried)
    scenarios = set()
    for case in tried.schema.iter_coverage_cases(
        tried, generation_modes=list(GenerationMode), generation_config=generation
    ):
        scenario = case.meta.phase.data.scenario
        if case.meta.generation.mode.is_positive:
            case.path_parameters["project_id"] = PROJECT
            expected = {None, *UNKNOWN}
        elif scenario == CoverageScenario.UNSPECIFIED_HTTP_METHOD:
            expected = {"Service.OtherMethod"}
        else:
            expected = REFUSED
        code = error_code(service, case)
        assert code in expected, (case.meta.phase.data.description, code)
        scenarios.add(scenario)
    assert {CoverageScenario.MISSING_PARAMETER, CoverageScenario.UNSPECIFIED_HTTP_METHOD} <= scenarios
