//! What exceeds a bound gets a clear answer, and the service goes on.

use std::io::{ErrorKind, Read, Write};
use std::net::Shutdown;
use std::process::Command;
use std::time::{Duration, Instant};

use lts_log_dump::{ErrorBody, ErrorCode, Violation};

use crate::http::{BODY, Client, answer, bare, chunked, head, keep_alive, path, send_head};
use crate::process::{PATIENCE, Service};

/// Asserts status and body. An error of the service alone must be in the table of its README.
#[track_caller]
fn assert_answer(answer: &str, status: &str, body: &str) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{answer}");
    assert!(answer.ends_with(&format!("\r\n\r\n{body}")), "{answer}");
    if let Ok(ErrorBody { error_code, .. }) = serde_json::from_str(body) {
        let row = format!("\n| {} | `{error_code}` | ", &status[..3]);
        assert!(include_str!("../../README.md").contains(&row), "{row}");
    }
}

#[track_caller]
pub(crate) fn assert_goes_on(service: &Service) {
    let answer = service.exchange(&(head(BODY.len()) + BODY));
    assert!(answer.contains(r#"{"log_dump_obs_id":""#), "{answer}");
}

const TOO_LARGE: &str = r#"{"error_code":"Service.BodyTooLarge","error_msg":"The body is too large"}"#;
const TOO_SLOW: &str = r#"{"error_code":"Service.TooSlow","error_msg":"The body did not arrive in time"}"#;

#[test]
fn a_body_that_is_too_large_is_refused_announced_or_not() {
    let service = Service::start(&["--body-limit", "1000"]);
    let large = " ".repeat(1001);
    assert_answer(&service.exchange(&(head(large.len()) + &large)), "413 Payload Too Large", TOO_LARGE);
    let chunks = format!("3e9\r\n{large}\r\n0\r\n\r\n");
    assert_answer(&service.exchange(&(chunked() + &chunks)), "413 Payload Too Large", TOO_LARGE);
    assert_goes_on(&service);
}

#[test]
fn a_huge_announced_length_is_refused_at_once() {
    let service = Service::start(&[]);
    for length in ["10000000000", "18446744073709551000"] {
        let request = head(0).replace("Content-Length: 0", &format!("Content-Length: {length}"));
        assert_answer(&service.exchange(&request), "413 Payload Too Large", TOO_LARGE);
    }
    let beyond = head(0).replace("Content-Length: 0", "Content-Length: 100000000000000000000");
    assert_answer(&service.exchange(&beyond), "400 Bad Request", "");
    assert_goes_on(&service);
}

#[test]
fn a_body_that_stops_is_refused() {
    let service = Service::start(&["--time-limit", "300"]);
    let mut stream = service.connect();
    stream.write_all(head(BODY.len()).as_bytes()).unwrap();
    stream.write_all(&BODY.as_bytes()[..50]).unwrap();
    assert_answer(&answer(stream), "408 Request Timeout", TOO_SLOW);
    assert_goes_on(&service);
}

#[test]
fn a_body_that_comes_byte_by_byte_is_refused() {
    let service = Service::start(&["--time-limit", "300"]);
    let mut stream = service.connect();
    stream.write_all(head(BODY.len()).as_bytes()).unwrap();
    let mut sender = stream.try_clone().unwrap();
    let sender = std::thread::spawn(move || {
        BODY.bytes().all(|byte| {
            std::thread::sleep(Duration::from_millis(20));
            sender.write_all(&[byte]).is_ok()
        })
    });
    assert_answer(&answer(stream), "408 Request Timeout", TOO_SLOW);
    assert!(!sender.join().unwrap(), "the whole body was taken");
    assert_goes_on(&service);
}

#[test]
fn a_head_that_stops_ends_the_connection() {
    let service = Service::start(&["--time-limit", "300"]);
    let mut stream = service.connect();
    stream.write_all(b"POST / HTT").unwrap();
    let start = Instant::now();
    answer(stream);
    assert!(start.elapsed() < PATIENCE);
    assert_goes_on(&service);
}

#[test]
fn a_body_that_ends_too_early_changes_nothing() {
    let service = Service::start(&[]);
    let mut stream = service.connect();
    stream.write_all((head(BODY.len()) + &BODY[..100]).as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let broken = r#"{"error_code":"Service.BodyBroken","error_msg":"The body is incomplete or malformed"}"#;
    assert_answer(&answer(stream), "400 Bad Request", broken);
    assert_goes_on(&service);
}

#[test]
fn malformed_chunks_are_a_broken_body() {
    let service = Service::start(&[]);
    let broken = r#"{"error_code":"Service.BodyBroken","error_msg":"The body is incomplete or malformed"}"#;
    assert_answer(&service.exchange(&(chunked() + "no number\r\n")), "400 Bad Request", broken);
    assert_goes_on(&service);
}

#[test]
fn more_requests_than_the_bound_are_told_to_try_again() {
    let service = Service::start(&["--request-limit", "1"]);
    let refused = r#"{"error_code":"Service.Overloaded","error_msg":"Too many requests at a time, try again"}"#;
    let slow = service.connect();
    send_head(&slow, BODY.len());
    let shed = service.exchange(&(head(BODY.len()) + BODY));
    assert_answer(&shed, "503 Service Unavailable", refused);
    assert!(shed.contains("\r\nretry-after: 1\r\n"), "{shed}");
    (&slow).write_all(BODY.as_bytes()).unwrap();
    assert!(answer(slow).starts_with("HTTP/1.1 201 Created\r\n"));
}

#[test]
fn more_connections_than_the_bound_wait() {
    let service = Service::start(&["--connection-limit", "1"]);
    let mut first = Client::new(&service);
    assert_eq!(first.exchange(&(keep_alive(BODY.len()) + BODY)).unwrap().0, 201);
    let mut second = service.connect();
    second.write_all((head(BODY.len()) + BODY).as_bytes()).unwrap();
    second.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    assert_eq!(second.read(&mut [0]).unwrap_err().kind(), ErrorKind::WouldBlock);
    drop(first);
    second.set_read_timeout(Some(PATIENCE)).unwrap();
    assert!(answer(second).contains(ErrorCode::Lts0207.as_str()));
}

#[test]
fn what_is_no_http_and_other_endpoints_do_no_harm() {
    let service = Service::start(&[]);
    assert_answer(&service.exchange("\0\0\0\0 nonsense\r\n\r\n"), "400 Bad Request", "");
    let body = r#"{"error_code":"Service.OtherEndpoint","error_msg":"Only POST /v2/{project_id}/log-dump/obs is served here"}"#;
    assert_answer(&service.exchange(&bare("GET", "/elsewhere")), "404 Not Found", body);
    let openapi = service.exchange(&bare("GET", "/openapi.json"));
    assert!(openapi.ends_with(include_str!("../../../../schema/openapi.json")), "{openapi}");
    assert_goes_on(&service);
}

#[test]
fn another_method_is_refused_and_told_the_methods() {
    let service = Service::start(&[]);
    let body = r#"{"error_code":"Service.OtherMethod","error_msg":"The path does not have this method"}"#;
    for (method, path, allowed) in [
        ("GET", path().as_str(), "POST"),
        ("PUT", &path(), "POST"),
        ("GET", "/reset", "POST"),
        ("POST", "/openapi.json", "GET,HEAD"),
    ] {
        let answer = service.exchange(&bare(method, path));
        assert_answer(&answer, "405 Method Not Allowed", body);
        assert!(answer.contains(&format!("\r\nallow: {allowed}\r\n")), "{answer}");
    }
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
    let expected = format!("service: {}: {}", file.display(), Violation::InvalidProjectId.message());
    assert!(message.starts_with(&expected), "{message}");
}
