//! Clients that try to exhaust the service.

use std::io::{self, ErrorKind, Write};
use std::net::TcpStream;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use lts_log_dump::ErrorCode;

use crate::http::{BODY, Client, bare, chunked, head, keep_alive, receive, status};
use crate::limits::assert_works;
use crate::process::{PATIENCE, Service};

/// The most KiB that the service may use in any test.
pub(crate) const MEMORY: u64 = 32 << 10;

/// Opens connections that send requests with long responses and read nothing, until the service reads no more.
pub(crate) fn pipeline(service: &Service, connections: usize) -> Vec<TcpStream> {
    let padding = format!("X-Padding: {}\r\n", "x".repeat(4000));
    let requests = &bare("GET", "/openapi.json").replace("Connection: close\r\n", &padding).repeat(100);
    let greedy: Vec<_> = (0..connections).map(|_| service.connect()).collect();
    thread::scope(|scope| {
        for mut stream in &greedy {
            stream.set_write_timeout(Some(Duration::from_millis(300))).unwrap();
            scope.spawn(move || while stream.write_all(requests.as_bytes()).is_ok() {});
        }
    });
    greedy
}

/// Returns whether the service has closed the connection. The client's own timeout is not counted.
fn is_closed(written: io::Result<()>) -> bool {
    written.is_err_and(|error| matches!(error.kind(), ErrorKind::BrokenPipe | ErrorKind::ConnectionReset))
}

fn assert_memory(service: &Service) {
    assert!(service.peak_memory() < MEMORY, "{} KiB", service.peak_memory());
}

#[test]
fn closes_a_connection_that_pipelines_and_never_reads() {
    let service = Service::start(&["--connection-limit", "16", "--time-limit", "1000"]);
    let greedy = pipeline(&service, 16);
    assert_works(&service);
    let start = Instant::now();
    for mut stream in greedy {
        while !is_closed(stream.write_all(b"x")) {
            assert!(start.elapsed() < PATIENCE, "a connection is still open");
        }
    }
    assert_memory(&service);
}

#[test]
fn responds_to_others_while_many_connections_never_read() {
    let service = Service::start(&["--connection-limit", "128", "--time-limit", "60000"]);
    let greedy = pipeline(&service, 300);
    for _ in 0..5 {
        assert_eq!(status(&service.exchange(&bare("POST", "/reset"))), 200);
    }
    assert_works(&service);
    assert_memory(&service);
    drop(greedy);
}

#[test]
fn sends_all_responses_to_a_client_that_reads_late_but_in_time() {
    let service = Service::start(&["--time-limit", "5000"]);
    let request = bare("GET", "/openapi.json").replace("Connection: close\r\n", "");
    let mut client = Client::new(&service);
    let start = Instant::now();
    for _ in 0..2 {
        client.send(&request.repeat(500)).unwrap();
        thread::sleep(Duration::from_millis(2700));
        for _ in 0..500 {
            assert_eq!(client.receive().unwrap().0, 200);
        }
    }
    assert!(start.elapsed() > Duration::from_secs(5), "the test is shorter than the time limit");
}

