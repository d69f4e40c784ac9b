//! Runs the service. `--help` lists the options.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::net::SocketAddr;
use std::os::fd::AsFd;
use std::process::ExitCode;
use std::time::Duration;

use service::{App, Limits, Log, Seed, State, Validation, run};
use tokio::net::TcpListener;

const USAGE: &str = "\
Serves POST /v2/{project_id}/log-dump/obs, so that you can try a client offline.

Usage: service [--listen ADDRESS] [--seed FILE] [LIMITS] [--unvalidated]

  --listen ADDRESS      listen here (default: 127.0.0.1:8080); port 0 takes any
  --seed FILE           read the initial state from here (default: seed.json)
  --body-limit BYTES    reject longer bodies (default: 1048576)
  --time-limit MILLIS   limit the time to send the head of a request, to send
                        its body, and to read the response (default: 10000 each)
  --request-limit N     reject requests if N are in progress (default: 256)
  --connection-limit N  if N are open, close the oldest one before accepting
                        another (default: 512)
  --grace-limit MILLIS  let requests finish after SIGTERM (default: 1000)
  --unvalidated         accept every body, for the load test
  --help                print this text

The service prints its address to standard output, and one JSON line for each
request to standard error. It never waits for a reader of its log: lines that do
not fit into 1 MiB are dropped and counted. After SIGTERM it accepts no
connections, completes the requests that it has received, and ends.
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
    validation: Validation,
}

fn options() -> Result<Option<Options>, Box<dyn Error>> {
    use lexopt::prelude::*;

    let mut options = Options {
        listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
        seed: Seed::built_in()?,
        limits: Limits::default(),
        validation: Validation::On,
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
            Long("grace-limit") => options.limits.grace = Duration::from_millis(arguments.value()?.parse()?),
            Long("unvalidated") => options.validation = Validation::Off,
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
    run(listener, App::new(State::from(options.seed), options.limits, options.validation)).await?;
    log.finish(Duration::from_millis(500));
    Ok(())
}

/// Returns standard error without the lock of the standard library, because the log would hold the lock if nothing reads
/// the output.
fn stderr() -> io::Result<File> {
    Ok(File::from(io::stderr().as_fd().try_clone_to_owned()?))
}
