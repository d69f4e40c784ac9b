//! Reads bodies from files and standard input.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;

use lts_log_dump::diagnostics::Visible;

/// The size of the buffers for reading and writing. A pipe of Linux holds as much.
pub(crate) const BUFFER: usize = 64 * 1024;

const EXAMPLE: &[u8] = include_bytes!("../../request.json");

/// A file, standard input or the example request.
pub(crate) struct Input {
    name: String,
    reader: BufReader<Box<dyn Read>>,
    by_line: bool,
    /// The number of lines read so far.
    lines: usize,
    is_at_end: bool,
    body: Vec<u8>,
}

/// A body and its origin.
pub(crate) struct Body<'a> {
    pub(crate) json: &'a [u8],
    pub(crate) name: &'a str,
    /// The line number, if each line is a body.
    pub(crate) line: Option<usize>,
}

impl Input {
    pub(crate) fn open(file: Option<&OsStr>, by_line: bool) -> Result<Self, Unreadable> {
        let (name, reader): (_, Box<dyn Read>) = match file {
            Some(file) if file != "-" => {
                let path = Path::new(file);
                let name = Visible(&path.display().to_string()).to_string();
                match File::open(path) {
                    Ok(file) => (name, Box::new(file)),
                    Err(error) => return Err(Unreadable { name, error }),
                }
            }
            None if !by_line && io::stdin().is_terminal() => ("the example".into(), Box::new(EXAMPLE)),
            _ => ("standard input".into(), Box::new(io::stdin())),
        };
        Ok(Self {
            name,
            reader: BufReader::with_capacity(BUFFER, reader),
            by_line,
            lines: 0,
            is_at_end: false,
            body: Vec::new(),
        })
    }

    /// Reads the next body: the next line that is not blank, without its line feed, or the whole input.
    pub(crate) fn next_body(&mut self) -> Result<Option<Body<'_>>, Unreadable> {
        let Self { name, reader, body, .. } = self;
        let unreadable = |error| Unreadable { name: name.clone(), error };
        // Do not read again after the end: a terminal would ask for the end a second time.
        while !self.is_at_end {
            body.clear();
            if !self.by_line {
                reader.read_to_end(body).map_err(unreadable)?;
                self.is_at_end = true;
                return Ok(Some(Body { json: body, name, line: None }));
            }
            reader.read_until(b'\n', body).map_err(unreadable)?;
            self.is_at_end = body.last() != Some(&b'\n');
            if !self.is_at_end {
                body.pop();
            }
            self.lines += 1;
            if !body.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r')) {
                return Ok(Some(Body { json: body, name, line: Some(self.lines) }));
            }
        }
        Ok(None)
    }

    /// Returns whether the next body must be read from the file or pipe.
    pub(crate) fn is_buffer_empty(&self) -> bool {
        self.reader.buffer().is_empty()
    }
}

/// The error of an input that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {error}")]
pub(crate) struct Unreadable {
    name: String,
    error: io::Error,
}
