//! HTTP by hand, for clients that are slow, greedy or broken on purpose.

use std::io::{self, BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::net::TcpStream;

use lts_log_dump::{ContentType, CreateLogDumpObsRequest, Field, ProjectId};

use crate::process::Service;

/// The example request of the API reference.
pub(crate) const BODY: &str = include_str!("../../../request.json");

/// What a seed knows as this project.
pub(crate) const PROJECT_ID: &str = "2a473356cca5487f8373be891bffc1cf";

/// A token that no other text has a part of.
pub(crate) fn token() -> String {
    "s3cr3t!".repeat(200)
}

pub(crate) fn path() -> String {
    CreateLogDumpObsRequest::path(ProjectId::new(PROJECT_ID).unwrap())
}

/// The head of a request with a body of this length, on a connection of its own.
pub(crate) fn head(length: usize) -> String {
    keep_alive(length).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
}

/// The head of a request with a body of this length, after which the connection stays open.
pub(crate) fn keep_alive(length: usize) -> String {
    format!(
        "{} {} HTTP/1.1\r\nHost: x\r\n{}: {}\r\nContent-Type: {ContentType}\r\nContent-Length: {length}\r\n\r\n",
        CreateLogDumpObsRequest::METHOD,
        path(),
        Field::AuthToken.name(),
        token()
    )
}

/// The head of a request with a chunked body.
pub(crate) fn chunked() -> String {
    head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked")
}

/// A request without a body, on a connection of its own.
pub(crate) fn bare(method: &str, path: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
}

/// Sends the head of a request and waits until the service reads the body.
pub(crate) fn send_head(mut stream: &TcpStream, length: usize) {
    let head = head(length).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = [0; b"HTTP/1.1 100 Continue\r\n\r\n".len()];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(answer, *b"HTTP/1.1 100 Continue\r\n\r\n");
}

/// Reads until the connection is closed.
pub(crate) fn answer(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // A connection that is reset after the answer has still brought it.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

/// The status of an answer.
pub(crate) fn status(answer: &str) -> u16 {
    let status = answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)).and_then(|status| status.parse().ok());
    status.unwrap_or_else(|| panic!("no answer: {answer}"))
}

/// A client that sends one request after the other on one connection.
pub(crate) struct Client(BufReader<TcpStream>);

impl Client {
    pub(crate) fn new(service: &Service) -> Self {
        Self(BufReader::new(service.connect()))
    }

    /// Sends a request, which may be several in one, and reads no answer.
    pub(crate) fn send(&mut self, request: &str) -> io::Result<()> {
        self.0.get_mut().write_all(request.as_bytes())
    }

    /// Reads one answer: its status and its body.
    pub(crate) fn receive(&mut self) -> io::Result<(u16, String)> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.0.read_line(&mut head)? == 0 {
                return Err(Error::from(ErrorKind::UnexpectedEof));
            }
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        let mut body = vec![0; length.parse().unwrap()];
        self.0.read_exact(&mut body)?;
        Ok((status(&head), String::from_utf8(body).unwrap()))
    }

    pub(crate) fn exchange(&mut self, request: &str) -> io::Result<(u16, String)> {
        self.send(request)?;
        self.receive()
    }
}
