//! How the service ends, and what it leaves in the log.

use std::io::Write;
use std::time::Duration;

use crate::process::{BODY, Service, answer, head};

#[test]
fn sigterm_ends_it_when_the_accepted_request_is_answered() {
    let service = Service::start(&[]);
    let mut accepted = service.connect();
    accepted.write_all((head(BODY.len()) + &BODY[..50]).as_bytes()).unwrap();
    // Until the service has begun to read.
    std::thread::sleep(Duration::from_millis(300));
    service.terminate();
    std::thread::sleep(Duration::from_millis(300));
    assert!(!service.is_listening());
    accepted.write_all(&BODY.as_bytes()[50..]).unwrap();
    let created = answer(accepted);
    assert!(created.starts_with("HTTP/1.1 201 Created\r\n"), "{created}");
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    assert!(log.contains(r#""status":201"#), "{log}");
}

#[test]
fn an_idle_connection_does_not_hold_it_up() {
    let service = Service::start(&[]);
    let idle = service.connect();
    service.exchange(&(head(BODY.len()) + BODY));
    service.terminate();
    let (status, _) = service.end();
    assert_eq!(status.code(), Some(0));
    drop(idle);
}

#[test]
fn each_request_leaves_one_line_and_no_secret() {
    let service = Service::start(&[]);
    service.exchange(&(head(BODY.len()) + BODY));
    service.exchange(&(head(BODY.len()) + BODY));
    service.exchange(&(head(1) + "x"));
    service.terminate();
    let (_, log) = service.end();
    assert!(!log.contains("s3cr3t"), "{log}");
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let seen: Vec<_> = lines.iter().map(|line| (line["status"].as_u64(), line["error_code"].as_str())).collect();
    assert_eq!(seen, [(Some(201), None), (Some(200), Some("LTS.0207")), (Some(400), Some("LTS.0007"))]);
}
