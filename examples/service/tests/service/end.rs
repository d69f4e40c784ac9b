//! How the service ends.

use std::fmt::Write as _;
use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use crate::attacks::pipelining;
use crate::http::{BODY, Client, PROJECT_ID, answer, keep_alive, send_head};
use crate::log::lines;
use crate::process::{PATIENCE, Service};

#[test]
fn sigterm_ends_it_when_the_accepted_request_is_answered() {
    let service = Service::start(&[]);
    let accepted = service.connect();
    send_head(&accepted, BODY.len());
    service.terminate();
    let start = Instant::now();
    while service.is_listening() {
        assert!(start.elapsed() < PATIENCE, "it still accepts connections");
        thread::sleep(Duration::from_millis(10));
    }
    (&accepted).write_all(BODY.as_bytes()).unwrap();
    let created = answer(accepted);
    assert!(created.starts_with("HTTP/1.1 201 Created\r\n"), "{created}");
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    assert_eq!(lines(&log).len(), 1, "{log}");
}

/// Ends it and asserts that it closed all connections, instead of giving up at the end of its grace.
#[track_caller]
fn assert_ends_cleanly(service: Service) {
    service.terminate();
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    let warnings: Vec<_> = lines(&log).into_iter().filter(|line| line["level"] != "INFO").collect();
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn an_idle_connection_does_not_hold_it_up() {
    let service = Service::start(&[]);
    let idle = service.connect();
    let mut used = Client::new(&service);
    assert_eq!(used.exchange(&(keep_alive(BODY.len()) + BODY)).unwrap().0, 201);
    assert_ends_cleanly(service);
    drop((idle, used));
}

#[test]
fn clients_that_never_read_do_not_hold_it_up() {
    let service = Service::start(&["--time-limit", "3000"]);
    let greedy = pipelining(&service, 4);
    assert_ends_cleanly(service);
    drop(greedy);
}

#[test]
fn sigterm_under_load_loses_no_created_task() {
    const CLIENTS: usize = 8;
    const STREAMS: usize = 5000;

    let file = std::env::temp_dir().join(format!("load-{}.json", std::process::id()));
    std::fs::write(&file, seed(CLIENTS * STREAMS)).unwrap();
    let service = Service::start(&["--seed", file.to_str().unwrap()]);
    std::fs::remove_file(&file).unwrap();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let mut connection = Client::new(&service);
            thread::spawn(move || {
                for created in 0..STREAMS {
                    let stream = stream_id(client * STREAMS + created);
                    let body = BODY.replace("45e7f609-xxxx-4cd3-835b-xxxx4a124718", &stream);
                    let Ok((status, answer)) = connection.exchange(&(keep_alive(body.len()) + &body)) else {
                        return created;
                    };
                    assert_eq!(status, 201, "{answer}");
                }
                panic!("the service did not end")
            })
        })
        .collect();
    thread::sleep(Duration::from_millis(300));
    service.terminate();
    let received: usize = clients.into_iter().map(|client| client.join().unwrap()).sum();
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    let logged = lines(&log).iter().filter(|line| line["status"] == 201).count();
    assert!(received > 0);
    assert_eq!(logged, received);
}

fn stream_id(number: usize) -> String {
    format!("{number:036}")
}

/// A seed with so many log streams in the group of the example request.
fn seed(streams: usize) -> String {
    let mut ids = String::new();
    for number in 0..streams {
        let comma = if number == 0 { "" } else { "," };
        write!(ids, "{comma}\"{}\"", stream_id(number)).unwrap();
    }
    format!(
        r#"{{
            "projects": {{ "{PROJECT_ID}": {{ "log_groups": {{ "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053": [{ids}] }} }} }},
            "buckets": ["lts-test"]
        }}"#
    )
}
