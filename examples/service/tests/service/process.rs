//! The service as a process, and HTTP by hand: a client that is slow or broken on purpose.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

pub(crate) const PATH: &str = "/v2/2a473356cca5487f8373be891bffc1cf/log-dump/obs";
pub(crate) const BODY: &str = include_str!("../../../request.json");

/// A token that nothing else has a part of.
pub(crate) fn token() -> String {
    "s3cr3t!".repeat(200)
}

pub(crate) struct Service {
    child: Child,
    /// Reads the log while the service runs: a pipe that nobody reads would stop it.
    log: Option<JoinHandle<String>>,
    address: SocketAddr,
}

impl Service {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_service"));
        command.args(["--listen", "127.0.0.1:0"]).args(arguments).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().parse().unwrap();
        let log = std::thread::spawn(move || {
            let mut log = String::new();
            stdout.read_to_string(&mut log).unwrap();
            log
        });
        Self { child, log: Some(log), address }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    pub(crate) fn is_listening(&self) -> bool {
        TcpStream::connect(self.address).is_ok()
    }

    /// Sends all at once, and reads the answer.
    pub(crate) fn exchange(&self, request: &str) -> String {
        let mut stream = self.connect();
        // A refused client may be told so before it has sent all.
        let _ = stream.write_all(request.as_bytes());
        answer(stream)
    }

    pub(crate) fn terminate(&self) {
        let status = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for the end, and gives the status and the log.
    pub(crate) fn end(mut self) -> (ExitStatus, String) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "the service does not end");
            std::thread::sleep(Duration::from_millis(10));
        };
        (status, self.log.take().unwrap().join().unwrap())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn answer(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // A connection that is reset after the answer has still brought it.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

/// The head of a request with a body of so many bytes.
pub(crate) fn head(length: usize) -> String {
    format!(
        "POST {PATH} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Auth-Token: {}\r\n\
         Content-Type: application/json;charset=UTF-8\r\nContent-Length: {length}\r\n\r\n",
        token()
    )
}
