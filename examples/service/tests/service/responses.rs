//! The service sends each documented response, byte for byte, and the crate parses it as the right variant.
//!
//! The expected responses come from the crate. Its tests compare them with the API reference.

use lts_log_dump::{
    AnswerError, ApiError, CreateLogDumpObsResponseBody, ErrorBody, ErrorCode, LogDumpObsId, Violation,
};

use crate::http::{BODY, PROJECT_ID, bare, head};
use crate::process::Service;

const STREAM: &str = "45e7f609-xxxx-4cd3-835b-xxxx4a124718";
/// A log stream that is already transferred in the seed.
const TRANSFERRED: &str = "632b9bdc-5afd-4666-a5de-2579f8b80314";

/// Returns changes of the example request, each with the error that it causes.
fn examples() -> Vec<([&'static str; 2], ApiError)> {
    vec![
        (["d9dba9f3", "00000000"], ApiError::LogGroupNotFound),
        (
            // The example of the API reference contains an invalid ID, so no request can cause it. A failing bucket of the
            // seed has this error.
            ["lts-test", "lts-quoting"],
            ApiError::LogStreamNotFound { log_stream_id: format!("{TRANSFERRED}-") },
        ),
        (["lts-test", "zhuanchu"], ApiError::ObsBucketNotFound { obs_bucket_name: "zhuanchu".into() }),
        ([STREAM, TRANSFERRED], ApiError::LogStreamAssociated { log_stream_id: TRANSFERRED.into() }),
        (["cycle", "once"], Violation::UnlistedTransferType.into()),
        (["RAW", "raw"], Violation::UnlistedStorageFormat.into()),
        ([": 5,", ": 7,"], Violation::UnlistedPeriod.into()),
        (["\"min\"", "\"day\""], Violation::UnlistedPeriodUnit.into()),
        (["\"fileprefixname\"", "5"], Violation::InvalidPrefixName.into()),
        (["\"dirprefixname\"", "5"], Violation::InvalidDirPrefixName.into()),
        (["{", ""], ApiError::NotJson),
        (["lts-test", "lts-failing"], ApiError::InternalServerError),
    ]
}

/// Sends a request, and returns the status and the body of the response.
fn send(service: &Service, head: &str, body: &str) -> (u16, String) {
    let response = service.exchange(&format!("{head}{body}"));
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    (crate::http::status(head), body.to_owned())
}

/// Returns the response that the crate creates for an error.
fn expected(error: &ApiError) -> (u16, String) {
    (error.http_status(), serde_json::to_string(&ErrorBody::from(error.clone())).unwrap())
}

/// Applies changes to the example request. Each one must have an effect.
#[track_caller]
fn changed(changes: &[[&str; 2]]) -> String {
    changes.iter().fold(BODY.to_owned(), |body, [old, new]| {
        assert!(body.contains(old), "{old}");
        body.replacen(old, new, 1)
    })
}

fn read(status: u16, body: &str) -> Result<CreateLogDumpObsResponseBody, AnswerError> {
    CreateLogDumpObsResponseBody::from_answer(status, body.as_bytes())
}

#[test]
fn sends_each_documented_error_and_the_crate_parses_it() {
    let service = Service::start(&[]);
    let mut codes = Vec::new();
    let mut assert_error = |head: &str, body: &str, error: ApiError| {
        let (status, text) = send(&service, head, body);
        assert_eq!((status, text.clone()), expected(&error));
        codes.push(error.code());
        assert_eq!(read(status, &text), Err(AnswerError::Api { status, error, request_id: None }));
    };
    for (change, error) in examples() {
        let body = changed(&[change]);
        assert_error(&head(body.len()), &body, error);
    }
    let unknown = head(BODY.len()).replace(PROJECT_ID, &"0".repeat(32));
    assert_error(&unknown, BODY, Violation::InvalidProjectId.into());
    for code in ErrorCode::LISTED {
        assert!(codes.contains(code), "no example has {code}");
    }
}

#[test]
fn checks_the_state_in_the_order_of_the_readme() {
    let service = Service::start(&[]);
    let [group, stream, bucket] = [["d9dba9f3", "00000000"], [STREAM, TRANSFERRED], ["lts-test", "zhuanchu"]];
    let unknown_stream = [STREAM, &STREAM.replace("45e7f609", "00000000")];
    let failing = ["lts-test", "lts-failing"];
    let not_found = |id: &str| ApiError::LogStreamNotFound { log_stream_id: id.into() };
    let no_bucket = ApiError::ObsBucketNotFound { obs_bucket_name: "zhuanchu".into() };

    for (changes, error) in [
        ([group, unknown_stream], ApiError::LogGroupNotFound),
        ([unknown_stream, bucket], not_found(unknown_stream[1])),
        ([unknown_stream, failing], not_found(unknown_stream[1])),
        ([bucket, stream], no_bucket),
        ([failing, stream], ApiError::InternalServerError),
    ] {
        let body = changed(&changes);
        assert_eq!(send(&service, &head(body.len()), &body), expected(&error), "{changes:?}");
    }
    // The request itself is validated first, then the project.
    let body = changed(&[group]);
    let unknown_project = head(body.len()).replace(PROJECT_ID, &"0".repeat(32));
    assert_eq!(send(&service, &unknown_project, &body), expected(&Violation::InvalidProjectId.into()));
    let body = changed(&[group, ["cycle", "once"]]);
    assert_eq!(send(&service, &head(body.len()), &body), expected(&Violation::UnlistedTransferType.into()));
    // The error names the first unknown log stream, even if a transferred one precedes it.
    let [one, other] = ["0".repeat(36), "1".repeat(36)];
    for streams in [[one.as_str(), &other], [TRANSFERRED, &one]] {
        let body = changed(&[[STREAM, &streams.join("\", \"")]]);
        assert_eq!(send(&service, &head(body.len()), &body), expected(&not_found(&one)), "{streams:?}");
    }
}

#[test]
fn gives_the_first_task_the_documented_id_even_after_a_reset() {
    let log_dump_obs_id = LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968").unwrap();
    let first = CreateLogDumpObsResponseBody { log_dump_obs_id };
    let text = serde_json::to_string(&first).unwrap();
    let service = Service::start(&[]);
    assert_eq!(send(&service, &head(BODY.len()), BODY), (201, text.clone()));
    assert_eq!(read(201, &text), Ok(first));

    let other = changed(&[["4a124718", "4a124719"]]);
    let (status, second) = send(&service, &head(other.len()), &other);
    assert_eq!(status, 201);
    assert_ne!(read(status, &second).unwrap().log_dump_obs_id, log_dump_obs_id);

    assert_eq!(send(&service, &bare("POST", "/reset"), ""), (200, String::new()));
    assert_eq!(send(&service, &head(BODY.len()), BODY), (201, text));
}
