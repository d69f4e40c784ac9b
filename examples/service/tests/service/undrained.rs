//! Outputs that nobody reads.

use crate::attacks::MEMORY;
use crate::bounds::assert_goes_on;
use crate::http::{Client, bare};
use crate::log::lines;
use crate::process::Service;

/// Requests whose log lines are several times what a pipe and the service's queue hold.
const REQUESTS: u64 = 3000;

fn fill_the_log(service: &Service) {
    let request = bare("GET", &format!("/{}", "x".repeat(1500))).replace("Connection: close\r\n", "");
    let mut client = Client::new(service);
    for _ in 0..REQUESTS {
        assert_eq!(client.exchange(&request).unwrap().0, 404);
    }
}

#[test]
fn outputs_that_nobody_reads_stop_neither_requests_nor_sigterm() {
    let service = Service::start_unread(&[]);
    fill_the_log(&service);
    assert_goes_on(&service);
    assert!(service.peak_memory() < MEMORY, "{} KiB", service.peak_memory());
    service.terminate();
    let (status, _) = service.end();
    assert_eq!(status.code(), Some(0));
}

#[test]
fn lines_that_had_no_room_are_counted() {
    let mut service = Service::start_unread(&[]);
    fill_the_log(&service);
    service.read_log();
    assert_goes_on(&service);
    service.terminate();
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    let (dropped, written): (Vec<_>, Vec<_>) =
        lines(&log).into_iter().partition(|line| line["message"] == "log lines were dropped");
    let dropped: u64 = dropped.iter().map(|line| line["lines"].as_u64().unwrap()).sum();
    assert!(dropped > 0, "the queue never was full");
    assert_eq!(written.len() as u64 + dropped, REQUESTS + 1);
}

#[test]
fn a_log_that_is_closed_stops_neither_requests_nor_sigterm() {
    let mut service = Service::start_unread(&[]);
    service.close_log();
    fill_the_log(&service);
    assert_goes_on(&service);
    service.terminate();
    let (status, _) = service.end();
    assert_eq!(status.code(), Some(0));
}
