//! The service; `--help` says how it is run.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use service::{App, Judgement, Limits, Seed, State, run};
use tokio::net::TcpListener;

const USAGE: &str = "\
Serves POST /v2/{project_id}/log-dump/obs, to try a client offline.

Usage: service [--listen ADDRESS] [--seed FILE] [LIMITS] [--unvalidated]

  --listen ADDRESS     by default 127.0.0.1:8080; port 0 takes a free one
  --seed FILE          what there is, instead of the built-in seed.json
  --body-limit BYTES   of a body, by default 1048576
  --time-limit MILLIS  for the head of a request and for its body, by default 10000
  --request-limit N    requests at a time, by default 256
  --unvalidated        accept every body: for the load test
  --help               show this text

The address is written to standard output; then comes one JSON line for each
request. SIGTERM ends it when all accepted requests are answered.
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
    tracing_subscriber::fmt().json().flatten_event(true).with_target(false).init();
    let listener = TcpListener::bind(options.listen).await.map_err(|error| format!("{}: {error}", options.listen))?;
    writeln!(std::io::stdout(), "http://{}", listener.local_addr()?)?;
    run(listener, App::new(State::from(options.seed), options.limits, options.judgement)).await?;
    Ok(())
}
