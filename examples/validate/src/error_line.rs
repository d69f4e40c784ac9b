//! Prints the errors of a rejected body as one line of JSON.

use std::error::Error;
use std::io::Write;

use lts_log_dump::diagnostics::Diagnostics;
use lts_log_dump::{ApiError, ErrorBody, Rejection};
use serde::ser::Serialize;

/// Writes the first error, which is the service's response.
pub(crate) fn write_first(
    rejection: &Rejection,
    line: Option<usize>,
    mut output: impl Write,
) -> Result<(), Box<dyn Error>> {
    write_object(&first_members(line), &ErrorBody::from(rejection.clone()), &mut output)?;
    Ok(output.write_all(b"\n")?)
}

/// Writes every violation with its field, as an array. The field is `null` if the body is not JSON.
pub(crate) fn write_all(rejection: &Rejection, line: Option<usize>, output: impl Write) -> Result<(), Box<dyn Error>> {
    let first_members = first_members(line);
    match rejection {
        Rejection::NotJson(_) => {
            write_array(&(first_members + "\"field\":null,"), [ErrorBody::from(ApiError::NotJson)], output)
        }
        Rejection::Violations(violations) => write_array(&first_members, *violations, output),
    }
}

/// Writes every diagnostic, as an array.
pub(crate) fn write_diagnostics(body: &[u8], line: Option<usize>, output: impl Write) -> Result<(), Box<dyn Error>> {
    write_array(&first_members(line), Diagnostics::new(body), output)
}

/// The number of the input line, for `--line-numbers`.
fn first_members(line: Option<usize>) -> String {
    line.map_or(String::new(), |line| format!("\"input_line\":{line},"))
}

/// Writes the objects one by one, because there may be many.
fn write_array<T: Serialize>(
    first_members: &str,
    objects: impl IntoIterator<Item = T>,
    mut output: impl Write,
) -> Result<(), Box<dyn Error>> {
    let mut before = b"[";
    for object in objects {
        output.write_all(before)?;
        write_object(first_members, &object, &mut output)?;
        before = b",";
    }
    Ok(output.write_all(b"]\n")?)
}

/// Writes an object that is not empty, after other members.
fn write_object(first_members: &str, object: &impl Serialize, output: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let json = serde_json::to_string(object)?;
    let members = json.strip_prefix('{').unwrap_or(&json);
    Ok(write!(output, "{{{first_members}{members}")?)
}
