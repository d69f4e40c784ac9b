//! Validates request bodies from a shell; `--help` says how.

mod answer;
mod excerpt;
mod harmless;
mod input;
mod options;
mod report;

use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lts_log_dump::CreateLogDumpObsRequestBody;

use self::input::{Body, Input};
use self::options::{Form, NAME, Options, USAGE};

pub(crate) fn main() -> ExitCode {
    let mut seen = Seen::default();
    match run(&mut seen) {
        // The reader closed the pipe; stop quietly.
        Err(error) if is_closed_pipe(error.as_ref()) => {}
        Err(error) => seen.fails(error.as_ref()),
        Ok(()) => {}
    }
    match seen {
        Seen { failure: true, .. } => ExitCode::from(2),
        Seen { refusal: true, .. } => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    }
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// What the exit status has to say.
#[derive(Default)]
struct Seen {
    refusal: bool,
    failure: bool,
}

impl Seen {
    fn fails(&mut self, error: &dyn Error) {
        self.failure = true;
        // Standard error may be closed, too: the exit status says it all the same.
        let _ = writeln!(io::stderr(), "{NAME}: {error}");
    }
}

fn run(seen: &mut Seen) -> Result<(), Box<dyn Error>> {
    let Some(options) = Options::parse()? else {
        return Ok(io::stdout().write_all(USAGE.as_bytes())?);
    };
    let mut output = BufWriter::new(io::stdout().lock());
    for file in options.files() {
        // A file that cannot be read does not keep the others from being read.
        match Input::open(file, options.by_line) {
            Ok(mut input) => options.judge_all(&mut input, seen, &mut output)?,
            Err(error) => seen.fails(&error),
        }
    }
    Ok(output.flush()?)
}

impl Options {
    /// Judges all bodies of an input.
    fn judge_all(&self, input: &mut Input, seen: &mut Seen, mut output: impl Write) -> Result<(), Box<dyn Error>> {
        loop {
            match input.next_body() {
                Ok(Some(body)) => seen.refusal |= !self.judge(&body, &mut output)?,
                Ok(None) => return Ok(()),
                Err(error) => {
                    seen.fails(&error);
                    return Ok(());
                }
            }
            // Nothing more is there yet: who waits for the answer gets it.
            if input.is_read_up() {
                output.flush()?;
            }
        }
    }

    /// Writes what is to be said of a body. Returns whether it is accepted.
    fn judge(&self, body: &Body<'_>, mut output: impl Write) -> Result<bool, Box<dyn Error>> {
        let verdict = CreateLogDumpObsRequestBody::from_json(body.json);
        let line = self.numbers_lines.then_some(body.line).flatten();
        match (&verdict, &self.form) {
            (_, Form::Nothing) => {}
            (Ok(accepted), _) => {
                output.write_all(&serde_json::to_vec(accepted)?)?;
                output.write_all(b"\n")?;
            }
            (Err(rejection), Form::First) => answer::write_first(rejection, line, output)?,
            (Err(rejection), Form::All) => answer::write_all(rejection, line, output)?,
            (Err(_), Form::Diagnostics) => answer::write_diagnostics(body.json, line, output)?,
            (Err(_), Form::Report) => report::write(body, output)?,
        }
        Ok(verdict.is_ok())
    }
}
