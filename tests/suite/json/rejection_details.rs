//! The details of a rejection: reason, position and violations.

use std::error::Error;

use lts_log_dump::{
    ApiError, CreateLogDumpObsRequestBody, ErrorBody, Field, NotJsonReason, ObsBucketName, Rejection, Violation,
    Violations,
};

fn rejection(body: &[u8]) -> Rejection {
    CreateLogDumpObsRequestBody::from_json(body).unwrap_err()
}

#[test]
fn reports_reason_and_position_of_invalid_json() {
    for (body, reason, line, column) in [
        (&b"{}\n\xff"[..], NotJsonReason::NotUtf8, 2, 1),
        (b"{\n ", NotJsonReason::UnexpectedEnd, 2, 2),
        (b"{}\n\n  x", NotJsonReason::Syntax, 3, 3),
        (b"\n=", NotJsonReason::Syntax, 2, 1),
        (b" \n\n []", NotJsonReason::NotAnObject, 3, 2),
        ("{\"é😀\": \"é\", 1}".as_bytes(), NotJsonReason::Syntax, 1, 13),
        ("{\"é😀".as_bytes(), NotJsonReason::UnexpectedEnd, 1, 5),
        ("{\"é\": -".as_bytes(), NotJsonReason::UnexpectedEnd, 1, 8),
        (b"{\"period\": 1.", NotJsonReason::UnexpectedEnd, 1, 14),
        (b"1e", NotJsonReason::UnexpectedEnd, 1, 3),
        (b"\n1E+", NotJsonReason::UnexpectedEnd, 2, 4),
        (b"--", NotJsonReason::Syntax, 1, 2),
        (b"[1ee", NotJsonReason::Syntax, 1, 4),
        (b"01", NotJsonReason::Syntax, 1, 2),
        ("{\"é\": \"\\u1é€é\"}".as_bytes(), NotJsonReason::Syntax, 1, 11),
        (b"{\"\\u\nabcd\": 1}", NotJsonReason::Syntax, 1, 5),
        (b"{\"\\u12\\\"\": 1}", NotJsonReason::Syntax, 1, 7),
        (b"\"\\u12ag", NotJsonReason::Syntax, 1, 7),
        (b"\"\\\\\\ug", NotJsonReason::Syntax, 1, 6),
        (b"\"\\u12a", NotJsonReason::UnexpectedEnd, 1, 7),
        (b"\"\\u12abx", NotJsonReason::UnexpectedEnd, 1, 9),
        (b"\"\\u12ab\\x", NotJsonReason::Syntax, 1, 9),
        (b"\"\\\\u12", NotJsonReason::UnexpectedEnd, 1, 7),
        (b"\"\\\\ux\\x", NotJsonReason::Syntax, 1, 7),
        (b"\"\\\\ux", NotJsonReason::UnexpectedEnd, 1, 6),
        ("{\"é\": \"\t\"}".as_bytes(), NotJsonReason::Syntax, 1, 8),
        (b"{\"\xc3\xa9\xff", NotJsonReason::NotUtf8, 1, 4),
        ("{\"é\": 1,\n\"é\": 2, \"period\": 1e999}".as_bytes(), NotJsonReason::NumberOutOfRange, 2, 19),
        ("{\"type\": \"é\", \"type\": 1}".as_bytes(), NotJsonReason::DuplicateMember(Field::TransferType), 1, 15),
    ] {
        let Rejection::NotJson(not_json) = rejection(body) else { unreachable!("{body:?} is not JSON") };
        assert_eq!((not_json.reason(), not_json.line(), not_json.column()), (reason, line, column), "{body:?}");
        assert_eq!(Rejection::NotJson(not_json).violations(), None);
    }
}

#[test]
fn reports_all_violations() {
    let violations = rejection(b"{}").violations().unwrap();
    assert_eq!((violations.first(), violations.len()), (Violation::InvalidLogGroupId, 7));
}

/// Returns an error as `{}`, as `{:#}` and as its source.
fn shown(error: &dyn Error) -> (String, String, Option<String>) {
    (error.to_string(), format!("{error:#}"), error.source().map(ToString::to_string))
}

#[test]
fn shows_the_message_and_the_position_of_invalid_json() {
    let message = "The request body format must be json";
    let cause = "expected value at line 1 column 7";
    let details = (message.into(), format!("{message} ({cause})"), Some(cause.into()));
    let rejection = rejection("{\"é\": }".as_bytes());
    assert_eq!(shown(&rejection), details);
    let Rejection::NotJson(not_json) = rejection else { unreachable!("the value is missing") };
    assert_eq!(shown(&not_json), details);

    let debug = format!("NotJson {{ reason: Syntax, line: 1, column: 7, message: \"{cause}\" }}");
    assert_eq!(format!("{not_json:?}"), debug);
    assert_eq!(format!("{:?}", not_json.source().unwrap()), format!("{cause:?}"));
}

#[test]
fn shows_the_accepted_values_of_each_violation_once() {
    for violation in Violation::ALL {
        let (message, expected) = (violation.message(), violation.expected());
        // This message lists the accepted values.
        let details = if message.ends_with(&format!("[{expected}]")) {
            (message.to_owned(), message.to_owned(), None)
        } else {
            (message.to_owned(), format!("{message} (expected {expected})"), Some(format!("expected {expected}")))
        };
        assert_eq!(shown(violation), details);
        assert_eq!(shown(&Rejection::from(*violation)), details);
        let with_code = format!("{}: {message}", violation.code());
        assert_eq!(shown(&ApiError::from(*violation)), (with_code.clone(), with_code.clone(), None));
        assert_eq!(shown(&ErrorBody::from(*violation)), (with_code.clone(), with_code, None));
    }
}

#[test]
fn shows_the_accepted_values_of_several_violations() {
    let violations = Violations::try_from_iter([Violation::UnlistedPeriodUnit, Violation::InvalidPeriod]).unwrap();
    let (first, second) =
        ("period is invalid, please verify if it's provided as required", "period_unit is not in the list [min, hour]");
    let details = (format!("{first}; {second}"), format!("{first} (expected an integer); {second}"), None);
    assert_eq!(shown(&violations), details);
}

#[test]
fn serde_reports_the_message_without_the_accepted_values() {
    let error = serde_json::from_str::<ObsBucketName>("\"x\"").unwrap_err();
    assert_eq!(error.to_string(), "obs_bucket_name is invalid, please verify if it's provided as required");
}
