//! What is said of a refused body to a program: one line of JSON.

use std::error::Error;
use std::io::Write;

use lts_log_dump::diagnostics::{Diagnostic, Diagnostics};
use lts_log_dump::{ErrorBody, Field, Rejection};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Writes the error that a server answers with.
pub(crate) fn write_first(
    rejection: &Rejection,
    line: Option<usize>,
    mut output: impl Write,
) -> Result<(), Box<dyn Error>> {
    let record = Record { line, names_field: false, field: None, error: rejection.into(), place: None };
    output.write_all(&serde_json::to_vec(&record)?)?;
    Ok(output.write_all(b"\n")?)
}

/// Writes every error, with its field.
pub(crate) fn write_all(rejection: &Rejection, line: Option<usize>, output: impl Write) -> Result<(), Box<dyn Error>> {
    let record = |field, error| Record { line, names_field: true, field, error, place: None };
    match rejection {
        Rejection::NotJson(_) => write_array([record(None, rejection.into())], output),
        Rejection::Violations(violations) => {
            let records = violations.iter().map(|violation| record(Some(violation.field()), violation.into()));
            write_array(records, output)
        }
    }
}

/// Writes every wrong place.
pub(crate) fn write_diagnostics(body: &[u8], line: Option<usize>, output: impl Write) -> Result<(), Box<dyn Error>> {
    let records = Diagnostics::new(body).map(|place| Record {
        line,
        names_field: true,
        field: place.field(),
        error: ErrorBody::from(&place),
        place: Some(place),
    });
    write_array(records, output)
}

/// Writes an array, one item after the other: there may be many.
fn write_array<'a>(
    records: impl IntoIterator<Item = Record<'a>>,
    mut output: impl Write,
) -> Result<(), Box<dyn Error>> {
    let mut before = b"[";
    for record in records {
        output.write_all(before)?;
        output.write_all(&serde_json::to_vec(&record)?)?;
        before = b",";
    }
    Ok(output.write_all(b"]\n")?)
}

/// An error, with what is asked for about it.
struct Record<'a> {
    /// The line of the input.
    line: Option<usize>,
    names_field: bool,
    /// What is not JSON is about no field.
    field: Option<Field>,
    error: ErrorBody,
    place: Option<Diagnostic<'a>>,
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        if let Some(line) = self.line {
            members.serialize_entry("input_line", &line)?;
        }
        if self.names_field {
            members.serialize_entry("field", &self.field.map(Field::name))?;
        }
        members.serialize_entry("error_code", &self.error.error_code)?;
        members.serialize_entry("error_msg", &self.error.error_msg)?;
        if let Some(place) = &self.place {
            members.serialize_entry("pointer", &place.pointer().to_string())?;
            members.serialize_entry("start", &place.span().start)?;
            members.serialize_entry("end", &place.span().end)?;
            members.serialize_entry("line", &place.line())?;
            members.serialize_entry("column", &place.column())?;
            members.serialize_entry("expected", place.expected())?;
            members.serialize_entry("found", &place.found().to_string())?;
            let suggestion = place.suggestion().map(|meant| meant.to_string());
            members.serialize_entry("suggestion", &suggestion)?;
        }
        members.end()
    }
}
