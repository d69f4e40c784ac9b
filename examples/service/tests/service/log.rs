//! The contents of the log.

use std::io::Write;

use lts_log_dump::ErrorCode;
use serde_json::Value;

use crate::http::{BODY, bare, head, path, receive};
use crate::process::Service;

/// Parses the lines of a log.
#[track_caller]
pub(crate) fn lines(log: &str) -> Vec<Value> {
    log.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[test]
fn logs_one_line_without_secrets_for_each_request() {
    let service = Service::start(&["--body-limit", "1000", "--time-limit", "500"]);
    service.exchange(&(head(BODY.len()) + BODY));
    service.exchange(&(head(BODY.len()) + BODY));
    service.exchange(&(head(1) + "x"));
    service.exchange(&head(1001));
    let mut slow = service.connect();
    slow.write_all(head(1).as_bytes()).unwrap();
    receive(&slow);
    service.exchange(&bare("GET", "/elsewhere"));
    service.exchange(&bare("DELETE", &path()));
    service.exchange(&bare("GET", "/openapi.json"));
    service.exchange(&bare("POST", "/reset"));
    service.terminate();
    let (_, log) = service.end();
    assert!(!log.contains("s3cr3t"), "{log}");
    let lines = lines(&log);
    let field = |line: &Value, name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let seen: Vec<_> = lines
        .iter()
        .map(|line| {
            assert!(
                line["timestamp"].is_string() && line["level"] == "INFO" && line["microseconds"].is_u64(),
                "{line}"
            );
            (field(line, "method"), field(line, "path"), line["status"].as_u64().unwrap(), field(line, "error_code"))
        })
        .collect();
    let path = path();
    let expected = [
        ("POST", path.as_str(), 201, ""),
        ("POST", &path, 200, ErrorCode::Lts0207.as_str()),
        ("POST", &path, 400, ErrorCode::Lts0007.as_str()),
        ("POST", &path, 413, "Service.BodyTooLarge"),
        ("POST", &path, 408, "Service.TooSlow"),
        ("GET", "/elsewhere", 404, "Service.OtherEndpoint"),
        ("DELETE", &path, 405, "Service.OtherMethod"),
        ("GET", "/openapi.json", 200, ""),
        ("POST", "/reset", 200, ""),
    ]
    .map(|(method, path, status, code)| (method.to_owned(), path.to_owned(), status, code.to_owned()));
    assert_eq!(seen, expected);
}
