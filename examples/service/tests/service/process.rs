//! The service as a process.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::http::receive;

/// The time limit of each wait. It is long, so that no test fails on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Service {
    child: Child,
    address: SocketAddr,
    stdout: BufReader<ChildStdout>,
    log: Log,
}

enum Log {
    Unread(ChildStderr),
    Read(JoinHandle<String>),
    Closed,
}

impl Service {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut service = Self::start_unread(arguments);
        service.read_log();
        service
    }

    /// Starts the service. Both outputs are pipes without a reader.
    pub(crate) fn start_unread(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_service"));
        command.args(["--listen", "127.0.0.1:0"]).args(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let log = Log::Unread(child.stderr.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().parse().unwrap();
        Self { child, address, stdout, log }
    }

    /// Starts to read the log.
    pub(crate) fn read_log(&mut self) {
        let Log::Unread(mut stderr) = std::mem::replace(&mut self.log, Log::Closed) else {
            panic!("the log is already read or closed")
        };
        self.log = Log::Read(std::thread::spawn(move || {
            let mut log = String::new();
            stderr.read_to_string(&mut log).unwrap();
            log
        }));
    }

    /// Closes the pipe of the log.
    pub(crate) fn close_log(&mut self) {
        self.log = Log::Closed;
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    pub(crate) fn is_listening(&self) -> bool {
        TcpStream::connect(self.address).is_ok()
    }

    /// Sends a request, and reads until the service closes the connection.
    pub(crate) fn exchange(&self, request: &str) -> String {
        let mut stream = self.connect();
        // Writing fails if the service rejects the request early.
        let _ = stream.write_all(request.as_bytes());
        receive(&stream)
    }

    /// Returns the most memory that the process has used, in KiB.
    pub(crate) fn peak_memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
    }

    pub(crate) fn terminate(&self) {
        let status = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits until the process ends. Returns the status, and the log if it was read.
    #[track_caller]
    pub(crate) fn end(mut self) -> (ExitStatus, String) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "the service does not end");
            std::thread::sleep(Duration::from_millis(10));
        };
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "", "standard output contains more than the address");
        let log = match std::mem::replace(&mut self.log, Log::Closed) {
            Log::Read(log) => log.join().unwrap(),
            Log::Unread(_) | Log::Closed => String::new(),
        };
        (status, log)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
