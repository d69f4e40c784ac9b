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
/// The connections that have sent half of a head when the service receives SIGTERM.
const HALF_SENT: usize = 600;
const ATTACK: Duration = Duration::from_secs(10);
const MAX_MEMORY: u64 = 100_000;
const MAX_STOP: Duration = Duration::from_secs(2);

/// Attacks a service with its default limits, then stops it.
pub(crate) async fn greedy() -> Result<()> {
    check_open_files()?;
    let service = Service::start(&[])?;
    println!("greedy: {} KiB before", service.memory()?);
    let long_head = format!("GET /openapi.json HTTP/1.1\r\nHost: x\r\nX-Padding: {}\r\n\r\n", "x".repeat(4000));
    let mut lost = 0;
    for (name, requests) in [("long responses", long_head.into_bytes()), ("short responses", request()?)] {
        let attackers = attack(&service, &requests);
        let client = behave_well(&service).await?;
        drop(attackers);
        sleep(Duration::from_secs(1)).await;
        println!(
            "greedy: {CONNECTIONS} connections for {name}: {} KiB at most, {} KiB afterwards; \
             another client received {} responses and lost {}, the slowest after {} ms",
            service.peak_memory()?,
            service.memory()?,
            client.received,
            client.lost,
            client.slowest.as_millis()
        );
        lost += client.lost;
    }
    let peak = service.peak_memory()?;

    let half_sent = half_send(&service).await?;
    let attackers = attack(&service, &request()?);
    sleep(Duration::from_secs(1)).await;
    let (status, time) = service.stop().await?;
    drop((half_sent, attackers));
    println!("greedy: ended {} ms after SIGTERM, {status}", time.as_millis());
    if lost > 0 || peak > MAX_MEMORY || time > MAX_STOP || !status.success() {
        return Err("greedy clients get too much".into());
    }
    Ok(())
}

/// Returns an error if this process may not open enough files.
fn check_open_files() -> Result<()> {
    let limits = std::fs::read_to_string("/proc/self/limits")?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files")).ok_or("no limit of open files")?;
    let soft = line.split_whitespace().next().unwrap_or_default();
    match soft.parse::<usize>() {
        Ok(soft) if soft < CONNECTIONS + HALF_SENT + 100 => {
            Err(format!("{soft} open files, run `ulimit -n 4096`").into())
        }
        _ => Ok(()),
    }
}

/// Opens connections that have sent half of a head.
async fn half_send(service: &Service) -> Result<Vec<TcpStream>> {
    let mut half_sent = Vec::new();
    for _ in 0..HALF_SENT {
        let mut stream = TcpStream::connect(&service.address).await?;
        stream.write_all(request()?.get(..100).ok_or("a short request")?).await?;
        half_sent.push(stream);
    }
    Ok(half_sent)
}

/// Opens connections that send and never read, and opens a new one for each that the service closes, until the returned set
/// is dropped.
fn attack(service: &Service, request: &[u8]) -> JoinSet<()> {
    let requests = Arc::new(request.repeat(100));
    let mut attackers = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (address, requests) = (service.address.clone(), Arc::clone(&requests));
        attackers.spawn(async move {
            loop {
                if let Ok(mut stream) = TcpStream::connect(&address).await {
                    while stream.write_all(&requests).await.is_ok() {}
                }
                sleep(Duration::from_millis(10)).await;
            }
        });
    }
    attackers
}

#[derive(Default)]
struct Client {
    received: usize,
    lost: usize,
    slowest: Duration,
}

/// Sends one request after the other, each on a new connection, while the attack lasts.
async fn behave_well(service: &Service) -> Result<Client> {
    let (start, request) = (Instant::now(), request()?);
    let mut client = Client::default();
    while start.elapsed() < ATTACK {
        let sent = Instant::now();
        let exchange = async {
            let mut stream = TcpStream::connect(&service.address).await?;
            exchange(&mut stream, &request, &mut Vec::new()).await
        };
        match timeout(ATTACK, exchange).await {
            Ok(Ok(_)) => client.received += 1,
            _ => client.lost += 1,
        }
        client.slowest = client.slowest.max(sent.elapsed());
        sleep(Duration::from_millis(50)).await;
    }
    Ok(client)
}
