//! Prints the errors of a rejected body as one line of JSON.

use std::error::Error;
use std::io::Write;

use lts_log_dump::diagnostics::{Diagnostic, Diagnostics};
use lts_log_dump::{ErrorBody, Field, Rejection};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Writes the first error, which is the service's response.
pub(crate) fn write_first(
    rejection: &Rejection,
    line: Option<usize>,
    mut output: impl Write,
) -> Result<(), Box<dyn Error>> {
    let record = Record { line, names_field: false, field: None, error: rejection.into(), diagnostic: None };
    output.write_all(&serde_json::to_vec(&record)?)?;
    Ok(output.write_all(b"\n")?)
}

/// Writes every violation with its field, as an array.
pub(crate) fn write_all(rejection: &Rejection, line: Option<usize>, output: impl Write) -> Result<(), Box<dyn Error>> {
    let record = |field, error| Record { line, names_field: true, field, error, diagnostic: None };
    match rejection {
        Rejection::NotJson(_) => write_array([record(None, rejection.into())], output),
        Rejection::Violations(violations) => {
            let records = violations.iter().map(|violation| record(Some(violation.field()), violation.into()));
            write_array(records, output)
        }
    }
}

/// Writes every diagnostic, as an array.
pub(crate) fn write_diagnostics(body: &[u8], line: Option<usize>, output: impl Write) -> Result<(), Box<dyn Error>> {
    let records = Diagnostics::new(body).map(|diagnostic| Record {
        line,
        names_field: true,
        field: diagnostic.field(),
        error: ErrorBody::from(&diagnostic),
        diagnostic: Some(diagnostic),
    });
    write_array(records, output)
}

/// Writes the items one by one, because there may be many.
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

/// An error, with the details that an option adds.
struct Record<'a> {
    /// The number of the input line, for `--line-numbers`.
    line: Option<usize>,
    /// Whether the record has a member `field`. It is `null` if the body is not JSON.
    names_field: bool,
    field: Option<Field>,
    error: ErrorBody,
    diagnostic: Option<Diagnostic<'a>>,
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
        if let Some(diagnostic) = &self.diagnostic {
            members.serialize_entry("pointer", &diagnostic.pointer().to_string())?;
            members.serialize_entry("start", &diagnostic.span().start)?;
            members.serialize_entry("end", &diagnostic.span().end)?;
            members.serialize_entry("line", &diagnostic.line())?;
            members.serialize_entry("column", &diagnostic.column())?;
            members.serialize_entry("expected", diagnostic.expected())?;
            members.serialize_entry("found", &diagnostic.found().to_string())?;
            let suggestion = diagnostic.suggestion().map(|suggestion| suggestion.to_string());
            members.serialize_entry("suggestion", &suggestion)?;
        }
        members.end()
    }
}
