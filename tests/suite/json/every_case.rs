//! Compares the crate with the language-neutral cases in `tests/cases`.

use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, ErrorBody, Rejection, Violation};

use contract::cases::{all, read};

/// Returns the name of a violation in the cases.
pub(crate) fn name_of(violation: Violation) -> String {
    format!("{} {}", violation.field(), violation.code())
}

fn names_of(rejection: &Rejection) -> Vec<String> {
    match rejection {
        Rejection::NotJson(_) => vec![ApiError::NotJson.code().to_string()],
        Rejection::Violations(violations) => violations.iter().map(name_of).collect(),
    }
}

#[test]
fn from_json_returns_the_expected_result_of_every_case() {
    let errors = read("errors");
    for case in all() {
        let result = CreateLogDumpObsRequestBody::from_json(&case.body);
        if let Err(rejection) = &result {
            // A server returns the first error.
            let response = serde_json::to_value(ErrorBody::from(rejection.clone())).unwrap();
            let expected = &errors[&names_of(rejection)[0]];
            assert_eq!(response["error_code"], expected["error_code"], "{}", case.id);
            assert_eq!(response["error_msg"], expected["error_msg"], "{}", case.id);
            assert_eq!(rejection.to_string(), expected["error_msg"].as_str().unwrap(), "{}", case.id);
        }
        let result = result.map(|body| serde_json::to_string(&body).unwrap());
        assert_eq!(result.map_err(|rejection| names_of(&rejection)), case.expected, "{}", case.id);
    }
}

#[test]
fn every_error_of_the_body_has_a_case() {
    let shown: Vec<_> = all().into_iter().filter_map(|case| case.expected.err()).flatten().collect();
    for name in read("errors").as_object().unwrap().keys() {
        assert!(shown.contains(name), "no case has the error {name}");
    }
}

#[test]
fn the_wire_form_of_every_accepted_case_reads_back_equal() {
    for case in all() {
        let Ok(wire) = case.expected else { continue };
        let body = CreateLogDumpObsRequestBody::from_json(&case.body).unwrap();
        assert_eq!(CreateLogDumpObsRequestBody::from_json(wire.as_bytes()), Ok(body), "{}", case.id);
    }
}
