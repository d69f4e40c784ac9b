//! What is over a bound gets a clear answer, and the service goes on.

use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::process::{BODY, PATH, Service, answer, head};

#[track_caller]
fn assert_answer(answer: &str, status: &str, body: &str) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{answer}");
    assert!(answer.ends_with(&format!("\r\n\r\n{body}")), "{answer}");
}

#[track_caller]
fn assert_goes_on(service: &Service) {
    let answer = service.exchange(&(head(BODY.len()) + BODY));
    assert!(answer.contains(r#"{"log_dump_obs_id":""#), "{answer}");
}

#[test]
fn a_body_that_is_too_large_is_refused_announced_or_not() {
    const REFUSED: &str = r#"{"error_code":"Service.BodyTooLarge","error_msg":"The body is too large"}"#;

    let service = Service::start(&["--body-limit", "1000"]);
    let large = " ".repeat(1001);
    assert_answer(&service.exchange(&(head(large.len()) + &large)), "413 Payload Too Large", REFUSED);
    let chunked =
        head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked") + &format!("3e9\r\n{large}\r\n0\r\n\r\n");
    assert_answer(&service.exchange(&chunked), "413 Payload Too Large", REFUSED);
    assert_goes_on(&service);
}

#[test]
fn a_body_that_comes_too_slowly_is_refused() {
    let service = Service::start(&["--time-limit", "300"]);
    let mut stream = service.connect();
    stream.write_all(head(BODY.len()).as_bytes()).unwrap();
    stream.write_all(&BODY.as_bytes()[..50]).unwrap();
    let refused = r#"{"error_code":"Service.TooSlow","error_msg":"The body did not come in time"}"#;
    assert_answer(&answer(stream), "408 Request Timeout", refused);
    assert_goes_on(&service);
}

#[test]
fn a_head_that_comes_too_slowly_ends_the_connection() {
    let service = Service::start(&["--time-limit", "300"]);
    let mut stream = service.connect();
    stream.write_all(b"POST / HTT").unwrap();
    let start = Instant::now();
    answer(stream);
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_goes_on(&service);
}

#[test]
fn a_body_that_ends_too_early_changes_nothing() {
    let service = Service::start(&[]);
    let mut stream = service.connect();
    stream.write_all((head(BODY.len()) + &BODY[..100]).as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    assert!(!answer(stream).contains("log_dump_obs_id"));
    assert_goes_on(&service);
}

#[test]
fn more_requests_than_the_bound_are_told_to_try_again() {
    let service = Service::start(&["--request-limit", "1"]);
    let refused = r#"{"error_code":"Service.Overloaded","error_msg":"Too many requests at a time, try again"}"#;
    let start = Instant::now();
    let (mut slow, shed) = loop {
        let mut slow = service.connect();
        slow.write_all((head(BODY.len()) + &BODY[..50]).as_bytes()).unwrap();
        // Until the slow one is in; on a busy machine the other may be first, and the slow one is refused.
        std::thread::sleep(Duration::from_millis(200));
        let answer = service.exchange(&(head(1) + "x"));
        if answer.starts_with("HTTP/1.1 503") {
            break (slow, answer);
        }
        assert!(start.elapsed() < Duration::from_secs(10), "{answer}");
    };
    assert_answer(&shed, "503 Service Unavailable", refused);
    assert!(shed.contains("\r\nretry-after: 1\r\n"), "{shed}");
    slow.write_all(&BODY.as_bytes()[50..]).unwrap();
    assert!(answer(slow).starts_with("HTTP/1.1 201 Created\r\n"));
}

#[test]
fn what_is_no_http_and_what_is_elsewhere_does_no_harm() {
    let service = Service::start(&[]);
    service.exchange("\0\0\0\0 nonsense\r\n\r\n");
    let elsewhere = service.exchange("GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let body =
        r#"{"error_code":"Service.OtherEndpoint","error_msg":"only POST /v2/{project_id}/log-dump/obs is served"}"#;
    assert_answer(&elsewhere, "404 Not Found", body);
    let method = service.exchange(&format!("GET {PATH} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    assert!(method.starts_with("HTTP/1.1 405 Method Not Allowed\r\n"), "{method}");
    let openapi = service.exchange("GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert!(openapi.ends_with(include_str!("../../../../schema/openapi.json")), "{openapi}");
    assert_goes_on(&service);
}

#[test]
fn a_seed_that_no_request_could_name_is_refused() {
    let file = std::env::temp_dir().join(format!("seed-{}.json", std::process::id()));
    std::fs::write(&file, r#"{ "projects": { "short": { "log_groups": {} } }, "buckets": [] }"#).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_service")).arg("--seed").arg(&file).output().unwrap();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.starts_with(&format!("service: {}: Invalid projectId", file.display())), "{message}");
}
