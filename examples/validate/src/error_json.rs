//! Prints the errors of a rejected body as one line of JSON.

use std::error::Error;
use std::io::Write;

use lts_log_dump::diagnostics::{Diagnostics, UnknownMember};
use lts_log_dump::{ApiError, ErrorBody, Rejection};
use serde::ser::Serialize;

use crate::output::Output;

type Result = std::result::Result<(), Box<dyn Error>>;

/// Writes errors as JSON objects, one by one, because there may be many.
pub(crate) struct ErrorWriter<'a> {
    output: &'a mut Output,
    /// The text after the opening brace of each object.
    first_members: String,
    /// The text before the next object.
    separator: &'static str,
}

impl<'a> ErrorWriter<'a> {
    /// `line` is the number of the input line, for `--line-numbers`.
    pub(crate) fn new(output: &'a mut Output, line: Option<usize>) -> Self {
        let first_members = line.map_or(String::new(), |line| format!("\"input_line\":{line},"));
        Self { output, first_members, separator: "" }
    }

    /// Writes the first error, which is the service's response. If there is none, writes the first unknown member.
    pub(crate) fn write_first(
        mut self,
        rejection: Option<&Rejection>,
        unknown: impl Iterator<Item = UnknownMember<'a>>,
    ) -> Result {
        match rejection {
            Some(rejection) => self.write_objects([ErrorBody::from(rejection.clone())])?,
            None => self.write_objects(unknown.take(1))?,
        }
        Ok(self.output.write_all(b"\n")?)
    }

    /// Writes an array of every violation with its field, and every unknown member. The field is `null` if the body is not JSON.
    pub(crate) fn write_all(
        mut self,
        rejection: Option<&Rejection>,
        unknown: impl Iterator<Item = UnknownMember<'a>>,
    ) -> Result {
        self.output.write_all(b"[")?;
        match rejection {
            Some(Rejection::NotJson(_)) => {
                self.write_object("\"field\":null,", &ErrorBody::from(ApiError::NotJson))?;
            }
            Some(Rejection::Violations(violations)) => self.write_objects(*violations)?,
            None => {}
        }
        self.write_objects(unknown)?;
        Ok(self.output.write_all(b"]\n")?)
    }

    /// Writes an array of every error with its position, and every unknown member.
    pub(crate) fn write_diagnostics(
        mut self,
        diagnostics: Diagnostics<'_>,
        unknown: impl Iterator<Item = UnknownMember<'a>>,
    ) -> Result {
        self.output.write_all(b"[")?;
        self.write_objects(diagnostics)?;
        self.write_objects(unknown)?;
        Ok(self.output.write_all(b"]\n")?)
    }

    fn write_objects<T: Serialize>(&mut self, objects: impl IntoIterator<Item = T>) -> Result {
        for object in objects {
            self.write_object("", &object)?;
        }
        Ok(())
    }

    /// Writes an object with other members in front. The object must not be empty.
    fn write_object(&mut self, more_members: &str, object: &impl Serialize) -> Result {
        let json = serde_json::to_string(object)?;
        let members = json.strip_prefix('{').unwrap_or(&json);
        let Self { separator, first_members, .. } = self;
        self.output.write_json(|out| {
            for part in [separator, "{", first_members, more_members, members] {
                out.extend_from_slice(part.as_bytes());
            }
        })?;
        self.separator = ",";
        Ok(())
    }
}
