//! The error of a response: its request ID, its status and how it is shown.

use lts_log_dump::{AnswerError, ApiError, ErrorBody, ErrorCode};

use super::responses::{api, read};

#[test]
fn keeps_the_request_id_of_an_error() {
    let id = "7f2c1a1b9d8e4c5f";
    let error = ApiError::from(ErrorBody {
        error_code: "APIGW.0301".into(),
        error_msg: "Incorrect IAM authentication information".into(),
    });
    for (member, request_id) in [
        (format!("\"{id}\""), Some(id)),
        (r#""a\tb""#.into(), Some("a\tb")),
        (format!(r#""{id}","request_id":"second""#), Some(id)),
        (format!(r#"5,"request_id":"{id}""#), Some(id)),
        // A request ID never makes an error unexpected.
        (r#""""#.into(), None),
        (r#""\ud800""#.into(), None),
        ("null".into(), None),
        ("1e400".into(), None),
        ("[{}]".into(), None),
    ] {
        let body = format!(
            r#"{{"error_msg":"Incorrect IAM authentication information","request_id":{member},"error_code":"APIGW.0301"}}"#
        );
        let request_id = request_id.map(Box::from);
        assert_eq!(read(401, &body), Err(AnswerError::Api { status: 401, error: error.clone(), request_id }), "{body}");
    }
    let created = format!(r#"{{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968","request_id":"{id}"}}"#);
    assert_eq!(read(201, &created).unwrap().log_dump_obs_id.as_str(), "45fdc36b-xxxx-4567-xxxx-559xxxxdf968");
    let invalid = r#"{"error_msg":"","error_code":"","request_id":"\x"}"#;
    assert_eq!(read(401, invalid), Err(AnswerError::Unexpected { status: 401, body: invalid.as_bytes().into() }));
}

#[test]
fn shows_the_code_the_message_and_the_request_id() {
    let body = r#"{"error_code":"APIGW.0301","error_msg":"Incorrect authentication","request_id":"7f\n\u001b"}"#;
    let error = read(401, body).unwrap_err();
    assert_eq!(error.to_string(), r"APIGW.0301: Incorrect authentication (request_id: 7f\n\u{1b})");
    assert_eq!(
        format!("{error:?}"),
        r#"Api { status: 401, error: Other(OtherError(ErrorBody { error_code: Unlisted(UnlistedErrorCode("APIGW.0301")), error_msg: "Incorrect authentication" })), request_id: Some("7f\n\u{1b}") }"#
    );
}

#[test]
fn is_transient_for_some_statuses_and_the_internal_error() {
    let transient =
        |error: fn(u16) -> AnswerError| (0..=999).filter(|status| error(*status).is_transient()).collect::<Vec<_>>();
    let unexpected = |status| AnswerError::Unexpected { status, body: [].into() };
    assert_eq!(transient(unexpected), [429, 500, 502, 503, 504]);
    assert_eq!(transient(|status| api(status, ApiError::LogGroupNotFound)), [429, 500, 502, 503, 504]);
    assert_eq!(transient(|status| api(status, ApiError::InternalServerError)), (0..=999).collect::<Vec<_>>());
    let regional = ErrorBody { error_code: ErrorCode::Lts0010, error_msg: "The service is busy".into() };
    assert!(api(200, regional.into()).is_transient());
    assert_eq!((api(418, ApiError::NotJson).status(), unexpected(419).status()), (418, 419));
}

#[test]
fn shows_the_start_of_an_unexpected_body() {
    let bytes = |repeated: &str, times, end: &str| (repeated.repeat(times) + end).into_bytes();
    for (body, shown) in [
        (Vec::new(), String::new()),
        (b"{\"a\": '\\'}\r\n\x1b[31m\0".into(), r#"{"a": '\'}\r\n\u{1b}[31m\0"#.into()),
        ("é😀\u{202e}".into(), r"é😀\u{202e}".into()),
        (b"\xff\xfeok\xf0\x9f".into(), "\u{fffd}\u{fffd}ok\u{fffd}".into()),
        (bytes("x", 500, ""), "x".repeat(500)),
        (bytes("x", 100_000, ""), "x".repeat(500) + "… (100000 bytes)"),
        (bytes("x", 499, "😀y"), "x".repeat(499) + "😀… (504 bytes)"),
        (bytes("\0", 501, ""), r"\0".repeat(500) + "… (501 bytes)"),
    ] {
        let error = AnswerError::Unexpected { status: 502, body: body.into() };
        assert_eq!(error.to_string(), format!("unexpected response with HTTP status 502: {shown}"));
        assert_eq!(format!("{error:?}"), format!("Unexpected {{ status: 502, body: \"{shown}\" }}"));
    }
}
