//! Reading responses: the examples of the API reference, byte for byte, and any others.

use lts_log_dump::{
    AnswerError, ApiError, CreateLogDumpObsResponseBody, ErrorBody, ErrorCode, LogDumpObsId, Violation,
};
use proptest::prelude::*;

/// Returns the API reference's examples: status, body and error. The literals repeat the crate's table on purpose.
fn examples() -> Vec<(u16, &'static str, ApiError)> {
    let stream = "632b9bdc-5afd-4666-a5de-2579f8b80314";
    vec![
        (200, r#"{"error_code":"LTS.0201","error_msg":"The log group does not existed"}"#, ApiError::LogGroupNotFound),
        (
            200,
            r#"{"error_code":"LTS.0208","error_msg":"Log stream id does not exist: 632b9bdc-5afd-4666-a5de-2579f8b80314-"}"#,
            ApiError::LogStreamNotFound { log_stream_id: format!("{stream}-") },
        ),
        (
            200,
            r#"{"error_code":"LTS.0416","error_msg":"obs bucket does not exist: zhuanchu"}"#,
            ApiError::ObsBucketNotFound { obs_bucket_name: "zhuanchu".into() },
        ),
        (
            200,
            r#"{"error_code":"LTS.0207","error_msg":"Log stream id is associated by transfer: 632b9bdc-5afd-4666-a5de-2579f8b80314"}"#,
            ApiError::LogStreamAssociated { log_stream_id: stream.into() },
        ),
        (
            200,
            r#"{"error_code":"LTS.1901","error_msg":"type is not in the list [cycle]"}"#,
            Violation::UnlistedTransferType.into(),
        ),
        (
            200,
            r#"{"error_code":"LTS.1902","error_msg":"prefix_name is invalid, please verify if it's provided as required"}"#,
            Violation::InvalidPrefixName.into(),
        ),
        (400, r#"{"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#, ApiError::NotJson),
        (403, r#"{"error_code":"LTS.0001","error_msg":"Invalid projectId"}"#, Violation::InvalidProjectId.into()),
        (500, r#"{"error_code":"LTS.0010","error_msg":"Internal Server Error"}"#, ApiError::InternalServerError),
    ]
}

#[test]
fn every_listed_error_and_code_has_an_example() {
    let shown: Vec<_> = examples().into_iter().map(|(_, _, error)| error).collect();
    for error in ApiError::examples() {
        // The API reference has examples of a few violations only.
        let is_shown = shown.contains(&error) || matches!(error, ApiError::Violation(_));
        assert!(is_shown, "{error} is not among the examples");
    }
    for code in ErrorCode::LISTED {
        assert!(shown.iter().any(|error| error.code() == *code), "no example has the code {code}");
    }
}

/// Returns the error of a response without a request ID.
pub(super) fn api(status: u16, error: ApiError) -> AnswerError {
    AnswerError::Api { status, error, request_id: None }
}

pub(super) fn read(status: u16, body: &str) -> Result<CreateLogDumpObsResponseBody, AnswerError> {
    CreateLogDumpObsResponseBody::from_answer(status, body.as_bytes())
}

#[test]
fn reads_each_example_as_its_error_and_writes_it_byte_for_byte() {
    for (status, text, error) in examples() {
        // The status does not decide.
        for status in [status, 200, 201, 418] {
            assert_eq!(read(status, text), Err(api(status, error.clone())));
        }
        assert_eq!(error.http_status(), status, "{error}");
        let body = ErrorBody::from(error);
        assert_eq!(serde_json::to_string(&body).unwrap(), text);
        assert_eq!(body.to_json(), text.as_bytes());
    }
}

#[test]
fn reads_the_example_of_a_created_task_and_writes_it_byte_for_byte() {
    let text = r#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#;
    for status in [201, 200, 500] {
        let created = read(status, text).unwrap();
        assert_eq!(serde_json::to_string(&created).unwrap(), text);
        assert_eq!(created.to_json(), text.as_bytes());
        assert_eq!(serde_json::from_str::<CreateLogDumpObsResponseBody>(text).unwrap(), created);
    }
}

#[test]
fn ignores_undocumented_and_null_members() {
    let id = "45fdc36b-xxxx-4567-xxxx-559xxxxdf968";
    let created = CreateLogDumpObsResponseBody { log_dump_obs_id: LogDumpObsId::new(id).unwrap() };
    for text in [
        format!(r#"{{"x":[{{}}],"log_dump_obs_id":"{id}","y":1}}"#),
        format!(r#"{{"log_dump_obs_id":"{id}","error_code":null,"error_msg":null}}"#),
    ] {
        assert_eq!(read(201, &text), Ok(created));
    }
    let text = r#"{"error_msg":"Internal Server Error","request_id":7,"log_dump_obs_id":null,"error_code":"LTS.0010"}"#;
    assert_eq!(read(200, text), Err(api(200, ApiError::InternalServerError)));
}

#[test]
fn keeps_any_other_response_whole() {
    let id = "45fdc36b-xxxx-4567-xxxx-559xxxxdf968";
    for text in [
        String::new(),
        "<html>".into(),
        "null".into(),
        "5".into(),
        "{}".into(),
        format!("[\"{id}\"]"),
        r#"{"log_dump_obs_id":"short"}"#.into(),
        r#"{"log_dump_obs_id":5}"#.into(),
        r#"{"error_code":"LTS.0010"}"#.into(),
        r#"{"error_msg":"Internal Server Error"}"#.into(),
        r#"{"error_code":5,"error_msg":"Internal Server Error"}"#.into(),
        format!(r#"{{"log_dump_obs_id":"{id}"}} trailing"#),
        format!(r#"{{"log_dump_obs_id":"{id}","log_dump_obs_id":"{id}"}}"#),
        format!(r#"{{"log_dump_obs_id":"{id}","error_code":"LTS.0010","error_msg":"Internal Server Error"}}"#),
        format!(r#"{{"log_dump_obs_id":"{id}","error_code":7}}"#),
    ] {
        let error = AnswerError::Unexpected { status: 202, body: text.as_bytes().into() };
        assert_eq!(read(202, &text), Err(error.clone()), "{text}");
        assert_eq!(error.to_string(), format!("unexpected response with HTTP status 202: {text}"));
    }
}

#[test]
fn keeps_a_response_whole_that_is_not_utf8() {
    // Found by fuzzing: the invalid UTF-8 is in an ignored member.
    let body = b"{\"x\":\"\xad\",\"log_dump_obs_id\":\"45fdc36b-xxxx-4567-xxxx-559xxxxdf968\"}";
    let error = AnswerError::Unexpected { status: 201, body: body[..].into() };
    assert_eq!(CreateLogDumpObsResponseBody::from_answer(201, body), Err(error));
}

#[test]
fn keeps_unknown_codes_and_unknown_messages_of_known_codes() {
    for (code, msg, status) in
        [("LTS.0009", "Failed to validate the token", 500), ("LTS.0208", "no such stream", 200), ("", "", 500)]
    {
        let body = ErrorBody { error_code: ErrorCode::from(code), error_msg: msg.into() };
        let error = ApiError::from(body.clone());
        let ApiError::Other(other) = &error else { panic!("{error:?}") };
        assert_eq!(other.body(), &body);
        assert_eq!(error.http_status(), status);
        assert_eq!(error.message(), msg);
        assert_eq!((error.to_string(), body.to_string()), (format!("{code}: {msg}"), format!("{code}: {msg}")));
        assert_eq!(ErrorBody::from(error), body);
    }
}

#[test]
fn rejects_an_error_body_without_both_members_or_with_a_duplicate() {
    let error = |text| serde_json::from_str::<ErrorBody>(text).unwrap_err().to_string();
    assert_eq!(error(r#"{"error_code":"x"}"#), "error_code and error_msg must be strings");
    assert_eq!(error(r#"{"error_code":"x","error_code":"x"}"#), "duplicate field `error_code` at line 1 column 30");
    assert_eq!(error(r#"["x","y"]"#), "invalid type: array, expected an object at line 1 column 1");
}

#[test]
fn rejects_a_response_body_without_a_valid_id() {
    let error = |text| serde_json::from_str::<CreateLogDumpObsResponseBody>(text).unwrap_err().to_string();
    assert_eq!(error("{}"), "missing field `log_dump_obs_id`");
    assert_eq!(error(r#"{"log_dump_obs_id":null}"#), "missing field `log_dump_obs_id`");
    for text in [r#"{"log_dump_obs_id":"short"}"#, r#"{"log_dump_obs_id":5}"#] {
        assert_eq!(error(text), "log_dump_obs_id is not an ID of 36 characters");
    }
}

fn error_body() -> impl Strategy<Value = ErrorBody> {
    let codes: Vec<_> = ErrorCode::LISTED.iter().map(ToString::to_string).collect();
    let messages: Vec<_> = examples().into_iter().map(|(_, _, error)| error.message().into_owned()).collect();
    let code = prop_oneof![4 => prop::sample::select(codes), 1 => any::<String>()];
    let message = prop_oneof![prop::sample::select(messages), any::<String>()];
    (code, message, any::<String>()).prop_map(|(code, message, after)| ErrorBody {
        error_code: ErrorCode::from(code.as_str()),
        error_msg: (message + &after).into(),
    })
}

proptest! {
    #[test]
    fn converts_errors_to_bodies_and_back_without_loss(body in error_body()) {
        let error = ApiError::from(body.clone());
        prop_assert_eq!(ErrorBody::from(error.clone()), body.clone());
        prop_assert_eq!(ApiError::from(ErrorBody::from(error.clone())), error.clone());
        let text = serde_json::to_string(&body).unwrap();
        prop_assert_eq!(body.to_json(), text.as_bytes());
        prop_assert_eq!(read(200, &text), Err(api(200, error)));
    }

    #[test]
    fn reads_back_the_value_in_a_message(id in any::<String>()) {
        for error in [
            ApiError::LogStreamNotFound { log_stream_id: id.clone() },
            ApiError::LogStreamAssociated { log_stream_id: id.clone() },
            ApiError::ObsBucketNotFound { obs_bucket_name: id.clone() },
        ] {
            prop_assert_eq!(ApiError::from(ErrorBody::from(error.clone())), error);
        }
    }

    #[test]
    fn keeps_random_bytes_whole(status in any::<u16>(), body in any::<Vec<u8>>()) {
        let kept = AnswerError::Unexpected { status, body: body.as_slice().into() };
        prop_assert_eq!(CreateLogDumpObsResponseBody::from_answer(status, &body), Err(kept));
    }
}

#[test]
fn reads_back_each_violation_from_its_error_body() {
    for violation in Violation::ALL {
        let error = ApiError::Violation(*violation);
        assert_eq!(ApiError::from(ErrorBody::from(*violation)), error);
        assert_eq!((error.code(), &*error.message()), (violation.code(), violation.message()));
    }
}

#[test]
fn ignores_an_undocumented_name_with_a_lone_surrogate() {
    let created = br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968","x\ud800":0}"#;
    let id = CreateLogDumpObsResponseBody::from_answer(201, created).unwrap().log_dump_obs_id;
    assert_eq!(id.as_str(), "45fdc36b-xxxx-4567-xxxx-559xxxxdf968");

    let error = r#"{"x\ud800":1e400,"error_code":"LTS.0010","error_msg":"Internal Server Error"}"#;
    assert_eq!(read(200, error), Err(api(200, ApiError::InternalServerError)));
}
