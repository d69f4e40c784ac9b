//! Validates request bodies from a shell. `--help` describes the options.

mod error_json;
mod excerpt;
mod input;
mod options;
mod output;
mod report;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use lts_log_dump::CreateLogDumpObsRequestBody;
use lts_log_dump::diagnostics::{Diagnostics, UnknownMembers, Visible};

use crate::error_json::ErrorWriter;
use crate::input::{Body, Input};
use crate::options::{Form, HELP, NAME, Options};
use crate::output::Output;

fn main() -> ExitCode {
    let mut outcome = Outcome::default();
    match run(&mut outcome) {
        // Stop quietly if the reader has closed the pipe.
        Err(error) if is_closed_pipe(error.as_ref()) => {}
        Err(error) => outcome.fail(error.as_ref()),
        Ok(()) => {}
    }
    match outcome {
        Outcome { has_failed: true, .. } => ExitCode::from(2),
        Outcome { has_rejected: true, .. } => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    }
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Decides the exit status.
#[derive(Default)]
struct Outcome {
    has_rejected: bool,
    has_failed: bool,
}

impl Outcome {
    fn fail(&mut self, error: &dyn Error) {
        self.has_failed = true;
        // If standard error is closed, the exit status still reports the failure.
        let _ = writeln!(io::stderr(), "{NAME}: {}", Visible(&error.to_string()));
    }
}

fn run(outcome: &mut Outcome) -> Result<(), Box<dyn Error>> {
    let Some(options) = Options::parse()? else {
        return Ok(io::stdout().write_all(HELP.as_bytes())?);
    };
    let mut output = Output::new();
    for file in options.files() {
        // If a file cannot be read, the others are still validated.
        match Input::open(file, options.by_line) {
            Ok(mut input) => options.validate_all(&mut input, outcome, &mut output)?,
            Err(error) => outcome.fail(&error),
        }
    }
    Ok(output.flush()?)
}

impl Options {
    /// Validates all bodies of an input.
    fn validate_all(
        &self,
        input: &mut Input,
        outcome: &mut Outcome,
        output: &mut Output,
    ) -> Result<(), Box<dyn Error>> {
        loop {
            match input.next_body() {
                Ok(Some(body)) => outcome.has_rejected |= !self.validate(&body, output)?,
                Ok(None) => return Ok(()),
                Err(error) => {
                    outcome.fail(&error);
                    return Ok(());
                }
            }
            // The other end of a pipe may wait for this output before it sends the next body.
            if input.is_buffer_empty() {
                output.flush()?;
            }
        }
    }

    /// Validates a body and prints the result. Returns whether the body is accepted.
    fn validate(&self, body: &Body<'_>, output: &mut Output) -> Result<bool, Box<dyn Error>> {
        let result = CreateLogDumpObsRequestBody::from_json(body.json);
        let rejection = result.as_ref().err();
        let denied = self.denies_unknown.then(|| UnknownMembers::new(body.json)).into_iter().flatten();
        let is_accepted = result.is_ok() && denied.clone().next().is_none();
        if matches!(self.form, Form::Report) && !self.denies_unknown {
            report::warn(body, output)?;
        }
        let line = self.numbers_lines.then_some(body.line).flatten();
        match (&result, &self.form) {
            (_, Form::Nothing) => {}
            (Ok(accepted), _) if is_accepted => {
                output.write_json(|out| accepted.write_json(out))?;
                output.write_all(b"\n")?;
            }
            (_, Form::First) => ErrorWriter::new(output, line).write_first(rejection, denied)?,
            (_, Form::All) => ErrorWriter::new(output, line).write_all(rejection, denied)?,
            (_, Form::Diagnostics) => {
                ErrorWriter::new(output, line).write_diagnostics(Diagnostics::new(body.json), denied)?;
            }
            (_, Form::Report) => report::write(body, denied, output)?,
        }
        Ok(is_accepted)
    }
}