#[test]
fn closes_idle_connections() {
    let service = Service::start(&["--connection-limit", "50", "--time-limit", "300"]);
    let mut idle: Vec<_> = (0..100).map(|_| Client::new(&service)).collect();
    let mut used = Client::new(&service);
    assert_eq!(used.exchange(&keep_alive(0)).unwrap().0, 400);
    idle.extend((0..100).map(|_| Client::new(&service)));
    assert_works(&service);
    for client in idle.iter_mut().chain([&mut used]) {
        assert_eq!(client.receive().unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }
}

#[test]
fn closes_connections_that_send_a_head_byte_by_byte() {
    let service = Service::start(&["--time-limit", "500"]);
    let mut slow: Vec<_> = (0..100).map(|_| service.connect()).collect();
    let start = Instant::now();
    for byte in head(BODY.len()).bytes().cycle() {
        slow.retain_mut(|stream| !is_closed(stream.write_all(&[byte])));
        if slow.is_empty() {
            break;
        }
        assert!(start.elapsed() < PATIENCE, "{} connections are still open", slow.len());
        thread::sleep(Duration::from_millis(20));
    }
    assert_works(&service);
}

#[test]
fn closes_connections_that_send_an_endless_request() {
    const PIECES: usize = 64;

    let large = "x".repeat(1 << 20);
    let headers = "X-Any: thing\r\n".repeat(1 << 16);
    let one_byte_chunks = "1\r\nx\r\n".repeat(1 << 18);
    let service = Service::start(&["--body-limit", "65536"]);
    for (endless, start, piece) in [
        ("chunks", chunked(), format!("100000\r\n{large}\r\n")),
        ("small chunks", chunked(), one_byte_chunks),
        ("chunk", chunked() + "ffffffffff\r\n", large.clone()),
        ("chunk extension", chunked() + "1;", large.clone()),
        ("trailers", chunked() + "0\r\n", headers.clone()),
        ("trailer", chunked() + "0\r\nX-Any: ", large.clone()),
        ("headers", "GET / HTTP/1.1\r\n".into(), headers),
        ("header", "GET / HTTP/1.1\r\nX-Any: ".into(), large.clone()),
        ("path", "GET /".into(), large.clone()),
        ("method", String::new(), large),
    ] {
        let mut stream = service.connect();
        stream.write_all(start.as_bytes()).unwrap();
        let closed = (0..PIECES).any(|_| is_closed(stream.write_all(piece.as_bytes())));
        assert!(closed, "endless {endless}: the service read {PIECES} pieces of {} bytes", piece.len());
    }
    assert_works(&service);
    assert_memory(&service);
}

#[test]
fn limits_the_total_memory_of_all_bodies() {
    const CLIENTS: usize = 64;

    let service = Service::start(&["--time-limit", "60000"]);
    // All but the last byte of the longest body.
    let request = head(1 << 20) + &"x".repeat((1 << 20) - 1);
    let responses: Vec<_> = thread::scope(|scope| {
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            let stream = service.connect();
            stream.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
            clients.push(scope.spawn(|| {
                let mut stream = stream;
                // Writing fails if the service rejects the body early.
                let _ = stream.write_all(request.as_bytes());
                (receive(&stream), stream)
            }));
        }
        clients.into_iter().map(|client| client.join().unwrap()).collect()
    });
    let rejected = responses.iter().filter(|(response, _)| response.contains("Service.Overloaded")).count();
    assert!((1..CLIENTS).contains(&rejected), "{rejected} of {CLIENTS} rejected");
    assert_memory(&service);
    drop(responses);
    let start = Instant::now();
    while !service.exchange(&(head(BODY.len()) + BODY)).contains("log_dump_obs_id") {
        assert!(start.elapsed() < PATIENCE, "the memory is still in use");
    }
}

#[test]
fn uses_no_more_memory_for_a_body_in_many_chunks() {
    const CHUNKS: usize = 100_000;

    let service = Service::start(&["--time-limit", "60000"]);
    assert_works(&service);
    let before = service.peak_memory();
    let response = service.exchange(&(chunked() + &"1\r\nx\r\n".repeat(CHUNKS) + "0\r\n\r\n"));
    assert!(response.contains(ErrorCode::Lts0007.as_str()), "{response}");
    let more = service.peak_memory() - before;
    assert!(more < 2 << 10, "{more} KiB for {CHUNKS} bytes");
}

#[test]
fn creates_one_task_for_simultaneous_identical_requests() {
    const CLIENTS: usize = 15;
    const ROUNDS: usize = 20;

    let service = Service::start(&[]);
    let request = keep_alive(BODY.len()) + BODY;
    let barrier = Barrier::new(CLIENTS);
    let mut clients: Vec<_> = (0..CLIENTS).map(|_| Client::new(&service)).collect();
    for round in 0..ROUNDS {
        assert_eq!(status(&service.exchange(&bare("POST", "/reset"))), 200);
        let responses: Vec<_> = thread::scope(|scope| {
            let running: Vec<_> = clients
                .iter_mut()
                .map(|client| {
                    scope.spawn(|| {
                        barrier.wait();
                        client.exchange(&request).unwrap()
                    })
                })
                .collect();
            running.into_iter().map(|client| client.join().unwrap()).collect()
        });
        let created = responses.iter().filter(|(status, _)| *status == 201).count();
        let rejected = responses.iter().filter(|(_, body)| body.contains(ErrorCode::Lts0207.as_str())).count();
        assert_eq!((created, rejected), (1, CLIENTS - 1), "round {round}: {responses:?}");
    }
}
