//! Runs the service; `--help` lists the options.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::net::SocketAddr;
use std::os::fd::AsFd;
use std::process::ExitCode;
use std::time::Duration;

use service::{App, Judgement, Limits, Log, Seed, State, run};
use tokio::net::TcpListener;

const USAGE: &str = "\
Serves POST /v2/{project_id}/log-dump/obs, to try a client offline.

Usage: service [--listen ADDRESS] [--seed FILE] [LIMITS] [--unvalidated]

  --listen ADDRESS      127.0.0.1:8080 by default; port 0 takes a free one
  --seed FILE           known projects, buckets and transfers, instead of seed.json
  --body-limit BYTES    of a body, by default 1048576
  --time-limit MILLIS   to send the head of a request, to send its body, and to
                        take the answer, by default 10000 each
  --request-limit N     requests at a time, by default 256; others are refused
  --connection-limit N  connections at a time, by default 1024; others wait
  --unvalidated         accept every body, for the load test
  --help                show this text

Standard output gets the address, standard error one JSON line for each request.
The service never waits for the reader of its log: lines that do not fit into
1 MiB are dropped and counted. SIGTERM ends the service when all accepted
requests are answered.
";

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("service: {error}");
            ExitCode::from(2)
        }
    }
}

struct Options {
    listen: SocketAddr,
    seed: Seed,
    limits: Limits,
    judgement: Judgement,
}

fn options() -> Result<Option<Options>, Box<dyn Error>> {
    use lexopt::prelude::*;

    let mut options = Options {
        listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
        seed: Seed::built_in()?,
        limits: Limits::default(),
        judgement: Judgement::Full,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("listen") => options.listen = arguments.value()?.parse()?,
            Long("seed") => {
                let file = arguments.value()?;
                let seed = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
                options.seed = serde_json::from_slice(&seed).map_err(|error| format!("{}: {error}", file.display()))?;
            }
            Long("body-limit") => options.limits.body = arguments.value()?.parse()?,
            Long("time-limit") => options.limits.time = Duration::from_millis(arguments.value()?.parse()?),
            Long("request-limit") => options.limits.requests = arguments.value()?.parse()?,
            Long("connection-limit") => options.limits.connections = arguments.value()?.parse()?,
            Long("unvalidated") => options.judgement = Judgement::None,
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(Some(options))
}

#[tokio::main]
async fn start() -> Result<(), Box<dyn Error>> {
    let Some(options) = options()? else {
        print!("{USAGE}");
        return Ok(());
    };
    let log = Log::to(stderr()?)?;
    let writer = log.clone();
    tracing_subscriber::fmt().json().flatten_event(true).with_target(false).with_writer(move || writer.clone()).init();
    let listener = TcpListener::bind(options.listen).await.map_err(|error| format!("{}: {error}", options.listen))?;
    writeln!(io::stdout(), "http://{}", listener.local_addr()?)?;
    run(listener, App::new(State::from(options.seed), options.limits, options.judgement)).await?;
    log.finish(Duration::from_secs(2));
    Ok(())
}

/// Standard error without the lock of the standard library, which the log would hold as long as nobody reads.
fn stderr() -> io::Result<File> {
    Ok(File::from(io::stderr().as_fd().try_clone_to_owned()?))
}
