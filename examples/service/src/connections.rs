//! The open connections, and how they are closed.

use std::collections::VecDeque;
use std::fmt::Display;
use std::pin::pin;
use std::time::Duration;

use hyper_util::server::graceful::GracefulConnection;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout};

/// The age at which a connection may be closed to make room. A client that behaves well has received its response by then.
const SAFE: Duration = Duration::from_millis(500);

/// The time that a connection has to complete its request if it is closed to make room.
const CLOSING: Duration = Duration::from_millis(200);

/// A limited number of connections, each of which is a task. They are closed when this is dropped.
///
/// If there are too many, the oldest connection is closed. So no client can keep others out, even if it is idle or slow, or
/// never stops sending requests.
#[derive(Debug)]
pub(crate) struct Connections {
    limit: usize,
    tasks: JoinSet<()>,
    /// The connections that are not being closed, the oldest first. A connection is closed when its item is dropped.
    open: VecDeque<Open>,
}

#[derive(Debug)]
struct Open {
    since: Instant,
    close: oneshot::Sender<Duration>,
}

impl Connections {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit: limit.max(1), tasks: JoinSet::new(), open: VecDeque::new() }
    }

    /// Adds a connection.
    pub(crate) fn spawn(&mut self, connection: impl GracefulConnection<Error: Display + Send> + Send + 'static) {
        let (close, closed) = oneshot::channel();
        self.tasks.spawn(async move {
            let mut connection = pin!(connection);
            let ended = tokio::select! {
                ended = &mut connection => Ok(ended),
                time = closed => {
                    connection.as_mut().graceful_shutdown();
                    timeout(time.unwrap_or_default(), connection).await
                }
            };
            if let Ok(Err(error)) = ended {
                tracing::debug!(%error, "connection");
            }
        });
        self.open.push_back(Open { since: Instant::now(), close });
    }

    /// Waits until a connection ends. Returns `false` if there is none.
    pub(crate) async fn one_ends(&mut self) -> bool {
        let ended = self.tasks.join_next().await.is_some();
        self.open.retain(|open| !open.close.is_closed());
        ended
    }

    /// Makes room for one more connection.
    pub(crate) async fn make_room(&mut self) {
        while self.open.len() >= self.limit {
            let safe_until = self.open.front().map_or_else(Instant::now, |oldest| oldest.since + SAFE);
            if safe_until <= Instant::now() {
                self.close_oldest();
                continue;
            }
            tokio::select! {
                _ = self.one_ends() => (),
                () = sleep_until(safe_until) => (),
            }
        }
        // Connections that are being closed also use memory.
        while self.tasks.len() >= self.limit.saturating_add(self.limit.div_ceil(2)) {
            self.one_ends().await;
        }
    }

    /// Closes the oldest connection.
    pub(crate) fn close_oldest(&mut self) {
        if let Some(oldest) = self.open.pop_front() {
            let _ = oldest.close.send(CLOSING);
        }
    }

    /// Closes all connections. Each one may complete its request in this time. Returns how many did not.
    pub(crate) async fn close_all(mut self, time: Duration) -> usize {
        for open in self.open.drain(..) {
            let _ = open.close.send(Duration::MAX);
        }
        let _ = timeout(time, async { while self.tasks.join_next().await.is_some() {} }).await;
        self.tasks.len()
    }
}
