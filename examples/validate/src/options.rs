//! Parses the command line.

use std::ffi::{OsStr, OsString};

use lexopt::prelude::*;

pub(crate) const NAME: &str = env!("CARGO_BIN_NAME");

pub(crate) const HELP: &str = concat!(
    "\
Validates request bodies of POST /v2/{project_id}/log-dump/obs.

Usage: ",
    env!("CARGO_BIN_NAME"),
    " [OPTION...] [FILE...]

If FILE is missing or -, standard input is read. If standard input is a terminal
and you give neither FILE nor --lines, the example request of the API reference
is validated.

An accepted body is printed in wire form, on one line. For a rejected body the
service's response is printed, on one line. The options change this:

  --all           print every violation of a rejected body as a JSON array
                  (default: only the first, which is the service's response)
  --explain       point at each error of a rejected body: the line, the value
                  it found and the values it accepts; invalid JSON has only its
                  first syntax error. Warn on standard error about each unknown
                  member of any body, except $schema, because the service
                  ignores it. At most 100 errors and 100 unknown members of a
                  body are shown
  --explain=json  print every error as a JSON array, each with its JSON Pointer,
                  byte range, line, column, accepted values, found value,
                  suggestion and similar member; prints no warnings
  --deny-unknown  reject bodies with unknown members, including $schema; each
                  unknown member is an error, after the service's errors
  -q, --quiet     print nothing; use the exit status
  --lines         treat each input line as a body and print one line per body;
                  blank lines are skipped
  --line-numbers  like --lines, and add the line number to each error as
                  input_line; blank lines are counted
  -h, --help      print this help

If several of --all, --explain and --quiet are given, the last one wins.

The exit status is 0 if every body is accepted, 1 if a body is rejected, and 2
if an option is invalid, an input cannot be read or the output cannot be
written. Warnings do not change it. If the output pipe is closed, it stops with
the status so far.

Reports are coloured on a terminal. Set NO_COLOR to turn colours off. Reports
have escapes in place of invisible characters, and so does JSON on a terminal.

To install it from a clone of the repository:
  cargo install --path examples/validate
"
);

/// What to print for a rejected body.
#[derive(Default)]
pub(crate) enum Form {
    /// Nothing, not even accepted bodies.
    Nothing,
    /// The service's response.
    #[default]
    First,
    /// Every violation.
    All,
    /// A JSON array of every error with its position.
    Diagnostics,
    /// A report for people on every error and unknown member.
    Report,
}

#[derive(Default)]
pub(crate) struct Options {
    pub(crate) form: Form,
    pub(crate) by_line: bool,
    pub(crate) numbers_lines: bool,
    pub(crate) denies_unknown: bool,
    files: Vec<OsString>,
}

impl Options {
    /// Parses the command line. Returns `None` if it asks for help.
    pub(crate) fn parse() -> Result<Option<Self>, lexopt::Error> {
        let mut options = Self::default();
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("all") => options.form = Form::All,
                Long("explain") => {
                    options.form = match arguments.optional_value() {
                        None => Form::Report,
                        Some(value) if value == "json" => Form::Diagnostics,
                        Some(value) => {
                            let value = value.to_string_lossy();
                            return Err(format!("invalid value '{value}' for '--explain': expected json").into());
                        }
                    }
                }
                Long("quiet") | Short('q') => options.form = Form::Nothing,
                Long("deny-unknown") => options.denies_unknown = true,
                Long("lines") => options.by_line = true,
                Long("line-numbers") => (options.by_line, options.numbers_lines) = (true, true),
                Long("help") | Short('h') => return Ok(None),
                Value(file) => options.files.push(file),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(options))
    }

    /// Returns the files to read, or one `None` if the command line has no files.
    pub(crate) fn files(&self) -> impl Iterator<Item = Option<&OsStr>> {
        let unnamed = self.files.is_empty().then_some(None);
        unnamed.into_iter().chain(self.files.iter().map(|file| Some(file.as_os_str())))
    }
}
