//! The bounds of the service.

use std::time::Duration;

/// The bounds.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a body.
    pub body: usize,
    /// Time for a client to send the head of a request, as much again to send its body, and to take the answers.
    pub time: Duration,
    /// Requests at a time. Further ones are refused.
    pub requests: usize,
    /// Connections at a time. Further ones wait to be accepted.
    pub connections: usize,
    /// Time for accepted requests to finish after the service is told to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 1 << 20,
            time: Duration::from_secs(10),
            requests: 256,
            connections: 1024,
            grace: Duration::from_secs(20),
        }
    }
}
