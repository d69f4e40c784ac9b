//! A standard output and a log that nothing reads.

use crate::attacks::MEMORY;
use crate::http::{Client, bare};
use crate::limits::assert_works;
use crate::log::lines;
use crate::process::Service;

/// The log lines of this many requests are several times longer than a pipe and the service's queue.
const REQUESTS: u64 = 3000;

fn fill_the_log(service: &Service) {
    let request = bare("GET", &format!("/{}", "x".repeat(1500))).replace("Connection: close\r\n", "");
    let mut client = Client::new(service);
    for _ in 0..REQUESTS {
        assert_eq!(client.exchange(&request).unwrap().0, 404);
    }
}

#[test]
fn responds_and_ends_if_its_output_pipes_are_full() {
    let service = Service::start_unread(&[]);
    fill_the_log(&service);
    assert_works(&service);
    assert!(service.peak_memory() < MEMORY, "{} KiB", service.peak_memory());
    service.terminate();
    let (status, _) = service.end();
    assert_eq!(status.code(), Some(0));
}

#[test]
fn counts_the_log_lines_that_it_drops() {
    let mut service = Service::start_unread(&[]);
    fill_the_log(&service);
    service.read_log();
    assert_works(&service);
    service.terminate();
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    let (dropped, written): (Vec<_>, Vec<_>) =
        lines(&log).into_iter().partition(|line| line["message"] == "log lines were dropped");
    let dropped: u64 = dropped.iter().map(|line| line["lines"].as_u64().unwrap()).sum();
    assert!(dropped > 0, "the queue was never full");
    assert_eq!(written.len() as u64 + dropped, REQUESTS + 1);
}

#[test]
fn responds_and_ends_if_its_log_is_closed() {
    let mut service = Service::start_unread(&[]);
    service.close_log();
    fill_the_log(&service);
    assert_works(&service);
    service.terminate();
    let (status, _) = service.end();
    assert_eq!(status.code(), Some(0));
}
