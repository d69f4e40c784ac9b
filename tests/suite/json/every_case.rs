//! The crate held against the language-neutral cases.

use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, ErrorBody, Rejection, Violation};

use contract::cases::{all, read};

/// What the cases call an error.
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
fn every_case_comes_out_as_expected() {
    let errors = read("errors");
    for case in all() {
        let verdict = CreateLogDumpObsRequestBody::from_json(&case.body);
        if let Err(rejection) = &verdict {
            // The answer of a server is the first error, word for word.
            let answer = serde_json::to_value(ErrorBody::from(rejection)).unwrap();
            let expected = &errors[&names_of(rejection)[0]];
            assert_eq!(answer["error_code"], expected["error_code"], "{}", case.id);
            assert_eq!(answer["error_msg"], expected["error_msg"], "{}", case.id);
            assert_eq!(rejection.to_string(), expected["error_msg"].as_str().unwrap(), "{}", case.id);
        }
        let verdict = verdict.map(|body| serde_json::to_string(&body).unwrap());
        assert_eq!(verdict.map_err(|rejection| names_of(&rejection)), case.expected, "{}", case.id);
    }
}

#[test]
fn every_error_of_the_body_has_a_case() {
    let shown: Vec<_> = all().into_iter().filter_map(|case| case.expected.err()).flatten().collect();
    for name in read("errors").as_object().unwrap().keys() {
        assert!(shown.contains(name), "no case shows {name}");
    }
}

#[test]
fn what_is_accepted_is_written_so_that_it_reads_back_the_same() {
    for case in all() {
        let Ok(wire) = case.expected else { continue };
        let body = CreateLogDumpObsRequestBody::from_json(&case.body).unwrap();
        assert_eq!(CreateLogDumpObsRequestBody::from_json(wire.as_bytes()), Ok(body), "{}", case.id);
    }
}
