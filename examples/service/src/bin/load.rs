//! Measures how many requests a second the service answers, with and without validation, and its memory under overload and
//! slow clients. Bounded in requests and time.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use lts_log_dump::{AuthToken, CreateLogDumpObsRequest, ProjectId};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const BODY: &str = include_str!("../../../request.json");
const CONNECTIONS: usize = 16;
const REQUESTS: usize = 500;
const ROUNDS: usize = 15;

/// The service as a process of its own.
struct Service {
    child: Child,
    address: String,
}

impl Service {
    fn start(arguments: &[&str]) -> Result<Self> {
        let program = std::env::current_exe()?.with_file_name("service");
        let mut command = Command::new(program);
        command.args(["--listen", "127.0.0.1:0"]).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let address = line.trim().trim_start_matches("http://").to_owned();
        // The log is read, as that of a service in use is.
        let mut log = child.stderr.take().ok_or("no log")?;
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Ok(Self { child, address })
    }

    /// The memory in use, in KiB.
    fn memory(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("the service has died")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn request() -> Result<Vec<u8>> {
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

/// Sends a request on a connection, reads the answer, and returns its status.
async fn exchange(stream: &mut TcpStream, request: &[u8], buffer: &mut Vec<u8>) -> Result<u16> {
    stream.write_all(request).await?;
    buffer.clear();
    loop {
        if stream.read_buf(buffer).await? == 0 {
            return Err("the connection was closed".into());
        }
        let text = String::from_utf8_lossy(buffer);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).ok_or("no length")?;
        if body.len() >= length.parse()? {
            return Ok(head.get(9..12).ok_or("no status")?.parse()?);
        }
    }
}

/// Measures the requests a second over several connections.
async fn throughput(service: &Service) -> Result<f64> {
    let start = Instant::now();
    let clients: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let address = service.address.clone();
            tokio::spawn(async move {
                let request = request()?;
                let mut stream = TcpStream::connect(address).await?;
                stream.set_nodelay(true)?;
                let mut buffer = Vec::new();
                for _ in 0..REQUESTS {
                    exchange(&mut stream, &request, &mut buffer).await?;
                }
                Result::Ok(())
            })
        })
        .collect();
    for client in clients {
        client.await??;
    }
    #[expect(clippy::cast_precision_loss, reason = "the number of requests is small")]
    let requests = (CONNECTIONS * REQUESTS) as f64;
    Ok(requests / start.elapsed().as_secs_f64())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

async fn ratio() -> Result<()> {
    let (validating, plain) = (Service::start(&[])?, Service::start(&["--unvalidated"])?);
    let (mut ours, mut ratios) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (validated, unvalidated) = (throughput(&validating).await?, throughput(&plain).await?);
        ours.push(validated);
        ratios.push(validated / unvalidated);
    }
    println!("{:.0} requests a second, {:.2} times the same service without validation", median(ours), median(ratios));
    Ok(())
}

async fn overload() -> Result<()> {
    let service = Service::start(&["--request-limit", "64", "--time-limit", "1000"])?;
    throughput(&service).await?;
    let before = service.memory()?;
    let request = request()?;
    // Slow clients: they stop in the middle of the head or of the body. The latter take all requests that are allowed at a
    // time, until the time limit ends them.
    let mut slow = Vec::new();
    for number in 0..160 {
        let mut stream = TcpStream::connect(&service.address).await?;
        stream.write_all(&request[..if number % 2 == 0 { 100 } else { request.len() - 100 }]).await?;
        slow.push(stream);
    }
    let clients: Vec<_> = (0..400)
        .map(|_| {
            let (address, request) = (service.address.clone(), request.clone());
            tokio::spawn(async move {
                let (mut answered, mut shed) = (0_u32, 0_u32);
                let mut stream = TcpStream::connect(address).await?;
                for _ in 0..50 {
                    match timeout(Duration::from_secs(30), exchange(&mut stream, &request, &mut Vec::new())).await?? {
                        503 => shed += 1,
                        _ => answered += 1,
                    }
                }
                Result::Ok((answered, shed))
            })
        })
        .collect();
    let (mut answered, mut shed) = (0, 0);
    for client in clients {
        let (more_answered, more_shed) = client.await??;
        answered += more_answered;
        shed += more_shed;
    }
    let during = service.memory()?;
    drop(slow);
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let after = throughput(&service).await?;
    println!(
        "overload: {answered} answered, {shed} refused with 503, none lost; memory {before} KiB before, {during} KiB during; \
         then again {after:.0} requests a second"
    );
    if during > before + 64 * 1024 {
        return Err("the service grows under overload".into());
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<()> {
    timeout(Duration::from_secs(120), ratio()).await??;
    timeout(Duration::from_secs(120), overload()).await??;
    Ok(())
}
