//! The service as a process, and requests to it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use lts_log_dump::{AuthToken, CreateLogDumpObsRequest, ProjectId};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Result;

const BODY: &str = include_str!("../../../../request.json");

pub(crate) struct Service {
    child: Child,
    pub(crate) address: String,
}

impl Service {
    /// Starts the program `service` that is next to this program.
    pub(crate) fn start(arguments: &[&str]) -> Result<Self> {
        let program = std::env::current_exe()?.with_file_name("service");
        let mut command = Command::new(program);
        command.args(["--listen", "127.0.0.1:0"]).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let address = line.trim().trim_start_matches("http://").to_owned();
        // In production, a program reads the log.
        let mut log = child.stderr.take().ok_or("no log")?;
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Ok(Self { child, address })
    }

    /// Returns the memory in use, in KiB.
    pub(crate) fn memory(&self) -> Result<u64> {
        self.status("VmRSS:")
    }

    /// Returns the peak of the memory in use, in KiB.
    pub(crate) fn peak_memory(&self) -> Result<u64> {
        self.status("VmHWM:")
    }

    fn status(&self, name: &str) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("the service has ended")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }

    /// Sends SIGTERM, and returns how long the service runs after that.
    pub(crate) async fn stop(mut self) -> Result<(ExitStatus, Duration)> {
        let start = Instant::now();
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok((status, start.elapsed()));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Creates the example request of the API reference.
pub(crate) fn request() -> Result<Vec<u8>> {
    let project_id = ProjectId::new("2a473356cca5487f8373be891bffc1cf")?;
    let token = AuthToken::new("t".repeat(AuthToken::MIN_LEN))?;
    let head = format!(
        "{} {} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: {}\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: {}\r\n\r\n",
        CreateLogDumpObsRequest::METHOD,
        CreateLogDumpObsRequest::path(project_id),
        token.as_str(),
        BODY.len()
    );
    Ok([head.as_bytes(), BODY.as_bytes()].concat())
}

/// Sends a request, reads the response, and returns its status.
pub(crate) async fn exchange(stream: &mut TcpStream, request: &[u8], buffer: &mut Vec<u8>) -> Result<u16> {
    stream.write_all(request).await?;
    buffer.clear();
    loop {
        if stream.read_buf(buffer).await? == 0 {
            return Err("the connection was closed".into());
        }
        let response = String::from_utf8_lossy(buffer);
        let Some((head, body)) = response.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).ok_or("no length")?;
        if body.len() >= length.parse()? {
            return Ok(head.get(9..12).ok_or("no status")?.parse()?);
        }
    }
}
