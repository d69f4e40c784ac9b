//! The details of a rejection: reason, position and violations.

use lts_log_dump::{CreateLogDumpObsRequestBody, Field, NotJsonReason, Rejection, Violation};

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
