//! HTTP requests that are written by hand, because an HTTP library cannot send slow or invalid requests.

use std::io::{self, BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::net::TcpStream;

use lts_log_dump::{ContentType, CreateLogDumpObsRequest, Field, ProjectId};

use crate::process::Service;

/// The example request of the API reference.
pub(crate) const BODY: &str = include_str!("../../../request.json");

/// The project of the seed.
pub(crate) const PROJECT_ID: &str = "2a473356cca5487f8373be891bffc1cf";

/// Creates a token that a test can find in a log, because no other text contains its parts.
pub(crate) fn token() -> String {
    "s3cr3t!".repeat(200)
}

pub(crate) fn path() -> String {
    CreateLogDumpObsRequest::path(ProjectId::new(PROJECT_ID).unwrap())
}

/// Creates the head of a request with a body of this length. The service closes the connection after the response.
pub(crate) fn head(length: usize) -> String {
    keep_alive(length).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
}

/// Creates the head of a request with a body of this length. The connection stays open.
pub(crate) fn keep_alive(length: usize) -> String {
    format!(
        "{} {} HTTP/1.1\r\nHost: x\r\n{}: {}\r\nContent-Type: {ContentType}\r\nContent-Length: {length}\r\n\r\n",
        CreateLogDumpObsRequest::METHOD,
        path(),
        Field::AuthToken.name(),
        token()
    )
}

/// Creates the head of a request with a chunked body.
pub(crate) fn chunked() -> String {
    head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked")
}

/// Creates a request without a body. The service closes the connection after the response.
pub(crate) fn bare(method: &str, path: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
}

/// Sends the head of a request and waits until the service reads the body.
pub(crate) fn send_head(mut stream: &TcpStream, length: usize) {
    let head = head(length).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut response = [0; b"HTTP/1.1 100 Continue\r\n\r\n".len()];
    stream.read_exact(&mut response).unwrap();
    assert_eq!(response, *b"HTTP/1.1 100 Continue\r\n\r\n");
}

/// Reads until the service closes the connection, or until the timeout of the stream.
pub(crate) fn receive(mut stream: &TcpStream) -> String {
    let mut response = Vec::new();
    // If the connection is reset after the response, the response is still complete.
    let _ = stream.read_to_end(&mut response);
    String::from_utf8(response).unwrap()
}

/// Returns the status of a response.
pub(crate) fn status(response: &str) -> u16 {
    let status = response.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    status.unwrap_or_else(|| panic!("no response: {response}"))
}

/// A client that sends one request after the other on one connection.
pub(crate) struct Client(BufReader<TcpStream>);

impl Client {
    pub(crate) fn new(service: &Service) -> Self {
        Self(BufReader::new(service.connect()))
    }

    /// Sends one or more requests, and reads no response.
    pub(crate) fn send(&mut self, requests: &str) -> io::Result<()> {
        self.0.get_mut().write_all(requests.as_bytes())
    }

    /// Reads a response, and returns its status and its body.
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
