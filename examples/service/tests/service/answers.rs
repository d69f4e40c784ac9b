//! Each example answer of the page is produced, byte for byte, and read back as its own variant.

use lts_log_dump::{AnswerError, ApiError, CreateLogDumpObsResponseBody, LogDumpObsId, Violation};

use crate::process::{BODY, PATH, Service, head};

const STREAM: &str = "632b9bdc-5afd-4666-a5de-2579f8b80314";

/// A change of the page's example request, and the answer as the page prints it, without spaces.
fn examples() -> Vec<([&'static str; 2], u16, &'static str, ApiError)> {
    vec![
        (
            ["d9dba9f3", "00000000"],
            200,
            r#"{"error_code":"LTS.0201","error_msg":"The log group does not existed"}"#,
            ApiError::LogGroupNotFound,
        ),
        (
            // The page quotes an ID that no valid request has, so a bucket answers with it.
            ["lts-test", "lts-quoting"],
            200,
            r#"{"error_code":"LTS.0208","error_msg":"Log stream id does not exist: 632b9bdc-5afd-4666-a5de-2579f8b80314-"}"#,
            ApiError::LogStreamNotFound { log_stream_id: format!("{STREAM}-") },
        ),
        (
            ["lts-test", "zhuanchu"],
            200,
            r#"{"error_code":"LTS.0416","error_msg":"obs bucket does not exist: zhuanchu"}"#,
            ApiError::ObsBucketNotFound { obs_bucket_name: "zhuanchu".into() },
        ),
        (
            ["45e7f609-xxxx-4cd3-835b-xxxx4a124718", STREAM],
            200,
            r#"{"error_code":"LTS.0207","error_msg":"Log stream id is associated by transfer: 632b9bdc-5afd-4666-a5de-2579f8b80314"}"#,
            ApiError::LogStreamAssociated { log_stream_id: STREAM.into() },
        ),
        (
            ["cycle", "once"],
            200,
            r#"{"error_code":"LTS.1901","error_msg":"type is not in the list [cycle]"}"#,
            Violation::UnlistedTransferType.into(),
        ),
        (
            ["RAW", "raw"],
            200,
            r#"{"error_code":"LTS.1901","error_msg":"storage_format is not in the list [RAW, JSON]"}"#,
            Violation::UnlistedStorageFormat.into(),
        ),
        (
            [": 5,", ": 7,"],
            200,
            r#"{"error_code":"LTS.1901","error_msg":"period+period_unit is not in the list [2min, 5min, 30min, 1hour, 3hour, 6hour, 12hour]"}"#,
            Violation::UnlistedPeriod.into(),
        ),
        (
            ["\"min\"", "\"day\""],
            200,
            r#"{"error_code":"LTS.1901","error_msg":"period_unit is not in the list [min, hour]"}"#,
            Violation::UnlistedPeriodUnit.into(),
        ),
        (
            ["\"fileprefixname\"", "5"],
            200,
            r#"{"error_code":"LTS.1902","error_msg":"prefix_name is invalid, please verify if it's provided as required"}"#,
            Violation::InvalidPrefixName.into(),
        ),
        (
            ["\"dirprefixname\"", "5"],
            200,
            r#"{"error_code":"LTS.1902","error_msg":"dir_prefix_name is invalid, please verify if it's provided as required"}"#,
            Violation::InvalidDirPrefixName.into(),
        ),
        (
            ["{", ""],
            400,
            r#"{"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#,
            ApiError::NotJson,
        ),
        (
            ["lts-test", "lts-failing"],
            500,
            r#"{"error_code":"LTS.0010","error_msg":"Internal Server Error"}"#,
            ApiError::InternalServerError,
        ),
    ]
}

/// Sends a request; gives status and body of the answer.
fn send(service: &Service, head: &str, body: &str) -> (u16, String) {
    let answer = service.exchange(&format!("{head}{body}"));
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head["HTTP/1.1 ".len()..][..3].parse().unwrap(), body.to_owned())
}

fn read(status: u16, body: &str) -> Result<CreateLogDumpObsResponseBody, AnswerError> {
    CreateLogDumpObsResponseBody::from_answer(status, body.as_bytes())
}

#[test]
fn each_error_of_the_page_is_its_own_variant_byte_for_byte() {
    let service = Service::start(&[]);
    for ([old, new], status, text, error) in examples() {
        assert!(BODY.contains(old), "{old}");
        let body = BODY.replacen(old, new, 1);
        assert_eq!(send(&service, &head(body.len()), &body), (status, text.to_owned()));
        assert_eq!(read(status, text), Err(AnswerError::Api(error)));
    }
    let text = r#"{"error_code":"LTS.0001","error_msg":"Invalid projectId"}"#;
    let unknown = head(BODY.len()).replace(PATH, &PATH.replace("2a473356", "00000000"));
    assert_eq!(send(&service, &unknown, BODY), (403, text.to_owned()));
    assert_eq!(read(403, text), Err(AnswerError::Api(Violation::InvalidProjectId.into())));
}

#[test]
fn the_first_task_has_the_id_of_the_page_and_after_a_reset_again() {
    let text = r#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#;
    let log_dump_obs_id = LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968").unwrap();
    let service = Service::start(&[]);
    assert_eq!(send(&service, &head(BODY.len()), BODY), (201, text.to_owned()));
    assert_eq!(read(201, text), Ok(CreateLogDumpObsResponseBody { log_dump_obs_id }));

    let other = BODY.replace("4a124718", "4a124719");
    let (status, second) = send(&service, &head(other.len()), &other);
    assert_eq!(status, 201);
    assert_ne!(read(status, &second).unwrap().log_dump_obs_id, log_dump_obs_id);

    let reset = head(0).replace(PATH, "/reset");
    assert_eq!(send(&service, &reset, ""), (200, String::new()));
    assert_eq!(send(&service, &head(BODY.len()), BODY), (201, text.to_owned()));
}
