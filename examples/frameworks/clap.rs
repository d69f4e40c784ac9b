//! A command line on clap: validates a body in TOML, YAML or JSON, and prints its JSON.
//!
//! The library's types are the types of the arguments. With the feature `clap`, `--help` lists the accepted values.

use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::Parser;
use lts_log_dump::{AuthToken, CreateLogDumpObsRequestBody, ObsBucketName, Period, StorageFormat};

/// Validates a request and prints its body as JSON.
#[derive(Parser)]
struct Arguments {
    /// The body. The file name ends in .toml, .yaml or .json.
    file: PathBuf,
    /// Overrides the bucket in the file.
    // clap prints only `Display` of an error. `{:#}` appends the accepted values.
    #[arg(long, value_parser = |name: &str| ObsBucketName::new(name).map_err(|error| format!("{error:#}")))]
    bucket: Option<ObsBucketName>,
    /// Overrides the interval in the file.
    #[arg(long)]
    period: Option<Period>,
    /// Overrides the storage format in the file.
    #[arg(long)]
    storage_format: Option<StorageFormat>,
    /// Validates the token in this file as well. Without it, `X_AUTH_TOKEN` is validated if it is set.
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
}

/// Reads the token. It is not an argument, because clap prints invalid arguments and `ps` shows all of them.
fn token(file: Option<&Path>) -> Result<Option<AuthToken>, Box<dyn Error>> {
    let token = file.map(std::fs::read_to_string).transpose()?.or_else(|| std::env::var("X_AUTH_TOKEN").ok());
    Ok(token.map(|token| AuthToken::new(token.trim_end())).transpose()?)
}

fn body(arguments: Arguments) -> Result<CreateLogDumpObsRequestBody, Box<dyn Error>> {
    token(arguments.token_file.as_deref())?;
    let text = std::fs::read_to_string(&arguments.file)?;
    let mut body: CreateLogDumpObsRequestBody = match arguments.file.extension().and_then(OsStr::to_str) {
        Some("toml") => toml::from_str(&text)?,
        Some("yaml") => serde_yaml_ng::from_str(&text)?,
        _ => text.parse()?,
    };
    body.obs_bucket_name = arguments.bucket.unwrap_or(body.obs_bucket_name);
    body.period = arguments.period.unwrap_or(body.period);
    body.storage_format = arguments.storage_format.unwrap_or(body.storage_format);
    Ok(body)
}

fn main() {
    match body(Arguments::parse()) {
        Ok(body) => println!("{}", String::from_utf8_lossy(&body.to_json())),
        Err(error) => {
            eprintln!("{error:#}");
            std::process::exit(1);
        }
    }
}
