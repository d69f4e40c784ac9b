//! What the command line says.

use std::ffi::{OsStr, OsString};

use lexopt::prelude::*;

/// What the program is called.
pub(crate) const NAME: &str = env!("CARGO_BIN_NAME");

pub(crate) const USAGE: &str = concat!(
    "\
Validates bodies of POST /v2/{project_id}/log-dump/obs.

Usage: ",
    env!("CARGO_BIN_NAME"),
    " [OPTION...] [FILE...]

Without FILE, or when it is -, standard input is read, or, when that is a
terminal and neither FILE nor --lines is given, the example request of the
API reference.

  --all           of a body that is refused, show all violations as a JSON
                  array, each with its field; by default the error that a server
                  answers with
  --explain       show the wrong places of a body that is refused, for people:
                  the line, what was found, and what is accepted; of very
                  many the first ones, and of a body that is not JSON the first
  --explain=json  show every wrong place as a JSON array, with JSON Pointer, byte
                  range, line, column, what is accepted, what was found, and
                  what was probably meant
  --quiet         show nothing: the exit status says it all
  --lines         each line of the input is a body and gives a line of output
  --line-numbers  the same; what is said of a refused body has the number of
                  its line in its file as its first member, input_line
  --help          show this text

Of --all, --explain and --quiet the last one counts.
Accepted: the request in wire form, on one line. Refused: the error, on one line.
Exit status: 0 when all were accepted, 1 when one was refused, 2 when the usage
is wrong, an input cannot be read or the output cannot be written. When nobody
reads the output any more, it ends at once, with the status of what it has read.
Reports have colours on a terminal, unless the variable NO_COLOR is set and not
empty.

To install it, in a clone of the repository:
  cargo install --path . --example lts-validate
"
);

/// What is said of a body that is refused.
#[derive(Default)]
pub(crate) enum Form {
    /// Nothing, and nothing of one that is accepted.
    Nothing,
    /// The error that a server answers with.
    #[default]
    First,
    /// All errors.
    All,
    /// All wrong places, for programs.
    Diagnostics,
    /// All wrong places, for people.
    Report,
}

#[derive(Default)]
pub(crate) struct Options {
    pub(crate) form: Form,
    pub(crate) by_line: bool,
    pub(crate) numbers_lines: bool,
    files: Vec<OsString>,
}

impl Options {
    /// The options of the command line; none when help is asked for.
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
                            let expected = format!("--explain takes json or nothing, not {}", value.to_string_lossy());
                            return Err(expected.into());
                        }
                    }
                }
                Long("quiet") | Short('q') => options.form = Form::Nothing,
                Long("lines") => options.by_line = true,
                Long("line-numbers") => (options.by_line, options.numbers_lines) = (true, true),
                Long("help") | Short('h') => return Ok(None),
                Value(file) => options.files.push(file),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(options))
    }

    /// The files to read; `None` where none is named.
    pub(crate) fn files(&self) -> impl Iterator<Item = Option<&OsStr>> {
        let unnamed = self.files.is_empty().then_some(None);
        unnamed.into_iter().chain(self.files.iter().map(|file| Some(file.as_os_str())))
    }
}
