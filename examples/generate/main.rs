//! Writes the files of `schema/` and the table in `docs/refused.md`, or compares them with `--check`.

mod constraints;
mod openapi;
mod order;

use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use lts_log_dump::{CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

const COMMAND: &str = "cargo run --features schemars --example generate";

fn main() -> ExitCode {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(_) => {
            eprintln!("usage: {COMMAND} [-- --check]");
            return ExitCode::from(2);
        }
    };
    match write_all(check) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Whether all files are as they should be.
fn write_all(check: bool) -> Result<bool, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let refused = root.join("docs/refused.md");
    let mut files = vec![(refused.clone(), constraints::in_place(&fs::read_to_string(refused)?)?)];
    files.extend(schemas().map(|(name, value)| (root.join("schema").join(name), order::pretty(&value))));
    let mut all_equal = true;
    for (path, text) in files {
        let outcome = if check { compare(&path, &text) } else { fs::write(&path, text).map(|()| true) };
        all_equal &= outcome.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(all_equal)
}

/// Whether the file is as it would be written.
fn compare(path: &Path, expected: &str) -> io::Result<bool> {
    let equal = match fs::read_to_string(path) {
        Ok(text) => text == expected,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(error),
    };
    if !equal {
        eprintln!("{} is out of date: run `{COMMAND}` and look at the difference", path.display());
    }
    Ok(equal)
}

fn schemas() -> [(&'static str, Value); 6] {
    let body = root::<CreateLogDumpObsRequestBody>(SchemaSettings::draft2020_12(), "request-body");
    let draft_07 = root::<CreateLogDumpObsRequestBody>(SchemaSettings::draft07(), "request-body");
    let mut types = root::<CreateLogDumpObsRequestBody>(SchemaSettings::draft2020_12(), "request-body-types");
    types.remove("allOf");
    let response = root::<CreateLogDumpObsResponseBody>(SchemaSettings::draft2020_12(), "response-body");
    let error = root::<ErrorBody>(SchemaSettings::draft2020_12(), "error-body");
    let openapi = openapi::document(&body, &response, &error);
    [
        ("request-body.json", body.into()),
        ("request-body.draft-07.json", draft_07.into()),
        ("request-body.types.json", types.into()),
        ("response-body.json", response.into()),
        ("error-body.json", error.into()),
        ("openapi.json", openapi),
    ]
}

fn root<T: JsonSchema>(settings: SchemaSettings, name: &str) -> Schema {
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("$id".into(), format!("urn:lts-log-dump:{name}").into());
    schema
}
