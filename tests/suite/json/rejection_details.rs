//! The details of a rejection: reason, position and violations.

use lts_log_dump::{CreateLogDumpObsRequestBody, NotJsonReason, Rejection, Violation};

fn rejection(body: &[u8]) -> Rejection {
    CreateLogDumpObsRequestBody::from_json(body).unwrap_err()
}

#[test]
fn reports_reason_and_position_of_invalid_json() {
    for (body, reason, line, column) in [
        (&b"{}\n\xff"[..], NotJsonReason::NotUtf8, 2, 0),
        (b"{\n ", NotJsonReason::UnexpectedEnd, 2, 1),
        (b"{}\n\n  x", NotJsonReason::Syntax, 3, 3),
        (b"\n=", NotJsonReason::Syntax, 2, 1),
        (b" \n\n []", NotJsonReason::NotAnObject, 3, 1),
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
