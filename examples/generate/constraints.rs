//! The table of constraints in `docs/errors.md`.

use lts_log_dump::{AuthToken, ContentType, CreateLogDumpObsRequestBody, Field, Location, ProjectId, Violation};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

const START: &str = "<!-- constraints: written by `cargo run --features schemars --example generate` -->\n";
const END: &str = "<!-- end of constraints -->\n";

/// The text of the file with the table in its place.
///
/// # Errors
///
/// When it has no such place.
pub(crate) fn in_place(text: &str) -> Result<String, String> {
    let missing = || format!("docs/errors.md has no {} … {}", START.trim(), END.trim());
    let (before, rest) = text.split_once(START).ok_or_else(missing)?;
    let (_, after) = rest.split_once(END).ok_or_else(missing)?;
    Ok(format!("{before}{START}\n{}\n{END}{after}", table()))
}

fn table() -> String {
    let body = schema_of::<CreateLogDumpObsRequestBody>();
    let row = |field: &Field| {
        let mandatory = match field.location() {
            Location::Combination => "",
            _ if field.is_mandatory() => "yes",
            _ => "no",
        };
        let errors: Vec<_> = field.violations().iter().map(|violation| error(*violation)).collect();
        let accepted = accepted(*field, &body);
        format!("| `{field}` | {mandatory} | {accepted} | {} |\n", errors.join("<br>"))
    };
    let rows: String = Field::ALL.iter().map(row).collect();
    format!("| parameter | mandatory | accepted | otherwise |\n|---|---|---|---|\n{rows}")
}

fn schema_of<T: JsonSchema>() -> Value {
    T::json_schema(&mut SchemaGenerator::default()).into()
}

fn error(violation: Violation) -> String {
    format!("`{}` `{}`", violation.code(), violation.message())
}

fn accepted(field: Field, body: &Value) -> String {
    match field {
        Field::ProjectId => describe(&schema_of::<ProjectId>()),
        Field::AuthToken => describe(&schema_of::<AuthToken>()) + ", visible ASCII",
        Field::ContentType => format!("`{ContentType}`, letters in either case"),
        Field::SwitchOn => "`true`, `false`, `\"true\"`, `\"false\"`, null".into(),
        Field::PeriodAndUnit => {
            let intervals: Vec<_> = lts_log_dump::Period::ALL.iter().map(ToString::to_string).collect();
            format!("`{}`", intervals.join("`, `"))
        }
        _ => describe(&body["properties"][field.name()]),
    }
}

/// A schema in words.
fn describe(schema: &Value) -> String {
    if let Some(values) = schema["enum"].as_array() {
        let values: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
        return values.join(", ");
    }
    if schema["type"] == "array" {
        return format!("array of at least {}, each {}", schema["minItems"], describe(&schema["items"]));
    }
    if schema["type"] == "integer" {
        return "number whose value is an integer".into();
    }
    let null = if schema["type"].is_array() { ", null" } else { "" };
    let (min, max) = (&schema["minLength"], &schema["maxLength"]);
    match schema["pattern"].as_str() {
        Some(pattern) => format!("string that matches `{pattern}`"),
        None => format!("string of {min} to {max} characters{null}"),
    }
}
