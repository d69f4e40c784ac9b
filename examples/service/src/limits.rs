//! The limits of the service.

use std::time::Duration;

/// The limits for each client and for all clients together.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The bytes in the body of a request.
    pub body: usize,
    /// The bytes of all bodies that are being read.
    pub all_bodies: usize,
    /// The time to send the head of a request. The same limit applies to the body, and to reading the response.
    pub time: Duration,
    /// The number of simultaneous requests. Further requests are rejected.
    pub requests: usize,
    /// The number of simultaneous connections. A further connection replaces the oldest one.
    pub connections: usize,
    /// The time to complete requests when the service stops.
    pub grace: Duration,
}

impl Limits {
    /// The bytes that hyper buffers for each connection: the head of a request, or pipelined requests.
    ///
    /// hyper's default is 408 KiB. A head with the longest token needs about 2.5 KiB.
    pub const READ_BUFFER: usize = 16 << 10;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 1 << 20,
            all_bodies: 16 << 20,
            time: Duration::from_secs(10),
            requests: 256,
            // Many systems limit a process to 1,024 open files.
            connections: 512,
            grace: Duration::from_secs(1),
        }
    }
}
