//! Writes the files of `schema/`, `fuzz/dictionary.txt` and the table in `docs/errors.md`, or compares them with `--check`.

mod constraints;
mod dictionary;
mod openapi;
mod openapi_3_0;
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
    let refused = root.join("docs/errors.md");
    let mut files = vec![(refused.clone(), constraints::in_place(&fs::read_to_string(refused)?)?)];
    files.push((root.join("fuzz/dictionary.txt"), dictionary::text(COMMAND)));
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

fn schemas() -> [(&'static str, Value); 7] {
    let body = root::<CreateLogDumpObsRequestBody>(SchemaSettings::draft2020_12(), "request-body.json");
    let draft_07 = root::<CreateLogDumpObsRequestBody>(SchemaSettings::draft07(), "request-body.json");
    let types = types(root::<CreateLogDumpObsRequestBody>(SchemaSettings::draft2020_12(), "request-body.types.json"));
    let response = root::<CreateLogDumpObsResponseBody>(SchemaSettings::draft2020_12(), "response-body.json");
    let error = root::<ErrorBody>(SchemaSettings::draft2020_12(), "error-body.json");
    let openapi = openapi::document(&types, &response, &error);
    [
        ("openapi-3.0.json", openapi_3_0::rendering(&openapi)),
        ("openapi.json", openapi),
        ("request-body.json", body.into()),
        ("request-body.draft-07.json", draft_07.into()),
        ("request-body.types.json", for_people(types)),
        ("response-body.json", response.into()),
        ("error-body.json", error.into()),
    ]
}

fn root<T: JsonSchema>(settings: SchemaSettings, file: &str) -> Schema {
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    let base = concat!("https://docs.rs/crate/", env!("CARGO_PKG_NAME"), "/latest/source/schema/");
    schema.insert("$id".into(), format!("{base}{file}").into());
    schema
}

/// The schema of a body without the rules: the types, and what the last rule demands of two members together.
fn types(mut schema: Schema) -> Schema {
    let rules = schema.remove("allOf").expect("a body has rules");
    let combination =
        rules.as_array().and_then(|rules| rules.last()).expect("the last rule is that of the combination");
    for (keyword, value) in combination["then"].as_object().expect("the combination is a schema") {
        schema.insert(keyword.clone(), value.clone());
    }
    schema.insert("type".into(), "object".into());
    schema
}

/// The types as editors show them: a pattern alone, without the lengths beside it, so that each mistake shows once.
fn for_people(types: Schema) -> Value {
    let mut types = Value::from(types);
    without_lengths(&mut types);
    types
}

fn without_lengths(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_lengths),
        Value::Object(members) => {
            if members.get("pattern").is_some_and(Value::is_string) {
                members.remove("minLength");
                members.remove("maxLength");
            }
            members.values_mut().for_each(without_lengths);
        }
        _ => {}
    }
}
