//! An HTTP service for `POST /v2/{project_id}/log-dump/obs`, to try a client offline.

mod app;
mod limits;
mod log;
mod refusal;
mod server;
mod state;
mod write_limit;

pub use app::{App, Judgement};
pub use limits::Limits;
pub use log::Log;
pub use server::{run, serve};
pub use state::{Seed, State};
