//! Accepts connections within the limits, and closes them when the service stops.

use std::future::Future;
use std::io;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::sleep;

use crate::app::App;
use crate::client_stream::ClientStream;
use crate::connections::Connections;
use crate::limits::Limits;

/// Serves until the process receives SIGTERM or SIGINT.
///
/// # Errors
///
/// If the signals cannot be received.
pub async fn run(listener: TcpListener, app: App) -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let stop = async move {
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
        }
    };
    serve(listener, app, stop).await;
    Ok(())
}

/// Serves until `stop` is ready. Then it stops accepting connections, and completes the requests that it has received.
pub async fn serve(listener: TcpListener, app: App, stop: impl Future<Output = ()>) {
    let limits = app.limits();
    let service = TowerToHyperService::new(app.router());
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.time).max_buf_size(Limits::READ_BUFFER);
    let mut connections = Connections::new(limits.connections);
    tokio::pin!(stop);
    loop {
        let stream = tokio::select! {
            biased;
            () = &mut stop => break,
            true = connections.one_ends() => continue,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    // Usually too many files are open.
                    tracing::warn!(%error, "accept");
                    connections.close_oldest();
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        connections.make_room().await;
        // A small response must not wait until the client acknowledges the previous one.
        let _ = stream.set_nodelay(true);
        let stream = TokioIo::new(ClientStream::new(stream, limits.time));
        connections.spawn(builder.serve_connection(stream, service.clone()));
    }
    drop(listener);
    let open = connections.close_all(limits.grace).await;
    if open > 0 {
        tracing::warn!(open, "connections were still open after the grace period");
    }
}
