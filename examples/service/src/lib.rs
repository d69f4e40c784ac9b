//! An HTTP service for `POST /v2/{project_id}/log-dump/obs`, to try a client offline.

mod app;
mod client_stream;
mod connections;
mod limits;
mod log;
mod server;
mod service_error;
mod state;

pub use app::{App, Validation};
pub use limits::Limits;
pub use log::Log;
pub use server::{run, serve};
pub use state::{Seed, State};
