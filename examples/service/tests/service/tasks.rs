//! A client receives the ID of each task that the service creates for it.

use std::fmt::Write;
use std::thread;
use std::time::{Duration, Instant};

use crate::http::{BODY, Client, PROJECT_ID, keep_alive};
use crate::log::lines;
use crate::process::{PATIENCE, Service};

const CLIENTS: usize = 8;
/// The log streams of each client, and so the most tasks that it can create.
const STREAMS: usize = 5000;

#[test]
fn loses_no_created_task_when_sigterm_closes_connections() {
    let service = start(&["--grace-limit", "60000"]);
    assert_no_task_lost(service, |service| {
        thread::sleep(Duration::from_millis(300));
        service.terminate();
    });
}

#[test]
fn loses_no_created_task_when_new_connections_replace_others() {
    let service = start(&["--connection-limit", "8"]);
    assert_no_task_lost(service, |service| {
        // Each client loses its connection if there are as many new connections as clients.
        let mut others: Vec<_> = (0..CLIENTS).map(|_| Client::new(service)).collect();
        for other in &mut others {
            assert_eq!(other.exchange(&keep_alive(0)).unwrap().0, 400);
        }
        service.terminate();
    });
}

/// Compares the tasks that clients receive with the tasks in the log. `end` must close all connections.
#[track_caller]
fn assert_no_task_lost(service: Service, end: impl FnOnce(&Service)) {
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let mut connection = Client::new(&service);
            thread::spawn(move || create_until_closed(&mut connection, client))
        })
        .collect();
    end(&service);
    let received: usize = clients.into_iter().map(|client| client.join().unwrap()).sum();
    let (status, log) = service.end();
    assert_eq!(status.code(), Some(0));
    let logged = lines(&log).iter().filter(|line| line["status"] == 201).count();
    assert!(received > 0);
    assert_eq!(logged, received);
}

/// Creates tasks one after the other until the service closes the connection. Returns how many.
fn create_until_closed(connection: &mut Client, client: usize) -> usize {
    let start = Instant::now();
    let mut created = 0;
    loop {
        let body =
            BODY.replace("45e7f609-xxxx-4cd3-835b-xxxx4a124718", &stream_id(client * STREAMS + created % STREAMS));
        let Ok((status, response)) = connection.exchange(&(keep_alive(body.len()) + &body)) else { return created };
        if created < STREAMS {
            assert_eq!(status, 201, "{response}");
            created += 1;
        }
        assert!(start.elapsed() < PATIENCE, "the service does not end");
    }
}

/// Starts the service with a seed that has a log stream for each task.
fn start(arguments: &[&str]) -> Service {
    let file = std::env::temp_dir().join(format!("tasks-{}-{:?}.json", std::process::id(), thread::current().id()));
    std::fs::write(&file, seed(CLIENTS * STREAMS)).unwrap();
    let service = Service::start(&[&["--seed", file.to_str().unwrap()], arguments].concat());
    std::fs::remove_file(&file).unwrap();
    service
}

fn stream_id(number: usize) -> String {
    format!("{number:036}")
}

/// Creates a seed with a number of log streams in the log group of the example request.
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
