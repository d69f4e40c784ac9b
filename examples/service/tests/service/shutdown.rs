//! The shutdown of the service.

use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use crate::attacks::pipeline;
use crate::http::{BODY, Client, head, keep_alive, receive, send_head};
use crate::log::lines;
use crate::process::{PATIENCE, Service};

/// A grace period that is too long to end during a test, even on a busy machine.
const GRACE: [&str; 2] = ["--grace-limit", "60000"];

#[test]
fn completes_the_accepted_request_after_sigterm() {
    let service = Service::start(&GRACE);
    let accepted = service.connect();
    send_head(&accepted, BODY.len());
    service.terminate();
    let start = Instant::now();
    while service.is_listening() {
        assert!(start.elapsed() < PATIENCE, "it still accepts connections");
        thread::sleep(Duration::from_millis(10));
    }
    (&accepted).write_all(BODY.as_bytes()).unwrap();
    let created = receive(&accepted);
    assert!(created.starts_with("HTTP/1.1 201 Created\r\n"), "{created}");
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    assert_eq!(lines(&log).len(), 1, "{log}");
}

/// Asserts that the service closes all connections before the end of its grace period.
#[track_caller]
fn assert_ends_cleanly(service: Service) {
    service.terminate();
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    let warnings: Vec<_> = lines(&log).into_iter().filter(|line| line["level"] != "INFO").collect();
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn closes_idle_connections_after_sigterm() {
    let service = Service::start(&GRACE);
    let idle = service.connect();
    let mut used = Client::new(&service);
    assert_eq!(used.exchange(&(keep_alive(BODY.len()) + BODY)).unwrap().0, 201);
    assert_ends_cleanly(service);
    drop((idle, used));
}

#[test]
fn closes_connections_that_never_read_after_their_time_limit() {
    let service = Service::start(&[GRACE.as_slice(), &["--time-limit", "3000"]].concat());
    let greedy = pipeline(&service, 4);
    assert_ends_cleanly(service);
    drop(greedy);
}

#[test]
fn ends_in_two_seconds_if_clients_stop_sending_or_reading() {
    let service = Service::start(&["--time-limit", "60000", "--grace-limit", "200"]);
    let half_head = &head(BODY.len())[..100];
    let half_body = head(BODY.len()) + &BODY[..100];
    let half_sent = [half_head, &half_body].map(|half| {
        let mut clients: Vec<_> = (0..100).map(|_| Client::new(&service)).collect();
        for client in &mut clients {
            client.send(half).unwrap();
        }
        clients
    });
    let greedy = pipeline(&service, 16);
    service.terminate();
    let start = Instant::now();
    let (status, log) = service.end();
    let time = start.elapsed();
    assert_eq!(status.code(), Some(0));
    assert!(time < Duration::from_secs(2), "{time:?}");
    let open: Vec<_> = lines(&log).iter().filter_map(|line| line["open"].as_u64()).collect();
    assert_eq!(open, [216], "{log}");
    drop((half_sent, greedy));
}
