//! Writes JSON to standard output.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use lts_log_dump::diagnostics::Visible;

use crate::input::BUFFER;

/// Standard output. On a terminal, JSON has escapes in place of invisible characters.
pub(crate) struct Output {
    writer: BufWriter<StdoutLock<'static>>,
    is_terminal: bool,
    /// Reused for each body.
    buffer: Vec<u8>,
}

impl Output {
    pub(crate) fn new() -> Self {
        let stdout = io::stdout().lock();
        let is_terminal = stdout.is_terminal();
        Self { writer: BufWriter::with_capacity(BUFFER, stdout), is_terminal, buffer: Vec::new() }
    }

    /// Writes a JSON text that a function appends to an empty buffer.
    pub(crate) fn write_json(&mut self, append: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
        self.buffer.clear();
        append(&mut self.buffer);
        if self.is_terminal {
            write!(self.writer, "{:#}", Visible(&String::from_utf8_lossy(&self.buffer)))
        } else {
            self.writer.write_all(&self.buffer)
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
