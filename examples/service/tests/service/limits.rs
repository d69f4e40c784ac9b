//! Requests and connections that exceed a limit.

use std::io::{ErrorKind, Write};
use std::net::Shutdown;
use std::process::Command;
use std::time::{Duration, Instant};

use lts_log_dump::{ErrorBody, ErrorCode, Violation};

use crate::http::{BODY, Client, bare, chunked, head, keep_alive, path, receive, send_head, status};
use crate::process::{PATIENCE, Service};

/// Asserts the status and the body. An error that only this service has must be in the table of its README.
#[track_caller]
fn assert_response(response: &str, status: &str, body: &str) {
    assert!(response.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{response}");
    assert!(response.ends_with(&format!("\r\n\r\n{body}")), "{response}");
    if let Ok(ErrorBody { error_code, .. }) = serde_json::from_str(body) {
        let row = format!("\n| {} | `{error_code}` | ", &status[..3]);
        assert!(include_str!("../../README.md").contains(&row), "{row}");
    }
}

/// Asserts that the service creates a task.
#[track_caller]
pub(crate) fn assert_works(service: &Service) {
    let response = service.exchange(&(head(BODY.len()) + BODY));
    assert!(response.contains(r#"{"log_dump_obs_id":""#), "{response}");
}

const TOO_LARGE: &str = r#"{"error_code":"Service.BodyTooLarge","error_msg":"The body is too large"}"#;
const TOO_SLOW: &str = r#"{"error_code":"Service.TooSlow","error_msg":"The body did not arrive in time"}"#;

#[test]
fn rejects_a_body_that_is_too_large_with_and_without_a_length() {
    let service = Service::start(&["--body-limit", "1000"]);
    let large = " ".repeat(1001);
    assert_response(&service.exchange(&(head(large.len()) + &large)), "413 Payload Too Large", TOO_LARGE);
    let chunks = format!("3e9\r\n{large}\r\n0\r\n\r\n");
    assert_response(&service.exchange(&(chunked() + &chunks)), "413 Payload Too Large", TOO_LARGE);
    assert_works(&service);
}

#[test]
fn rejects_a_huge_length_before_the_body() {
    let service = Service::start(&[]);
    for length in ["10000000000", "18446744073709551000"] {
        let request = head(0).replace("Content-Length: 0", &format!("Content-Length: {length}"));
        assert_response(&service.exchange(&request), "413 Payload Too Large", TOO_LARGE);
    }
    let beyond = head(0).replace("Content-Length: 0", "Content-Length: 100000000000000000000");
    assert_response(&service.exchange(&beyond), "400 Bad Request", "");
    assert_works(&service);
}

#[test]
fn rejects_a_body_if_the_client_stops_sending() {
    let service = Service::start(&["--time-limit", "300"]);
    let mut stream = service.connect();
    stream.write_all(head(BODY.len()).as_bytes()).unwrap();
    stream.write_all(&BODY.as_bytes()[..50]).unwrap();
    assert_response(&receive(&stream), "408 Request Timeout", TOO_SLOW);
    assert_works(&service);
}

#[test]
fn rejects_a_body_that_is_sent_byte_by_byte() {
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
    assert_response(&receive(&stream), "408 Request Timeout", TOO_SLOW);
    assert!(!sender.join().unwrap(), "the service read the whole body");
    assert_works(&service);
}

#[test]
fn closes_a_connection_if_the_client_stops_sending_the_head() {
    let service = Service::start(&["--time-limit", "300"]);
    let mut stream = service.connect();
    stream.write_all(b"POST / HTT").unwrap();
    let start = Instant::now();
    receive(&stream);
    assert!(start.elapsed() < PATIENCE);
    assert_works(&service);
}

#[test]
fn rejects_a_body_that_ends_too_early() {
    let service = Service::start(&[]);
    let mut stream = service.connect();
    stream.write_all((head(BODY.len()) + &BODY[..100]).as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let broken = r#"{"error_code":"Service.BodyBroken","error_msg":"The body is incomplete or malformed"}"#;
    assert_response(&receive(&stream), "400 Bad Request", broken);
    assert_works(&service);
}

#[test]
fn rejects_malformed_chunks() {
    let service = Service::start(&[]);
    let broken = r#"{"error_code":"Service.BodyBroken","error_msg":"The body is incomplete or malformed"}"#;
    assert_response(&service.exchange(&(chunked() + "no number\r\n")), "400 Bad Request", broken);
    assert_works(&service);
}

#[test]
fn rejects_more_simultaneous_requests_than_the_limit() {
    let service = Service::start(&["--request-limit", "1"]);
    let overloaded = r#"{"error_code":"Service.Overloaded","error_msg":"Too many requests at a time, try again"}"#;
    let slow = service.connect();
    send_head(&slow, BODY.len());
    let rejected = service.exchange(&(head(BODY.len()) + BODY));
    assert_response(&rejected, "503 Service Unavailable", overloaded);
    assert!(rejected.contains("\r\nretry-after: 1\r\n"), "{rejected}");
    (&slow).write_all(BODY.as_bytes()).unwrap();
    assert!(receive(&slow).starts_with("HTTP/1.1 201 Created\r\n"));
}

#[test]
fn rejects_a_head_that_is_longer_than_its_buffer() {
    let service = Service::start(&[]);
    let padded = |length: usize| {
        bare("GET", "/elsewhere").replace("Host: x", &format!("Host: x\r\nX-Any: {}", "x".repeat(length)))
    };
    assert_eq!(status(&service.exchange(&padded(15 << 10))), 404);
    assert_response(&service.exchange(&padded(16 << 10)), "431 Request Header Fields Too Large", "");
    assert_works(&service);
}

#[test]
fn closes_the_oldest_connection_if_there_are_more_than_the_limit() {
    let service = Service::start(&["--connection-limit", "2", "--time-limit", "60000"]);
    let mut clients = [Client::new(&service), Client::new(&service), Client::new(&service)];
    for client in &mut clients {
        let (status, body) = client.exchange(&(keep_alive(BODY.len()) + BODY)).unwrap();
        assert!(status == 201 || body.contains(ErrorCode::Lts0207.as_str()), "{body}");
    }
    let [oldest, others @ ..] = &mut clients;
    assert_eq!(oldest.receive().unwrap_err().kind(), ErrorKind::UnexpectedEof);
    for client in others {
        assert_eq!(client.exchange(&keep_alive(0)).unwrap().0, 400);
    }
}

#[test]
fn rejects_invalid_http_and_other_endpoints() {
    let service = Service::start(&[]);
    assert_response(&service.exchange("\0\0\0\0 nonsense\r\n\r\n"), "400 Bad Request", "");
    let body = r#"{"error_code":"Service.OtherEndpoint","error_msg":"Only POST /v2/{project_id}/log-dump/obs is served here"}"#;
    assert_response(&service.exchange(&bare("GET", "/elsewhere")), "404 Not Found", body);
    let openapi = service.exchange(&bare("GET", "/openapi.json"));
    assert!(openapi.ends_with(include_str!("../../../../schema/openapi.json")), "{openapi}");
    assert_works(&service);
}

#[test]
fn rejects_another_method_and_lists_the_allowed_ones() {
    let service = Service::start(&[]);
    let body = r#"{"error_code":"Service.OtherMethod","error_msg":"The path does not have this method"}"#;
    for (method, path, allowed) in [
        ("GET", path().as_str(), "POST"),
        ("PUT", &path(), "POST"),
        ("GET", "/reset", "POST"),
        ("POST", "/openapi.json", "GET,HEAD"),
    ] {
        let response = service.exchange(&bare(method, path));
        assert_response(&response, "405 Method Not Allowed", body);
        assert!(response.contains(&format!("\r\nallow: {allowed}\r\n")), "{response}");
    }
    assert_works(&service);
}

#[test]
fn rejects_a_seed_with_an_invalid_id() {
    let file = std::env::temp_dir().join(format!("seed-{}.json", std::process::id()));
    std::fs::write(&file, r#"{ "projects": { "short": { "log_groups": {} } }, "buckets": [] }"#).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_service")).arg("--seed").arg(&file).output().unwrap();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    let expected = format!("service: {}: {}", file.display(), Violation::InvalidProjectId.message());
    assert!(message.starts_with(&expected), "{message}");
}
