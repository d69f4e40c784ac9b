//! Reads bodies from files and standard input.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;

use crate::harmless::harmless;

const EXAMPLE: &[u8] = include_bytes!("../../request.json");

/// A file, standard input or the example request.
pub(crate) struct Input {
    name: String,
    reader: BufReader<Box<dyn Read>>,
    by_line: bool,
    /// The number of bodies read so far.
    read: usize,
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
                let name = harmless(&path.display().to_string());
                match File::open(path) {
                    Ok(file) => (name, Box::new(file)),
                    Err(error) => return Err(Unreadable { name, error }),
                }
            }
            None if !by_line && io::stdin().is_terminal() => ("the example".into(), Box::new(EXAMPLE)),
            _ => ("standard input".into(), Box::new(io::stdin())),
        };
        Ok(Self { name, reader: BufReader::new(reader), by_line, read: 0, is_at_end: false, body: Vec::new() })
    }

    /// Reads the next body: the next line without its line feed, or the whole input.
    pub(crate) fn next_body(&mut self) -> Result<Option<Body<'_>>, Unreadable> {
        if self.is_at_end {
            return Ok(None);
        }
        self.body.clear();
        let read = if self.by_line {
            self.reader.read_until(b'\n', &mut self.body)
        } else {
            self.reader.read_to_end(&mut self.body)
        };
        let read = read.map_err(|error| Unreadable { name: self.name.clone(), error })?;
        let json = if self.by_line { self.body.strip_suffix(b"\n") } else { None };
        // Do not read again after the end: a terminal would ask for the end a second time.
        self.is_at_end = json.is_none();
        // An empty file is a body, but it has no lines.
        if read == 0 && self.by_line {
            return Ok(None);
        }
        self.read += 1;
        Ok(Some(Body { json: json.unwrap_or(&self.body), name: &self.name, line: self.by_line.then_some(self.read) }))
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
