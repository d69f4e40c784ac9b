//! A log that does not block the service.

use std::io::{self, Write};
use std::mem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// The most bytes in the queue. Lines that do not fit are dropped and counted.
const LIMIT: usize = 1 << 20;

/// A queue of lines for an output that may be slow or have no reader.
///
/// A thread writes the lines, so adding a line does not wait for the output.
#[derive(Clone, Debug)]
pub struct Log(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    lines: Vec<u8>,
    dropped: u64,
    is_writing: bool,
}

impl Log {
    /// Starts a thread that writes to `output`.
    ///
    /// # Errors
    ///
    /// If the thread cannot be started.
    pub fn to(output: impl Write + Send + 'static) -> io::Result<Self> {
        let log = Self(Arc::default());
        let shared = Arc::clone(&log.0);
        thread::Builder::new().name("log".into()).spawn(move || shared.write_to(output))?;
        Ok(log)
    }

    /// Waits until all lines are written, but not longer than `time`.
    pub fn finish(&self, time: Duration) {
        let queue = self.0.queue();
        let _ = self
            .0
            .changed
            .wait_timeout_while(queue, time, |queue| queue.is_writing || !queue.lines.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
    }
}

/// Each call adds one line, or drops it.
impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut queue = self.0.queue();
        if queue.lines.len() + line.len() > LIMIT {
            queue.dropped += 1;
        } else {
            queue.lines.extend_from_slice(line);
            self.0.changed.notify_all();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Shared {
    /// Ignores poisoning, because no code panics between two changes of the queue.
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_to(&self, mut output: impl Write) {
        let mut lines = Vec::new();
        loop {
            let mut queue = self.queue();
            queue.is_writing = false;
            self.changed.notify_all();
            let mut queue =
                self.changed.wait_while(queue, |queue| queue.lines.is_empty()).unwrap_or_else(PoisonError::into_inner);
            queue.is_writing = true;
            mem::swap(&mut lines, &mut queue.lines);
            let dropped = mem::take(&mut queue.dropped);
            drop(queue);
            if dropped > 0 {
                let line =
                    serde_json::json!({ "level": "WARN", "message": "log lines were dropped", "lines": dropped });
                lines.extend_from_slice(format!("{line}\n").as_bytes());
            }
            // If the output is closed, the service continues without a log.
            let _ = output.write_all(&lines);
            lines.clear();
        }
    }
}
