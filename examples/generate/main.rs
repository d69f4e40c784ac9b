//! Writes the files of `schema/`, `fuzz/dictionary.txt` and the table in `docs/errors.md`, or compares them with `--check`.

mod constraints;
mod dictionary;
mod openapi;
mod openapi_3_0;
mod order;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use lts_log_dump::{CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, Period};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

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

/// Returns whether all files are up to date.
fn write_all(check: bool) -> Result<bool, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let errors = root.join("docs/errors.md");
    let mut files = vec![(errors.clone(), constraints::in_place(&fs::read_to_string(errors)?)?)];
    files.push((root.join("fuzz/dictionary.txt"), dictionary::text(COMMAND)));
    files.extend(schemas().map(|(name, value)| (root.join("schema").join(name), order::pretty(&value))));
    let mut all_equal = true;
    for (path, text) in files {
        let outcome = if check { compare(&path, &text) } else { fs::write(&path, text).map(|()| true) };
        all_equal &= outcome.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(all_equal)
}

/// Returns whether the file has the expected content.
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

/// Converts the schema of a body into one without rules: the members, and which `period` belongs to which unit.
fn types(mut schema: Schema) -> Schema {
    let rules = schema.remove("allOf").expect("a body has rules");
    let combination = rules.as_array().and_then(|rules| rules.last()).expect("the last rule is for the combination");
    let period = listed_period();
    for (keyword, value) in combination["then"].as_object().expect("the combination is a schema") {
        schema.insert(keyword.clone(), value.clone());
    }
    only_for(&period, schema.pointer_mut("").expect("the whole schema"));
    let member = schema.pointer_mut("/properties/period").and_then(Value::as_object_mut).expect("the member `period`");
    member.extend(period);
    schema.insert("type".into(), "object".into());
    schema
}

/// The numbers that are listed with any unit.
///
/// Most generators ignore `if`: with this list they reject at least the other numbers.
fn listed_period() -> Map<String, Value> {
    let numbers: BTreeSet<i64> = Period::ALL.iter().map(|period| period.number()).collect();
    Map::from_iter([("enum".into(), numbers.into_iter().collect())])
}

/// Makes each `if` of the combination ignore unlisted numbers, so that each one is reported once.
///
/// `then` excludes booleans, because `true` equals 1 for some validators in Python. It does not demand an integer, because
/// editors would then reject `5.0`.
fn only_for(period: &Map<String, Value>, schema: &mut Value) {
    if let Some(condition) = schema.pointer_mut("/if/properties/period") {
        *condition = period.clone().into();
        schema["then"]["properties"]["period"]["type"] = "number".into();
        schema.get_mut("else").into_iter().for_each(|next| only_for(period, next));
    }
}

/// Removes keywords that would report a mistake a second time in an editor.
fn for_people(mut types: Schema) -> Value {
    let members = types.pointer_mut("/properties").and_then(Value::as_object_mut).expect("a body has members");
    members.values_mut().for_each(once);
    types.into()
}

/// A list implies its type. A pattern implies the lengths, but `$` matches before a line feed at the end in Python, so
/// `maxLength` replaces it.
fn once(member: &mut Value) {
    let keywords = member.as_object_mut().expect("the schema of a member");
    if keywords.contains_key("enum") {
        keywords.remove("type");
    }
    if let Some(Value::String(pattern)) = keywords.get_mut("pattern") {
        assert_eq!(pattern.pop(), Some('$'), "{pattern}");
        keywords.remove("minLength");
    }
    keywords.get_mut("items").into_iter().for_each(once);
}
