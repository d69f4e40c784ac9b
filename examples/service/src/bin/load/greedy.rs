//! Many clients that pipeline requests and never read the responses, and one client that behaves well.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::Result;
use crate::process::{Service, exchange, request};

const CONNECTIONS: usize = 1500;
/// The connections that have sent half a head when the service is told to stop.
const HALF_SENT: usize = 600;
const ATTACK: Duration = Duration::from_secs(10);
const MAX_MEMORY: u64 = 100_000;
const MAX_STOP: Duration = Duration::from_secs(2);

/// Attacks a service with its default limits, then stops it.
pub(crate) async fn greedy() -> Result<()> {
    let service = Service::start(&[])?;
    println!("greedy: {} KiB before", service.memory()?);
    let long_head = format!("GET /openapi.json HTTP/1.1\r\nHost: x\r\nX-Padding: {}\r\n\r\n", "x".repeat(4000));
    for (name, requests) in [("long responses", long_head.into_bytes()), ("short responses", request()?)] {
        let mut attackers = attack(&service, requests.repeat(100)).await;
        let (responses, slowest) = behave_well(&service).await?;
        attackers.abort_all();
        while attackers.join_next().await.is_some() {}
        sleep(Duration::from_secs(1)).await;
        let (peak, after) = (service.peak_memory()?, service.memory()?);
        println!(
            "greedy: {CONNECTIONS} connections that want {name}: peak {peak} KiB, {after} KiB after; \
             another client got {responses} responses, the slowest after {} ms",
            slowest.as_millis()
        );
        if peak > MAX_MEMORY {
            return Err("greedy clients take too much memory".into());
        }
    }
    let mut half_sent = Vec::new();
    for _ in 0..HALF_SENT {
        let mut stream = TcpStream::connect(&service.address).await?;
        stream.write_all(request()?.get(..100).ok_or("a short request")?).await?;
        half_sent.push(stream);
    }
    let attackers = attack(&service, request()?.repeat(100)).await;
    sleep(Duration::from_secs(1)).await;
    let (status, time) = service.stop().await?;
    drop((half_sent, attackers));
    println!("greedy: stopped by SIGTERM after {} ms, {status}", time.as_millis());
    if time > MAX_STOP {
        return Err("greedy clients delay the end".into());
    }
    Ok(())
}

/// Opens connections that send and never read. They stay open until the returned set is dropped.
async fn attack(service: &Service, requests: Vec<u8>) -> JoinSet<()> {
    let requests = Arc::new(requests);
    let mut attackers = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (address, requests) = (service.address.clone(), Arc::clone(&requests));
        attackers.spawn(async move {
            if let Ok(mut stream) = TcpStream::connect(address).await {
                while stream.write_all(&requests).await.is_ok() {}
                // The service has closed the connection. Ends with the attack.
                std::future::pending::<()>().await;
            }
        });
    }
    attackers
}

/// Sends one request after the other, each on a new connection. Returns how many, and the time of the slowest.
async fn behave_well(service: &Service) -> Result<(usize, Duration)> {
    let (start, request) = (Instant::now(), request()?);
    let (mut responses, mut slowest) = (0, Duration::ZERO);
    while start.elapsed() < ATTACK {
        let sent = Instant::now();
        let mut stream = timeout(ATTACK, TcpStream::connect(&service.address)).await??;
        timeout(ATTACK, exchange(&mut stream, &request, &mut Vec::new())).await??;
        responses += 1;
        slowest = slowest.max(sent.elapsed());
        sleep(Duration::from_millis(50)).await;
    }
    Ok((responses, slowest))
}
