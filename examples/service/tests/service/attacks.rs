//! Clients that would take all that the service has, if it let them.

use std::io::{self, ErrorKind, Write};
use std::net::TcpStream;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use lts_log_dump::ErrorCode;

use crate::bounds::assert_goes_on;
use crate::http::{BODY, Client, bare, chunked, head, keep_alive, status};
use crate::process::{PATIENCE, Service};

/// KiB that the service may have had at most, whatever is done to it.
pub(crate) const MEMORY: u64 = 32 << 10;

/// Opens connections that send requests for a long answer and read nothing, until the service takes no more.
pub(crate) fn pipelining(service: &Service, connections: usize) -> Vec<TcpStream> {
    let requests = &bare("GET", "/openapi.json").replace("Connection: close\r\n", "").repeat(1000);
    let greedy: Vec<_> = (0..connections).map(|_| service.connect()).collect();
    thread::scope(|scope| {
        for mut stream in &greedy {
            stream.set_write_timeout(Some(Duration::from_millis(300))).unwrap();
            scope.spawn(move || while stream.write_all(requests.as_bytes()).is_ok() {});
        }
    });
    greedy
}

/// Whether the service has closed the connection, as the result of writing shows. A time limit of the client does not count.
fn is_closed(written: io::Result<()>) -> bool {
    written.is_err_and(|error| matches!(error.kind(), ErrorKind::BrokenPipe | ErrorKind::ConnectionReset))
}

#[test]
fn clients_that_pipeline_and_never_read_keep_nobody_out() {
    let service = Service::start(&["--connection-limit", "16", "--time-limit", "1000"]);
    let greedy = pipelining(&service, 16);
    // All connections are taken: this one waits until others are closed.
    assert_goes_on(&service);
    let start = Instant::now();
    for mut stream in greedy {
        while !is_closed(stream.write_all(b"x")) {
            assert!(start.elapsed() < PATIENCE, "a connection is still open");
        }
    }
    assert!(service.peak_memory() < MEMORY, "{} KiB", service.peak_memory());
}

#[test]
fn a_client_that_takes_its_answers_late_but_in_time_gets_all_of_them() {
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
    assert!(start.elapsed() > Duration::from_secs(5), "the limit starts anew with each answer taken");
}

#[test]
fn idle_connections_keep_nobody_out() {
    let service = Service::start(&["--connection-limit", "50", "--time-limit", "300"]);
    let mut idle: Vec<_> = (0..100).map(|_| Client::new(&service)).collect();
    let mut used = Client::new(&service);
    assert_eq!(used.exchange(&keep_alive(1).replace("Content-Length: 1", "Content-Length: 0")).unwrap().0, 400);
    idle.extend((0..100).map(|_| Client::new(&service)));
    assert_goes_on(&service);
    for client in idle.iter_mut().chain([&mut used]) {
        assert_eq!(client.receive().unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }
}

#[test]
fn heads_that_come_byte_by_byte_end_in_time() {
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
    assert_goes_on(&service);
}

#[test]
fn what_has_no_end_is_cut_off() {
    const PIECES: usize = 64;

    let large = "x".repeat(1 << 20);
    let headers = "X-Any: thing\r\n".repeat(1 << 16);
    let one_byte_chunks = "1\r\nx\r\n".repeat(1 << 18);
    let service = Service::start(&["--body-limit", "65536"]);
    for (what, start, piece) in [
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
        let cut_off = (0..PIECES).any(|_| is_closed(stream.write_all(piece.as_bytes())));
        assert!(cut_off, "endless {what}: {PIECES} pieces of {} bytes were taken", piece.len());
    }
    assert_goes_on(&service);
    assert!(service.peak_memory() < MEMORY, "{} KiB", service.peak_memory());
}

#[test]
fn a_body_in_many_chunks_costs_no_more_memory_than_its_bytes() {
    const CHUNKS: usize = 100_000;

    let service = Service::start(&["--time-limit", "60000"]);
    assert_goes_on(&service);
    let before = service.peak_memory();
    let answer = service.exchange(&(chunked() + &"1\r\nx\r\n".repeat(CHUNKS) + "0\r\n\r\n"));
    assert!(answer.contains(ErrorCode::Lts0007.as_str()), "{answer}");
    let more = service.peak_memory() - before;
    assert!(more < 2 << 10, "{more} KiB for {CHUNKS} bytes");
}

#[test]
fn of_identical_requests_at_a_time_one_creates_the_task() {
    const CLIENTS: usize = 15;
    const ROUNDS: usize = 20;

    let service = Service::start(&[]);
    let request = keep_alive(BODY.len()) + BODY;
    let barrier = Barrier::new(CLIENTS);
    let mut clients: Vec<_> = (0..CLIENTS).map(|_| Client::new(&service)).collect();
    for round in 0..ROUNDS {
        assert_eq!(status(&service.exchange(&bare("POST", "/reset"))), 200);
        let answers: Vec<_> = thread::scope(|scope| {
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
        let created = answers.iter().filter(|(status, _)| *status == 201).count();
        let refused = answers.iter().filter(|(_, body)| body.contains(ErrorCode::Lts0207.as_str())).count();
        assert_eq!((created, refused), (1, CLIENTS - 1), "round {round}: {answers:?}");
    }
}
