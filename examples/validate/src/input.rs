//! Where bodies come from.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;

use super::harmless::harmless;

const EXAMPLE: &[u8] = include_bytes!("../request.json");

/// A file, or what stands for one.
pub(crate) struct Input {
    name: String,
    reader: BufReader<Box<dyn Read>>,
    by_line: bool,
    /// How many bodies were read.
    read: usize,
    is_over: bool,
    body: Vec<u8>,
}

/// A body, and where it comes from.
pub(crate) struct Body<'a> {
    pub(crate) json: &'a [u8],
    pub(crate) name: &'a str,
    /// The number of its line, where each line is a body.
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
        Ok(Self { name, reader: BufReader::new(reader), by_line, read: 0, is_over: false, body: Vec::new() })
    }

    /// Reads the next body: the next line without its line feed, or all there is.
    pub(crate) fn next_body(&mut self) -> Result<Option<Body<'_>>, Unreadable> {
        if self.is_over {
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
        // A terminal that is read after its end asks for the end again.
        self.is_over = json.is_none();
        // An empty file is a body, too, but no line.
        if read == 0 && self.by_line {
            return Ok(None);
        }
        self.read += 1;
        Ok(Some(Body { json: json.unwrap_or(&self.body), name: &self.name, line: self.by_line.then_some(self.read) }))
    }

    /// Whether all that has come was read.
    pub(crate) fn is_read_up(&self) -> bool {
        self.reader.buffer().is_empty()
    }
}

/// An input that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {error}")]
pub(crate) struct Unreadable {
    name: String,
    error: io::Error,
}
