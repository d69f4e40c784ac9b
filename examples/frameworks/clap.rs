//! A command line on clap: reads a body from TOML, YAML or JSON, and prints it as it is sent.
//!
//! The types are the arguments' types: clap shows their errors.

use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::Parser;
use lts_log_dump::{CreateLogDumpObsRequestBody, LogStreamId, ObsBucketName, Period};

/// Prints the JSON text of a request.
#[derive(Parser)]
struct Arguments {
    /// The body, in a file whose name ends with .toml, .yaml or .json.
    file: PathBuf,
    /// The bucket, instead of that of the file.
    #[arg(long)]
    bucket: Option<ObsBucketName>,
    /// The interval, for instance 5min, instead of that of the file.
    #[arg(long)]
    period: Option<Period>,
    /// A log stream; all of them are taken instead of those of the file.
    #[arg(long)]
    stream: Vec<LogStreamId>,
}

fn read(file: &Path) -> Result<CreateLogDumpObsRequestBody, Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    Ok(match file.extension().and_then(OsStr::to_str) {
        Some("toml") => toml::from_str(&text)?,
        Some("yaml") => serde_yaml_ng::from_str(&text)?,
        _ => text.parse()?,
    })
}

fn body(arguments: Arguments) -> Result<CreateLogDumpObsRequestBody, Box<dyn Error>> {
    let mut body = read(&arguments.file)?;
    if let Some(bucket) = arguments.bucket {
        body.obs_bucket_name = bucket;
    }
    if let Some(period) = arguments.period {
        body.period = period;
    }
    if !arguments.stream.is_empty() {
        body.log_stream_ids = arguments.stream.try_into()?;
    }
    Ok(body)
}

fn main() {
    match body(Arguments::parse()) {
        Ok(body) => println!("{}", String::from_utf8_lossy(&body.to_json())),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    }
}
