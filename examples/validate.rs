//! Validates request bodies from a shell; `--help` says how.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use lts_log_dump::{CreateLogDumpObsRequestBody, ErrorBody, Field, Rejection, Violation};
use serde::ser::{Serialize, SerializeStruct, Serializer};

const USAGE: &str = "\
Validates bodies of POST /v2/{project_id}/log-dump/obs.

Usage: validate [--all] [--lines] [FILE]

Without FILE, or when it is -, standard input is read, or, when that is a
terminal, the page's example request.

  --all    of a body that is refused, show all violations as a JSON array, each
           with its field; by default the error that a server answers with
  --lines  each line of the input is a body and gives a line of output
  --help   show this text

Accepted: the request in wire form, on one line. Refused: the error, on one line.
Exit status: 0 when all were accepted, 1 when one was refused, 2 when the usage
is wrong, the input cannot be read or the output cannot be written.
";

const EXAMPLE: &[u8] = include_bytes!("request.json");

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            // Standard error may be closed, too: the exit status says it all the same.
            let _ = writeln!(io::stderr(), "validate: {error}");
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Whether all bodies were accepted.
fn run() -> Result<bool, Box<dyn Error>> {
    let mut all_accepted = true;
    let outcome = match Options::parse()? {
        None => io::stdout().write_all(USAGE.as_bytes()).map_err(Box::from),
        Some(options) => options.judge_all(&mut all_accepted),
    };
    match outcome {
        // Whoever reads the output has seen enough.
        Err(error) if is_closed_pipe(error.as_ref()) => Ok(all_accepted),
        outcome => outcome.map(|()| all_accepted),
    }
}

#[derive(Default)]
struct Options {
    all: bool,
    lines: bool,
    file: Option<PathBuf>,
}

impl Options {
    /// The options of the command line; none when help is asked for.
    fn parse() -> Result<Option<Self>, lexopt::Error> {
        use lexopt::prelude::*;

        let mut options = Self::default();
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("all") => options.all = true,
                Long("lines") => options.lines = true,
                Long("help") | Short('h') => return Ok(None),
                Value(file) if options.file.is_none() => options.file = Some(file.into()),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(options))
    }

    /// The input, and what it is called.
    fn open(&self) -> Result<(PathBuf, BufReader<Box<dyn Read>>), String> {
        let (name, reader): (_, Box<dyn Read>) = match &self.file {
            Some(file) if file.as_os_str() != "-" => {
                (file.clone(), Box::new(File::open(file).map_err(|error| format!("{}: {error}", file.display()))?))
            }
            None if io::stdin().is_terminal() => ("the example".into(), Box::new(EXAMPLE)),
            _ => ("standard input".into(), Box::new(io::stdin())),
        };
        Ok((name, BufReader::new(reader)))
    }

    /// Judges all bodies of the input.
    fn judge_all(&self, all_accepted: &mut bool) -> Result<(), Box<dyn Error>> {
        let (name, mut input) = self.open()?;
        let unreadable = |error: io::Error| format!("{}: {error}", name.display());
        let mut output = BufWriter::new(io::stdout().lock());
        let mut body = Vec::new();
        if self.lines {
            while input.read_until(b'\n', &mut body).map_err(unreadable)? > 0 {
                self.judge(&body, all_accepted, &mut output)?;
                body.clear();
                // Nothing more is there yet: who waits for the answer gets it.
                if input.buffer().is_empty() {
                    output.flush()?;
                }
            }
        } else {
            input.read_to_end(&mut body).map_err(unreadable)?;
            self.judge(&body, all_accepted, &mut output)?;
        }
        Ok(output.flush()?)
    }

    /// Writes what is to be said of a body.
    fn judge(&self, body: &[u8], all_accepted: &mut bool, mut output: impl Write) -> Result<(), Box<dyn Error>> {
        let verdict = CreateLogDumpObsRequestBody::from_json(body);
        *all_accepted &= verdict.is_ok();
        let line = match &verdict {
            Ok(body) => serde_json::to_vec(body)?,
            Err(rejection) if self.all => serde_json::to_vec(&FieldError::all(rejection))?,
            Err(rejection) => serde_json::to_vec(&ErrorBody::from(rejection))?,
        };
        output.write_all(&line)?;
        Ok(output.write_all(b"\n")?)
    }
}

/// An error with the field that it is about, if there is one.
struct FieldError {
    field: Option<Field>,
    error: ErrorBody,
}

impl FieldError {
    /// Every error of a rejection, in order.
    fn all(rejection: &Rejection) -> Vec<Self> {
        match rejection {
            Rejection::NotJson(_) => vec![Self { field: None, error: rejection.into() }],
            Rejection::Violations(violations) => violations.iter().map(Self::from).collect(),
        }
    }
}

impl From<Violation> for FieldError {
    fn from(violation: Violation) -> Self {
        Self { field: Some(violation.field()), error: violation.into() }
    }
}

impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("FieldError", 3)?;
        members.serialize_field("field", &self.field.map(Field::name))?;
        members.serialize_field("error_code", &self.error.error_code)?;
        members.serialize_field("error_msg", &self.error.error_msg)?;
        members.end()
    }
}
