//! Measures how many requests per second the service completes, with and without validation, and its memory under overload
//! and with greedy clients. `load greedy` measures greedy clients only.

mod greedy;
mod process;

use std::error::Error;
use std::time::{Duration, Instant};

use process::{Service, exchange, request};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::timeout;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const CONNECTIONS: usize = 16;
const REQUESTS: usize = 500;
const ROUNDS: usize = 15;

/// Measures the requests per second over several connections.
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
    println!(
        "{:.0} requests per second, {:.2} times the same service without validation",
        median(ours),
        median(ratios)
    );
    Ok(())
}

async fn overload() -> Result<()> {
    let service = Service::start(&["--request-limit", "64", "--time-limit", "1000"])?;
    throughput(&service).await?;
    let before = service.memory()?;
    let request = request()?;
    // Slow clients stop in the middle of the head or of the body. The second group occupies all simultaneous requests until
    // the time limit.
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
                let (mut completed, mut rejected) = (0_u32, 0_u32);
                let mut stream = TcpStream::connect(address).await?;
                for _ in 0..50 {
                    match timeout(Duration::from_secs(30), exchange(&mut stream, &request, &mut Vec::new())).await?? {
                        503 => rejected += 1,
                        _ => completed += 1,
                    }
                }
                Result::Ok((completed, rejected))
            })
        })
        .collect();
    let (mut completed, mut rejected) = (0, 0);
    for client in clients {
        let (more_completed, more_rejected) = client.await??;
        completed += more_completed;
        rejected += more_rejected;
    }
    let during = service.memory()?;
    drop(slow);
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let after = throughput(&service).await?;
    println!(
        "overload: {completed} completed, {rejected} rejected with 503, none lost; memory {before} KiB before, {during} KiB during; \
         {after:.0} requests per second afterwards"
    );
    if during > before + 64 * 1024 {
        return Err("the service grows under overload".into());
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<()> {
    let minutes = Duration::from_secs(120);
    if std::env::args().nth(1).as_deref() != Some("greedy") {
        timeout(minutes, ratio()).await??;
        timeout(minutes, overload()).await??;
    }
    timeout(minutes, greedy::greedy()).await?
}
